/** A workbook in memory behind the port: for the pane and the use cases, with faults and a user's edits on demand. */
import type { CellState, Mark } from '../../src/core/report/edit';
import { areaFromA1, areaToA1, contains, fromA1, toA1, type Area, type CellRef } from '../../src/core/sheet/cellRef';
import { isCovered } from '../../src/core/sheet/covered';
import { emptySnapshot } from '../../src/core/sheet/emptySnapshot';
import { isCellError, readingLimit, type CellValue, type Snapshot } from '../../src/core/sheet/snapshot';
import { createNumberDisplay } from '../../src/file/numberDisplay';
import { judgeEdit, resultOf, sameValue, valueAfter } from '../../src/port/cellJudgement';
import { failed, succeeded } from '../../src/port/outcome';
import { freeSheetName } from '../../src/port/newSheetName';
import { chooseName, linkFormula } from '../../src/port/ownSheetName';
import { readOneByOne } from '../../src/port/readOneByOne';
import { textToRemember } from '../../src/port/remembrance';
import type { HostFault, Outcome, Selection, SheetChange, SheetEntry, Workbook } from '../../src/port/workbook';

/** A cell of a description: a plain value, or more about it. */
export type DescribedCell =
  | string
  | number
  | boolean
  | null
  | {
      readonly value?: CellValue;
      readonly formula?: string;
      readonly format?: string;
      /** The displayed text, where it is not what value and format say. */
      readonly text?: string;
      readonly isUnlocked?: boolean;
    };

/** A sheet, described from A1 on. */
export interface DescribedSheet {
  readonly name: string;
  /** Rows of cells from A1. */
  readonly rows: readonly (readonly DescribedCell[])[];
  /** A1 areas. */
  readonly merges?: readonly string[];
  /** Zero-based. */
  readonly hiddenRows?: readonly number[];
  readonly hiddenColumns?: readonly number[];
  readonly isProtected?: boolean;
  readonly visibility?: SheetEntry['visibility'];
  /** A sheet without cells, such as a chart sheet. */
  readonly hasNoCells?: boolean;
}

/** A workbook in memory that a test can look into and disturb. */
export interface MemoryWorkbook extends Workbook {
  /** The next call of the operation (or of any) yields this fault, and changes nothing. */
  failNext(fault: HostFault, operation?: keyof Workbook): void;
  /** What a user does: puts a value into a cell; whoever watches hears of it. */
  typeInto(sheetName: string, address: string, value: CellValue): void;
  /** What a user does: selects a cell. */
  select(sheetName: string, address: string): void;
  /** Takes a sheet away, as a user would. */
  loseSheet(sheetName: string): void;
  /** Marked cells of a sheet by severity. */
  marksOf(sheetName: string): readonly Mark[];
  /** The last cell that was revealed, as "sheet!A1"; null before. */
  revealed(): string | null;
  /** Names of the operations that were called, in order. */
  calls(): readonly (keyof Workbook)[];
}

interface MemoryCell {
  value: CellValue;
  formula: string | null;
  numberFormat: string;
  text: string | null;
  isLocked: boolean;
}

interface MemorySheet {
  readonly id: string;
  readonly described: DescribedSheet;
  readonly cells: Map<string, MemoryCell>;
  readonly merges: readonly Area[];
  marks: readonly Mark[];
  readonly isOwn?: boolean;
}

