/** Writes values and marks in one go: looks at the cells again, writes what may be written, reads back. */
import type { Mark } from '../port/workbook';
import { areaToA1, type Area, type CellRef } from '../core/sheet/cellRef';
import { isCovered } from '../core/sheet/covered';
import { judgeEdit, resultOf, sameContent, valueAfter, type Judgement } from '../port/cellJudgement';
import { failed, succeeded } from '../port/outcome';
import { textToRemember } from '../port/remembrance';
import type { Applied, CellChange, Changes, EditResult, HostFault, Outcome } from '../port/workbook';
import { isLevelSupported } from './capabilities';
import { contentProperties, isAnswered, stateAt } from './cellContent';
import { codeOf, faultOfCode } from './faults';
import { inExcel, writingInExcel, type ExcelProgress } from './inExcel';
import { writeBlocks } from './columnRuns';
import { cellsMarked, marksAmong, queueFormats, queueMarks, queueRules, type QueuedRule } from './marks';
import { findRules, idsAmong, removeHalfMade } from './marksApart';
import { bandsOf, mergesOf, queueBand, rangeOf } from './mergedAreas';
import { queueNumberFormat } from './numberFormat';
import { utf8Length } from '../port/utf8Length';
import { isTooLong, queueRecall, queueRemember, recalled } from './remember';
import { textForCell } from './textForCell';
import type { OwnWrites } from './watch';

// Excel on the web takes and gives 5 MB at once, and what was written is read back twice over: as values and as formulas.
const mostBytesOfText = 2_000_000;

/** A change and what may be done with it. */
interface JudgedEdit {
  readonly edit: CellChange;
  readonly judgement: Judgement;
}

/** A write that broke off, with what is needed to see how far it got. */
interface Broken {
  readonly judged: readonly JudgedEdit[];
  readonly box: Area | null;
  /** The marks that stood before; null when marks were to be left alone. */
  readonly marksBefore: string | null;
  /** The custom conditional formats that stood before. */
  readonly formatsBefore: ReadonlySet<string>;
  readonly fault: HostFault;
}

/** How a write is tried. */
export interface WriteManner {
  /** Whether one Ctrl+Z is to take all of it back, where Excel can do that. */
  readonly isGrouped: boolean;
}

/**
 * Applies the changes to a sheet. A sheet without protection, spills and own marks costs two round trips: one looks,
 * one writes, keeps what is to be remembered and reads back. After a write that broke off, what stands is looked up
 * on a new connection.
 */
export async function applyAtOnce(
  sheetId: string,
  changes: Changes,
  ownWrites: OwnWrites,
  { isGrouped }: WriteManner,
): Promise<Outcome<Applied>> {
  const applied = await writingInExcel<Applied | Broken>(
    { sheet: sheetId },
    (context, progress) => lookAndWrite({ context, progress, sheetId, ownWrites }, changes),
    isGrouped,
  );
  if (!applied.ok) return applied;
  return 'fault' in applied.value ? whatStands(sheetId, applied.value) : succeeded(applied.value);
}

interface Place {
  readonly context: Excel.RequestContext;
  readonly progress: ExcelProgress;
  readonly sheetId: string;
  readonly ownWrites: OwnWrites;
}

async function lookAndWrite(
  { context, ownWrites, progress, sheetId }: Place,
  { edits, marks, remember }: Changes,
): Promise<Outcome<Applied | Broken>> {
  const sheet = context.workbook.worksheets.getItemOrNullObject(sheetId);
  sheet.load('id,name');
  sheet.protection.load('protected');
  const box = boxAround(edits.map(({ cell }) => cell));
  const looked = box ? queueLook(sheet, box) : null;
  const formats = marks === null ? null : queueFormats(sheet);
  const kept = remember && edits.length > 0 ? queueRecall(context, remember.key) : null;
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
  const text = textToRemember(remember, {
    sheetName: sheet.name,
    earlier: kept && recalled(kept),
    writes,
    standing: ({ cell }) => stateIn(looked, cell),
  });
  if (text !== null && isTooLong(text)) return failed({ kind: 'too-large' });
  if (bytesOfTexts(writes) > mostBytesOfText) return failed({ kind: 'too-large' });

  // First of all, so that no cell is ever written without it.
  if (remember && text !== null) queueRemember(context, remember.key, text);
  queueWrites(sheet, writes, merges, {
    formatOf: ({ cell }) => stateIn(looked, cell).numberFormat,
    expect: (address) => {
      ownWrites.expect(sheetId, address);
    },
  });
  const earlierMarks = marksAmong(rules);
  const marked = wantedMarks === null ? [] : queueNewMarks(sheet, earlierMarks, wantedMarks);
  const after = looked && box ? queueContent(sheet, box) : null;
  const remembered = remember && text !== null ? queueRecall(context, remember.key) : null;
  const markedBefore = cellsMarked(earlierMarks.map(({ areas }) => areas));
  const marksBefore = marks === null ? null : signatureOf(earlierMarks);
  progress.isWriting = true;
  try {
    await context.sync();
  } catch (error) {
    const code = codeOf(error);
    if (code === null) throw error;
    const broken = { judged, box, marksBefore, formatsBefore: idsAmong({ rules }) };
    return succeeded({ ...broken, fault: faultOfCode(code, { sheet: sheet.name, isProtected }) });
  }
  const markedNow = marks === null ? null : wantedMarks === null ? markedBefore : cellsMarked(marked);
  const applied = { results: resultsOf(judged, after && box ? { range: after, box } : null), marked: markedNow };
  return succeeded(remembered ? { ...applied, remembered: recalled(remembered) === text } : applied);
}

