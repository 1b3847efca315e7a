/**
 * The cells of a worksheet part by their place. Most cells of a form are empty, so nothing is kept of such a cell but
 * where it stands and its style; the rest is read again where somebody asks for it.
 */
import { sheetSize } from '../core/sheet/sheetSize';
import { PlainCellReader } from './plainCell';
import type { StoredCell, StoredCells } from './storedSheet';

/** More than any file has styles; only keeps nonsense out. */
export const mostStyles = 0xffff;

const rowOf = (key: number): number => Math.floor(key / sheetSize.columns);

/** Cells by key (see `cellKey`); of two in one place the later counts. */
export class CellTable implements StoredCells {
  private readonly whole = new Map<number, StoredCell>();
  /** Offset and style of each empty cell, in one number. */
  private readonly empty = new Map<number, number>();

  constructor(private readonly xml: string) {}

  put(key: number, cell: StoredCell): void {
    this.whole.set(key, cell);
    this.empty.delete(key);
  }

  /** Keeps an empty cell that a `PlainCellReader` reads at an offset. */
  putEmpty(key: number, start: number, style: number): void {
    this.empty.set(key, start * (mostStyles + 1) + style);
    this.whole.delete(key);
  }

  get(key: number): StoredCell | undefined {
    const packed = this.empty.get(key);
    return packed === undefined ? this.whole.get(key) : this.readAgain(key, packed);
  }

  contentAt(key: number): StoredCell | undefined {
    return this.whole.get(key);
  }

  styleAt(key: number): number | undefined {
    const packed = this.empty.get(key);
    return packed === undefined ? this.whole.get(key)?.style : packed % (mostStyles + 1);
  }

  styles(): readonly (readonly [key: number, style: number])[] {
    const all: [number, number][] = [];
    for (const [key, { style }] of this.whole) all.push([key, style]);
    for (const [key, packed] of this.empty) all.push([key, packed % (mostStyles + 1)]);
    return all.sort(([left], [right]) => left - right);
  }

  *inRow(row: number): Generator<StoredCell, void, undefined> {
    for (const [key, cell] of this.whole) if (rowOf(key) === row) yield cell;
    for (const [key, packed] of this.empty) if (rowOf(key) === row) yield this.readAgain(key, packed);
  }

  *values(): Generator<StoredCell, void, undefined> {
    yield* this.whole.values();
    for (const [key, packed] of this.empty) yield this.readAgain(key, packed);
  }

  private readAgain(key: number, packed: number): StoredCell {
    const start = Math.floor(packed / (mostStyles + 1));
    const plain = new PlainCellReader(this.xml);
    if (!plain.read(start)) throw new Error('an empty cell that was read cannot be read again');
    return plain.stored(start, { row: rowOf(key), column: key % sheetSize.columns });
  }
}
