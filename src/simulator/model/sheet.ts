/** One sheet of the model: cells, merges, conditional formats, comments, protection. Knows nothing of requests. */
import { areaFromA1, areaToA1, contains, fromA1, toA1, type Area, type CellRef } from '../../core/sheet/cellRef';
import type { CellValue } from '../../core/sheet/snapshot';
import { cellKey, sheetSize } from '../../core/sheet/sheetSize';
import { anyContains, around, areaOfCell, overlap, cellCount } from './areas';
import { cellFromPlain, cellToPlain, emptyCell, isUntouched, type ModelCell } from './cell';
import { display } from './display';
import type { PlainConditionalFormat, PlainSheet, PlainValidation, ProtectionOptions } from './plain';
import { interpret } from './typing';

/** A conditional format of the model. */
export interface ConditionalFormat extends Omit<PlainConditionalFormat, 'areas'> {
  readonly areas: readonly Area[];
}

/** A comment of the model. */
export interface Comment {
  readonly id: string;
  readonly cell: CellRef;
  readonly content: string;
  readonly author: string;
  readonly isResolved: boolean;
}

/** What may be put into a cell; null leaves the cell alone. */
export type Input = string | number | boolean | null;

/** Rows put in front of a row, or taken out from it on; zero-based. */
export interface RowShift {
  readonly row: number;
  readonly count: number;
  readonly isInserting: boolean;
}

const refOf = (key: number): CellRef => ({ row: Math.floor(key / sheetSize.columns), column: key % sheetSize.columns });

export class SimulatedSheet {
  readonly id: string;
  name: string;
  readonly kind: 'worksheet' | 'chart';
  visibility: 'visible' | 'hidden' | 'very-hidden';
  merges: readonly Area[];
  /** First of the list: highest priority. */
  conditionalFormats: readonly ConditionalFormat[];
  comments: readonly Comment[];
  protection: ProtectionOptions | null;
  hiddenRows: ReadonlySet<number>;
  hiddenColumns: ReadonlySet<number>;
  spills: readonly Area[];
  readonly validations: readonly PlainValidation[];
  autoFilter: Area | null;
  customProperties: ReadonlyMap<string, string>;
  columnWidths: ReadonlyMap<number, number>;
  frozenRows: number;
  private readonly cells = new Map<number, ModelCell>();
  private readonly formulaKeys = new Set<number>();

  constructor(plain: PlainSheet) {
    this.id = plain.id;
    this.name = plain.name;
    this.kind = plain.kind ?? 'worksheet';
    this.visibility = plain.visibility ?? 'visible';
    this.merges = (plain.merges ?? []).map(areaFromA1);
    this.conditionalFormats = (plain.conditionalFormats ?? []).map((format) => ({
      ...format,
      areas: format.areas.map(areaFromA1),
    }));
    this.comments = (plain.comments ?? []).map((comment) => ({ ...comment, cell: fromA1(comment.cell) }));
    this.protection = plain.protection ?? null;
    this.hiddenRows = new Set(plain.hiddenRows ?? []);
    this.hiddenColumns = new Set(plain.hiddenColumns ?? []);
    this.spills = (plain.spills ?? []).map(areaFromA1);
    this.validations = plain.validations ?? [];
    this.autoFilter = plain.autoFilter === undefined || plain.autoFilter === null ? null : areaFromA1(plain.autoFilter);
    this.customProperties = new Map(Object.entries(plain.customProperties ?? {}));
    this.frozenRows = plain.frozenRows ?? 0;
    this.columnWidths = new Map(
      Object.entries(plain.columnWidths ?? {}).map(([column, width]) => [Number(column), width]),
    );
    for (const [address, cell] of Object.entries(plain.cells ?? {})) this.put(fromA1(address), cellFromPlain(cell));
  }

  /** Everything that is not the default, in one order whatever the history. */
  toPlain(): PlainSheet {
    const keys = [...this.cells.keys()].sort((left, right) => left - right);
    return {
      id: this.id,
      name: this.name,
      kind: this.kind,
      visibility: this.visibility,
      cells: Object.fromEntries(keys.map((key) => [toA1(refOf(key)), cellToPlain(this.cells.get(key) ?? emptyCell)])),
      merges: this.merges.map(areaToA1).sort(),
      conditionalFormats: this.conditionalFormats.map((format) => ({ ...format, areas: format.areas.map(areaToA1) })),
      comments: this.comments.map((comment) => ({ ...comment, cell: toA1(comment.cell) })),
      protection: this.protection,
      hiddenRows: [...this.hiddenRows].sort((left, right) => left - right),
      hiddenColumns: [...this.hiddenColumns].sort((left, right) => left - right),
      spills: this.spills.map(areaToA1),
      validations: this.validations,
      autoFilter: this.autoFilter === null ? null : areaToA1(this.autoFilter),
      customProperties: Object.fromEntries(
        [...this.customProperties].sort(([left], [right]) => (left < right ? -1 : 1)),
      ),
      ...(this.frozenRows > 0 ? { frozenRows: this.frozenRows } : {}),
      ...(this.columnWidths.size > 0 ? { columnWidths: Object.fromEntries(this.columnWidths) } : {}),
    };
  }

