/** Cells read in one go come to what the reader that takes every tag by itself makes of them, damage and all. */
import fc from 'fast-check';
import { readSheetPart } from '../../src/file/sheetPart';
import { SheetReader } from '../../src/file/sheetReader';
import { DamagedXml, tagsOf } from '../../src/file/xml';

const sheetOf = (cells: string): string =>
  `<worksheet><sheetData><row r="3">${cells}</row><row r="90">${cells}</row></sheetData></worksheet>`;

function tagByTag(xml: string, rowLimit: number): unknown {
  const reader = new SheetReader(xml, rowLimit);
  for (const tag of tagsOf(xml)) reader.take(tag);
  return reader.part();
}

/** What a reading comes to: what was read, or where and why it broke off. */
function outcome(read: () => unknown): unknown {
  try {
    return read();
  } catch (error) {
    if (error instanceof DamagedXml) return { at: error.at, word: error.word };
    throw error;
  }
}

function expectTheSame(cells: string): void {
  const xml = sheetOf(cells);
  for (const limit of [5, 1000]) {
    expect(outcome(() => readSheetPart(xml, limit))).toEqual(outcome(() => tagByTag(xml, limit)));
  }
}

const odd = [
  '<c r="B3" s="3" t="s"><v>12</v></c>',
  '<c r="B3" s="3"/><c s="4"/><c/>',
  '<c  r="B3"\n s="3" ><v>1</v></c>',
  "<c r='B3' s='3'><v>1</v></c>",
  '<c r="b3"><v>1</v></c>',
  '<c r="$B$3"><v>1</v></c>',
  '<c r="B03"><v>1</v></c>',
  '<c r="B0"><v>1</v></c>',
  '<c r="XFE1"><v>1</v></c>',
  '<c r="A1048577"><v>1</v></c>',
  '<c r="3B"><v>1</v></c>',
  '<c r=""><v>1</v></c>',
  '<c r="B3" s="65536"><v>1</v></c>',
  '<c r="B3" s="x"><v>1</v></c>',
  '<c r="B3" t="str"><v></v></c>',
  '<c r="B3" t="str"><v> a &amp; b\r\n</v></c>',
  '<c r="B3" t="inlineStr"><is><t>a</t></is></c>',
  '<c r="B3" t="inlineStr"><v>a</v></c>',
  '<c r="B3" t="unknown"><v>a</v></c>',
  '<c r="B3"><f>A1</f><v>1</v></c>',
  '<c r="B3"><v>1</v><extLst/></c>',
  '<c r="B3"><v/></c>',
  '<c r="B3"><v>1<!-- --></v></c>',
  '<c r="B3" vm="1"><v>1</v></c>',
  '<c r="B3" s="1" s="2"><v>1</v></c>',
  '<c r="B3"><v>1</c>',
  '<c r="B3"><v>1</v></d>',
  '<c r="B3"',
  '<col r="B3"/>',
];

test.each(odd)('%s', (cells) => {
  expectTheSame(cells);
  expectTheSame(`<c r="A3"><v>7</v></c>${cells}<c><v>8</v></c>`);
});

test('and so does whatever is made of such pieces, with a character changed', () => {
  const mutated = fc
    .tuple(
      fc.array(fc.constantFrom(...odd), { minLength: 1, maxLength: 4 }),
      fc.nat(),
      fc.constantFrom('<', '>', '/', '"', "'", '=', '&', ' ', '0', 'A', 'c'),
    )
    .map(([cells, place, character]) => {
      const text = cells.join('');
      const at = place % text.length;
      return text.slice(0, at) + character + text.slice(at + 1);
    });
  fc.assert(fc.property(mutated, expectTheSame), { numRuns: 500 });
});
