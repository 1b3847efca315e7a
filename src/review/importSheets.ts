/**
 * Brings the sheets of a file into the open workbook, each a new sheet behind the others, and takes them away again as
 * long as nobody changed them. The file is read elsewhere; here it is data.
 */
import type { BookCell, NewSheet } from '../core/sheet/bookSheet';
import { isCellError, type CellValue, type Snapshot } from '../core/sheet/snapshot';
import { readNumberCell } from '../core/value/numberCell';
import { carriedFormula } from '../port/carriedFormula';
import { failed, succeeded } from '../port/outcome';
import type { HostFault, Outcome, SheetEntry, Workbook } from '../port/workbook';
import { fingerprint } from '../core/fingerprint';
import { importKind, type ImportRecord } from './memory/imports';
import type { Seal } from './memory/seal';
import { ours } from './memory/signedMemory';
import { createStore } from './memory/store';

/** A sheet of a file, as it was read there. */
export interface FileSheet {
  readonly snapshot: Snapshot;
  readonly visibility: SheetEntry['visibility'];
  /** In characters of the standard font; null where a column says nothing. */
  readonly columnWidths: readonly (number | null)[];
}

/** The sheets of a file; of a file of another format each of its tables. */
export interface FileTables {
  /** With its ending, without a folder. */
  readonly fileName: string;
  /** Whether its dates count from 1904 instead of 1900. */
  readonly countsFrom1904: boolean;
  readonly sheets: readonly FileSheet[];
}

/** A sheet that was brought in. */
export interface ImportedSheet {
  readonly sheetId: string;
  /** The name that it got here, and the one that it has in the file. */
  readonly name: string;
  readonly nameInFile: string;
  /** Formulas of which only the result came along, because they reach out of their sheet. */
  readonly resultsOnly: number;
  /** Cells that do not show what the file says: formulas that this workbook calculates otherwise. */
  readonly different: number;
  /** Rows and columns of the sheet in the file, where not all of them were read; else null. */
  readonly clippedFrom: Snapshot['clippedFrom'];
}

/** What an import did. */
export interface Imported {
  readonly fileName: string;
  readonly sheets: readonly ImportedSheet[];
  /** Names of sheets that are hidden in the file, and stayed there. */
  readonly hidden: readonly string[];
  /** Whether it can be taken back, also after the workbook was saved and opened again. */
  readonly isRecorded: boolean;
  /** The fault that broke it off after some sheets; a sheet that stands there unfinished is named. */
  readonly brokenBy?: HostFault;
  readonly unfinished: readonly string[];
}

/** More sheets than this are no set of forms; the rest stays in the file. */
const mostSheets = 60;

/**
 * Brings the sheets in that can be seen and hold something. A fault means that nothing was added: what was added before
 * it is told.
 */
export async function importSheets(
  workbook: Workbook,
  tables: FileTables,
  time: string,
  seal: Seal,
): Promise<Outcome<Imported>> {
  const { fileName, sheets } = tables;
  const full = sheets.filter(({ snapshot }) => snapshot.area !== null);
  const seen = full.filter(({ visibility }) => visibility === 'visible').slice(0, mostSheets);
  const left = full.filter((sheet) => !seen.includes(sheet)).map(({ snapshot }) => snapshot.sheetName);
  if (seen.length === 0) return failed({ kind: 'file-without-table', path: fileName });
  const before = await workbook.sheets();
  if (!before.ok) return before;

  const added: Added[] = [];
  let brokenBy: HostFault | null = null;
  for (const sheet of seen) {
    const name = seen.length === 1 ? nameAlone(sheet.snapshot.sheetName, fileName) : sheet.snapshot.sheetName;
    const done = await addOne(workbook, sheet, name, tables.countsFrom1904);
    if (!done.ok) {
      brokenBy = done.fault;
      break;
    }
    added.push(done.value);
  }
  const looked = await lookAt(workbook, added);
  brokenBy ??= looked.fault;
  const imported = looked.sheets.map(({ sheet }) => sheet);
  const unfinished = brokenBy === null ? [] : await unfinishedSheets(workbook, before.value, imported);
  if (brokenBy !== null && imported.length === 0 && unfinished.length === 0) return failed(brokenBy);
  const isRecorded = await record(workbook, seal, { time, fileName, sheets: looked.sheets.map(({ print }) => print) });
  const done = { fileName, sheets: imported, hidden: left, isRecorded, unfinished };
  return succeeded(brokenBy === null ? done : { ...done, brokenBy });
}

/** A sheet that was added, with what was to stand in it. */
interface Added {
  readonly sheetId: string;
  readonly name: string;
  readonly resultsOnly: number;
  readonly cells: readonly BookCell[];
  readonly inFile: Snapshot;
}

