/** A worksheet part read one tag after the other, which every quicker way of reading must come to as well. */
import { cellKey } from '../../src/core/sheet/sheetSize';
import { readSheetPart, type SheetPart } from '../../src/file/sheetPart';
import { SheetReader } from '../../src/file/sheetReader';
import { DamagedXml, tagsOf } from '../../src/file/xml';

function tagByTag(xml: string, rowLimit: number): SheetPart | null {
  const reader = new SheetReader(xml, rowLimit);
  for (const tag of tagsOf(xml)) reader.take(tag);
  return reader.part();
}

/** What a reading comes to: what was read, every cell with all that is known of it, or where and why it broke off. */
function outcome(read: () => SheetPart | null): unknown {
  try {
    const part = read();
    return part && { ...part, cells: new Map([...part.cells.values()].map((cell) => [cellKey(cell.ref), cell])) };
  } catch (error) {
    if (error instanceof DamagedXml) return { at: error.at, word: error.word };
    throw error;
  }
}

/** Expects that the part is read as tag by tag, damage and all. */
export function expectSameAsTagByTag(xml: string, rowLimit: number): void {
  expect(outcome(() => readSheetPart(xml, rowLimit))).toEqual(outcome(() => tagByTag(xml, rowLimit)));
}
