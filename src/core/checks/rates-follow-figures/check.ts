/** A 完成率 or 偏差率 that the form states must follow from target and actual, in one of the ways in which it is taken. */
import { exact, type Exact, hundred, plain } from '../../exact';
import { amountOf } from '../../form/amountOf';
import type { CellReading, Entry, Indicator } from '../../form/form';
import type { IndicatorScore } from '../../score/scores';
import { compareValues, type FiguresComparison } from '../../value/compare';
import { defineCheck, type Remark } from '../defineCheck';
import { halfStepOfRate } from '../shared/displayedStep';

/** Target and actual as one number each, in one unit; null where they are ranges, bounds, words or not meant exactly. */
function figuresOf(
  { target, unit }: Indicator,
  actual: Entry | null,
): (FiguresComparison & { readonly isRate: boolean }) | null {
  if (target?.value.kind !== 'quantity' || actual?.value.kind !== 'quantity') return null;
  const compared = compareValues(target.value, actual.value);
  if (compared.kind === 'unknown' || compared.by !== 'figures' || compared.bound || compared.approximate) return null;
  const isRate = compared.unit?.family === 'ratio' || (unit?.text ?? '').includes('%');
  return { ...compared, isRate };
}

/** Every completion that someone may mean, as ratios: A÷T, T÷A and 2−A÷T where less is better, the rate itself, 100 % where it is met. */
function completions(
  { low: wanted }: { low: Exact },
  { low: reached }: { low: Exact },
  isRate: boolean,
): readonly Exact[] {
  if (wanted.lte(0)) return [];
  const ratio = reached.div(wanted);
  return [
    ratio,
    exact(2).minus(ratio),
    ...(reached.gt(0) ? [wanted.div(reached)] : []),
    ...(isRate ? [reached, reached.div(hundred)] : []),
  ];
}

/** Every deviation that someone may mean, without its sign: of the target, of the actual, in the unit of both (17 of 20: 3). */
function deviations(
  { low: wanted }: { low: Exact },
  { low: reached }: { low: Exact },
  isRate: boolean,
): readonly Exact[] {
  if (wanted.lte(0)) return [];
  const apart = reached.minus(wanted).abs();
  return [
    apart.div(wanted),
    ...(reached.gt(0) ? [apart.div(reached)] : []),
    apart,
    ...(isRate ? [apart.div(hundred)] : []),
  ];
}

/** Whether the stated ratio is one of these, as exactly as it is displayed; a bare number may be meant in percent. */
function isOneOf(stated: Exact, reading: CellReading, ways: readonly Exact[]): boolean {
  // Rounded or cut off.
  const step = halfStepOfRate(reading.cell.text).times(2);
  const own = [stated, ...(reading.cell.text.includes('%') ? [] : [stated.div(hundred), stated.times(hundred)])];
  return ways.some((way) => own.some((ratio) => ratio.abs().minus(way.abs()).abs().lt(step)));
}

const percent = (ratio: Exact): string => `${plain(exact(ratio.times(hundred).toFixed(2)))}%`;

type Report = (message: 'completion' | 'deviation', remark: Remark) => void;

function hold({ direction, indicator, met }: IndicatorScore, report: Report): void {
  const { actual, completionRate, deviation, key, name, target } = indicator;
  const completed = amountOf(completionRate);
  const off = amountOf(deviation);
  // Few forms state either.
  if (!completed && !off) return;
  const figures = figuresOf(indicator, actual);
  // A reviewer's own figure may be what the rate was taken of.
  const all = [figures, figuresOf(indicator, indicator.reviewedActual)].filter((each) => each !== null);
  if (!figures || !target || !actual) return;
  const facts = { name: name.text, target: target.cell.text.trim(), actual: actual.cell.text.trim() };
  const say = (message: 'completion' | 'deviation', reading: CellReading, due: Exact): void => {
    const stated = reading.cell.text.trim();
    report(message, {
      cells: [reading.cell.ref, actual.cell.ref, target.cell.ref],
      indicator: key,
      facts: { ...facts, stated, computed: percent(due) },
      found: stated,
    });
  };
  const ways = all.flatMap((each) => completions(each.target, each.actual, each.isRate));
  const [ratio] = ways;
  if (!ratio) return;
  // Whoever reached the target may write that all of it is done, and no more.
  const isWhole = completed?.eq(1) === true && met !== false;
  if (completed && completionRate && !isWhole && !isOneOf(completed, completionRate, ways))
    say('completion', completionRate, direction === 'reverse' ? (ways[1] ?? ratio) : ratio);
  const distances = all.flatMap((each) => deviations(each.target, each.actual, each.isRate));
  const isNone = off?.eq(0) === true && met !== false;
  if (off && deviation && !isNone && !isOneOf(off, deviation, distances)) say('deviation', deviation, ratio.minus(1));
}

export const ratesFollowFigures = defineCheck({
  id: 'rates-follow-figures',
  severity: 'P1',
  scope: 'indicators',
  yieldsTo: ['cell-without-error', 'units-agree'],
  messages: {
    completion: ['name', 'target', 'actual', 'stated', 'computed'],
    deviation: ['name', 'target', 'actual', 'stated', 'computed'],
  },

  findInRow(score, _, report) {
    if (!score.indicator.isAdjustment) hold(score, report);
  },
});
