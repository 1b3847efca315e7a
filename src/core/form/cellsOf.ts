/** All cells that a form was read from, each once, in no particular order. */
import { toA1 } from '../sheet/cellRef';
import type { Cell } from '../sheet/sheetView';
import type { Form, Indicator } from './form';

function cellsOfIndicator(indicator: Indicator): readonly (Cell | null | undefined)[] {
  const { actual, deduction, level1, level2, misplacedScore, name, reason, remark } = indicator;
  const { rule, score, scoreRate, sign, target, unit, weight } = indicator;
  const readings = [weight, target, actual, score, scoreRate, deduction].map((reading) => reading?.cell);
  const labels = [level1, level2, name].map((label) => label?.cell);
  return [...labels, ...readings, reason, rule, remark, sign, unit, misplacedScore];
}

/** The cells of the head, the budget block, the indicator table, its total and its notes. */
export function cellsOf(form: Form): readonly Cell[] {
  const { budget, goals, total } = form;
  const found: readonly (Cell | null | undefined)[] = [
    ...[form.title, form.project, form.department, form.unit, goals.expected, goals.achieved],
    ...(budget?.lines.flatMap((line) => [
      line.label.cell,
      line.initial?.cell,
      line.budget?.cell,
      line.executed?.cell,
    ]) ?? []),
    ...[budget?.weight?.cell, budget?.rate?.cell, budget?.score?.cell],
    ...form.columns.map(({ header }) => header),
    ...form.indicators.flatMap(cellsOfIndicator),
    ...form.subtotals.flatMap(({ label, score, weight }) => [label, score?.cell, weight?.cell]),
    ...[total?.label, total?.weight?.cell, total?.score?.cell, total?.scoreRate?.cell, total?.deduction?.cell],
    ...form.notes,
  ];
  const byPlace = new Map<string, Cell>();
  for (const cell of found) if (cell) byPlace.set(toA1(cell.ref), cell);
  return [...byPlace.values()];
}
