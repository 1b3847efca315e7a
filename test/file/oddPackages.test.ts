/** Packages that Excel opens and that look unlike what Excel writes: read alike, and a copy of them can be written. */
import { deflateRawSync } from 'node:zlib';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { fromA1 } from '../../src/core/sheet/cellRef';
import { openXlsxWorkbook, type XlsxWorkbook } from '../../src/file/xlsxWorkbook';
import type { Snapshot } from '../../src/core/sheet/snapshot';
import { contractWorkbook } from '../contracts/contractWorkbook';
import { editOf, valueOf } from '../contracts/workbookContract';
import { rawWorkbook } from '../support/rawWorkbook';
import { loadExcelize } from '../support/excelize';

const open = (bytes: Uint8Array): XlsxWorkbook =>
  valueOf(
    openXlsxWorkbook(bytes, {
      path: 'odd.xlsx',
    }),
  );

async function snapshotsOf(workbook: XlsxWorkbook): Promise<readonly Snapshot[]> {
  const snapshots: Snapshot[] = [];
  for (const { id } of valueOf(await workbook.sheets())) {
    snapshots.push({ ...valueOf(await workbook.read(id)), sheetId: '' });
  }
  return snapshots;
}

type Parts = Record<string, Uint8Array>;

const renamed = (parts: Parts, rename: (name: string) => string): Parts =>
  Object.fromEntries(Object.entries(parts).map(([name, bytes]) => [rename(name), bytes]));

const edited = (parts: Parts, name: string, edit: (xml: string) => string): Parts => ({
  ...parts,
  [name]: strToU8(edit(strFromU8(parts[name] ?? new Uint8Array()))),
});

const utf16 = (text: string, isBig: boolean): Uint8Array => {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le');
  return isBig ? bytes.swap16() : bytes;
};

const odd: Readonly<Record<string, (parts: Parts) => Parts>> = {
  'part names in another case': (parts) =>
    renamed(parts, (name) => name.replace('worksheets/sheet', 'Worksheets/Sheet').replace('sharedS', 'SharedS')),
  'backslashes in the archive': (parts) => renamed(parts, (name) => name.replaceAll('/', '\\')),
  'backslashes in a target': (parts) =>
    edited(parts, 'xl/_rels/workbook.xml.rels', (xml) => xml.replaceAll('worksheets/', 'worksheets\\')),
  'a percent-encoded target of a Chinese name': (parts) =>
    edited(
      renamed(parts, (name) => name.replace('sheet1.xml', '表1.xml')),
      'xl/_rels/workbook.xml.rels',
      (xml) => xml.replace('sheet1.xml', encodeURIComponent('表1.xml')),
    ),
  'a Chinese target as it is': (parts) =>
    edited(
      renamed(parts, (name) => name.replace('sheet1.xml', '表1.xml')),
      'xl/_rels/workbook.xml.rels',
      (xml) => xml.replace('sheet1.xml', '表1.xml'),
    ),
  'UTF-16 parts, little end first': (parts) => ({
    ...parts,
    'xl/sharedStrings.xml': utf16(strFromU8(parts['xl/sharedStrings.xml']!).replace('UTF-8', 'UTF-16'), false),
  }),
  'UTF-16 parts, big end first': (parts) => ({
    ...parts,
    'xl/worksheets/sheet1.xml': utf16(strFromU8(parts['xl/worksheets/sheet1.xml']!).replace('UTF-8', 'utf-16'), true),
  }),
};

test.each(Object.entries(odd))('%s: read alike, and changed alike', async (_what, make) => {
  const bytes = zipSync(make(unzipSync(contractWorkbook)));
  const plain = await snapshotsOf(open(contractWorkbook));
  const workbook = open(bytes);
  expect(await snapshotsOf(workbook)).toEqual(plain);

  const snapshot = valueOf(await workbook.read());
  const marks = [{ severity: 'P0' as const, cells: [fromA1('B3')] }];
  const applied = valueOf(await workbook.apply(snapshot.sheetId, { edits: [editOf(snapshot, 'B3', 8.5)], marks }));
  expect(applied.results).toMatchObject([{ outcome: 'written' }]);
  const again = valueOf(await open(workbook.bytes()).read());
  expect(again.values[2]?.[1]).toBe(8.5);
  expect(again.values[0]?.[0]).toBe('项目支出绩效自评表');
  // What was changed is where it was: nothing stands in the archive twice.
  expect(Object.keys(unzipSync(workbook.bytes()))).toHaveLength(Object.keys(unzipSync(bytes)).length);
});

test('names in the archive in the encoding of a Chinese machine are names', async () => {
  const bytes = zipSync(odd['a Chinese target as it is']!(unzipSync(contractWorkbook)));
  // "表" is e8 a1 a8 in UTF-8 and b1 ed in GB18030; the names keep their length with a letter more.
  const local = Buffer.from(bytes);
  const from = Buffer.from('表1.xml');
  const to = Buffer.concat([Buffer.from([0xb1, 0xed]), Buffer.from('11.xml')]);
  for (let at = local.indexOf(from); at >= 0; at = local.indexOf(from, at)) to.copy(local, at);
  const target = (xml: string): string => xml.replace('表1.xml', '表11.xml');
  const renamedTarget = zipSync(edited(unzipSync(bytes), 'xl/_rels/workbook.xml.rels', target));
  const gb = Buffer.from(renamedTarget);
  for (let at = gb.indexOf(from); at >= 0; at = gb.indexOf(from, at)) to.copy(gb, at);
  expect(await snapshotsOf(open(gb))).toEqual(await snapshotsOf(open(contractWorkbook)));
});

