/**
 * Which rows and columns are hidden, asked for in a way that does not count as a write: the calls made for it
 * (getRowProperties, getColumnProperties) empty the user's undo stack below ExcelApi 1.20 (office-js #5918, #3141).
 */
import type { Area } from '../core/sheet/cellRef';
import { rangeOf } from './mergedAreas';

/** A range whose hiddenness was asked for; after the sync it is true, false, or null where lines differ. */
export type QueuedHidden = Excel.Range;

// So many lines are asked for together before those of a mixed group are asked for one by one.
const linesOfGroup = 32;

/** Queues whether the rows and the columns of a range are hidden. */
export function queueHidden(range: Excel.Range): QueuedHidden {
  range.load('rowHidden,columnHidden');
  return range;
}

/** The hidden lines of an area, zero-based on the sheet; one or two round trips more where some are hidden. */
export async function hiddenLines(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  area: Area,
  { columnHidden, rowHidden }: QueuedHidden,
): Promise<{ readonly hiddenRows: readonly number[]; readonly hiddenColumns: readonly number[] }> {
  const rows: LineGroup = { kind: 'row', first: area.top, last: area.bottom };
  const columns: LineGroup = { kind: 'column', first: area.left, last: area.right };
  // Null, which the types leave out, is a range where some lines are hidden and some are not.
  const answers: readonly ToldGroup[] = [
    { group: rows, hidden: rowHidden },
    { group: columns, hidden: columnHidden },
  ];
  const found = answers.flatMap(({ group, hidden }) => (hidden === true ? linesOf(group) : []));
  let open = answers.flatMap(({ group, hidden }) => (hidden === null ? partsOf(group, linesOfGroup) : []));
  while (open.length > 0) {
    const told = await toldOf(context, sheet, area, open);
    found.push(...told.flatMap(({ group, hidden }) => (hidden === true ? linesOf(group) : [])));
    open = told.flatMap(({ group, hidden }) => (hidden === null && group.last > group.first ? partsOf(group, 1) : []));
  }
  const of = (kind: LineGroup['kind']): readonly number[] =>
    found.filter((line) => line.kind === kind).map(({ line }) => line);
  return { hiddenRows: of('row'), hiddenColumns: of('column') };
}

interface LineGroup {
  readonly kind: 'row' | 'column';
  readonly first: number;
  readonly last: number;
}

interface ToldGroup {
  readonly group: LineGroup;
  /** Null: some are and some are not. */
  readonly hidden: boolean | null;
}

async function toldOf(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  area: Area,
  groups: readonly LineGroup[],
): Promise<readonly ToldGroup[]> {
  const asked = groups.map((group) => ({ group, range: queueGroup(sheet, area, group) }));
  await context.sync();
  return asked.map(({ group, range }) => ({
    group,
    hidden: group.kind === 'row' ? range.rowHidden : range.columnHidden,
  }));
}

const linesOf = ({ first, kind, last }: LineGroup) =>
  Array.from({ length: last - first + 1 }, (_, index) => ({ kind, line: first + index }));

function partsOf({ first, kind, last }: LineGroup, size: number): readonly LineGroup[] {
  return Array.from({ length: Math.ceil((last - first + 1) / size) }, (_, index) => ({
    kind,
    first: first + index * size,
    last: Math.min(last, first + (index + 1) * size - 1),
  }));
}

function queueGroup(sheet: Excel.Worksheet, area: Area, { first, kind, last }: LineGroup): Excel.Range {
  const range = rangeOf(
    sheet,
    kind === 'row' ? { ...area, top: first, bottom: last } : { ...area, left: first, right: last },
  );
  range.load(kind === 'row' ? 'rowHidden' : 'columnHidden');
  return range;
}