/** Reads what was added, in one go: how it shows here, and its print as it came. */
async function lookAt(
  workbook: Workbook,
  added: readonly Added[],
): Promise<{
  readonly sheets: readonly { readonly sheet: ImportedSheet; readonly print: ImportRecord['sheets'][number] }[];
  readonly fault: HostFault | null;
}> {
  if (added.length === 0) return { sheets: [], fault: null };
  const read = await workbook.readMany(added.map(({ sheetId }) => sheetId));
  if (!read.ok) return { sheets: [], fault: read.fault };
  let fault: HostFault | null = null;
  const sheets = added.flatMap(({ cells, inFile, name, resultsOnly, sheetId }) => {
    const outcome = read.value.find((one) => one.sheetId === sheetId)?.outcome;
    if (!outcome?.ok) {
      fault ??= outcome ? outcome.fault : { kind: 'sheet-missing', sheet: name };
      return [];
    }
    const different = countDifferent(cells, outcome.value);
    const { clippedFrom, sheetName: nameInFile } = inFile;
    return {
      sheet: { sheetId, name, nameInFile, resultsOnly, different, clippedFrom },
      print: { sheetId, name, print: printOfSheet(outcome.value) },
    };
  });
  return { sheets, fault };
}

/** Names of sheets that are there now and were neither there before nor brought in whole. */
async function unfinishedSheets(
  workbook: Workbook,
  before: readonly SheetEntry[],
  imported: readonly ImportedSheet[],
): Promise<readonly string[]> {
  const now = await workbook.sheets();
  if (!now.ok) return [];
  const known = new Set([...before.map(({ id }) => id), ...imported.map(({ sheetId }) => sheetId)]);
  return now.value.filter(({ id }) => !known.has(id)).map(({ name }) => name);
}

/** A name that a program gave says less than the file's own. */
function nameAlone(sheetName: string, fileName: string): string {
  const stem = fileName.replace(/\.[^.]*$/, '').trim();
  return /^(?:sheet|工作表|表格?)\s*[0-9]*$/i.test(sheetName.trim()) && stem !== '' ? stem : sheetName;
}

async function addOne(
  workbook: Workbook,
  { columnWidths, snapshot }: FileSheet,
  name: string,
  countsFrom1904: boolean,
): Promise<Outcome<Added>> {
  const { cells, resultsOnly } = cellsOf(snapshot, countsFrom1904);
  const { hiddenColumns, hiddenRows, merges } = snapshot;
  const sheet: NewSheet = { name, cells, merges, hiddenRows, hiddenColumns, columnWidths };
  const added = await workbook.addSheet(sheet);
  return added.ok ? succeeded({ ...added.value, resultsOnly, cells, inFile: snapshot }) : added;
}

/** Days between the first day of 1900 and that of 1904, as dates count. */
const daysTo1904 = 1462;

function cellsOf(
  { area, formulas, numberFormats, values }: Snapshot,
  countsFrom1904: boolean,
): { readonly cells: readonly BookCell[]; readonly resultsOnly: number } {
  const cells: BookCell[] = [];
  let resultsOnly = 0;
  values.forEach((line, row) => {
    line.forEach((value, column) => {
      const formula = formulas[row]?.[column] ?? null;
      if (!area || (value === null && formula === null)) return;
      const format = numberFormats[row]?.[column] ?? 'General';
      const carried = formula === null ? null : carriedFormula(formula);
      if (formula !== null && carried === null) resultsOnly += 1;
      const isEarly = countsFrom1904 && typeof value === 'number' && readNumberCell(value, '', format).kind === 'date';
      cells.push({
        ref: { row: area.top + row, column: area.left + column },
        value: isEarly ? value + daysTo1904 : value,
        ...(carried === null ? {} : { formula: carried }),
        ...(format === 'General' ? {} : { format }),
      });
    });
  });
  return { cells, resultsOnly };
}

function countDifferent(cells: readonly BookCell[], { area, values }: Snapshot): number {
  const at = (row: number, column: number): CellValue => (area && values[row - area.top]?.[column - area.left]) ?? null;
  return cells.filter(({ ref, value }) => !isShownAlike(value, at(ref.row, ref.column))).length;
}

/** Numbers have fifteen digits in a spreadsheet program; what a sum holds beyond them differs between programs. */
function isShownAlike(wanted: CellValue, value: CellValue): boolean {
  if (typeof wanted === 'number' && typeof value === 'number') return wanted.toPrecision(15) === value.toPrecision(15);
  if (isCellError(wanted)) return isCellError(value) && value.error === wanted.error;
  return (wanted === '' ? null : wanted) === (value === '' ? null : value);
}

/** The print of what a person would see to have changed: contents and merges. */
export function printOfSheet({ area, formulas, merges, values }: Snapshot): string {
  return fingerprint(JSON.stringify([area, values, formulas, merges]));
}

async function record(workbook: Workbook, seal: Seal, entry: ImportRecord): Promise<boolean> {
  if (entry.sheets.length === 0) return false;
  const store = createStore(workbook, seal);
  const kept = await store.change(importKind, (entries) => [...entries, entry].slice(-20));
  if (!kept.ok || kept.value !== 'kept') return false;
  const recalled = await store.recall(importKind);
  return (
    recalled.ok && recalled.value.kind === 'value' && ours(recalled.value.value).some(({ time }) => time === entry.time)
  );
}
