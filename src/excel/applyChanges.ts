/** Writes planned values and marks: looks at the cells again, writes what may be written in one go, reads back. */
import type { Edit, Mark } from '../core/report/edit';
import { areaToA1, type Area, type CellRef } from '../core/sheet/cellRef';
import { isCovered } from '../core/sheet/covered';
import { judgeEdit, sameValue, valueAfter, type Judgement } from '../review/cellJudgement';
import { failed, succeeded } from '../review/outcome';
import type { Applied, Changes, EditResult, HostFault, Outcome } from '../review/workbook';
import { isLevelSupported } from './capabilities';
import { contentProperties, isAnswered, stateAt } from './cellContent';
import { codeOf, faultOfCode } from './faults';
import { inExcel } from './inExcel';
import { writeBlocks } from './columnRuns';
import { cellsMarked, marksAmong, queueFormats, queueMarks, queueRules, type QueuedRule } from './marks';
import { bandsOf, mergesOf, queueBand, rangeOf } from './mergedAreas';
import { textForCell } from './textForCell';
import type { OwnWrites } from './watch';

/** An edit and what may be done with it. */
interface JudgedEdit {
  readonly edit: Edit;
  readonly judgement: Judgement;
}

/** Applies the changes to a sheet. A sheet without protection, spills and own marks costs two round trips. */
export function applyChanges(
  sheetId: string,
  { edits, marks }: Changes,
  ownWrites: OwnWrites,
): Promise<Outcome<Applied>> {
  return inExcel({ sheet: sheetId }, async (context) => {
    const sheet = context.workbook.worksheets.getItemOrNullObject(sheetId);
    sheet.load('id,name');
    sheet.protection.load('protected');
    const box = boxAround(edits.map(({ cell }) => cell));
    const looked = box ? queueLook(sheet, box) : null;
    const formats = marks === null ? null : queueFormats(sheet);
    await context.sync();
    if (sheet.isNullObject) return failed({ kind: 'sheet-missing', sheet: sheetId });
    if (looked && !isAnswered(looked.range)) return failed({ kind: 'too-large' });

    const isProtected = sheet.protection.protected;
    // Null, which the types leave out, is an area where some cells spill and some do not.
    const isSpillPossible =
      looked !== null && isLevelSupported('1.12') && (looked.range.hasSpill as boolean | null) !== false;
    const closer = box && (isProtected || isSpillPossible) ? queueCloserLook(sheet, edits, isSpillPossible) : null;
    const rules = formats ? queueRules(formats) : [];
    if (closer || rules.length > 0) await context.sync();

    const merges = looked ? mergesOf(looked.bands) : [];
    const judged = edits.map((edit, index): JudgedEdit => {
      const standing = {
        state: stateIn(looked, edit.cell),
        isCovered: isCovered(edit.cell, merges),
        isLocked: isProtected && closer?.locked[index]?.locked !== false,
        isFilled: closer?.spilling[index]?.hasSpill === true,
      };
      return { edit, judgement: judgeEdit(edit, standing) };
    });
    const writes = judged.filter(({ judgement }) => judgement === 'write').map(({ edit }) => edit);
    const wantedMarks = isProtected ? null : marks;
    if (isProtected && writes.length === 0 && (edits.length > 0 || marks !== null)) {
      return failed({ kind: 'sheet-protected', sheet: sheet.name });
    }

    queueWrites(sheet, writes, merges, (address) => {
      ownWrites.expect(sheetId, address);
    });
    const marked = wantedMarks === null ? [] : queueNewMarks(sheet, marksAmong(rules), wantedMarks);
    const after = looked && box ? queueContent(sheet, box) : null;
    const markedBefore = cellsMarked(marksAmong(rules).map(({ areas }) => areas));
    try {
      await context.sync();
      const markedNow = marks === null ? null : wantedMarks === null ? markedBefore : cellsMarked(marked);
      return succeeded({ results: resultsOf(judged, after && box ? { range: after, box } : null), marked: markedNow });
    } catch (error) {
      const code = codeOf(error);
      if (code === null) throw error;
      return whatStands(
        context,
        sheetId,
        judged,
        box,
        marks !== null,
        faultOfCode(code, { sheet: sheet.name, isProtected }),
      );
    }
  });
}

/** Smallest area around the cells; null for none. */
function boxAround(cells: readonly CellRef[]): Area | null {
  if (cells.length === 0) return null;
  const rows = cells.map(({ row }) => row);
  const columns = cells.map(({ column }) => column);
  return {
    top: Math.min(...rows),
    left: Math.min(...columns),
    bottom: Math.max(...rows),
    right: Math.max(...columns),
  };
}

