/** All cells that a form was read from, each once, in no particular order. */
import type { Cell } from '../sheet/sheetView';
import type { Form, Indicator } from './form';

function cellsOfIndicator(row: Indicator): readonly (Cell | null | undefined)[] {
  return [
    ...[row.level1?.cell, row.level2?.cell, row.name.cell, row.reason, row.rule, row.remark, row.sign, row.unit],
    ...[row.weight?.cell, row.target?.cell, row.actual?.cell, row.score?.cell],
    ...[row.scoreRate?.cell, row.deduction?.cell, row.misplacedScore],
  ];
}

/** A sheet has no more columns. */
const mostColumns = 16384;

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
  const byPlace = new Map<number, Cell>();
  for (const cell of found) if (cell) byPlace.set(cell.ref.row * mostColumns + cell.ref.column, cell);
  return [...byPlace.values()];
}
