/** An .xlsx or .xlsm in memory behind the workbook port: bytes in, bytes out, no file system. */
import { contains, type CellRef } from '../core/sheet/cellRef';
import { isCovered } from '../core/sheet/covered';
import { readingLimit, type Snapshot } from '../core/sheet/snapshot';
import { judgeEdit, resultOf, valueAfter } from '../port/cellJudgement';
import { markedSeverities } from '../port/markRule';
import { failed, succeeded } from '../port/outcome';
import { readOneByOne } from '../port/readOneByOne';
import { chooseName } from '../port/ownSheetName';
import { textToRemember } from '../port/remembrance';
import type { SheetLook } from '../port/sheetLook';
import type { Applied, HostFault, Outcome, Workbook } from '../port/workbook';
import { readCellStyles, type CellStyle } from './cellStyles';
import { changeCells } from './changeCells';
import { recallProperty, rememberProperty } from './customProperties';
import { cellState, decodeSheet, styleAt, type CellTables } from './decodeSheet';
import { addLooks, addMarks, markedCells, removeLooks, removeMarks } from './markCells';
import type { NumberDisplay } from './numberDisplay';
import { addOwnStyles, addSheetPart, isOwnSheetPart, ownSheetXml } from './ownSheetPart';
import { readSharedStrings } from './sharedStrings';
import { sheetLookOf } from './sheetLook';
import { readSheetPart, type SheetPart } from './sheetPart';
import { readWorkbookParts, type ListedSheet, type WorkbookParts } from './workbookParts';
import { openPackage, type WorkbookPackage } from './workbookPackage';
import { attribute, splice, tagsOf } from './xml';

/** A workbook that can be saved. */
export interface XlsxWorkbook extends Workbook {
  /** The workbook as a file, with everything that was changed so far. */
  bytes(): Uint8Array;
  /** How a sheet looks, for a screen without a spreadsheet program. */
  look(sheetId: string): Outcome<SheetLook>;
}

/** What the workbook needs from outside. */
export interface XlsxOptions {
  /** Named in faults. */
  readonly path: string;
  /** Loads the number format engine; called only when a format needs it, at most once. */
  readonly loadDisplay: (countsFrom1904: boolean) => Promise<NumberDisplay>;
}

/** Opens a workbook from its bytes; what cannot be opened is a fault with the path. */
export function openXlsxWorkbook(bytes: Uint8Array, options: XlsxOptions): Outcome<XlsxWorkbook> {
  const { path } = options;
  const opened = openPackage(bytes);
  if (typeof opened === 'string') return failed({ kind: opened, path });
  const parts = readWorkbookParts(opened);
  if (!parts) return failed({ kind: 'not-a-workbook', path });
  return succeeded(workbookOf(opened, parts, options));
}

/** A sheet with the tables that its cells refer to. */
interface LoadedSheet {
  readonly listed: ListedSheet;
  readonly partName: string;
  readonly part: SheetPart;
  readonly tables: CellTables;
}

