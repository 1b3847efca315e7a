/** The simulated workbook: its sheets, what is in front, and news of every change. */
import { areaFromA1, areaToA1, contains, type Area, type CellRef } from '../../core/sheet/cellRef';
import type { CellValue } from '../../core/sheet/snapshot';
import { areaOfCell, cellsInArea, overlap, parseAddress, wholeSheet } from './areas';
import { smallCalculator, type Calculator } from './calculator';
import type { PlainConditionalFormat, PlainWorkbook } from './plain';
import { SimulatedSheet, type Input, type RowShift } from './sheet';

/** Who changed something. */
export type Origin = 'add-in' | 'user' | 'co-author';

/** News of a change. */
export type Change =
  | {
      readonly kind: 'cells';
      readonly sheetId: string;
      readonly area: Area;
      readonly origin: Origin;
      /** Only for a single cell. */
      readonly before: CellValue;
      readonly after: CellValue;
    }
  /** Whole rows put in, or taken out; `area` is where they stand, or stood. */
  | {
      readonly kind: 'rows-inserted' | 'rows-deleted';
      readonly sheetId: string;
      readonly area: Area;
      readonly origin: Origin;
    }
  /** Formats, merges, conditional formats, comments, protection, names: what a view has to draw anew. */
  | { readonly kind: 'appearance'; readonly sheetId: string; readonly origin: Origin }
  | { readonly kind: 'sheets'; readonly origin: Origin }
  | { readonly kind: 'activated'; readonly sheetId: string; readonly origin: Origin }
  | { readonly kind: 'selected'; readonly sheetId: string; readonly area: Area; readonly origin: Origin };

type Listener = (change: Change) => void;

interface Place {
  readonly sheet: SimulatedSheet;
  readonly ref: CellRef;
  readonly formula: string;
}

/** A conditional format with nothing wrong with it. */
function whole(format: PlainConditionalFormat): PlainConditionalFormat {
  const { trouble, ...mended } = format;
  return trouble === undefined ? format : mended;
}

export class SimulatedWorkbook {
  readonly name: string;
  isReadOnly: boolean;
  isStructureProtected: boolean;
  settings: ReadonlyMap<string, unknown>;
  documentSettings: Readonly<Record<string, string>>;
  private list: readonly SimulatedSheet[];
  private front: SimulatedSheet;
  private selected: Area;
  private listeners: readonly Listener[] = [];
  private dirty: { readonly sheetId: string; readonly area: Area }[] = [];
  private isSuspended = false;
  private made = 0;

  private constructor(
    plain: PlainWorkbook,
    private readonly calculator: Calculator,
  ) {
    this.name = plain.name;
    this.isReadOnly = plain.isReadOnly ?? false;
    this.isStructureProtected = plain.isStructureProtected ?? false;
    this.settings = new Map(Object.entries(plain.settings ?? {}));
    this.documentSettings = plain.documentSettings ?? {};
    this.list = plain.sheets.map((sheet) => new SimulatedSheet(sheet));
    const front = this.list.find((sheet) => sheet.id === plain.activeSheet) ?? this.list[0];
    if (front === undefined) throw new RangeError('a workbook has at least one sheet');
    this.front = front;
    this.selected = areaFromA1(plain.selection ?? 'A1');
  }

  /**
   * Builds a workbook.
   *
   * @throws RangeError when it has no sheet.
   */
  static fromPlain(plain: PlainWorkbook, calculator: Calculator = smallCalculator()): SimulatedWorkbook {
    return new SimulatedWorkbook(plain, calculator);
  }

  /** The whole workbook as plain data, for comparing and saving; two equal workbooks give equal data. */
  toPlain(): PlainWorkbook {
    return {
      name: this.name,
      sheets: this.list.map((sheet) => sheet.toPlain()),
      activeSheet: this.front.id,
      selection: areaToA1(this.selected),
      isReadOnly: this.isReadOnly,
      ...(this.isStructureProtected ? { isStructureProtected: true } : {}),
      settings: Object.fromEntries([...this.settings].sort(([left], [right]) => (left < right ? -1 : 1))),
      documentSettings: this.documentSettings,
    };
  }

  /** In tab order. */
  get sheets(): readonly SimulatedSheet[] {
    return this.list;
  }

  get activeSheet(): SimulatedSheet {
    return this.front;
  }

  /** Selected on the active sheet. */
  get selection(): Area {
    return this.selected;
  }

