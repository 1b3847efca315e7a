/** Reads the tables of a file that a person chose, in a worker, so that the pane is never held up; nothing is sent. */
import type { RemoteWorkbook } from '../file/remoteWorkbook';
import type { SheetLook } from '../port/sheetLook';
import { succeeded } from '../port/outcome';
import type { Outcome } from '../port/workbook';
import type { FileSheet, FileTables } from '../review/importSheets';
import { openFile } from './openFile';

/** Pixels of one character of the standard font, as a file's widths are told. */
const pixelsOfCharacter = 8;

/**
 * The tables; what cannot be read is a fault that names the file.
 *
 * @param script of the worker, beside the page.
 */
export async function readTables(file: File, script: string): Promise<Outcome<FileTables>> {
  const opened = await openFile(file, script);
  if (!opened.ok) return opened;
  const { close, workbook } = opened.value;
  try {
    const sheets = await sheetsOf(workbook);
    return sheets.ok
      ? succeeded({ fileName: file.name, countsFrom1904: workbook.countsFrom1904, sheets: sheets.value })
      : sheets;
  } finally {
    close();
  }
}

async function sheetsOf(workbook: RemoteWorkbook): Promise<Outcome<readonly FileSheet[]>> {
  const listed = await workbook.sheets();
  if (!listed.ok) return listed;
  const sheets: FileSheet[] = [];
  for (const { id, visibility } of listed.value) {
    const read = await workbook.read(id);
    // A chart sheet holds no table.
    if (!read.ok && read.fault.kind === 'sheet-without-cells') continue;
    if (!read.ok) return read;
    const look = await workbook.look(id);
    if (!look.ok) return look;
    const right = read.value.area?.right ?? -1;
    sheets.push({ snapshot: read.value, visibility, columnWidths: widthsOf(look.value, right) });
  }
  return succeeded(sheets);
}

/** Widths of the columns that hold something, in characters. */
function widthsOf({ columnWidths }: SheetLook, right: number): readonly (number | null)[] {
  const widths = Array.from({ length: right + 1 }, (): number | null => null);
  for (const { first, last, width } of columnWidths) {
    for (let column = first; column <= Math.min(last, right); column += 1) widths[column] = width / pixelsOfCharacter;
  }
  return widths;
}
