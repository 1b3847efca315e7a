/**
 * What of a form could not be reviewed, and why. A form with something on this list was reviewed only in part, and every
 * screen and every paper says so before anything else: a short list of findings must never look like a clean form.
 */
import { amountOf } from '../form/amountOf';
import type { Form } from '../form/form';
import { totalLineOf } from '../score/executionRate';
import type { ExecutionScore, Scores } from '../score/scores';
import { carriesPoints } from '../score/totals';

/** One thing that could not be reviewed; `words` has a phrase for each `because`, filled with `count`. */
export interface NotChecked {
  /**
   * `no-points`: rows without weight and score · `no-weights`: rows with a score and nothing that says what they weigh ·
   * `no-scores`, `no-actuals`: nothing of the kind was filled in · `no-actual-column`: the form has no place for them ·
   * `none-settled`: every score is left to a person · `displaced`: rows beside their header · `unreadable`: rows
   * below a heading that could not be understood · `execution`: points for a rate whose amounts are missing ·
   * `execution-of-nothing`: points for a rate of a budget that is not above zero · `execution-unfit`: points for a rate
   * whose amounts do not make one · `clipped`: the sheet was too large to be read as a whole.
   */
  readonly because:
    | 'clipped'
    | 'displaced'
    | 'unreadable'
    | 'no-points'
    | 'no-weights'
    | 'no-scores'
    | 'no-actuals'
    | 'no-actual-column'
    | 'none-settled'
    | 'execution'
    | 'execution-of-nothing'
    | 'execution-unfit';
  /** Rows it is about; zero where it is about none. */
  readonly count: number;
}

function isEmpty(kind: string | undefined): boolean {
  return kind === undefined || kind === 'blank' || kind === 'dash';
}

/** Why there is no execution rate: amounts that were filled in are never said to be missing. */
function whyNoRate({ block }: ExecutionScore): NotChecked['because'] {
  const line = totalLineOf(block);
  const executed = line ? amountOf(line.executed) : null;
  const budget = line ? (amountOf(line.budget) ?? amountOf(line.initial)) : null;
  if (!executed || !budget) return 'execution';
  return budget.lte(0) ? 'execution-of-nothing' : 'execution-unfit';
}

/** What of a scored form was not reviewed, the gravest first; empty where all of it was. */
export function notCheckedIn(form: Form, { execution, indicators }: Scores): readonly NotChecked[] {
  const found: NotChecked[] = [];
  const add = (because: NotChecked['because'], count: number): void => {
    if (count > 0) found.push({ because, count });
  };
  if (form.doubts.some(({ kind }) => kind === 'clipped')) found.push({ because: 'clipped', count: 0 });
  const displaced = indicators.filter(({ leftOpen }) => leftOpen === 'misaligned').length;
  add('displaced', displaced);
  add('unreadable', form.ignored.filter(({ because }) => because === 'unreadable').length);
  if (displaced === 0) {
    // A weight that a merged cell or a heading gives to several rows is no missing one.
    const shared = new Set(form.sharedWeights.flatMap(({ covers }) => covers));
    const bare = indicators.filter(
      ({ indicator, leftOpen }) => leftOpen === 'weight-missing' && !shared.has(indicator.key),
    );
    const hasScores = form.indicators.some(({ score }) => score !== null);
    add(hasScores ? 'no-weights' : 'no-points', bare.length);
    const all = (isMissing: (row: Form['indicators'][number]) => boolean): number =>
      form.indicators.every(isMissing) ? form.indicators.length : 0;
    if (hasScores)
      add(
        'no-scores',
        all(({ score }) => isEmpty(score?.kind)),
      );
    const hasActuals = form.indicators.some(({ actual, misplacedScore }) => actual !== null || misplacedScore !== null);
    if (hasActuals) {
      add(
        'no-actuals',
        all((row) => !row.misplacedScore && isEmpty(row.actual?.value.kind)),
      );
    } else add('no-actual-column', form.indicators.length);
    const isWeighed = indicators.some(({ leftOpen }) => leftOpen !== 'weight-missing' && leftOpen !== 'weight-shared');
    const isSettled = indicators.some(({ certainty }) => certainty === 'settled');
    if (isWeighed && !isSettled && found.length === 0) add('none-settled', indicators.length);
  }
  if (execution && carriesPoints(execution) && execution.rate === null)
    found.push({ because: whyNoRate(execution), count: 0 });
  return found;
}
