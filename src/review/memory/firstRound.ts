/** Takes the file of the first round as the record of it: what was found there is what went back to the unit. */
import { earlierStateOf } from '../../core/report/earlierStates';
import { returnedForms } from '../../core/report/returnedForms';
import type { Snapshot } from '../../core/sheet/snapshot';
import { failed, succeeded } from '../../port/outcome';
import type { Outcome } from '../../port/workbook';
import { isTooLongToWaitFor } from '../longTexts';
import { decide } from './decide';
import type { ReviewedSheet } from './reviewed';
import type { ReviewGround } from './reviewing';

/**
 * Keeps, for every form of the sheet that the earlier file has too, what was found in it then; the sheet comes back held
 * against it, or null where no form is about the same project.
 */
export async function takeFirstRound(
  ground: ReviewGround,
  sheet: ReviewedSheet,
  snapshots: readonly Snapshot[],
): Promise<Outcome<ReviewedSheet | null>> {
  const tooLong = snapshots.find(isTooLongToWaitFor);
  if (tooLong) return failed({ kind: 'texts-too-long', sheet: tooLong.sheetName });
  const earlier = { states: returnedForms(snapshots, ground.recogniseOwn), isNamed: true };
  let shown: ReviewedSheet | null = null;
  for (const { key } of sheet.forms) {
    for (const state of earlierStateOf(key, earlier)) {
      const done = await decide(ground, sheet.sheetId, { ...state, at: ground.now() }, true);
      if (!done.ok) return done;
      if ('sheet' in done.value) shown = done.value.sheet;
    }
  }
  return succeeded(shown);
}
