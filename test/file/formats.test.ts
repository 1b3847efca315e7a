/** The same workbook in every format reads the same, and the same forms have the same findings. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { read, write } from '@e965/xlsx';
import { strToU8 } from 'fflate';
import { areaToA1, fromA1, toA1 } from '../../src/core/sheet/cellRef';
import { type AnyWorkbook, openWorkbook } from '../../src/file/openWorkbook';
import { reviewSheet } from '../../src/review/reviewSheet';
import { editOf, valueOf } from '../contracts/workbookContract';
import { everything } from './fixtures/everything';

const fixture = (name: string): Uint8Array => readFileSync(join(__dirname, 'fixtures', name));

const open = async (bytes: Uint8Array): Promise<AnyWorkbook> =>
  valueOf(
    await openWorkbook(bytes, {
      path: 'formats',
    }),
  );

/** Signs that stand for themselves are written in two ways: `\年` and `"年"`, and some need neither. */
const plainFormat = (code: string): string => code.replace(/\\(.)/gu, '"$1"').replace(/"([-—])"/gu, '$1');

/** Everything that a review reads of a workbook, by place. */
async function contentOf(workbook: AnyWorkbook): Promise<Readonly<Record<string, string>>> {
  const content: Record<string, string> = {};
  for (const { id, name, visibility } of valueOf(await workbook.sheets())) {
    const { area, formulas, hiddenColumns, hiddenRows, isProtected, merges, numberFormats, text, values } = valueOf(
      await workbook.read(id),
    );
    content[name] = JSON.stringify([visibility, isProtected, merges.map(areaToA1).sort(), hiddenRows, hiddenColumns]);
    values.forEach((row, down) => {
      row.forEach((value, across) => {
        const formula = formulas[down]?.[across] ?? null;
        if (value === null && formula === null) return;
        const address = toA1({ row: (area?.top ?? 0) + down, column: (area?.left ?? 0) + across });
        const format = plainFormat(numberFormats[down]?.[across] ?? '');
        content[`${name}!${address}`] = JSON.stringify([value, text[down]?.[across], formula, format]);
      });
    });
  }
  return content;
}

/** The findings of every form, by sheet: what was found, and in which cells, unless these lie otherwise. */
async function findingsOf(workbook: AnyWorkbook, withCells: boolean): Promise<readonly (readonly string[])[]> {
  const findings: string[][] = [];
  for (const { id } of valueOf(await workbook.sheets())) {
    const { forms } = valueOf(await reviewSheet(workbook, { sheetId: id }));
    findings.push(
      forms.flatMap((form) =>
        form.findings.map(({ cells, check, facts, message, severity }) => {
          const { cells: named, ...rest } = facts;
          return JSON.stringify([check, message, severity, rest, withCells ? [named, cells.map(toA1)] : null]);
        }),
      ),
    );
  }
  return findings;
}

test.each(['xls', 'ods', 'fods'] as const)('everything that a sheet can have is the same in .%s', async (ending) => {
  const workbook = await open(fixture(`everything.${ending}`));
  expect(workbook.convertedFrom).toBe(ending);
  expect(await contentOf(workbook)).toEqual(await contentOf(await open(everything)));
});

// Written by the library that also reads them: it shows that each is told and goes its way, not that Excel agrees.
test.each([
  ['xlsb', 'xlsb'],
  ['biff8', 'xls'],
  ['xlml', 'xml2003'],
] as const)('values, formulas and merges are the same in %s', async (bookType, format) => {
  const source = read(everything, { type: 'array', cellNF: true });
  const bytes = new Uint8Array(write(source, { type: 'array', bookType: bookType }) as ArrayBuffer);
  const workbook = await open(bytes);
  expect(workbook.convertedFrom).toBe(format);
  const plain = await open(everything);
  const sheets = valueOf(await workbook.sheets());
  expect(sheets.map(({ name }) => name)).toEqual(valueOf(await plain.sheets()).map(({ name }) => name));
  const [first] = sheets;
  const snapshot = valueOf(await workbook.read(first!.id));
  const expected = valueOf(await plain.read('1'));
  expect(snapshot.merges.map(areaToA1).sort()).toEqual(expected.merges.map(areaToA1).sort());
  // The library writes no formula that it knows no number of, and no error but as an error.
  const numbers = (values: typeof snapshot.values): unknown =>
    values.map((row) => row.map((value) => (typeof value === 'object' ? null : value)));
  expect(numbers(snapshot.values)).toEqual(numbers(expected.values));
});

