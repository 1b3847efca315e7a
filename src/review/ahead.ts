/**
 * A review that is done ahead, before anybody asked for it. It is never shown because it is there: whoever asks reads the
 * sheet and everything that is remembered anew, and takes the review over only if both are the same. The core is pure,
 * so that it is then the review that would be done now.
 */
import type { Documents } from '../core/documents/documents';
import type { RecogniseOwn } from '../core/report/recogniseOwn';
import type { SheetReport } from '../core/report/report';
import { documentsOf, type ReviewChoices, reviewInSteps } from '../core/report/reviewSnapshot';
import { readsAgain } from '../core/form/readAgain';
import { isSameSnapshot } from '../core/sheet/sameSnapshot';
import type { Snapshot } from '../core/sheet/snapshot';
import { finish, type Steps } from '../core/steps';

/** A turn of idle time. */
interface IdleTurn {
  /** Whether it is used up, so that the screen and the keyboard have theirs. */
  readonly isOver: () => boolean;
}

/** Waits for a turn of idle time. */
export type WaitForIdle = () => Promise<IdleTurn>;

/** Of one sheet: what was begun, on what, and what came of it. */
interface Begun {
  readonly snapshot: Snapshot;
  readonly choices: string;
  readonly recogniseOwn: RecogniseOwn | undefined;
  readonly steps: Steps<SheetReport>;
  report: SheetReport | null;
}

/** All that a review depends on beside the sheet, as one text. */
function textOf({
  decisions,
  documents,
  earlierStates,
  leavesOutSample,
  mapping,
  rubric,
  ...rest
}: Omit<ReviewChoices, 'recogniseOwn'>): string {
  const nothingElse: Record<string, never> = rest;
  return JSON.stringify([decisions, documents, earlierStates, leavesOutSample, mapping, rubric, nothingElse]);
}

/** Keeps the last review that was done or begun ahead, and hands it over where it still holds. */
export class Ahead {
  private begun: Begun | null = null;
  private readonly documents = new Map<string, { readonly snapshot: Snapshot; readonly found: Documents }>();
  private turn = 0;

  /** The report on this sheet with these choices: the one done ahead, the rest of it, or a new one. */
  reportOn(snapshot: Snapshot, choices: ReviewChoices): SheetReport {
    const begun = this.resume(snapshot, choices);
    begun.report ??= finish(begun.steps);
    return begun.report;
  }

  /** What stands beside the forms on another sheet of the workbook. */
  documentsOn(snapshot: Snapshot, recogniseOwn: RecogniseOwn): Documents {
    const known = this.documents.get(snapshot.sheetId);
    if (known && isSameSnapshot(known.snapshot, snapshot)) return known.found;
    const found = documentsOf(snapshot, recogniseOwn);
    this.documents.set(snapshot.sheetId, { snapshot, found });
    return found;
  }

  /** Nobody may work ahead any longer: somebody asks now, or reads something else ahead. */
  stop(): () => boolean {
    this.turn += 1;
    const { turn } = this;
    return () => turn !== this.turn;
  }

  /** Reviews in idle time, until it is done or stopped. */
  async workOn(
    snapshot: Snapshot,
    choices: ReviewChoices,
    waitForIdle: WaitForIdle,
    isStopped: () => boolean,
  ): Promise<void> {
    const begun = this.resume(snapshot, choices);
    // Whoever asked meanwhile may have done the rest.
    const isDone = (): boolean => begun.report !== null;
    while (!isDone()) {
      const turn = await waitForIdle();
      do {
        if (isStopped() || isDone()) return;
        const step = begun.steps.next();
        if (step.done) begun.report = step.value;
      } while (!isDone() && !turn.isOver());
    }
  }

  private resume(snapshot: Snapshot, { recogniseOwn, ...choices }: ReviewChoices): Begun {
    const { begun } = this;
    const text = textOf(choices);
    if (begun?.choices === text && begun.recogniseOwn === recogniseOwn && isSameSnapshot(begun.snapshot, snapshot))
      return begun;
    if (begun?.snapshot.sheetId === snapshot.sheetId) readsAgain(snapshot, begun.snapshot);
    const all = { ...choices, ...(recogniseOwn ? { recogniseOwn } : {}) };
    this.begun = { snapshot, choices: text, recogniseOwn, steps: reviewInSteps(snapshot, all), report: null };
    return this.begun;
  }
}