  /** A sheet by its id, else by its name whatever the case; null when there is none. */
  sheet(idOrName: string): SimulatedSheet | null {
    const name = idOrName.toLowerCase();
    return (
      this.list.find((sheet) => sheet.id === idOrName) ??
      this.list.find((sheet) => sheet.name.toLowerCase() === name) ??
      null
    );
  }

  /** A new empty sheet behind the others. */
  addSheet(name: string | null, origin: Origin = 'user'): SimulatedSheet {
    let number = this.list.length + 1;
    while (name === null && this.sheet(`Sheet${number}`) !== null) number += 1;
    const sheet = new SimulatedSheet({ id: this.nextId('S'), name: name ?? `Sheet${number}` });
    this.list = [...this.list, sheet];
    this.tell({ kind: 'sheets', origin });
    return sheet;
  }

  /** Takes a sheet away; the first visible one comes to the front. */
  removeSheet(id: string, origin: Origin = 'user'): void {
    const rest = this.list.filter((sheet) => sheet.id !== id);
    const next = rest.find((sheet) => sheet.visibility === 'visible');
    if (next === undefined) throw new RangeError('a workbook keeps at least one visible sheet');
    this.list = rest;
    if (this.front.id === id) this.front = next;
    this.tell({ kind: 'sheets', origin });
  }

  /** Brings a sheet to the front. */
  activate(id: string, origin: Origin = 'user'): void {
    const sheet = this.sheet(id);
    if (sheet === null || sheet === this.front) return;
    this.front = sheet;
    this.selected = areaFromA1('A1');
    this.tell({ kind: 'activated', sheetId: sheet.id, origin });
  }

  /** Selects an area of a sheet and brings that sheet to the front. */
  select(sheetId: string, area: Area, origin: Origin = 'user'): void {
    this.activate(sheetId, origin);
    this.selected = area;
    this.tell({ kind: 'selected', sheetId: this.front.id, area, origin });
  }

  /** Types something into one cell, as a person or a co-author does: `edit('{…}', 'B3', '=A1')`; "" empties it. */
  edit(sheetId: string, address: string, input: Input, origin: Origin = 'user'): void {
    const sheet = this.sheet(sheetId);
    if (sheet === null) throw new RangeError(`there is no sheet "${sheetId}"`);
    this.enter(sheet, parseAddress(address).area, [[input]], origin);
    this.recalculate();
  }

  /** Puts empty rows in front of a row (zero-based), as a person does; formulas keep the addresses they have. */
  insertRows(sheetId: string, row: number, count = 1, origin: Origin = 'user'): void {
    this.shiftRows(sheetId, { row, count, isInserting: true }, origin);
  }

  /** Takes rows out from a row (zero-based) on; formulas keep the addresses they have. */
  deleteRows(sheetId: string, row: number, count = 1, origin: Origin = 'user'): void {
    this.shiftRows(sheetId, { row, count, isInserting: false }, origin);
  }

  private shiftRows(sheetId: string, shift: RowShift, origin: Origin): void {
    const sheet = this.sheet(sheetId);
    if (sheet === null) throw new RangeError(`there is no sheet "${sheetId}"`);
    sheet.shiftRows(shift);
    const area = { ...wholeSheet, top: shift.row, bottom: shift.row + shift.count - 1 };
    this.touched(sheet, { ...wholeSheet, top: shift.row });
    this.tell({ kind: shift.isInserting ? 'rows-inserted' : 'rows-deleted', sheetId: sheet.id, area, origin });
  }

  /**
   * The workbook as it is after it was saved and opened again: broken conditional formats are whole, and where the
   * settings of add-ins get lost on the way, as some versions of Excel lose them, there are none.
   */
  reopened({ losesSettings = false } = {}): SimulatedWorkbook {
    const { documentSettings, settings, sheets, ...plain } = this.toPlain();
    return SimulatedWorkbook.fromPlain(
      {
        ...plain,
        sheets: sheets.map(({ conditionalFormats = [], ...sheet }) => ({
          ...sheet,
          conditionalFormats: conditionalFormats.map(whole),
        })),
        ...(losesSettings ? {} : { settings, documentSettings }),
      },
      this.calculator,
    );
  }

