/** Files on disk: what cannot be opened says why, and a save is whole or not at all. */
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openFileWorkbook } from '../../src/file/fileWorkbook';
import { openXlsxWorkbook } from '../../src/file/xlsxWorkbook';
import { editOf, valueOf } from '../contracts/workbookContract';
import { contractWorkbook } from '../contracts/contractWorkbook';
import { rawWorkbook } from '../support/rawWorkbook';
import { unzipSync, zipSync, strToU8 } from 'fflate';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'file-workbook-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});
const put = (name: string, bytes: Uint8Array): string => {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
};

const compound = (stream: string): Uint8Array => {
  const bytes = new Uint8Array(1536);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  bytes.set(Buffer.from(stream, 'utf16le'), 1024);
  // The length of the name in bytes, its end included, and the kind of the entry: a stream.
  bytes.set([2 * (stream.length + 1), 0, 2], 1024 + 64);
  // Sectors of 512 bytes, and no table of them.
  bytes.set([9, 0], 30);
  bytes.fill(0xff, 76, 512);
  return bytes;
};

test.each([
  ['random bytes', new Uint8Array([1, 2, 3, 4, 5, 6, 7, 8]), 'not-a-workbook'],
  ['an empty file', new Uint8Array(), 'file-empty'],
  ['an encrypted workbook', compound('EncryptedPackage'), 'file-encrypted'],
  ['an old Word document', compound('WordDocument'), 'file-old-word'],
  ['an old presentation', compound('PowerPoint Document'), 'file-slides'],
  ['a compound file of something else', compound('Anything'), 'not-a-workbook'],
  ['a zip of something else', zipSync({ 'readme.txt': strToU8('x') }), 'file-archive'],
  ['a document of another kind', zipSync({ '[Content_Types].xml': strToU8('<Types/>') }), 'not-a-workbook'],
  ['a PDF', strToU8('%PDF-1.7'), 'file-pdf'],
  ['a photograph', new Uint8Array([0xff, 0xd8, 0xff, 0xe0]), 'file-image'],
  ['rich text', strToU8('{\\rtf1 \\trowd}'), 'file-old-word'],
  ['words', strToU8('本单位无此项目。'), 'file-without-table'],
  ['words in GB18030', new Uint8Array([0xb1, 0xed, 0xb8, 0xf1]), 'file-without-table'],
  ['a web page without a table', strToU8('<html><body>404 Not Found</body></html>'), 'file-without-table'],
])('%s is no workbook, and the fault says so', async (_what, bytes, kind) => {
  const path = put('x.xlsx', bytes);
  expect(await openFileWorkbook(path)).toEqual({ ok: false, fault: { kind, path } });
});

test('damage is told with its place', async () => {
  const path = put('x.xlsx', contractWorkbook.slice(0, 900));
  expect(await openFileWorkbook(path)).toEqual({ ok: false, fault: { kind: 'file-damaged', path, place: 'zip' } });
  const old = put('x.xls', compound('Workbook'));
  expect(await openFileWorkbook(old)).toEqual({
    ok: false,
    fault: { kind: 'file-damaged', path: old, place: 'Workbook' },
  });
});

test('a missing file and a folder say what they are', async () => {
  const missing = join(folder, 'no.xlsx');
  expect(await openFileWorkbook(missing)).toEqual({ ok: false, fault: { kind: 'file-missing', path: missing } });
  expect(await openFileWorkbook(folder)).toEqual({ ok: false, fault: { kind: 'not-a-workbook', path: folder } });
});

test('a link that leads round in a circle, and a pipe that never ends, are refused at once', async () => {
  const [circle, pipe] = [join(folder, 'circle.xlsx'), join(folder, 'pipe.xlsx')];
  symlinkSync(circle, circle);
  spawnSync('mkfifo', [pipe]);
  expect(await openFileWorkbook(circle)).toEqual({ ok: false, fault: { kind: 'file-missing', path: circle } });
  expect(await openFileWorkbook(pipe)).toEqual({ ok: false, fault: { kind: 'not-a-workbook', path: pipe } });
});

test('a long name that just fits can be written', async () => {
  const workbook = valueOf(await openFileWorkbook(put('a.xlsx', contractWorkbook)));
  const path = join(folder, `${'n'.repeat(245)}.xlsx`);
  expect(valueOf(await workbook.save(path))).toEqual({ path });
  expect(readdirSync(folder)).toHaveLength(2);
  const tooLong = join(folder, `${'n'.repeat(260)}.xlsx`);
  expect(await workbook.save(tooLong)).toEqual({ ok: false, fault: { kind: 'file-not-writable', path: tooLong } });
});

