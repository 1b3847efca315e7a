/** The borders of a range: whether there is a line on a side of its cells; colours and weights are not simulated. */
import type { Area, CellRef } from '../../../core/sheet/cellRef';
import { cellCount, cellsInArea } from '../../model/areas';
import { textOf } from '../arguments';
import { ExcelCollection, typeOf, type ObjectType, type Surroundings } from '../excelObject';
import { HostError } from '../hostError';
import { FormatPart, formattingLimit } from './formatPart';
import { sheetStillThere, type SheetHandle } from './sheetHandle';

const letters = ['T', 'B', 'L', 'R'] as const;
type Side = (typeof letters)[number];

/** The sides of a cell that a border of its range draws. */
const drawn = {
  EdgeTop: ({ top }, { row }) => (row === top ? ['T'] : []),
  EdgeBottom: ({ bottom }, { row }) => (row === bottom ? ['B'] : []),
  EdgeLeft: ({ left }, { column }) => (column === left ? ['L'] : []),
  EdgeRight: ({ right }, { column }) => (column === right ? ['R'] : []),
  InsideVertical: ({ left, right }, { column }) => [
    ...(column > left ? (['L'] as const) : []),
    ...(column < right ? (['R'] as const) : []),
  ],
  InsideHorizontal: ({ bottom, top }, { row }) => [
    ...(row > top ? (['T'] as const) : []),
    ...(row < bottom ? (['B'] as const) : []),
  ],
} as const satisfies Readonly<Record<string, (area: Area, cell: CellRef) => readonly Side[]>>;

type BorderIndex = keyof typeof drawn;
const indexes = Object.keys(drawn) as BorderIndex[];

export class RangeBorderCollectionObject extends ExcelCollection {
  override readonly type: ObjectType = rangeBorderCollectionType;

  constructor(
    host: Surroundings,
    readonly handle: SheetHandle,
    readonly areas: readonly Area[],
  ) {
    super(host);
  }

  override items(): readonly RangeBorderObject[] {
    return indexes.map((index) => new RangeBorderObject(this.host, this.handle, this.areas, index));
  }

  override item(key: unknown, location: string): RangeBorderObject {
    const index = indexes.find((each) => each === key);
    if (index === undefined) throw new HostError('InvalidArgument', location);
    return new RangeBorderObject(this.host, this.handle, this.areas, index);
  }
}

const rangeBorderCollectionType = typeOf<RangeBorderCollectionObject>(
  'RangeBorderCollection',
  ({ property, method }) => ({
    count: property('1.1', () => indexes.length),
    getItem: method('1.1', (borders, given) => borders.item(given.text(0), given.location)),
  }),
);

export class RangeBorderObject extends FormatPart {
  override readonly type: ObjectType = rangeBorderType;

  constructor(
    host: Surroundings,
    handle: SheetHandle,
    areas: readonly Area[],
    readonly index: BorderIndex,
  ) {
    super(host, handle, areas);
  }

  /** "Continuous" or "None"; null where cells differ. */
  get style(): string | null {
    const sheet = sheetStillThere(this, this.handle, 'RangeBorder.style');
    const has = new Set<boolean>();
    for (const area of this.areas) {
      for (const cell of cellsInArea(area)) {
        const { lines } = sheet.cellAt(cell);
        for (const side of drawn[this.index](area, cell)) has.add(lines.includes(side));
      }
    }
    if (has.size > 1) return null;
    return has.has(true) ? 'Continuous' : 'None';
  }

  draw(isThere: boolean, location: string): void {
    const sheet = sheetStillThere(this, this.handle, location);
    if (sheet.protection !== null && !sheet.protection.allowFormatCells) throw new HostError('AccessDenied', location);
    for (const area of this.areas) {
      if (cellCount(area) > formattingLimit)
        throw new HostError('InvalidArgument', location, 'Too many cells to format');
      for (const cell of cellsInArea(area)) {
        const sides: readonly string[] = drawn[this.index](area, cell);
        if (sides.length === 0) continue;
        const { lines } = sheet.cellAt(cell);
        const next = letters.filter((side) => (sides.includes(side) ? isThere : lines.includes(side))).join('');
        if (next !== lines) sheet.change(cell, { lines: next });
      }
    }
    this.workbook.tell({ kind: 'appearance', sheetId: sheet.id, origin: 'add-in' });
  }
}

const rangeBorderType = typeOf<RangeBorderObject>('RangeBorder', ({ property }) => ({
  sideIndex: property('1.1', ({ index }) => index),
  style: property(
    '1.1',
    ({ style }) => style,
    (border, value, location) => {
      const style = textOf(value, location);
      if (style !== 'None' && style !== 'Continuous') throw new HostError('InvalidArgument', location);
      border.draw(style === 'Continuous', location);
    },
  ),
}));