function bytesOfTexts(writes: readonly CellChange[]): number {
  return writes.reduce((sum, { after }) => sum + (typeof after === 'string' ? utf8Length(after) : 0), 0);
}

/** The marks of a sheet as one text, to see whether they changed. */
function signatureOf(marks: readonly QueuedRule[]): string {
  return marks
    .map(({ areas, format }) => `${format.custom.rule.formula} ${areas.address}`)
    .sort()
    .join('|');
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
function queueCloserLook(sheet: Excel.Worksheet, edits: readonly CellChange[], withSpills: boolean): CloserLook {
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

interface Writing {
  /** The number format that stands in the cell. */
  readonly formatOf: (change: CellChange) => string;
  /** Told of every area that is about to be written. */
  readonly expect: (address: string) => void;
}

/** Queues the values; a cell of a block that is not in the plan is null, which leaves it as it is. */
function queueWrites(
  sheet: Excel.Worksheet,
  writes: readonly CellChange[],
  merges: readonly Area[],
  { formatOf, expect }: Writing,
): void {
  // Ahead of the values, since how a cell takes a value depends on its format.
  for (const { cell, numberFormat } of writes) {
    if (numberFormat !== undefined) queueNumberFormat(sheet, cell, numberFormat);
  }
  const byCell = new Map(writes.map((change) => [`${change.cell.row} ${change.cell.column}`, change]));
  for (const block of writeBlocks(
    writes.map(({ cell }) => cell),
    merges,
  )) {
    expect(areaToA1(block));
    rangeOf(sheet, block).values = Array.from({ length: block.bottom - block.top + 1 }, (_, index) => {
      const change = byCell.get(`${block.top + index} ${block.left}`);
      if (!change) return [null];
      const value = valueAfter(change);
      // Excel takes the empty text for an empty cell, and null for "leave it".
      return [typeof value === 'string' ? textForCell(value, change.numberFormat ?? formatOf(change)) : (value ?? '')];
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
  return judged.map(({ edit, judgement }) => resultOf(edit, judgement, stateIn(after, edit.cell)));
}

/**
 * After a batch that broke: what it wrote before stays written, so the cells are read once more and told as they
 * stand. Where nothing was written, or nothing can be read, the fault that broke it is the answer.
 */
async function whatStands(
  sheetId: string,
  { judged, box, fault, formatsBefore, marksBefore }: Broken,
): Promise<Outcome<Applied>> {
  const seen = await inExcel({ sheet: sheetId }, async (context) => {
    const sheet = context.workbook.worksheets.getItem(sheetId);
    const range = box ? queueContent(sheet, box) : null;
    if (range) await context.sync();
    const found = marksBefore === null ? null : await findRules(context, sheet);
    if (found) await removeHalfMade(context, sheet, found, formatsBefore);
    const marks = marksAmong(found?.rules ?? []);
    const results = resultsOf(judged, range && box ? { range, box } : null);
    const marked = marksBefore === null ? null : cellsMarked(marks.map(({ areas }) => areas));
    const isAnythingWritten = results.some(({ now }, index) => {
      const one = judged[index];
      return one?.judgement === 'write' && !sameContent(now, one.edit.before);
    });
    const isAnythingMarked = marksBefore !== null && signatureOf(marks) !== marksBefore;
    return isAnythingWritten || isAnythingMarked
      ? succeeded<Applied>({ results, marked, brokenBy: fault })
      : failed(fault);
  });
  return seen.ok ? seen : failed(fault);
}