function workbookOf(opened: WorkbookPackage, listed: WorkbookParts, { path, loadDisplay }: XlsxOptions): XlsxWorkbook {
  let current = opened;
  let parts = listed;
  let display: Promise<NumberDisplay> | null = null;
  const displayOnce = (): Promise<NumberDisplay> => (display ??= loadDisplay(parts.countsFrom1904));

  const damaged: HostFault = { kind: 'not-a-workbook', path };
  const sharedStrings = once(() => readSharedStrings(textOf(parts.sharedStrings)));
  const readStyles = (): (() => (style: number) => CellStyle) => once(() => readCellStyles(textOf(parts.styles)));
  let style = readStyles();
  function textOf(name: string | null): string {
    return (name === null ? null : current.text(name)) ?? '';
  }

  const load = (sheetId: string | undefined): Outcome<LoadedSheet> => {
    const listed = parts.sheets.find((sheet) => (sheetId === undefined ? sheet.isActive : sheet.id === sheetId));
    if (!listed) return failed({ kind: 'sheet-missing', sheet: sheetId ?? '' });
    if (listed.part === null) return failed({ kind: 'sheet-without-cells' });
    const xml = current.text(listed.part);
    const part = xml === null ? null : readSheetPart(xml, readingLimit.rows);
    if (!part) return failed(damaged);
    const cellStyle: (style: number) => CellStyle = style();
    return succeeded({
      listed,
      partName: listed.part,
      part,
      tables: { sharedStrings: sharedStrings(), style: cellStyle },
    });
  };

  const replace = (changed: ReadonlyMap<string, string | null>): void => {
    current = current.with(changed);
  };

  const standingOf = ({ part, tables }: LoadedSheet, ref: CellRef): Parameters<typeof judgeEdit>[1] => ({
    state: cellState(ref, part, tables),
    isCovered: isCovered(ref, part.merges),
    isLocked: part.isProtected && tables.style(styleAt(ref, part)).isLocked,
    isFilled: part.filled.some((area) => contains(area, ref)),
  });

  const read = async (sheetId?: string): Promise<Outcome<Snapshot>> => {
    const loaded = load(sheetId);
    if (!loaded.ok) return loaded;
    const { listed, part, tables } = loaded.value;
    return succeeded(await decodeSheet(listed, part, tables, displayOnce));
  };

  return {
    bytes: () => current.bytes(),

    look(sheetId) {
      const loaded = load(sheetId);
      return loaded.ok ? succeeded(sheetLookOf(loaded.value.part)) : loaded;
    },

    capabilities: () =>
      settled({ host: 'file', canMark: true, nativeUndo: false, details: { format: 'Office Open XML' } }),

    sheets: () =>
      settled(parts.sheets.map(({ id, name, visibility, isActive }) => ({ id, name, visibility, isActive }))),

    read,
    readMany: (sheetIds, control) => readOneByOne(read, sheetIds, control),

    apply(sheetId, { edits, marks, remember }) {
      const loaded = load(sheetId);
      if (!loaded.ok) return Promise.resolve(loaded);
      const sheet = loaded.value;
      const { part } = sheet;
      const judged = edits.map((edit) => ({ edit, judgement: judgeEdit(edit, standingOf(sheet, edit.cell)) }));
      const writes = judged.filter(({ judgement }) => judgement === 'write').map(({ edit }) => edit);
      const mayMark = marks !== null && !part.isProtected;
      if (part.isProtected && !mayMark && writes.length === 0 && (edits.length > 0 || marks !== null)) {
        return Promise.resolve(failed({ kind: 'sheet-protected', sheet: sheet.listed.name }));
      }

      let xml = changeCells(
        part,
        writes.map((edit) => ({ ref: edit.cell, value: valueAfter(edit) })),
      );
      const changed = new Map<string, string | null>();
      if (mayMark) {
        const severities = markedSeverities.filter((severity) =>
          marks.some((mark) => mark.severity === severity && mark.cells.length > 0),
        );
        const looks = addLooks(textOf(parts.styles), severities);
        xml = addMarks(reread(removeMarks(reread(xml))), marks, looks.dxf);
        if (parts.styles !== null) changed.set(parts.styles, looks.styles);
      }
      changed.set(sheet.partName, xml);
      if (writes.length > 0 && hasFormulas())
        changed.set(parts.workbook, recalculatedOnOpening(textOf(parts.workbook)));
      const text = textToRemember(remember, {
        sheetName: sheet.listed.name,
        earlier: remember ? recallProperty(current, remember.key) : null,
        writes,
        standing: ({ cell }) => standingOf(sheet, cell).state,
      });
      replace(changed);
      if (remember && text !== null) current = rememberProperty(current, remember.key, text);
      if (mayMark) tidyLooks();

      const after = { ...sheet, part: reread(xml) };
      const results = judged.map(({ edit, judgement }) =>
        resultOf(edit, judgement, cellState(edit.cell, after.part, sheet.tables)),
      );
      const applied: Applied = { results, marked: marks === null ? null : markedCells(after.part).size };
      if (!remember || text === null) return settled(applied);
      return settled({ ...applied, remembered: recallProperty(current, remember.key) === text });
    },

    writeSheet(sheet, renew) {
      const partOf = ({ part }: ListedSheet): SheetPart | null => {
        const xml = part === null ? null : current.text(part);
        return xml === null ? null : readSheetPart(xml, readingLimit.rows);
      };
      const isOurs = (entry: ListedSheet): boolean => {
        const part = partOf(entry);
        return part !== null && isOwnSheetPart(part);
      };
      const { existing, name } = chooseName(sheet.name, parts.sheets, isOurs, renew);
      if (existing && partOf(existing)?.isProtected) {
        return Promise.resolve(failed({ kind: 'sheet-protected', sheet: name }));
      }
      const styled = addOwnStyles(textOf(parts.styles));
      if (parts.styles !== null) replace(new Map([[parts.styles, styled.styles]]));
      style = readStyles();
      const xml = ownSheetXml(sheet, styled.places);
      if (existing?.part) replace(new Map([[existing.part, xml]]));
      else current = addSheetPart(current, parts, { name, xml });
      const again = readWorkbookParts(current);
      const written = again?.sheets.find((entry) => entry.name === name);
      if (!again || !written) throw new Error('a sheet that was just written is not listed');
      parts = again;
      return settled({ sheetId: written.id, name });
    },

    unmark(sheetId) {
      const loaded = load(sheetId);
      if (!loaded.ok) return Promise.resolve(loaded);
      const { part, partName, listed } = loaded.value;
      const removed = markedCells(part).size;
      if (removed === 0) return settled({ removed });
      if (part.isProtected) return Promise.resolve(failed({ kind: 'sheet-protected', sheet: listed.name }));
      replace(new Map([[partName, removeMarks(part)]]));
      tidyLooks();
      return settled({ removed });
    },

    // A file has no screen: that the sheet and the cell exist is all that can be said.
    reveal(sheetId) {
      const loaded = load(sheetId);
      return Promise.resolve(loaded.ok ? succeeded(null) : loaded);
    },

    // A file has no user who selects: the top left cell of the sheet that was in front when it was saved.
    selection() {
      const loaded = load(undefined);
      if (!loaded.ok) return Promise.resolve(loaded);
      return settled({ sheetId: loaded.value.listed.id, cell: { row: 0, column: 0 } });
    },

    // Nobody else changes an open file's bytes.
    watch: () => settled(() => undefined),

    recall: (key) => settled(recallProperty(current, key)),

    remember(key, text) {
      current = rememberProperty(current, key, text);
      return settled(null);
    },
  };

  function reread(xml: string): SheetPart {
    const part = readSheetPart(xml, readingLimit.rows);
    if (!part) throw new Error('a worksheet part that was just written cannot be read');
    return part;
  }

  /** Whether any sheet calculates, so that results stored beside formulas may be out of date after a write. */
  function hasFormulas(): boolean {
    return parts.sheets.some(({ part }) => part !== null && /<(?:[^\s<>/:]+:)?f[\s>/]/.test(current.text(part) ?? ''));
  }

  /** Takes the looks of marks out of the styles again once no sheet has a mark that refers to them. */
  function tidyLooks(): void {
    if (parts.styles === null) return;
    const used = new Set<number>();
    for (const { part: name } of parts.sheets) {
      const xml = name === null ? null : current.text(name);
      const part = xml === null ? null : readSheetPart(xml, readingLimit.rows);
      for (const { rules } of part?.conditionalFormats ?? []) {
        for (const { dxf } of rules) if (dxf !== null) used.add(dxf);
      }
    }
    replace(new Map([[parts.styles, removeLooks(textOf(parts.styles), (dxf) => used.has(dxf))]]));
  }
}

