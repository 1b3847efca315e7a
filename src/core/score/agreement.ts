/**
 * Whether a written score is the one that a reading gives: as stored, as shown, or rounded once more. The only place that
 * compares a written score with a computed one.
 */
import { exact, type Exact } from '../exact';
import { amountOf } from '../form/amountOf';
import type { CellReading } from '../form/form';
import { byOpenPremises } from './readings';
import type { ExecutionReading, ExecutionScore, IndicatorScore, ScoreReading } from './scores';

/** `rounded`: right, only written to one decimal or in whole points. */
export type Agreement = 'agrees' | 'rounded' | 'over' | 'under';

/** Decimal places of a number. */
function placesOf(number: Exact): number {
  return /\.(\d+)/u.exec(number.toFixed())?.[1]?.length ?? 0;
}

/** The number that a cell shows, where it shows fewer places than it holds; null where it shows the number itself. */
function shownAmount({ cell }: CellReading, stored: Exact): Exact | null {
  // Most cells show what they hold.
  if (typeof cell.value === 'number' && cell.text === String(cell.value)) return null;
  const text = cell.text.normalize('NFKC').replace(/[,\s分]/gu, '');
  if (!/^-?\d+(?:\.\d+)?$/u.test(text)) return null;
  const shown = exact(text);
  // What is shown is the stored number rounded, or the text says something else.
  return !shown.eq(stored) && exact(stored.toFixed(placesOf(shown))).eq(shown) ? shown : null;
}

/** The written amounts that a reader may take: the stored number, and the shown one where it is rounded. */
export function writtenAmounts(reading: CellReading | null): readonly Exact[] {
  const stored = amountOf(reading);
  if (!reading || !stored) return [];
  const shown = shownAmount(reading, stored);
  return shown ? [stored, shown] : [stored];
}

/** Decimal places of a computed score as it is compared; more in the cell come from a formula. */
const places = 2;

/** Whether `written` is `unrounded` written to no more than one decimal, or cut off; rounding twice is as good. */
function isCoarse(written: Exact, unrounded: Exact, computed: Exact): boolean {
  const isCut = [1, places].some((count) => unrounded.round(count, 0).eq(written));
  if (isCut) return true;
  return [0, 1].some((count) => [unrounded, computed].some((score) => exact(score.toFixed(count)).eq(written)));
}

/** How one number agrees with a computed score. Rounding never makes full marks of a target that was missed. */
export function agreementWith(written: Exact, computed: Exact, unrounded: Exact, weight: Exact | null): Agreement {
  if (written.eq(computed)) return 'agrees';
  const isUnrounded = placesOf(written) > places && exact(written.toFixed(places)).eq(computed.toFixed(places));
  if (isUnrounded) return 'agrees';
  const isFull = weight !== null && written.gte(weight) && computed.lt(weight);
  if (!isFull && isCoarse(written, unrounded, computed)) return 'rounded';
  return written.gt(computed) ? 'over' : 'under';
}

const rank: Readonly<Record<Agreement, number>> = { agrees: 0, rounded: 1, over: 2, under: 2 };

function better(left: Agreement, right: Agreement): Agreement {
  return rank[right] < rank[left] ? right : left;
}

function agreementOfAmount(written: Exact, reading: ScoreReading, weight: Exact | null): Agreement {
  const { admissible, computed, interval, unrounded } = reading;
  if (computed && unrounded) return agreementWith(written, computed, unrounded, weight);
  if (admissible && admissible.length > 0) {
    return admissible.map((score) => agreementWith(written, score, score, weight)).reduce(better);
  }
  if (!interval) return 'agrees';
  const isOver = interval.includesHigh ? written.gt(interval.high) : written.gte(interval.high);
  return isOver ? 'over' : written.lt(interval.low) ? 'under' : 'agrees';
}

/** How the written score agrees with one reading, whether taken as stored or as shown; a blank one agrees. */
export function agreementOf(score: CellReading | null, reading: ScoreReading, weight: Exact | null): Agreement {
  const amounts = writtenAmounts(score);
  if (amounts.length === 0) return 'agrees';
  return amounts.map((amount) => agreementOfAmount(amount, reading, weight)).reduce(better);
}

/** What all readings together say of a written score. */
export interface Verdict {
  /**
   * `right`: the likeliest reading agrees · `rounded`: it does but for rounding · `wrong`: every reading disagrees, the
   * contrary ones too · `question`: the likeliest disagrees and some other agrees.
   */
  readonly kind: 'right' | 'rounded' | 'wrong' | 'question';
  /** How the likeliest reading disagrees. */
  readonly against: Agreement;
  /** The readings to be named in a question: the admissible ones, then the contrary ones that agree with the form. */
  readonly readings: readonly ScoreReading[];
}

/**
 * Judges the written score of a row: the one place from which the severity of every finding about a score follows.
 * A score is `wrong` only under every reading, so that a premise which nobody stated never turns into an accusation.
 */
export function verdictOf(score: IndicatorScore): Verdict {
  const known = verdicts.get(score);
  if (known) return known;
  const { contrary, indicator, readings } = score;
  const weight = amountOf(indicator.weight) ?? indicator.name.weight;
  const verdict = verdictBy(readings, contrary, (reading) => agreementOf(indicator.score, reading, weight));
  verdicts.set(score, verdict);
  return verdict;
}

/** Several checks ask for the verdict of the same row. */
const verdicts = new WeakMap<IndicatorScore, Verdict>();

/** Judges the written score of the execution rate in the same way. */
export function executionVerdict({ block, contrary, readings, weight }: ExecutionScore): Verdict {
  return verdictBy(readings, contrary, (reading) => executionAgreementOf(block.score, reading, weight));
}

function verdictBy<Given extends ScoreReading>(
  readings: readonly [Given, ...Given[]],
  contrary: readonly Given[],
  of: (reading: Given) => Agreement,
): Verdict {
  const [likeliest, ...others] = readings;
  const against = of(likeliest);
  const excusing = contrary.filter((reading) => rank[of(reading)] < 2);
  const named = byOpenPremises([...readings, ...excusing]);
  if (against === 'agrees') return { kind: 'right', against, readings: named };
  if (others.some((reading) => of(reading) === 'agrees')) return { kind: 'question', against, readings: named };
  if (against === 'rounded') return { kind: 'rounded', against, readings: named };
  const isExcused = excusing.length > 0 || others.some((reading) => rank[of(reading)] < 2);
  return { kind: isExcused ? 'question' : 'wrong', against, readings: named };
}

/** How the written score of the execution rate agrees with one reading, given how the amounts were rounded. */
export function executionAgreementOf(
  score: CellReading | null,
  { byRounding, ...reading }: ExecutionReading,
  weight: Exact | null,
): Agreement {
  const amounts = writtenAmounts(score);
  if (amounts.length === 0) return 'agrees';
  const of = (written: Exact): Agreement => {
    const rounded = exact(written.toFixed(places));
    if (byRounding && rounded.gte(byRounding.low) && rounded.lte(byRounding.high)) return 'agrees';
    return agreementOfAmount(written, reading, weight);
  };
  return amounts.map(of).reduce(better);
}
