/** A form as it will read once edits are written: what a plan is reviewed on before it is offered. */
import { exact } from '../exact';
import type { Form, CellReading } from '../form/form';
import { toA1 } from '../sheet/cellRef';
import type { Cell } from '../sheet/sheetView';
import type { Edit } from './edit';

type After = ReadonlyMap<string, Edit['after']>;

function cellAfter<Held extends Cell | null>(cell: Held, after: After): Held | Cell {
  if (!cell) return cell;
  const value = after.get(toA1(cell.ref));
  return value === undefined ? cell : { ...cell, value, text: String(value) };
}

/** A reading with the number that will stand in its cell; a percent format holds a part of a hundred. */
function readingAfter(reading: CellReading | null, after: After): CellReading | null {
  const value = reading && after.get(toA1(reading.cell.ref));
  if (!reading || typeof value !== 'number') return reading;
  const cell = cellAfter(reading.cell, after);
  const isPart = reading.cell.numberFormat.includes('%');
  return { kind: 'number', value: isPart ? exact(value).times(100) : exact(value), cell };
}

/** The form with the edits written; rates and notes are texts, everything else is a number of points. */
export function afterEdits(form: Form, edits: readonly Edit[]): Form {
  const after: After = new Map(edits.map((edit) => [toA1(edit.cell), edit.after]));
  const { budget, total } = form;
  return {
    ...form,
    indicators: form.indicators.map((row) => ({
      ...row,
      score: readingAfter(row.score, after),
      reason: cellAfter(row.reason, after),
    })),
    budget: budget && { ...budget, score: readingAfter(budget.score, after) },
    total: total && { ...total, score: readingAfter(total.score, after) },
    subtotals: form.subtotals.map((each) => ({ ...each, score: readingAfter(each.score, after) })),
  };
}
