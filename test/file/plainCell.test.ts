/** Cells read in one go come to what the reader that takes every tag by itself makes of them, damage and all. */
import fc from 'fast-check';
import { expectSameAsTagByTag } from '../support/tagByTag';

const sheetOf = (cells: string): string =>
  `<worksheet><sheetData><row r="3">${cells}</row><row r="90">${cells}</row></sheetData></worksheet>`;

function expectTheSame(cells: string): void {
  for (const limit of [5, 1000]) expectSameAsTagByTag(sheetOf(cells), limit);
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
  '<c r="B3" t="inlineStr"><is><t xml:space="preserve"> a &lt;b&#10;_x000D_\r\nc </t></is></c>',
  '<c r="B3" t="inlineStr"><is><t></t></is></c>',
  '<c r="B3" t="inlineStr"><is><t>&#x110000;</t></is></c>',
  '<c r="B3" t="inlineStr"><is><t>a<!-- --></t></is></c>',
  '<c r="B3" t="inlineStr"><is><r><t>a</t></r><r><t>b</t></r></is></c>',
  '<c r="B3" t="s"><is><t>a</t></is></c>',
  '<c r="B3" t="inlineStr"></c>',
  '<c r="B3" s="2"></c>',
  '<c r="B3" t="unknown"><v>a</v></c>',
  '<c r="B3"><f>A1</f><v>1</v></c>',
  '<c r="B3" t="str"><f>A1&amp;"x"</f><v>1x</v></c>',
  '<c r="B3"><f>A1&nothing;</f><v>1</v></c>',
  '<c r="B3"><f>A1</f><v/></c>',
  '<c r="B3" s="3" /><c r="C3" /><c />',
  '<c r="B3" s="3" / >',
  '<c r="B3" / s="3">',
  '<c r="B3"><f>A1</f><v /></c>',
  '<c r="B3"><f>A1</f><v /></d>',
  '<c r="B3"><f></f><v></v></c>',
  '<c r="B3"><f>A1</f></c>',
  '<c r="B3"><f t="shared" si="0" ref="B3:B4">A1</f><v>1</v></c>',
  '<c r="B3"><f>A1</f><v>1</v></d>',
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
