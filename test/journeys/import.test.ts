/** A unit sent a Word table and an .xls: both come into the open workbook, are reviewed there, and go again. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { read, write } from '@e965/xlsx';
import { publishedForms } from '../forms';
import { docxOf, paragraph, wordTable } from '../support/docxOf';
import { mixedFiles } from '../support/mixedFiles';
import { disconnect, leave, openDemo, sheetOf, type Session } from './session';

let session: Session;
afterEach(async () => {
  expect(await leave(session)).toEqual([]);
});
afterAll(disconnect);

const fixture = (name: string): Buffer => readFileSync(resolve('test/file/fixtures', name));
const [first, second] = publishedForms.map(({ snapshot }) => snapshot);
/** Two tables, with a paragraph between them. */
const word = Buffer.from(docxOf(paragraph('附件1') + wordTable(first!) + paragraph('附件2') + wordTable(second!)));
/** A form and a sheet beside it, as an old spreadsheet program writes them. */
const old = Buffer.from(
  write(read(mixedFiles(1)[0]!.bytes, { type: 'array', cellNF: true }), {
    type: 'array',
    bookType: 'biff8',
  }) as ArrayBuffer,
);

async function choose({ pane }: Session, name: string, buffer: Buffer): Promise<void> {
  await pane.getByLabel('选择文件…').first().setInputFiles({ name, mimeType: '', buffer });
}

test('tables of Word and .xls become sheets, are reviewed, and are taken back save the one that was edited', async () => {
  session = await openDemo('clean');
  const { cell, page, pane, screenshot, workbook } = session;
  const button = (label: string | RegExp) => pane.getByRole('button', { name: label });
  const before = await workbook();
  await button('从文件导入…').click();
  await choose(session, '某镇自评表.docx', word);
  await pane
    .getByText(/^已从《某镇自评表.docx》带入 \d+ 张工作表。$/u)
    .first()
    .waitFor();
  const afterWord = await workbook();
  const fromWord = afterWord.sheets.slice(before.sheets.length);
  expect(fromWord.length).toBeGreaterThan(0);
  expect(afterWord.sheets.slice(0, before.sheets.length)).toEqual(before.sheets);
  expect(fromWord.some(({ merges }) => (merges?.length ?? 0) > 0)).toBe(true);

  await choose(session, '某镇自评表.xls', old);
  await pane
    .getByText(/^已从《某镇自评表.xls》带入 \d+ 张工作表。$/u)
    .first()
    .waitFor();
  const afterXls = await workbook();
  const fromXls = afterXls.sheets.slice(afterWord.sheets.length);
  expect(fromXls.length).toBeGreaterThan(0);
  await screenshot('import');

  await button('复核这张表').first().click();
  await pane.getByRole('tablist').first().waitFor();
  const shown = fromXls[0]?.name ?? '';
  await page.getByRole('tab', { name: shown, selected: true }).waitFor();
  await screenshot('import-reviewed');

  // The user's own edit makes the sheet the user's.
  const [address] = Object.keys(sheetOf(afterXls, shown).cells ?? {});
  await cell(address ?? 'A1').click();
  await page.keyboard.type('34');
  await page.keyboard.press('Enter');
  await button('整个工作簿').click();
  await button('从文件导入…').click();
  await button('撤回《某镇自评表.xls》的导入').click();
  await pane.getByText(`“${shown}”导入之后改过，保留。`).waitFor();
  await button('撤回《某镇自评表.docx》的导入').click();
  await pane
    .getByText(new RegExp(`^已撤回《某镇自评表.docx》的导入：删除 ${fromWord.length} 张，保留 0 张。$`, 'u'))
    .first()
    .waitFor();
  await screenshot('import-taken-back');
  const names = (await workbook()).sheets.map(({ name }) => name);
  expect(names).toEqual([...before.sheets.map(({ name }) => name), shown]);
}, 60_000);

test('a file that cannot be read is one sentence with a next step, and the workbook stays as it is', async () => {
  session = await openDemo('clean');
  const { pane, workbook } = session;
  const before = await workbook();
  await pane.getByRole('button', { name: '从文件导入…' }).click();
  await choose(session, '自评表.xls', Buffer.from('%PDF-1.7 not a workbook'));
  await pane.getByText(/PDF/u).first().waitFor();
  await choose(session, '自评表.xls', fixture('forms.xls').subarray(0, 3000));
  await pane
    .getByText(/损坏|不完整/u)
    .first()
    .waitFor();
  expect(await workbook()).toEqual(before);
});
