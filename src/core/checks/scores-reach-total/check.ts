/** The stated total must be the sum of the scores, as they are stored or as they are shown. */
import { exact, plain, sum, zero, type Exact } from '../../exact';
import { amountOf } from '../../form/amountOf';
import type { CellReading } from '../../form/form';
import { sumAgreement, sumsOf } from '../../score/sums';
import type { ExecutionScore } from '../../score/scores';
import { carriesPoints } from '../../score/totals';
import { weightOf } from '../../score/situation';
import { defineCheck, type Examined, type Remark } from '../defineCheck';
import { ordinary } from '../shared/scored';

/** One score that belongs to the total, with what it can be at most. */
interface Part {
  readonly score: CellReading | null;
  readonly weight: Exact | null;
}

/** What the rate may give where the block has no place for its score, by every profile that may be in force. */
function unwrittenOf({ readings }: ExecutionScore): readonly Exact[] {
  const scores = readings.map(({ computed }) => computed).filter((score) => score !== null);
  return scores.length === readings.length ? scores : [];
}

/** The scores that make the total; null where one of them cannot be had from anywhere. */
function partsOf({ form, scores: { execution } }: Examined): readonly Part[] | null {
  // A row without points needs no score; one that is written counts all the same.
  const rows: Part[] = ordinary(form)
    .filter(({ score, weight }) => weight === null || amountOf(weight)?.gt(0) || amountOf(score))
    .map((row) => ({ score: row.score, weight: weightOf(row) }));
  const adjustments = form.indicators.filter(({ isAdjustment }) => isAdjustment);
  rows.push(...adjustments.flatMap(({ score }) => (amountOf(score) ? [{ score, weight: null }] : [])));
  if (!execution || (!carriesPoints(execution) && execution.block.score?.kind !== 'error')) return rows;
  // Where the block has a weight but no place for its score, the total contains what the rule gives.
  if (!execution.block.score) return unwrittenOf(execution).length > 0 ? rows : null;
  return [...rows, { score: execution.block.score, weight: execution.weight }];
}

/** A cell that holds neither a number nor nothing: it has a finding of its own, and no sum can be had. */
function isUnreadable({ score }: Part): boolean {
  return score?.kind === 'error' || score?.kind === 'not-a-number';
}

function isBlank({ score }: Part): boolean {
  return score?.kind === 'blank' || score?.kind === 'dash';
}

/** Where there is no row for the total, the head's figure is the total itself; where there are both, they must agree. */
function reportHead({ form, scores: { totals } }: Examined, report: (message: 'head', remark: Remark) => void): void {
  const reading = form.total?.score;
  const head = form.head.score?.reading;
  const inHead = amountOf(head ?? null);
  if (!head || !inHead || !totals.statedScore || !reading || head.cell === reading.cell) return;
  if (sumAgreement(head, [totals.statedScore], null) === 'agrees') return;
  report('head', {
    cells: [head.cell.ref, reading.cell.ref],
    facts: { stated: plain(inHead), sum: plain(totals.statedScore) },
    severity: 'P1',
    found: inHead.toNumber(),
  });
}

/**
 * 总分 90 beside a weight of 90: the row adds up the rows of the table, and the execution rate stands outside of it. That is a way to
 * write a form, and a total that a person must complete.
 */
function reportWithoutRate(
  { form, scores: { execution } }: Examined,
  full: Exact | null,
  report: (message: 'withoutRate' | 'withoutRateBeyondFull', remark: Remark) => void,
): boolean {
  const reading = form.total?.score;
  const stated = amountOf(reading ?? null);
  const own = amountOf(execution?.block.score ?? null);
  const rows = form.indicators.map(({ score }) => score).filter((score) => score !== null);
  const weights = sum(ordinary(form).flatMap((row) => weightOf(row) ?? []));
  const isOfRows = amountOf(form.total?.weight ?? null)?.eq(weights) === true;
  if (!reading || !stated || !own || !execution?.weight?.gt(0) || !isOfRows) return false;
  const sums = sumsOf(rows);
  if (sumAgreement(reading, sums, weights) !== 'agrees') return false;
  const [total = zero] = sums;
  const whole = exact(total.plus(own).toFixed(2));
  const facts = { stated: plain(stated), sum: plain(whole), rate: plain(own) };
  const remark = { cells: [reading.cell.ref], severity: 'P1', found: stated.toNumber() } as const;
  if (full && whole.gt(full)) report('withoutRateBeyondFull', { ...remark, facts: { ...facts, full: plain(full) } });
  else report('withoutRate', { ...remark, facts });
  return true;
}

