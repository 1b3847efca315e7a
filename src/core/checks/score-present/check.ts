/** Every weighted indicator needs a score, and the form a total. */
import { exact, plain, type Exact } from '../../exact';
import { amountOf } from '../../form/amountOf';
import type { CellReading } from '../../form/form';
import { defineCheck, type Examined } from '../defineCheck';
import { ordinary } from '../shared/scored';

interface Row {
  readonly name: string;
  readonly score: CellReading;
  readonly weight: Exact | null;
  readonly indicator: string | null;
}

/** What the only blank score must be for the total to add up; null where it could not be that. */
function explainedBy({ scores: { totals } }: Examined, { weight }: Row): { stated: string; points: string } | null {
  const { statedScore, sumOfScores } = totals;
  if (!statedScore || !sumOfScores) return null;
  const points = statedScore.minus(sumOfScores);
  // A total that is reached without it says nothing of it.
  const isPossible = points.gt(0) && (weight === null || points.lte(weight));
  return isPossible ? { stated: plain(statedScore), points: plain(exact(points.toFixed(2))) } : null;
}

function isEmpty({ score: { kind } }: Row): boolean {
  return kind === 'blank' || kind === 'dash';
}

export const scorePresent = defineCheck({
  id: 'score-present',
  severity: 'P0',
  scope: 'indicators',
  yieldsTo: ['cell-without-error', 'weight-is-number'],
  messages: {
    missing: ['name'],
    missingExplained: ['name', 'stated', 'points'],
    words: ['name', 'text'],
    allMissing: ['count'],
    noTotal: ['count'],
  },

  find(examined, report) {
    const { form } = examined;
    const rows: Row[] = ordinary(form).flatMap(({ key, name, score, weight }) =>
      // Layouts without weights give points all the same.
      score && (weight === null || amountOf(weight)?.gt(0))
        ? [{ name: name.text, score, weight: amountOf(weight), indicator: key }]
        : [],
    );
    const whole = form.budget?.lines.find(({ role }) => role === 'total');
    if (form.budget?.score && whole && amountOf(form.budget.weight)?.gt(0)) {
      const weight = amountOf(form.budget.weight);
      rows.unshift({ name: whole.label.text, score: form.budget.score, weight, indicator: null });
    }
    const empty = rows.filter(isEmpty);
    if (rows.length > 1 && empty.length === rows.length) {
      report('allMissing', { cells: rows.map(({ score }) => score.cell.ref), facts: { count: rows.length } });
      return;
    }
    const [blank] = empty;
    const explained = blank ? explainedBy(examined, blank) : null;
    for (const row of rows) {
      const { indicator, name, score } = row;
      const place = { cells: [score.cell.ref], ...(indicator === null ? {} : { indicator }) };
      if (isEmpty(row) && explained && empty.length === 1) {
        report('missingExplained', { ...place, facts: { name, ...explained } });
      } else if (isEmpty(row)) report('missing', { ...place, facts: { name } });
      else if (score.kind === 'not-a-number') {
        report('words', { ...place, facts: { name, text: score.cell.text }, found: score.cell.text });
      }
    }
    const total = form.total?.score;
    if (rows.length > 0 && total && (total.kind === 'blank' || total.kind === 'dash')) {
      report('noTotal', { cells: [total.cell.ref], facts: { count: rows.length }, severity: 'P1' });
    }
  },
});
