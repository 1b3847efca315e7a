/** A form as it will read once edits are written: what a plan is reviewed on before it is offered. */
import { exact } from '../exact';
import type { CellReading, Form, Indicator } from '../form/form';
import { rememberedFrom } from '../remembered';
import type { CellRef } from '../sheet/cellRef';
import type { Cell } from '../sheet/sheetView';
import type { Edit } from './edit';

/** What will stand in the cells that are written, by row and column. */
type After = (ref: CellRef) => Edit['after'] | undefined;

function afterOf(edits: readonly Edit[]): After {
  const rows = new Map<number, Map<number, Edit['after']>>();
  for (const { after, cell } of edits) {
    const row = rows.get(cell.row) ?? new Map<number, Edit['after']>();
    rows.set(cell.row, row.set(cell.column, after));
  }
  return ({ column, row }) => rows.get(row)?.get(column);
}

function cellAfter<Held extends Cell | null>(cell: Held, after: After): Held | Cell {
  if (!cell) return cell;
  const value = after(cell.ref);
  return value === undefined ? cell : { ...cell, value, text: String(value) };
}

/** A reading with the number that will stand in its cell; a percent format holds a part of a hundred. */
function readingAfter(reading: CellReading | null, after: After): CellReading | null {
  const value = reading && after(reading.cell.ref);
  if (!reading || typeof value !== 'number') return reading;
  const cell = cellAfter(reading.cell, after);
  const isPart = reading.cell.numberFormat.includes('%');
  return { kind: 'number', value: isPart ? exact(value).times(100) : exact(value), cell };
}

/** The same edit of the same row makes the same row: the plan is drawn up again after every mend. */
const rowOf = rememberedFrom<Indicator>();

function rowAfter(row: Indicator, after: After): Indicator {
  const score = row.score ? after(row.score.cell.ref) : undefined;
  const reason = row.reason ? after(row.reason.ref) : undefined;
  // What nothing is written into stays the same object, and what was found out about it holds.
  if (score === undefined && reason === undefined) return row;
  return rowOf([row, score, reason], () => ({
    ...row,
    score: readingAfter(row.score, after),
    reason: cellAfter(row.reason, after),
  }));
}

/** The form with the edits written; rates and notes are texts, everything else is a number of points. */
export function afterEdits(form: Form, edits: readonly Edit[]): Form {
  const after = afterOf(edits);
  const { budget, total } = form;
  return {
    ...form,
    indicators: form.indicators.map((row) => rowAfter(row, after)),
    budget: budget && { ...budget, score: readingAfter(budget.score, after) },
    total: total && { ...total, score: readingAfter(total.score, after) },
    subtotals: form.subtotals.map((each) => ({ ...each, score: readingAfter(each.score, after) })),
  };
}