test.each([
  ['xls', true],
  ['ods', true],
  ['docx', false],
] as const)(
  'the published forms have the same findings in .%s',
  async (ending, withCells) => {
    const workbook = await open(fixture(`forms.${ending}`));
    const findings = await findingsOf(workbook, withCells);
    expect(findings.length).toBeGreaterThanOrEqual(9);
    expect(findings.flat().length).toBeGreaterThan(30);
    expect(findings).toEqual(await findingsOf(await open(fixture('forms.xlsx')), withCells));
  },
  60_000,
);

test('what was converted is written, saved and opened again as an .xlsx with its marks, formats and merges', async () => {
  const workbook = await open(fixture('everything.xls'));
  const before = valueOf(await workbook.read());
  const marks = [{ severity: 'P0' as const, cells: [fromA1('A2')] }];
  const applied = valueOf(await workbook.apply(before.sheetId, { edits: [editOf(before, 'A2', 99)], marks }));
  expect(applied).toMatchObject({ results: [{ outcome: 'written' }], marked: 1 });
  const saved = await open(workbook.bytes());
  expect(saved.convertedFrom).toBeNull();
  const after = valueOf(await saved.read());
  expect([after.values[1]?.[0], after.text[1]?.[0], after.merges]).toEqual([99, '99.00', before.merges]);
  expect(valueOf(await saved.unmark(after.sheetId))).toEqual({ removed: 1 });
  const details = valueOf(await workbook.capabilities()).details;
  expect(details['convertedFrom']).toBe('xls');
});

test('texts of Excel 95 are in the encoding of its country', async () => {
  const record = (type: number, ...bytes: readonly number[]): readonly number[] => [
    ...[type & 0xff, type >> 8, bytes.length & 0xff, bytes.length >> 8],
    ...bytes,
  ];
  const beginning = (kind: number): readonly number[] => record(0x0809, 0, 5, kind, 0, 0, 0, 0, 0);
  // "分值" in GBK, as name of the sheet and as text of A1; code page 936.
  const word = [0xb7, 0xd6, 0xd6, 0xb5];
  const listed = (place: number): readonly number[] =>
    record(0x0085, place & 0xff, place >> 8, 0, 0, 0, 0, word.length, ...word);
  const head = [...beginning(5), ...record(0x0042, 0xa8, 0x03)];
  const place = head.length + listed(0).length + record(0x000a).length;
  const sheet = [...beginning(16), ...record(0x0204, 0, 0, 0, 0, 0, 0, word.length, 0, ...word), ...record(0x000a)];
  const workbook = await open(Uint8Array.from([...head, ...listed(place), ...record(0x000a), ...sheet]));
  expect(valueOf(await workbook.sheets()).map(({ name }) => name)).toEqual(['分值']);
  expect(valueOf(await workbook.read()).values).toEqual([['分值']]);
});

test('a protected sheet stays protected, and is refused like any other', async () => {
  const workbook = await open(fixture('everything.xls'));
  const sheet = valueOf(await workbook.sheets()).find(({ name }) => name === '第 二 页');
  const snapshot = valueOf(await workbook.read(sheet!.id));
  expect(snapshot.isProtected).toBe(true);
  expect(await workbook.apply(snapshot.sheetId, { edits: [editOf(snapshot, 'A1', 2)], marks: null })).toMatchObject({
    fault: { kind: 'sheet-protected' },
  });
});

describe('files that are cut off', () => {
  test.each(['everything.xls', 'everything.ods', 'everything.fods', 'forms.docx'])('%s', async (name) => {
    const bytes = fixture(name);
    for (const share of [0.3, 0.6, 0.9]) {
      const opened = await openWorkbook(bytes.subarray(0, Math.floor(bytes.length * share)), {
        path: name,
      });
      expect(opened).toMatchObject({ ok: false, fault: { kind: 'file-damaged', path: name } });
    }
  });
});

test('an encrypted OpenDocument spreadsheet says so', async () => {
  const { zipSync } = await import('fflate');
  const bytes = zipSync({
    mimetype: strToU8('application/vnd.oasis.opendocument.spreadsheet'),
    'content.xml': new Uint8Array([1, 2, 3]),
    'META-INF/manifest.xml': strToU8('<manifest:manifest><manifest:encryption-data/></manifest:manifest>'),
  });
  expect(await openWorkbook(bytes, { path: 'a.ods' })).toEqual({
    ok: false,
    fault: { kind: 'file-encrypted', path: 'a.ods' },
  });
});
