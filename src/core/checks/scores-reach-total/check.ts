/** The stated total must be the sum of the scores as they are written. */
import { plain } from '../../exact';
import { amountOf } from '../../form/amountOf';
import { defineCheck } from '../defineCheck';
import { hasHole, ordinary } from '../shared/scored';

export const scoresReachTotal = defineCheck({
  id: 'scores-reach-total',
  severity: 'P0',
  scope: 'totals',
  messages: {
    over: ['stated', 'sum', 'gap', 'count'],
    under: ['stated', 'sum', 'gap', 'count'],
    head: ['stated', 'sum'],
  },

  find({ form, rubric, scores: { execution, totals } }, report) {
    const { statedScore } = totals;
    const reading = form.total?.score;
    const head = form.head.score?.reading;
    const inHead = amountOf(head ?? null);
    // Where there is no row for the total, the head's figure is the total itself.
    if (head && inHead && statedScore && reading && head.cell !== reading.cell && !inHead.eq(statedScore)) {
      report('head', {
        cells: [head.cell.ref, reading.cell.ref],
        facts: { stated: plain(inHead), sum: plain(statedScore) },
        severity: 'P1',
        found: inHead.toNumber(),
      });
    }
    const rows = ordinary(form).filter(({ weight }) => weight === null || amountOf(weight)?.gt(0));
    const { budget } = form;
    // Where the total stands in the row of the funds and the rows leave points for the rate, its score is not known.
    if (budget?.formTotals && !totals.weight?.eq(rubric.total)) return;
    const own = budget?.weight || budget?.score?.kind === 'error' ? budget.score : null;
    if (hasHole([...rows.map(({ score }) => score), own])) return;
    // Where the block has a weight but no place for its score, the total contains what the rule gives.
    const unwritten = form.budget?.weight && !form.budget.score ? (execution?.computed ?? null) : null;
    if (form.budget?.weight && !form.budget.score && !unwritten) return;
    const sumOfScores = unwritten ? (totals.sumOfScores?.plus(unwritten) ?? null) : totals.sumOfScores;
    if (!statedScore || !sumOfScores || !reading || statedScore.eq(sumOfScores)) return;
    const count = form.indicators.length + (form.budget?.score ? 1 : 0);
    report(statedScore.gt(sumOfScores) ? 'over' : 'under', {
      cells: [reading.cell.ref],
      facts: {
        stated: plain(statedScore),
        sum: plain(sumOfScores),
        gap: plain(statedScore.minus(sumOfScores).abs()),
        count,
      },
      found: statedScore.toNumber(),
      expected: sumOfScores.toNumber(),
    });
  },
});
