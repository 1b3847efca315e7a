/** The file of the first round as what was returned of its forms: for who has it and no record. */
import type { StateDecision } from '../decisions/decision';
import type { Snapshot } from '../sheet/snapshot';
import type { RecogniseOwn } from './recogniseOwn';
import { usualContent } from './letterContent';
import { reviewSnapshot } from './reviewSnapshot';
import { stateDecision } from './rounds';

/** Every form of the sheets as it would have been returned, its unit told what a letter usually tells; without a time. */
export function returnedForms(
  snapshots: readonly Snapshot[],
  recogniseOwn: RecogniseOwn | undefined,
): readonly StateDecision[] {
  return snapshots.flatMap((snapshot) =>
    reviewSnapshot(snapshot, { ...(recogniseOwn ? { recogniseOwn } : {}), leavesOutSample: true }).forms.map((report) =>
      stateDecision(report, 'returned', '', usualContent(report).findings),
    ),
  );
}
