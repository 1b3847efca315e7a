/** All cells that a form was read from, each once, in no particular order. */
import { rememberedOf } from '../remembered';
import { cellKey } from '../sheet/sheetSize';
import type { Cell } from '../sheet/sheetView';
import type { Form, Indicator } from './form';
import { fieldCells } from './roles';

type Take = (...cells: readonly (Cell | null | undefined)[]) => void;

function takeIndicator(row: Indicator, take: Take): void {
  take(row.level1?.cell, row.level2?.cell, row.name.cell, row.misplacedScore);
  for (const { cell } of fieldCells(row)) take(cell);
}

/** The cells of the head, the budget block, the indicator table, its total and its notes; several checks ask for them. */
export const cellsOf: (form: Form) => readonly Cell[] = rememberedOf(collect);

function collect(form: Form): readonly Cell[] {
  const { budget, goals, head, total } = form;
  const byPlace = new Map<number, Cell>();
  const take: Take = (...cells) => {
    for (const cell of cells) if (cell) byPlace.set(cellKey(cell.ref), cell);
  };
  take(form.title, form.project, form.department, form.unit, goals.expected, goals.achieved);
  for (const { budget: adjusted, executed, initial, label, rate } of budget?.lines ?? [])
    take(label.cell, initial?.cell, adjusted?.cell, executed?.cell, rate?.cell);
  take(budget?.weight?.cell, budget?.rate?.cell, budget?.score?.cell, budget?.reason);
  take(budget?.formTotals?.weight.cell, budget?.formTotals?.score?.cell);
  take(head.score?.label, head.score?.reading.cell, head.grade);
  for (const { label } of form.sharedWeights) take(label);
  for (const { columns } of [form, ...form.furtherBlocks]) for (const { header } of columns) take(header);
  for (const indicator of form.indicators) takeIndicator(indicator, take);
  for (const { label, score, weight } of form.subtotals) take(label, score?.cell, weight?.cell);
  take(total?.label, total?.weight?.cell, total?.score?.cell, total?.scoreRate?.cell, total?.deduction?.cell);
  take(...form.notes);
  return [...byPlace.values()];
}