/** Builds a workbook from a description of its sheets; the first visible one is active. */
export function createMemoryWorkbook(described: readonly DescribedSheet[]): MemoryWorkbook {
  let sheets: readonly MemorySheet[] = described.map((sheet, index) => ({
    id: `sheet-${index + 1}`,
    described: sheet,
    cells: cellsOf(sheet),
    merges: (sheet.merges ?? []).map(areaFromA1),
    marks: [],
  }));
  const memory = new Map<string, string>();
  const faults: { readonly fault: HostFault; readonly operation: keyof Workbook | null }[] = [];
  const listeners = new Set<(change: SheetChange) => void>();
  const calls: (keyof Workbook)[] = [];
  let revealed: string | null = null;
  let selected: Selection | null = null;

  const activeSheet = (): MemorySheet | undefined =>
    sheets.find(({ described: sheet }) => (sheet.visibility ?? 'visible') === 'visible');
  const byName = (name: string): MemorySheet => {
    const sheet = sheets.find((candidate) => candidate.described.name === name);
    if (!sheet) throw new Error(`no sheet ${name}`);
    return sheet;
  };

  /** Runs an operation unless a fault waits for it. */
  function called<T>(operation: keyof Workbook, run: () => Outcome<T>): Promise<Outcome<T>> {
    calls.push(operation);
    const index = faults.findIndex((waiting) => waiting.operation === null || waiting.operation === operation);
    const [struck] = index < 0 ? [] : faults.splice(index, 1);
    return Promise.resolve(struck ? failed(struck.fault) : run());
  }

  function onSheet<T>(sheetId: string | undefined, run: (sheet: MemorySheet) => Outcome<T>): Outcome<T> {
    const sheet = sheetId === undefined ? activeSheet() : sheets.find(({ id }) => id === sheetId);
    if (!sheet) return failed({ kind: 'sheet-missing', sheet: sheetId ?? '' });
    if (sheet.described.hasNoCells) return failed({ kind: 'sheet-without-cells' });
    return run(sheet);
  }

  const readSheet = (sheetId?: string): Outcome<Snapshot> => onSheet(sheetId, (sheet) => succeeded(snapshotOf(sheet)));

  return {
    capabilities: () =>
      called('capabilities', () => succeeded({ host: 'memory', canMark: true, nativeUndo: false, details: {} })),

    sheets: () =>
      called('sheets', () =>
        succeeded(
          sheets.map((sheet) => ({
            id: sheet.id,
            name: sheet.described.name,
            visibility: sheet.described.visibility ?? 'visible',
            isActive: sheet === activeSheet(),
          })),
        ),
      ),

    read: (sheetId) => called('read', () => readSheet(sheetId)),

    readMany: async (sheetIds, control) => {
      const struck = await called('readMany', () => succeeded(null));
      if (!struck.ok) return struck;
      return readOneByOne((sheetId) => Promise.resolve(readSheet(sheetId)), sheetIds, control);
    },

    apply: (sheetId, { edits, marks, remember }) =>
      called('apply', () =>
        onSheet(sheetId, (sheet) => {
          const isProtected = sheet.described.isProtected ?? false;
          const judged = edits.map((edit) => {
            const judgement = judgeEdit(edit, {
              state: stateOf(sheet, edit.cell),
              isCovered: isCovered(edit.cell, sheet.merges),
              isLocked: isProtected && cellAt(sheet, edit.cell).isLocked,
              isFilled: false,
            });
            return { edit, judgement };
          });
          const isRefused =
            isProtected &&
            (edits.length > 0 || marks !== null) &&
            judged.every(({ judgement }) => judgement !== 'write');
          if (isRefused) return failed({ kind: 'sheet-protected', sheet: sheet.described.name });
          const writes = judged.filter(({ judgement }) => judgement === 'write').map(({ edit }) => edit);
          const text = textToRemember(remember, {
            sheetName: sheet.described.name,
            earlier: remember ? (memory.get(remember.key) ?? null) : null,
            writes,
            standing: ({ cell }) => stateOf(sheet, cell),
          });
          if (remember && text !== null) memory.set(remember.key, text);
          for (const change of writes) put(sheet, change.cell, valueAfter(change), change.numberFormat);
          if (marks !== null && !isProtected) sheet.marks = marks.filter(({ cells }) => cells.length > 0);
          const results = judged.map(({ edit, judgement }) => resultOf(edit, judgement, stateOf(sheet, edit.cell)));
          const applied = { results, marked: marks === null ? null : markedCount(sheet) };
          return succeeded(text === null ? applied : { ...applied, remembered: true });
        }),
      ),

    writeSheet: (own, renew) =>
      called('writeSheet', () => {
        const all = sheets.map((sheet) => ({ id: sheet.id, name: sheet.described.name, sheet }));
        const { existing, name } = chooseName(own.name, all, ({ sheet }) => sheet.isOwn === true, renew);
        const described: DescribedSheet = {
          name,
          rows: own.rows.map((row) =>
            row.map((cell) =>
              typeof cell === 'object' && cell !== null
                ? 'ratio' in cell
                  ? { value: cell.ratio, format: '0.00%' }
                  : { value: cell.text, formula: linkFormula(cell) }
                : cell === ''
                  ? null
                  : cell,
            ),
          ),
        };
        const id = existing?.sheet.id ?? `own-${sheets.length + 1}`;
        const made: MemorySheet = { id, described, cells: cellsOf(described), merges: [], marks: [], isOwn: true };
        sheets = existing ? sheets.map((sheet) => (sheet === existing.sheet ? made : sheet)) : [...sheets, made];
        return succeeded({ sheetId: id, name });
      }),

    addSheet: ({ cells, hiddenColumns, hiddenRows, merges, name: wanted }) =>
      called('addSheet', () => {
        const name = freeSheetName(
          wanted,
          sheets.map((sheet) => sheet.described.name),
        );
        const id = `added-${sheets.length + 1}-${name}`;
        const made: MemorySheet = {
          id,
          described: { name, rows: [], hiddenRows, hiddenColumns },
          cells: new Map(
            cells.map(({ format = 'General', formula, ref, value }) => [
              toA1(ref),
              {
                value,
                formula: formula === undefined ? null : `=${formula}`,
                numberFormat: format,
                text: null,
                isLocked: true,
              },
            ]),
          ),
          merges,
          marks: [],
        };
        sheets = [...sheets, made];
        return succeeded({ sheetId: id, name });
      }),

    removeSheet: (sheetId) =>
      called('removeSheet', () =>
        onSheet(sheetId, (gone) => {
          const isSeen = ({ described: { visibility = 'visible' } }: MemorySheet): boolean => visibility === 'visible';
          if (!sheets.some((sheet) => sheet !== gone && isSeen(sheet)))
            return failed({ kind: 'unexpected', code: 'InvalidOperation' });
          sheets = sheets.filter((sheet) => sheet !== gone);
          return succeeded(null);
        }),
      ),

    unmark: (sheetId) =>
      called('unmark', () =>
        onSheet(sheetId, (sheet) => {
          const removed = markedCount(sheet);
          sheet.marks = [];
          return succeeded({ removed });
        }),
      ),

    reveal: (sheetId, cell) =>
      called('reveal', () =>
        onSheet(sheetId, (sheet) => {
          revealed = `${sheet.described.name}!${toA1(cell)}`;
          selected = { sheetId: sheet.id, cell };
          return succeeded(null);
        }),
      ),

    selection: () =>
      called('selection', () =>
        onSheet(undefined, ({ id }) => succeeded(selected ?? { sheetId: id, cell: { row: 0, column: 0 } })),
      ),

    watch: (onChange) =>
      called('watch', () => {
        listeners.add(onChange);
        return succeeded(() => {
          listeners.delete(onChange);
        });
      }),

    recall: (key) => called('recall', () => succeeded(memory.get(key) ?? null)),
    keptKeys: () => called('keptKeys', () => succeeded([...memory.keys()])),

    remember: (key, text) =>
      called('remember', () => {
        if (text === null) memory.delete(key);
        else memory.set(key, text);
        return succeeded(null);
      }),

    failNext(fault, operation) {
      faults.push({ fault, operation: operation ?? null });
    },
    typeInto(sheetName, address, value) {
      const sheet = byName(sheetName);
      put(sheet, fromA1(address), value);
      for (const listener of listeners) listener({ sheetId: sheet.id, address });
    },
    select(sheetName, address) {
      selected = { sheetId: byName(sheetName).id, cell: fromA1(address) };
    },
    loseSheet(sheetName) {
      const gone = byName(sheetName);
      sheets = sheets.filter((sheet) => sheet !== gone);
    },
    marksOf: (sheetName) => byName(sheetName).marks,
    revealed: () => revealed,
    calls: () => [...calls],
  };
}