/** The workbook part with the order to calculate every formula anew when Excel opens it. */
function recalculatedOnOpening(xml: string): string {
  for (const tag of tagsOf(xml)) {
    if (tag.name !== 'calcPr' || tag.kind === 'close') continue;
    if (attribute(tag, 'fullCalcOnLoad') !== null) {
      const text = xml.slice(tag.start, tag.end).replace(/(\sfullCalcOnLoad\s*=\s*["'])[^"']*/, '$11');
      return splice(xml, [{ start: tag.start, end: tag.end, text }]);
    }
    const at = tag.end - (tag.kind === 'empty' ? 2 : 1);
    return splice(xml, [{ start: at, end: at, text: ' fullCalcOnLoad="1"' }]);
  }
  for (const tag of tagsOf(xml)) {
    // Behind the defined names, or else behind the sheets and what may follow them (ECMA-376 part 1, 18.2.27).
    if (tag.name !== 'workbook' || tag.kind !== 'close') continue;
    const ends = [...tagsOf(xml)].filter(
      ({ name, kind }) =>
        kind !== 'open' && ['sheets', 'functionGroups', 'externalReferences', 'definedNames'].includes(name),
    );
    const at = ends.at(-1)?.end ?? tag.start;
    return splice(xml, [{ start: at, end: at, text: `<${tag.prefix}calcPr fullCalcOnLoad="1"/>` }]);
  }
  return xml;
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}

function settled<T>(value: T): Promise<Outcome<T>> {
  return Promise.resolve(succeeded(value));
}