test('a number given to several sheets: every sheet is itself, and is written as itself', async () => {
  const sheets = ['甲', '乙', '丙'].map((name, place) => ({
    name,
    xml: `<sheetData><row r="1"><c r="A1"><v>${place}</v></c></row></sheetData>`,
  }));
  const parts = edited(unzipSync(rawWorkbook({ sheets })), 'xl/workbook.xml', (xml) =>
    xml.replaceAll(/sheetId="\d"/g, 'sheetId="1"'),
  );
  const workbook = open(zipSync(parts));
  expect((await snapshotsOf(workbook)).map(({ values }) => values)).toEqual([[[0]], [[1]], [[2]]]);
  const ids = valueOf(await workbook.sheets()).map(({ id }) => id);
  expect(new Set(ids).size).toBe(3);
  const second = valueOf(await workbook.read(ids[1]));
  valueOf(await workbook.apply(second.sheetId, { edits: [editOf(second, 'A1', 7)], marks: null }));
  valueOf(await workbook.writeSheet({ name: '报告', rows: [['一']], boldRows: [], columnWidths: [9] }));
  const written = await snapshotsOf(open(workbook.bytes()));
  expect(written.map(({ sheetName, values }) => [sheetName, values])).toEqual([
    ['甲', [[0]]],
    ['乙', [[7]]],
    ['丙', [[2]]],
    ['报告', [['一']]],
  ]);
});

test.each([
  ['named and missing', (xml: string) => xml],
  ['not named at all', (xml: string) => xml.replace(/<Relationship [^>]*\/styles"[^>]*\/>/u, '')],
])('a workbook whose styles are %s is read, marked, and keeps the places that its cells name', async (_how, edit) => {
  const parts = edited(unzipSync(contractWorkbook), 'xl/_rels/workbook.xml.rels', edit);
  delete parts['xl/styles.xml'];
  const workbook = open(zipSync(parts));
  const snapshot = valueOf(await workbook.read());
  expect(snapshot.values[1]?.[1]).toBe(12.5);
  const marks = [{ severity: 'P1' as const, cells: [fromA1('B3')] }];
  expect(valueOf(await workbook.apply(snapshot.sheetId, { edits: [], marks })).marked).toBe(1);
  const files = unzipSync(workbook.bytes());
  const styles = strFromU8(files['xl/styles.xml'] ?? new Uint8Array());
  // The last place that a cell names is 6.
  expect(styles).toContain('<cellXfs count="7">');
  expect(styles).toContain('<dxfs count="1">');
  expect(strFromU8(files['[Content_Types].xml']!).match(/PartName="\/xl\/styles.xml"/gu)?.length).toBeGreaterThan(0);
  const excelize = await loadExcelize();
  expect(excelize.OpenReader(workbook.bytes()).error).toBeNull();
});

test('formats down to the last row cost a moment and nothing else', async () => {
  const row = (number: number): string =>
    `<row r="${number}" s="6" customFormat="1"><c r="A${number}" s="6"/><c r="B${number}" s="6"/></row>`;
  const rows = Array.from({ length: 1_048_576 - 9 }, (_, index) => row(index + 10)).join('');
  const bytes = rawWorkbook({
    sheets: [
      {
        name: '表',
        xml: `<sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="3"><c r="A3" s="6"/></row>${rows}</sheetData>`,
      },
    ],
  });
  const workbook = open(bytes);
  const snapshot = valueOf(await workbook.read());
  expect(snapshot).toMatchObject({ area: { bottom: 0, right: 0 }, clippedFrom: null });
  valueOf(await workbook.apply(snapshot.sheetId, { edits: [editOf(snapshot, 'A3', 2)], marks: null }));
  const xml = strFromU8(unzipSync(workbook.bytes())['xl/worksheets/sheet1.xml']!);
  expect(xml).toContain('<row r="3"><c r="A3" s="6"><v>2</v></c></row><row r="10"');
}, 120_000);

test('sizes in the long form of the archive are read', () => {
  // What fflate does not write: an entry whose sizes stand in the extra field, as some servers stream them.
  const xml = Buffer.from('<Types/>');
  const packed = deflateRawSync(xml);
  const name = Buffer.from('[Content_Types].xml');
  const checksum = Buffer.from(zipSync({ a: [xml, { level: 0 }] })).readUInt32LE(14);
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(8, 8);
  local.writeUInt16LE(name.length, 26);
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(8, 10);
  entry.writeUInt32LE(checksum, 16);
  entry.writeUInt32LE(0xffffffff, 20);
  entry.writeUInt32LE(0xffffffff, 24);
  entry.writeUInt16LE(name.length, 28);
  entry.writeUInt16LE(20, 30);
  const extra = Buffer.alloc(20);
  extra.writeUInt16LE(1, 0);
  extra.writeUInt16LE(16, 2);
  extra.writeBigUInt64LE(BigInt(xml.length), 4);
  extra.writeBigUInt64LE(BigInt(packed.length), 12);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(local.length + name.length + packed.length, 16);
  const bytes = Buffer.concat([local, name, packed, entry, name, extra, end]);
  const opened = openXlsxWorkbook(bytes, { path: 'a.xlsx' });
  // It was unpacked, and there is no workbook in it.
  expect(opened).toEqual({ ok: false, fault: { kind: 'not-a-workbook', path: 'a.xlsx' } });
});