/** Describes what a workbook holds now. */
export async function describeWorkbook(workbook: Workbook): Promise<readonly DescribedSheet[]> {
  const listed = await workbook.sheets();
  if (!listed.ok) throw new Error(listed.fault.kind);
  const described: DescribedSheet[] = [];
  for (const { id, name, visibility } of listed.value) {
    const read = await workbook.read(id);
    if (!read.ok && read.fault.kind !== 'sheet-without-cells') throw new Error(`${name}: ${read.fault.kind}`);
    described.push(
      read.ok ? { ...describe(read.value), visibility } : { name, visibility, rows: [], hasNoCells: true },
    );
  }
  return described;
}

function describe(snapshot: Snapshot): DescribedSheet {
  const { area, merges, hiddenRows, hiddenColumns, isProtected } = snapshot;
  const blank = Array.from({ length: area?.top ?? 0 }, (): DescribedCell[] => []);
  const rows = snapshot.values.map((line, row) => [
    ...Array.from({ length: area?.left ?? 0 }, () => null),
    ...line.map((value, column): DescribedCell => {
      const formula = snapshot.formulas[row]?.[column];
      const described = {
        value,
        format: snapshot.numberFormats[row]?.[column] ?? 'General',
        text: snapshot.text[row]?.[column] ?? '',
      };
      return formula == null ? described : { ...described, formula };
    }),
  ]);
  return {
    name: snapshot.sheetName,
    rows: [...blank, ...rows],
    merges: merges.map(areaToA1),
    hiddenRows,
    hiddenColumns,
    isProtected,
  };
}

