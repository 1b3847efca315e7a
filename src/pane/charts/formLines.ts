/** The points of a form by level-1 heading or by indicator: weight, what the form gives, what the rules give. */
import { type Exact, sum } from '../../core/exact';
import { amountOf } from '../../core/form/amountOf';
import type { FormReport } from '../../core/report/report';
import type { Totals } from '../../core/score/scores';
import { addUp, carriesPoints, executionPoints, pointsOf, type RowPoints } from '../../core/score/totals';
import type { Words } from '../../words/wordsOf';

/** One line of the picture. Points; null: there is no such figure. */
export interface PointsLine {
  readonly name: string;
  readonly weight: Exact | null;
  readonly stated: Exact | null;
  /** The sum of what is settled. */
  readonly settled: Exact;
  /** How many rows of it are still to be judged. */
  readonly openCount: number;
  /** What the whole line can come to; null where nothing limits it. */
  readonly allowed: Totals['allowed'];
}

/** A row on its way to a line. */
interface Row {
  readonly name: string;
  readonly level1: string;
  readonly weight: Exact | null;
  readonly stated: Exact | null;
  readonly points: RowPoints;
}

/** One row for each indicator, the execution rate of the budget block first. */
function rowsOf({ scores }: FormReport, words: Words): readonly Row[] {
  const { execution, indicators } = scores;
  const rows = indicators.map((score) => ({
    name: score.indicator.name.text,
    level1: score.indicator.level1?.text ?? words.say('otherLevel'),
    weight: amountOf(score.indicator.weight),
    stated: amountOf(score.indicator.score),
    points: pointsOf(score),
  }));
  if (!execution?.weight || !carriesPoints(execution)) return rows;
  const name = words.say('execution');
  const stated = amountOf(execution.block.score);
  return [{ name, level1: name, weight: execution.weight, stated, points: executionPoints(execution) }, ...rows];
}

/** One line of several rows; what is not settled is counted apart. */
function lineOf(name: string, rows: readonly Row[]): PointsLine {
  const { allowed, openCount, settledScore: settled } = addUp(rows.map(({ points }) => points));
  const weights = rows.flatMap(({ weight }) => weight ?? []);
  const scores = rows.flatMap(({ stated }) => stated ?? []);
  return {
    name,
    weight: weights.length > 0 ? sum(weights) : null,
    stated: scores.length > 0 ? sum(scores) : null,
    ...{ allowed, openCount, settled },
  };
}

/** The lines of a form. Empty where it has no weights. */
export function linesOfForm(report: FormReport, by: 'level1' | 'indicator', words: Words): readonly PointsLine[] {
  const rows = rowsOf(report, words);
  if (rows.every(({ weight }) => weight === null)) return [];
  if (by === 'indicator') return rows.map((row) => lineOf(row.name, [row]));
  const groups = new Map<string, Row[]>();
  for (const row of rows) groups.set(row.level1, [...(groups.get(row.level1) ?? []), row]);
  return [...groups].map(([name, group]) => lineOf(name, group));
}