export const scoresReachTotal = defineCheck({
  id: 'scores-reach-total',
  severity: 'P0',
  scope: 'totals',
  messages: {
    over: ['stated', 'sum', 'gap', 'count'],
    under: ['stated', 'sum', 'gap', 'count'],
    head: ['stated', 'sum'],
    withoutRate: ['stated', 'sum', 'rate'],
    beyondFull: ['stated', 'sum', 'full'],
    withoutRateBeyondFull: ['stated', 'sum', 'rate', 'full'],
    rounded: ['stated', 'sum'],
    beyondBlanks: ['stated', 'sum', 'blanks', 'most'],
    belowBlanks: ['stated', 'sum', 'blanks'],
  },

  find(examined, report) {
    const { form, rubric, scores } = examined;
    const reading = form.total?.score;
    const { statedScore } = scores.totals;
    reportHead(examined, report);
    const parts = partsOf(examined);
    if (!statedScore || !reading || !parts || parts.every(({ score }) => !amountOf(score))) return;
    if (parts.some(isUnreadable)) return;
    // Where the total stands in the row of the funds and the rows leave points for the rate, its score is not known.
    if (form.budget?.formTotals && !scores.totals.weight?.eq(rubric.total)) return;
    const { execution } = scores;
    const isUnwritten = execution && carriesPoints(execution) && !execution.block.score;
    const unwritten = isUnwritten ? unwrittenOf(execution) : [zero];
    const sums = sumsOf(parts.map(({ score }) => score)).flatMap((total) => unwritten.map((own) => total.plus(own)));
    const [total = zero] = sums;
    const shown = exact(total.toFixed(2));
    const remark = { cells: [reading.cell.ref], found: statedScore.toNumber() };
    const blanks = parts.filter(isBlank);
    if (blanks.length > 0) {
      // With scores missing, the total is wrong only where no score for them explains it.
      const most = blanks.every(({ weight }) => weight !== null)
        ? total.plus(sum(blanks.flatMap(({ weight }) => weight ?? [])))
        : null;
      const facts = { stated: plain(statedScore), sum: plain(shown), blanks: blanks.length };
      if (most && sumAgreement(reading, [most], null) === 'over') {
        report('beyondBlanks', { ...remark, facts: { ...facts, most: plain(most) } });
      } else if (sumAgreement(reading, sums, null) === 'under') {
        report('belowBlanks', { ...remark, facts });
      }
      return;
    }
    const agreement = sumAgreement(reading, sums, rubric.total);
    if (agreement === 'agrees') return;
    // No remedy may lead to more than the full mark; bonus rows may lift it.
    const full = form.indicators.some(({ isAdjustment }) => isAdjustment) ? null : rubric.total;
    if (reportWithoutRate(examined, full, report)) return;
    const expected = shown.toNumber();
    const facts = { stated: plain(statedScore), sum: plain(shown) };
    if (agreement === 'rounded') {
      report('rounded', { ...remark, facts, expected, severity: 'P2' });
      return;
    }
    if (full && shown.gt(full)) {
      report('beyondFull', { ...remark, facts: { ...facts, full: plain(full) } });
      return;
    }
    const count = form.indicators.length + (execution?.block.score ? 1 : 0);
    const gap = plain(statedScore.minus(shown).abs());
    report(statedScore.gt(shown) ? 'over' : 'under', { ...remark, facts: { ...facts, gap, count }, expected });
  },
});