function cellsOf({ rows }: DescribedSheet): Map<string, MemoryCell> {
  const cells = new Map<string, MemoryCell>();
  rows.forEach((line, row) => {
    line.forEach((described, column) => {
      if (described === null) return;
      const more = typeof described === 'object' ? described : { value: described };
      cells.set(toA1({ row, column }), {
        value: more.value ?? null,
        formula: more.formula ?? null,
        numberFormat: more.format ?? 'General',
        text: more.text ?? null,
        isLocked: !(more.isUnlocked ?? false),
      });
    });
  });
  return cells;
}

function cellAt(sheet: MemorySheet, ref: CellRef): MemoryCell {
  const empty = { value: null, formula: null, numberFormat: 'General', text: null, isLocked: true };
  return sheet.cells.get(toA1(ref)) ?? empty;
}

function stateOf(sheet: MemorySheet, ref: CellRef): CellState {
  const { value, formula, numberFormat } = cellAt(sheet, ref);
  return isCovered(ref, sheet.merges) ? { value: null, formula: null, numberFormat } : { value, formula, numberFormat };
}

function put(sheet: MemorySheet, ref: CellRef, value: CellValue, numberFormat?: string): void {
  const cell = cellAt(sheet, ref);
  if (sameValue(cell.value, value) && cell.formula === null && numberFormat === undefined) return;
  const format = numberFormat ?? cell.numberFormat;
  sheet.cells.set(toA1(ref), { ...cell, value, formula: null, numberFormat: format, text: null });
}

function markedCount({ marks }: MemorySheet): number {
  return new Set(marks.flatMap(({ cells }) => cells.map(toA1))).size;
}

const display = createNumberDisplay(false);

function shownText({ value, text, numberFormat }: MemoryCell): string {
  if (text !== null) return text;
  if (value === null) return '';
  if (typeof value === 'number') return display(value, numberFormat);
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return isCellError(value) ? value.error : value;
}

function snapshotOf(sheet: MemorySheet): Snapshot {
  const { described, merges } = sheet;
  const held = [...sheet.cells]
    .filter(([, cell]) => cell.value !== null || cell.formula !== null)
    .map(([address]) => fromA1(address));
  const common = { sheetId: sheet.id, sheetName: described.name, isProtected: described.isProtected ?? false };
  const first = held[0];
  if (!first) return emptySnapshot(common);
  const used = held.reduce<Area>(
    (area, { row, column }) => ({
      top: Math.min(area.top, row),
      left: Math.min(area.left, column),
      bottom: Math.max(area.bottom, row),
      right: Math.max(area.right, column),
    }),
    { top: first.row, left: first.column, bottom: first.row, right: first.column },
  );
  const bottom = Math.min(used.bottom, used.top + readingLimit.rows - 1);
  const right = Math.min(used.right, used.left + readingLimit.columns - 1);
  const lines = Array.from({ length: bottom - used.top + 1 }, (_row, down) =>
    Array.from({ length: right - used.left + 1 }, (_column, across) => {
      const ref = { row: used.top + down, column: used.left + across };
      const cell = cellAt(sheet, ref);
      return isCovered(ref, sheet.merges) ? { ...cell, value: null, formula: null, text: '' } : cell;
    }),
  );
  const area = { ...used, bottom, right };
  const isClipped = bottom < used.bottom || right < used.right;
  return {
    ...common,
    area,
    values: lines.map((line) => line.map(({ value }) => value)),
    text: lines.map((line) => line.map(shownText)),
    formulas: lines.map((line) => line.map(({ formula }) => formula)),
    numberFormats: lines.map((line) => line.map(({ numberFormat }) => numberFormat)),
    merges: merges.filter(({ top, left }) => contains(area, { row: top, column: left })),
    hiddenRows: (described.hiddenRows ?? []).filter((row) => row >= area.top && row <= area.bottom),
    hiddenColumns: (described.hiddenColumns ?? []).filter((column) => column >= area.left && column <= area.right),
    clippedFrom: isClipped ? { rows: used.bottom - used.top + 1, columns: used.right - used.left + 1 } : null,
  };
}