interface Look {
  readonly range: Excel.Range;
  readonly box: Area;
  readonly bands: readonly ReturnType<typeof queueBand>[];
}

/** One range around all cells is read: a look touches nothing, and one object costs less than many. */
function queueLook(sheet: Excel.Worksheet, box: Area): Look {
  const range = queueContent(sheet, box);
  if (isLevelSupported('1.12')) range.load('hasSpill');
  // A merge that covers a cell may start above or left of every cell of the plan.
  const bands = bandsOf({ ...box, top: 0, left: 0 }, true).bands.map((band) => queueBand(sheet, band));
  return { range, box, bands };
}

function queueContent(sheet: Excel.Worksheet, box: Area): Excel.Range {
  const range = rangeOf(sheet, box);
  range.load(contentProperties);
  return range;
}

interface CloserLook {
  readonly locked: readonly Excel.FormatProtection[];
  readonly spilling: readonly Excel.Range[];
}

/** Cell by cell, where the sheet is protected or something spills among the cells. */
function queueCloserLook(sheet: Excel.Worksheet, edits: readonly Edit[], withSpills: boolean): CloserLook {
  const ranges = edits.map(({ cell }) => sheet.getRangeByIndexes(cell.row, cell.column, 1, 1));
  for (const range of ranges) {
    range.format.protection.load('locked');
    if (withSpills) range.load('hasSpill');
  }
  return { locked: ranges.map(({ format }) => format.protection), spilling: withSpills ? ranges : [] };
}

function stateIn(
  looked: { readonly range: Excel.Range; readonly box: Area } | null,
  { row, column }: CellRef,
): EditResult['now'] {
  if (!looked) throw new Error('a cell was judged that was not looked at');
  return stateAt(looked.range, row - looked.box.top, column - looked.box.left);
}

/** Queues the values; a cell of a block that is not in the plan is null, which leaves it as it is. */
function queueWrites(
  sheet: Excel.Worksheet,
  writes: readonly Edit[],
  merges: readonly Area[],
  expect: (address: string) => void,
): void {
  const byCell = new Map(writes.map((edit) => [`${edit.cell.row} ${edit.cell.column}`, valueAfter(edit)]));
  for (const block of writeBlocks(
    writes.map(({ cell }) => cell),
    merges,
  )) {
    expect(areaToA1(block));
    rangeOf(sheet, block).values = Array.from({ length: block.bottom - block.top + 1 }, (_, index) => {
      const value = byCell.get(`${block.top + index} ${block.left}`);
      if (value === undefined) return [null];
      // Only the empty text empties a cell.
      return [typeof value === 'string' ? textForCell(value) : (value ?? '')];
    });
  }
}

function queueNewMarks(
  sheet: Excel.Worksheet,
  earlier: readonly QueuedRule[],
  marks: readonly Mark[],
): readonly Excel.RangeAreas[] {
  for (const { format } of earlier) format.delete();
  return queueMarks(sheet, marks);
}

function resultsOf(
  judged: readonly JudgedEdit[],
  after: { readonly range: Excel.Range; readonly box: Area } | null,
): readonly EditResult[] {
  return judged.map(({ edit, judgement }): EditResult => {
    const now = stateIn(after, edit.cell);
    const isThere = now.formula === null && sameValue(now.value, valueAfter(edit));
    const outcome = judgement === 'changed' || judgement === 'refused' ? judgement : isThere ? 'written' : 'different';
    return { id: edit.id, cell: edit.cell, outcome, now };
  });
}

/**
 * After a batch that broke: what it wrote before stays written, so the cells are read once more and told as they
 * stand. Where nothing was written, or nothing can be read, the fault that broke it is the answer.
 */
async function whatStands(
  context: Excel.RequestContext,
  sheetId: string,
  judged: readonly JudgedEdit[],
  box: Area | null,
  withMarks: boolean,
  fault: HostFault,
): Promise<Outcome<Applied>> {
  try {
    const sheet = context.workbook.worksheets.getItem(sheetId);
    const range = box ? queueContent(sheet, box) : null;
    const formats = withMarks ? queueFormats(sheet) : null;
    await context.sync();
    const rules = formats ? queueRules(formats) : [];
    if (rules.length > 0) await context.sync();
    const results = resultsOf(judged, range && box ? { range, box } : null);
    const marked = withMarks ? cellsMarked(marksAmong(rules).map(({ areas }) => areas)) : null;
    const isAnythingWritten = results.some(
      ({ outcome }, index) => outcome === 'written' && judged[index]?.judgement === 'write',
    );
    return isAnythingWritten || (marked ?? 0) > 0 ? succeeded({ results, marked }) : failed(fault);
  } catch (error) {
    if (codeOf(error) === null) throw error;
    return failed(fault);
  }
}
