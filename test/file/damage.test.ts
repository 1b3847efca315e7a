/** What cannot be is damage with its place: never an empty sheet, never a bug, never a wait. */
import { cpuTimeOf } from '../support/cpuTime';
import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate';
import { openWorkbook } from '../../src/file/openWorkbook';
import { tagsOf } from '../../src/file/xml';
import type { Outcome } from '../../src/port/workbook';
import { contractWorkbook } from '../contracts/contractWorkbook';

const sheet = 'xl/worksheets/sheet1.xml';

/** What comes of opening the file and reading its first sheet. */
async function readingOf(bytes: Uint8Array): Promise<Outcome<unknown>> {
  const opened = await openWorkbook(bytes, {
    path: 'd.xlsx',
  });
  return opened.ok ? opened.value.read() : opened;
}

const parts = unzipSync(contractWorkbook);
const withSheet = (from: string, to: string): Zippable => ({
  ...parts,
  [sheet]: strToU8(strFromU8(parts[sheet]!).replace(from, to)),
});
const without = (name: string): Zippable => Object.fromEntries(Object.entries(parts).filter(([part]) => part !== name));
const cell = '<c r="C9"><v>1</v></c>';

test.each(['[Content_Types].xml', '_rels/.rels'])(
  'a workbook without %s is damaged there, and no unknown file',
  async (name) => {
    expect(await readingOf(zipSync(without(name)))).toEqual({
      ok: false,
      fault: { kind: 'file-damaged', path: 'd.xlsx', place: name },
    });
  },
);

test.each([
  ['a row that is no number', withSheet('<row r="9">', '<row r="abc">'), `${sheet} row r="abc"`],
  ['a row beyond the last', withSheet('<row r="9">', '<row r="1048577">'), `${sheet} row r="1048577"`],
  ['row zero', withSheet('<row r="9">', '<row r="0">'), `${sheet} row r="0"`],
  ['an address that is none', withSheet('r="C9"', 'r="9C"'), `${sheet} c r="9C"`],
  ['a column beyond the last', withSheet('r="C9"', 'r="XFE9"'), `${sheet} c r="XFE9"`],
  ['a merge of whole columns', withSheet('ref="A1:D1"', 'ref="A:C"'), `${sheet} mergeCell ref="A:C"`],
  ['an array over nothing', withSheet(cell, '<c r="C9"><f t="array" ref="?">A1</f></c>'), `${sheet} f ref="?"`],
  ['a style that is none', withSheet('<c r="C9">', '<c r="C9" s="x">'), `${sheet} c s="x"`],
  ['a column that is none', withSheet('min="5"', 'min="e"'), `${sheet} col min="e"`],
  ['a character that is none', withSheet(cell, '<c r="C9" t="str"><v>&#x110000;</v></c>'), `${sheet} &#x110000;`],
  ['an entity that is none', withSheet(cell, '<c r="C9" t="str"><v>&nbsp;</v></c>'), `${sheet} &nbsp;`],
  ['elements that cross', withSheet(cell, '<c r="C9"><v>1</c></v>'), `${sheet} </c>`],
  ['a part that breaks off', withSheet('</worksheet>', ''), `${sheet} <worksheet>`],
  ['a number that is none', withSheet(cell, '<c r="C9"><v>eins</v></c>'), 'C9 = eins'],
  ['a text that is not there', withSheet(cell, '<c r="C9" t="s"><v>99</v></c>'), 'C9 → sharedStrings[99]'],
  ['a part of texts that is not there', without('xl/sharedStrings.xml'), 'A1 → sharedStrings[0]'],
  ['a sheet that is not there', without(sheet), sheet],
  ['a workbook part that is not there', without('xl/workbook.xml'), 'xl/workbook.xml'],
])('%s', async (_what, files, place) => {
  expect(await readingOf(zipSync(files))).toEqual({
    ok: false,
    fault: { kind: 'file-damaged', path: 'd.xlsx', place },
  });
});

test('texts in an encoding that a package may not have, declared or not', async () => {
  for (const declared of ['UTF-8', 'GB18030']) {
    const head = strToU8(`<?xml version="1.0" encoding="${declared}"?><sst><si><t>`);
    const bytes = Buffer.concat([head, Buffer.from([0xb1, 0xed]), strToU8('</t></si></sst>')]);
    const file = zipSync({ ...parts, 'xl/sharedStrings.xml': bytes });
    expect(await readingOf(file)).toMatchObject({ fault: { kind: 'file-damaged', place: 'xl/sharedStrings.xml' } });
  }
});

test('a byte that was changed on the way is noticed', async () => {
  const bytes = zipSync(parts, { level: 0 });
  const at = Buffer.from(bytes).indexOf('12.5');
  bytes[at] = '9'.charCodeAt(0);
  expect(await readingOf(bytes)).toMatchObject({ fault: { kind: 'file-damaged', place: sheet } });
});

test.each([
  ['comments', '<!--'],
  ['CDATA', '<![CDATA['],
  ['processing instructions', '<?'],
  ['quotes', '<a b="'],
  ['names', '<aaaaaaaa'],
])('half a megabyte of %s that are opened and never closed is damage at once', async (_what, opening) => {
  const xml = `<worksheet><sheetData/>${opening.repeat(Math.ceil(500_000 / opening.length))}`;
  const milliseconds = await cpuTimeOf(async () => {
    const reading = await readingOf(zipSync({ ...parts, [sheet]: strToU8(xml) }));
    expect(reading).toMatchObject({ fault: { kind: 'file-damaged' } });
  });
  expect(milliseconds).toBeLessThan(3000);
});

test('tags are told from what only looks like them', () => {
  const xml =
    '<?xml version="1.0"?><!DOCTYPE a><!-- <b> --><x:a q="1 > 0" p=\'/>\'><![CDATA[<c>]]><d /><e f="/"/></x:a >';
  expect([...tagsOf(xml)].map(({ attributes, kind, name, prefix }) => [prefix, name, kind, attributes.trim()])).toEqual(
    [
      ['x:', 'a', 'open', 'q="1 > 0" p=\'/>\''],
      ['', 'd', 'empty', ''],
      ['', 'e', 'empty', 'f="/"'],
      ['x:', 'a', 'close', ''],
    ],
  );
});
