/** Puts planned values into a worksheet part; every other byte of the part stays as it was. */
import { toA1, type CellRef } from '../core/sheet/cellRef';
import { styleAt } from './decodeSheet';
import { cellKey } from '../core/sheet/sheetSize';
import type { SheetPart, StoredCell } from './sheetPart';
import { encodeStoredText, escapeXml, splice, type Splice } from './xml';

/** A value for one cell: text is stored as text whatever it looks like, null empties the cell. */
export interface CellWrite {
  readonly ref: CellRef;
  readonly value: string | number | boolean | null;
}

const attributesOf = ({ xml }: SheetPart, { attributesFrom, attributesTo }: StoredCell): string =>
  xml.slice(attributesFrom, attributesTo);

/** The part's text with the values put in; styles stay. */
export function changeCells(part: SheetPart, writes: readonly CellWrite[]): string {
  const splices: Splice[] = [];
  const missing = new Map<number, CellWrite[]>();
  for (const write of writes) {
    const cell = part.cells.get(cellKey(write.ref));
    if (cell) {
      splices.push({ start: cell.start, end: cell.end, text: cellElement(part, write, attributesOf(part, cell)) });
    } else if (write.value !== null) {
      const row = missing.get(write.ref.row) ?? [];
      row.push(write);
      missing.set(write.ref.row, row);
    }
  }
  for (const [row, cells] of missing) splices.push(...insertCells(part, row, cells));
  return splice(part.xml, splices);
}

function cellElement(part: SheetPart, { ref, value }: CellWrite, attributes: string | null): string {
  const name = `${part.prefix}c`;
  const style = styleAt(ref, part);
  // The kind of value, and the links to rich or calculated values, belong to the old content.
  const kept =
    attributes === null
      ? ` r="${toA1(ref)}"${style === 0 ? '' : ` s="${style}"`}`
      : attributes.replace(/\s(?:t|vm|cm)\s*=\s*(?:"[^"]*"|'[^']*')/g, '').trimEnd();
  if (value === null) return `<${name}${kept}/>`;
  if (typeof value === 'boolean') {
    return `<${name}${kept} t="b"><${part.prefix}v>${value ? 1 : 0}</${part.prefix}v></${name}>`;
  }
  if (typeof value === 'number') {
    return `<${name}${kept}><${part.prefix}v>${value}</${part.prefix}v></${name}>`;
  }
  const text = `<${part.prefix}t xml:space="preserve">${escapeXml(encodeStoredText(value))}</${part.prefix}t>`;
  return `<${name}${kept} t="inlineStr"><${part.prefix}is>${text}</${part.prefix}is></${name}>`;
}

function insertCells(part: SheetPart, row: number, writes: readonly CellWrite[]): Splice[] {
  const ordered = [...writes].sort((left, right) => left.ref.column - right.ref.column);
  const stored = part.rows.get(row);
  if (!stored) return [insertRow(part, row, ordered)];
  if (stored.tag.kind === 'empty') {
    const open = part.xml.slice(stored.tag.start, stored.tag.end).replace(/(?<!\s)\s*\/>$/, '>');
    const cells = ordered.map((write) => cellElement(part, write, null)).join('');
    return [{ start: stored.tag.start, end: stored.tag.end, text: `${open}${cells}</${part.prefix}row>` }];
  }
  const inRow = [...part.cells.inRow(row)];
  return ordered.map((write) => {
    const next = inRow
      .filter(({ ref }) => ref.column > write.ref.column)
      .reduce<number | null>((first, cell) => (first === null ? cell.start : Math.min(first, cell.start)), null);
    const at = next ?? part.xml.lastIndexOf('</', stored.end - 1);
    return { start: at, end: at, text: cellElement(part, write, null) };
  });
}

function insertRow(part: SheetPart, row: number, writes: readonly CellWrite[]): Splice {
  const name = `${part.prefix}row`;
  const cells = writes.map((write) => cellElement(part, write, null)).join('');
  const text = `<${name} r="${row + 1}">${cells}</${name}>`;
  const next = [...part.rows.values()]
    .filter((stored) => stored.row > row)
    .reduce<number | null>((first, { tag }) => (first === null ? tag.start : Math.min(first, tag.start)), null);
  if (next !== null) return { start: next, end: next, text };
  const data = part.children.find(({ name: child }) => child === 'sheetData');
  if (!data) throw new Error('a worksheet part without sheetData');
  const element = part.xml.slice(data.start, data.end);
  if (!element.endsWith('/>')) {
    const at = part.xml.lastIndexOf('</', data.end - 1);
    return { start: at, end: at, text };
  }
  const open = element.replace(/(?<!\s)\s*\/>$/, '>');
  return { start: data.start, end: data.end, text: `${open}${text}</${part.prefix}sheetData>` };
}
