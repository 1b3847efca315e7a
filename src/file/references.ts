/** Addresses and numbers as a worksheet part writes them; what cannot be one is damage. */
import { areaFromA1, fromA1, type Area, type CellRef } from '../core/sheet/cellRef';
import { sheetSize } from '../core/sheet/sheetSize';
import { attribute, DamagedXml, type Tag } from './xml';

const damaged = (tag: Tag, name: string): DamagedXml =>
  new DamagedXml(tag.start, `${tag.name} ${name}="${attribute(tag, name) ?? ''}"`);

const isOnSheet = ({ column, row }: CellRef): boolean =>
  row >= 0 && row < sheetSize.rows && column >= 0 && column < sheetSize.columns;

/** The whole number of an attribute, from `least` to `most`, or null where there is none. @throws DamagedXml */
export function numberIn(tag: Tag, name: string, least: number, most: number): number | null {
  const written = attribute(tag, name);
  if (written === null) return null;
  const number = Number(written);
  if (!Number.isInteger(number) || number < least || number > most) throw damaged(tag, name);
  return number;
}

/** The cell that an attribute names, or null where there is none. @throws DamagedXml */
export function cellIn(tag: Tag, name: string): CellRef | null {
  const written = attribute(tag, name);
  if (written === null) return null;
  const ref = plainRef(written) ?? orDamaged(tag, name, () => fromA1(written));
  if (!isOnSheet(ref)) throw damaged(tag, name);
  return ref;
}

/** An address as every program writes it, capitals and then digits; null for any other that may still be one. */
function plainRef(written: string): CellRef | null {
  let at = 0;
  let column = 0;
  for (; at < written.length; at += 1) {
    const letter = written.charCodeAt(at) - 0x41;
    if (letter < 0 || letter > 25) break;
    column = column * 26 + letter + 1;
  }
  const lettersTo = at;
  let row = 0;
  for (; at < written.length; at += 1) {
    const digit = written.charCodeAt(at) - 0x30;
    if (digit < 0 || digit > 9 || (digit === 0 && at === lettersTo)) return null;
    row = row * 10 + digit;
  }
  const isPlain = lettersTo > 0 && lettersTo <= 3 && at > lettersTo && at - lettersTo <= 7;
  return isPlain ? { row: row - 1, column: column - 1 } : null;
}

/** The area that an attribute names, or null where there is none. @throws DamagedXml */
export function areaIn(tag: Tag, name: string): Area | null {
  const written = attribute(tag, name);
  if (written === null) return null;
  const area = plainArea(written) ?? anyArea(tag, name, written);
  if (!isOnSheet({ row: area.bottom, column: area.right })) throw damaged(tag, name);
  return area;
}

/** An area as every program writes it; null for any other that may still be one. */
function plainArea(written: string): Area | null {
  const colon = written.indexOf(':');
  const from = plainRef(colon < 0 ? written : written.slice(0, colon));
  const to = colon < 0 ? from : plainRef(written.slice(colon + 1));
  if (!from || !to) return null;
  return {
    top: Math.min(from.row, to.row),
    left: Math.min(from.column, to.column),
    bottom: Math.max(from.row, to.row),
    right: Math.max(from.column, to.column),
  };
}

function anyArea(tag: Tag, name: string, written: string): Area {
  // Whole columns and rows are areas to Excel, and none that a merge or an array may have.
  if (!written.split(':').every((corner) => /\d/.test(corner) && /[A-Za-z]/.test(corner))) throw damaged(tag, name);
  return orDamaged(tag, name, () => areaFromA1(written));
}

function orDamaged<T>(tag: Tag, name: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    // What is no address.
    if (error instanceof RangeError) throw damaged(tag, name);
    throw error;
  }
}