test('a sheet whose part is missing or damaged is a damaged workbook, and the other sheets still read', async () => {
  const files = unzipSync(contractWorkbook);
  const damaged = zipSync({ ...files, 'xl/worksheets/sheet2.xml': strToU8('<worksheet><sheetData><row>') });
  const workbook = valueOf(openXlsxWorkbook(damaged, { path: 'd.xlsx' }));
  expect(await workbook.read('2')).toEqual({
    ok: false,
    fault: { kind: 'file-damaged', path: 'd.xlsx', place: 'xl/worksheets/sheet2.xml <row>' },
  });
  expect(valueOf(await workbook.read('1')).sheetName).toBe('自评表');
});

test('a chart sheet has no cells', async () => {
  const files = unzipSync(rawWorkbook({ sheets: [{ name: '图', xml: '' }] }));
  const rels = Buffer.from(files['xl/_rels/workbook.xml.rels'] ?? []).toString();
  const bytes = zipSync({
    ...files,
    'xl/_rels/workbook.xml.rels': strToU8(rels.replace('relationships/worksheet', 'relationships/chartsheet')),
  });
  const workbook = valueOf(openXlsxWorkbook(bytes, { path: 'c.xlsx' }));
  expect(valueOf(await workbook.sheets())).toMatchObject([{ name: '图' }]);
  expect(await workbook.read()).toEqual({ ok: false, fault: { kind: 'sheet-without-cells' } });
});

test('saves to another file, leaves the original and no draft behind, and opens again as written', async () => {
  const path = put('原表.xlsx', contractWorkbook);
  const copy = join(folder, '复核稿.xlsx');
  const workbook = valueOf(await openFileWorkbook(path, { saveAs: copy }));
  const snapshot = valueOf(await workbook.read());
  valueOf(await workbook.apply(snapshot.sheetId, { edits: [editOf(snapshot, 'B3', 8.5)], marks: null }));
  expect(valueOf(await workbook.save())).toEqual({ path: copy });
  expect(new Uint8Array(readFileSync(path))).toEqual(contractWorkbook);
  expect(readdirSync(folder).sort()).toEqual(['原表.xlsx', '复核稿.xlsx'].sort());
  const reopened = valueOf(await openFileWorkbook(copy));
  expect(valueOf(await reopened.read()).values[2]?.[1]).toBe(8.5);
});

test('saves over the opened file when no other is named', async () => {
  const path = put('a.xlsx', contractWorkbook);
  const workbook = valueOf(await openFileWorkbook(path));
  valueOf(await workbook.remember('k', 'v'));
  valueOf(await workbook.save());
  expect(valueOf(await valueOf(await openFileWorkbook(path)).recall('k'))).toBe('v');
});

test('a place that cannot be written is a fault, and nothing is left there', async () => {
  const path = put('a.xlsx', contractWorkbook);
  const workbook = valueOf(await openFileWorkbook(path));
  const nowhere = join(folder, 'missing', 'b.xlsx');
  expect(await workbook.save(nowhere)).toEqual({ ok: false, fault: { kind: 'file-not-writable', path: nowhere } });
  expect(await workbook.save(folder)).toEqual({ ok: false, fault: { kind: 'file-not-writable', path: folder } });
  expect(existsSync(nowhere)).toBe(false);
  expect(readdirSync(folder)).toEqual(['a.xlsx']);
});

// An administrator may write anywhere, so the permission means nothing there.
const asUser = process.getuid?.() === 0 ? test.skip : test;
asUser('a file or folder that may not be read is no damaged workbook', async () => {
  const path = put('a.xlsx', contractWorkbook);
  chmodSync(path, 0);
  expect(await openFileWorkbook(path)).toEqual({ ok: false, fault: { kind: 'file-not-readable', path } });
  const closed = join(folder, '密');
  mkdirSync(closed, { mode: 0 });
  expect(await openFileWorkbook(closed)).toEqual({ ok: false, fault: { kind: 'file-not-readable', path: closed } });
});

asUser('a copy into a folder that may not be entered is a fault', async () => {
  const workbook = valueOf(await openFileWorkbook(put('a.xlsx', contractWorkbook)));
  const closed = join(folder, '密');
  mkdirSync(closed, { mode: 0 });
  const path = join(closed, 'b.xlsx');
  expect(await workbook.save(path)).toEqual({ ok: false, fault: { kind: 'file-not-writable', path } });
});

asUser('a write-protected file stays as it is', async () => {
  const path = put('a.xlsx', contractWorkbook);
  chmodSync(path, 0o444);
  const workbook = valueOf(await openFileWorkbook(path));
  valueOf(await workbook.remember('k', 'v'));
  expect(await workbook.save()).toEqual({ ok: false, fault: { kind: 'file-not-writable', path } });
  expect(new Uint8Array(readFileSync(path))).toEqual(contractWorkbook);
});