  /** The cell as it is stored; a covered cell of a merge is empty. */
  cellAt(ref: CellRef): ModelCell {
    return this.cells.get(cellKey(ref)) ?? emptyCell;
  }

  /** The value of a cell. */
  valueAt(ref: CellRef): CellValue {
    return this.cellAt(ref).value;
  }

  /** The text that the cell shows. */
  textAt(ref: CellRef): string {
    const cell = this.cellAt(ref);
    return cell.text ?? display(cell.value, cell.numberFormat);
  }

  /** Cells with formulas. */
  *formulaCells(): Generator<{ readonly ref: CellRef; readonly formula: string }> {
    for (const key of this.formulaKeys) {
      const formula = this.cells.get(key)?.formula;
      if (formula !== null && formula !== undefined) yield { ref: refOf(key), formula };
    }
  }

  /** Cells that hold or show something, in the area or everywhere, in no order. */
  *keptCells(area: Area | null = null): Generator<{ readonly ref: CellRef; readonly cell: ModelCell }> {
    if (area !== null && cellCount(area) < this.cells.size) {
      for (let row = area.top; row <= area.bottom; row += 1) {
        for (let column = area.left; column <= area.right; column += 1) {
          const cell = this.cells.get(cellKey({ row, column }));
          if (cell) yield { ref: { row, column }, cell };
        }
      }
      return;
    }
    for (const [key, cell] of this.cells) {
      const ref = refOf(key);
      if (area === null || contains(area, ref)) yield { ref, cell };
    }
  }

  /** Replaces parts of a cell as they are given, without interpreting anything. */
  change(ref: CellRef, patch: Partial<ModelCell>): void {
    const cell = { ...this.cellAt(ref), ...patch };
    // A displayed text from a file only holds as long as value and format do.
    const keepsText = 'text' in patch || !('value' in patch || 'numberFormat' in patch);
    this.put(ref, keepsText ? cell : { ...cell, text: null });
  }

  /** Puts something into a cell as if it were typed; covered cells swallow it. Says whether the cell took it. */
  enter(ref: CellRef, input: Input): boolean {
    if (input === null || this.isCovered(ref)) return false;
    this.breakSpill(ref);
    const current = this.cellAt(ref);
    if (typeof input === 'number' && current.numberFormat === '@') {
      // A cell formatted as text makes text of a number, with the fifteen digits that Excel keeps.
      this.change(ref, { value: String(Number(input.toPrecision(15))), formula: null, isPrefixed: false });
      return true;
    }
    if (typeof input !== 'string') {
      this.change(ref, { value: input, formula: null, isPrefixed: false });
      return true;
    }
    const { numberFormat, ...typed } = interpret(input, current.numberFormat);
    const format = numberFormat !== null && current.numberFormat === 'General' ? { numberFormat } : {};
    this.change(ref, { ...typed, ...format });
    return true;
  }

  /** Moves everything below a row down, or up over the rows that are taken out; whatever lies only in those goes. */
  shiftRows(shift: RowShift): void {
    const moved = [...this.keptCells()].flatMap(({ ref, cell }) => {
      const row = shiftedRow(ref.row, shift);
      return row === null ? [] : [{ ref: { ...ref, row }, cell }];
    });
    this.cells.clear();
    this.formulaKeys.clear();
    for (const { ref, cell } of moved) this.put(ref, cell);
    const areas = (list: readonly Area[]): readonly Area[] => list.flatMap((area) => shiftedArea(area, shift) ?? []);
    this.merges = areas(this.merges);
    this.spills = areas(this.spills);
    this.conditionalFormats = this.conditionalFormats
      .map((format) => ({ ...format, areas: areas(format.areas) }))
      .filter((format) => format.areas.length > 0);
    this.hiddenRows = new Set([...this.hiddenRows].flatMap((row) => shiftedRow(row, shift) ?? []));
    this.comments = this.comments.flatMap((comment) => {
      const row = shiftedRow(comment.cell.row, shift);
      return row === null ? [] : [{ ...comment, cell: { ...comment.cell, row } }];
    });
  }

