/** An .xlsx or .xlsm in memory behind the workbook port: bytes in, bytes out, no file system. */
import type { OwnSheet } from '../core/sheet/ownSheet';
import { failed, succeeded } from '../port/outcome';
import { chooseName } from '../port/ownSheetName';
import { readOneByOne } from '../port/readOneByOne';
import type { SheetLook } from '../port/sheetLook';
import type { HostFault, Outcome, Workbook } from '../port/workbook';
import { applyChanges, unmark } from './applyChanges';
import { readCellLooks } from './cellLooks';
import { keysOfProperties, recallProperty, rememberProperty } from './customProperties';
import { damageOf } from './damage';
import { decodeSheet } from './decodeSheet';
import { addNewSheet, removeSheetPart } from './newSheetPart';
import { createNumberDisplay } from './numberDisplay';
import { type LoadedSheet, OpenXlsx } from './openXlsx';
import { addOwnStyles, addSheetPart, isOwnSheetPart, ownSheetXml } from './ownSheetPart';
import { sheetLookOf } from './sheetLook';
import { openPackage } from './workbookPackage';
import { readWorkbookParts, type ListedSheet } from './workbookParts';
import type { Unpacker, ZipEntry } from './zip';

/** A workbook that can be saved. */
export interface XlsxWorkbook extends Workbook {
  /** The workbook as a file, with everything that was changed so far. */
  bytes(): Uint8Array;
  /** Whether its dates count from 1904 instead of 1900. */
  readonly countsFrom1904: boolean;
  /** How a sheet looks, for a screen without a spreadsheet program. */
  look(sheetId: string): Outcome<SheetLook>;
}

/** What the workbook needs from outside. */
export interface XlsxOptions {
  /** Named in faults. */
  readonly path: string;
  /** Unpacks faster than the one that works everywhere, where the host has such a thing. */
  readonly unpacker?: Unpacker;
}

/**
 * Opens a workbook from its bytes; what cannot be opened is a fault with the path.
 *
 * @param directory of the archive, where it was read already.
 */
export function openXlsxWorkbook(
  bytes: Uint8Array,
  options: XlsxOptions,
  directory?: readonly ZipEntry[],
): Outcome<XlsxWorkbook> {
  const { unpacker, path } = options;
  try {
    const opened = openPackage(bytes, unpacker, directory);
    if (typeof opened === 'string') return failed({ kind: opened, path });
    const parts = readWorkbookParts(opened);
    if (!parts) return failed({ kind: 'not-a-workbook', path });
    return succeeded(workbookOf(new OpenXlsx(opened, parts), options));
  } catch (error) {
    return failed(damageOf(error, path));
  }
}

/** Every call of the port: damage that comes to light only now is its fault. */
function answering(path: string): {
  readonly now: <T>(call: () => Outcome<T>) => Outcome<T>;
  readonly later: <T>(call: () => Outcome<T> | Promise<Outcome<T>>) => Promise<Outcome<T>>;
} {
  const faultOf = (error: unknown): { readonly ok: false; readonly fault: HostFault } => failed(damageOf(error, path));
  return {
    now(call) {
      try {
        return call();
      } catch (error) {
        return faultOf(error);
      }
    },
    async later(call) {
      try {
        return await call();
      } catch (error) {
        return faultOf(error);
      }
    },
  };
}

function workbookOf(open: OpenXlsx, { path }: XlsxOptions): XlsxWorkbook {
  const display = createNumberDisplay(open.parts.countsFrom1904);
  const { later, now } = answering(path);
  const read: Workbook['read'] = (sheetId) =>
    later(() =>
      onSheet(open, sheetId, ({ listed, part, tables }) => succeeded(decodeSheet(listed, part, tables, display))),
    );
  return {
    countsFrom1904: open.parts.countsFrom1904,
    bytes: () => open.current.bytes(),
    look: (sheetId) =>
      now(() =>
        onSheet(open, sheetId, ({ part }) => succeeded(sheetLookOf(part, readCellLooks(open.text(open.parts.styles))))),
      ),
    capabilities: () =>
      settled({ host: 'file', canMark: true, nativeUndo: false, details: { format: 'Office Open XML' } }),
    sheets: () =>
      settled(open.parts.sheets.map(({ id, name, visibility, isActive }) => ({ id, name, visibility, isActive }))),
    read,
    readMany: (sheetIds, control) => readOneByOne(read, sheetIds, control),
    apply: (sheetId, changes) => later(() => onSheet(open, sheetId, (sheet) => applyChanges(open, sheet, changes))),
    writeSheet: (sheet, renew) => later(() => writeOwnSheet(open, sheet, renew)),
    addSheet: (sheet) => later(() => addNewSheet(open, sheet)),
    removeSheet: (sheetId) => later(() => removeSheetPart(open, sheetId)),
    unmark: (sheetId) => later(() => onSheet(open, sheetId, (sheet) => unmark(open, sheet))),
    // A file has no screen: that the sheet and the cell exist is all that can be said.
    reveal: (sheetId) => later(() => onSheet(open, sheetId, () => succeeded(null))),
    // A file has no user who selects: the top left cell of the sheet that was in front when it was saved.
    selection: () =>
      later(() =>
        onSheet(open, undefined, ({ listed }) => succeeded({ sheetId: listed.id, cell: { row: 0, column: 0 } })),
      ),
    // Nobody else changes an open file's bytes.
    watch: () => settled(() => undefined),
    recall: (key) => later(() => succeeded(recallProperty(open.current, key))),
    keptKeys: () => later(() => succeeded(keysOfProperties(open.current))),
    remember: (key, text) =>
      later(() => {
        open.current = rememberProperty(open.current, key, text);
        return succeeded(null);
      }),
  };
}

/** Does something with a sheet, or says why the sheet cannot be had. */
function onSheet<Answer>(
  open: OpenXlsx,
  sheetId: string | undefined,
  use: (sheet: LoadedSheet) => Answer,
): Answer | Extract<Outcome<never>, { ok: false }> {
  const loaded = open.load(sheetId);
  return loaded.ok ? use(loaded.value) : loaded;
}

function writeOwnSheet(
  open: OpenXlsx,
  sheet: OwnSheet,
  renew: readonly string[] | undefined,
): Outcome<{ readonly sheetId: string; readonly name: string }> {
  const isOurs = ({ part }: ListedSheet): boolean => part !== null && isOwnSheetPart(open.sheetPart(part));
  const { existing, name } = chooseName(sheet.name, open.parts.sheets, isOurs, renew);
  if (existing?.part && open.sheetPart(existing.part).isProtected) {
    return failed({ kind: 'sheet-protected', sheet: name });
  }
  const styles = open.stylesPart();
  const styled = addOwnStyles(open.text(styles));
  const xml = ownSheetXml(sheet, styled.places);
  open.put(new Map([[styles, styled.styles]]));
  if (existing?.part) open.put(new Map([[existing.part, xml]]));
  else open.current = addSheetPart(open.current, open.parts, { name, xml });
  return succeeded(listedAs(open, name));
}

/** The entry of a sheet that was just written. */
function listedAs(open: OpenXlsx, name: string): { readonly sheetId: string; readonly name: string } {
  open.listAnew();
  const written = open.parts.sheets.find((entry) => entry.name === name);
  if (!written) throw new Error('a sheet that was just written is not listed');
  return { sheetId: written.id, name };
}

function settled<T>(value: T): Promise<Outcome<T>> {
  return Promise.resolve(succeeded(value));
}