  /** Puts a table of inputs into an area (rows × columns); recalculates unless that is suspended. */
  enter(sheet: SimulatedSheet, area: Area, inputs: readonly (readonly Input[])[], origin: Origin): void {
    const anchor = { row: area.top, column: area.left };
    const before = sheet.valueAt(anchor);
    let entered = 0;
    for (const ref of cellsInArea(area)) {
      const input = inputs[ref.row - area.top]?.[ref.column - area.left] ?? null;
      if (sheet.enter(ref, input)) entered += 1;
    }
    if (entered === 0) return;
    this.touched(sheet, area);
    const isOne = area.top === area.bottom && area.left === area.right;
    this.tell({
      kind: 'cells',
      sheetId: sheet.id,
      area,
      origin,
      before: isOne ? before : null,
      after: isOne ? sheet.valueAt(anchor) : null,
    });
  }

  /** Notes that cells changed, so that formulas over them are calculated anew. */
  touched(sheet: SimulatedSheet, area: Area): void {
    this.dirty.push({ sheetId: sheet.id, area });
    if (!this.isSuspended) this.recalculate();
  }

  /** Puts recalculation off until `recalculate`. */
  suspendCalculation(): void {
    this.isSuspended = true;
  }

  /** Calculates what depends on changed cells. */
  recalculate(): void {
    this.isSuspended = false;
    const waiting = this.dependents(this.dirty.splice(0));
    const isRunning = new Set<string>();
    const keyOf = (sheet: SimulatedSheet, { row, column }: CellRef): string => `${sheet.id} ${row} ${column}`;
    const places = new Map(waiting.map((place) => [keyOf(place.sheet, place.ref), place]));

    const settle = ({ sheet, ref, formula }: Place): void => {
      const key = keyOf(sheet, ref);
      places.delete(key);
      isRunning.add(key);
      const value = this.calculator.calculate(formula, (name, target) => {
        const other = name === null ? sheet : this.sheet(name);
        if (other === null) return { error: '#REF!' };
        const place = places.get(keyOf(other, target));
        if (place !== undefined) settle(place);
        // A circle shows 0, as in Excel.
        return isRunning.has(keyOf(other, target)) ? 0 : other.valueAt(target);
      });
      isRunning.delete(key);
      const current = sheet.cellAt(ref);
      const next = value ?? current.value ?? { error: '#NAME?' };
      if (JSON.stringify(next) !== JSON.stringify(current.value)) sheet.change(ref, { value: next });
    };

    for (const place of waiting) if (places.has(keyOf(place.sheet, place.ref))) settle(place);
  }

  /** An id that this workbook has not given out. */
  nextId(letter: 'S' | 'C' | 'F'): string {
    const start = { S: '5', C: 'C', F: 'F' }[letter];
    for (;;) {
      this.made += 1;
      const id = `{${start}${String(this.made).padStart(7, '0')}-0000-0000-0000-000000000000}`;
      const isTaken = this.list.some((sheet) =>
        [sheet, ...sheet.comments, ...sheet.conditionalFormats].some((other) => other.id === id),
      );
      if (!isTaken) return id;
    }
  }

  /** Tells of every change until the returned function is called. */
  onChange(listener: Listener): () => void {
    this.listeners = [...this.listeners, listener];
    return () => {
      this.listeners = this.listeners.filter((other) => other !== listener);
    };
  }

  /** Passes news on; for those who change the model's parts directly. */
  tell(change: Change): void {
    for (const listener of this.listeners) listener(change);
  }

  /** Formulas over the changed areas, and over those, and so on; formulas in changed cells too. */
  private dependents(changed: readonly { readonly sheetId: string; readonly area: Area }[]): readonly Place[] {
    if (changed.length === 0) return [];
    const formulas = this.list.flatMap((sheet) => [...sheet.formulaCells()].map((place) => ({ ...place, sheet })));
    const found = new Set<Place>();
    let frontier = changed;
    while (frontier.length > 0) {
      const added: Place[] = [];
      for (const place of formulas) {
        if (found.has(place)) continue;
        const depends = (this.calculator.precedents(place.formula) ?? []).some(({ sheet: name, area }) => {
          const sheet = name === null ? place.sheet : this.sheet(name);
          return frontier.some((part) => part.sheetId === sheet?.id && overlap(part.area, area) !== null);
        });
        const isChanged = frontier.some((part) => part.sheetId === place.sheet.id && contains(part.area, place.ref));
        if (depends || isChanged) {
          found.add(place);
          added.push(place);
        }
      }
      frontier = added.map(({ sheet, ref }) => ({ sheetId: sheet.id, area: areaOfCell(ref) }));
    }
    return [...found];
  }
}