  /** The merge that the cell lies in. */
  mergeAt(ref: CellRef): Area | null {
    return this.merges.find((merge) => contains(merge, ref)) ?? null;
  }

  /** Whether the cell lies in a merge without being its top left cell. */
  isCovered(ref: CellRef): boolean {
    const merge = this.mergeAt(ref);
    return merge !== null && (merge.top !== ref.row || merge.left !== ref.column);
  }

  /** Merges an area: all values but the top left one are lost, as in Excel. */
  merge(area: Area): void {
    this.merges = [...this.merges.filter((merge) => overlap(merge, area) === null), area];
    for (const { ref } of [...this.keptCells(area)]) {
      if (ref.row !== area.top || ref.column !== area.left) {
        this.change(ref, { value: null, formula: null, isPrefixed: false });
      }
    }
  }

  /** Takes apart every merge that touches the area. */
  unmerge(area: Area): void {
    this.merges = this.merges.filter((merge) => overlap(merge, area) === null);
  }

  /** The spill that the cell lies in. */
  spillAt(ref: CellRef): Area | null {
    return this.spills.find((spill) => contains(spill, ref)) ?? null;
  }

  /** The area that is in use; without `valuesOnly`, formatted and merged cells count too. Null: nothing is. */
  usedArea(valuesOnly: boolean): Area | null {
    let used: Area | null = null;
    for (const { ref, cell } of this.keptCells()) {
      if (!valuesOnly || cell.value !== null || cell.formula !== null) {
        used = used === null ? areaOfCell(ref) : around(used, areaOfCell(ref));
      }
    }
    if (!valuesOnly) for (const merge of this.merges) used = used === null ? merge : around(used, merge);
    return used;
  }

  /** Whether a protected sheet refuses to change one of these cells. */
  refusesWritingTo(area: Area): boolean {
    if (this.protection === null) return false;
    let unlocked = 0;
    for (const { cell } of this.keptCells(area)) if (!cell.isLocked) unlocked += 1;
    return unlocked < cellCount(area);
  }

  /** Whether data validation accepts what stands in the cell. */
  isValid(ref: CellRef): boolean {
    const text = this.textAt(ref);
    return this.validations.every(
      ({ area, list }) => !anyContains([areaFromA1(area)], ref) || text === '' || list.includes(text),
    );
  }

  private put(ref: CellRef, cell: ModelCell): void {
    const key = cellKey(ref);
    if (isUntouched(cell)) this.cells.delete(key);
    else this.cells.set(key, cell);
    if (cell.formula === null) this.formulaKeys.delete(key);
    else this.formulaKeys.add(key);
  }

  /** A value in the way of a spill: its formula shows #SPILL! and the spilt values go. */
  private breakSpill(ref: CellRef): void {
    const spill = this.spillAt(ref);
    if (spill === null) return;
    this.spills = this.spills.filter((other) => other !== spill);
    const anchor = { row: spill.top, column: spill.left };
    for (const { ref: spilt, cell } of [...this.keptCells(spill)]) {
      if (cell.formula === null) this.change(spilt, { value: null });
    }
    if (anchor.row !== ref.row || anchor.column !== ref.column) this.change(anchor, { value: { error: '#SPILL!' } });
  }
}

/** Where a row comes to stand; null: it is taken out. */
function shiftedRow(row: number, { row: from, count, isInserting }: RowShift): number | null {
  if (row < from) return row;
  if (isInserting) return row + count;
  return row < from + count ? null : row - count;
}

/** Where an area comes to stand; it grows with rows put into it, and goes with its last row. */
function shiftedArea(area: Area, shift: RowShift): Area | null {
  const { row, count, isInserting } = shift;
  const isWhole = area.bottom === sheetSize.rows - 1;
  if (isInserting) {
    return {
      ...area,
      top: area.top < row ? area.top : area.top + count,
      bottom: area.bottom < row || isWhole ? area.bottom : area.bottom + count,
    };
  }
  const end = row + count - 1;
  const kept = [area.top, area.bottom].map((edge) => (edge < row ? edge : Math.max(row, edge - count)));
  if (area.top >= row && area.bottom <= end) return null;
  const [top = area.top, bottom = area.bottom] = kept;
  const isCutBelow = area.bottom >= row && area.bottom <= end;
  return { ...area, top, bottom: isWhole ? area.bottom : isCutBelow ? row - 1 : bottom };
}
