/** Opening a file of one's own in the demo, and saving a copy of it. */
import { buffer } from 'node:stream/consumers';
import { strToU8, zipSync } from 'fflate';
import { openXlsx } from '../../src/simulator/xlsx/openXlsx';
import { disconnect, leave, openDemo, type Session } from './session';

let session: Session;

beforeEach(async () => {
  session = await openDemo('clean');
});
afterEach(async () => {
  expect(await leave(session)).toEqual([]);
});
afterAll(disconnect);

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageRelations = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** The smallest workbook there is: one sheet with a text in A1 and a number in B1. */
function smallWorkbook(): Buffer {
  const parts = {
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>',
    '_rels/.rels': `<Relationships xmlns="${packageRelations}"><Relationship Id="r1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="一张表" sheetId="1" r:id="r1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${packageRelations}"><Relationship Id="r1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${main}"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>分值</t></is></c><c r="B1"><v>12</v></c></row></sheetData></worksheet>`,
  };
  return Buffer.from(
    zipSync(
      Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(`<?xml version="1.0"?>${xml}`)])),
    ),
  );
}

test('an .xlsx is opened, and a copy holds what was changed', async () => {
  const { cell, page, pane } = session;
  const file = { name: '我的表.xlsx', mimeType: '', buffer: smallWorkbook() };
  await page.getByLabel('打开 .xlsx').setInputFiles(file);
  await page.getByRole('tab', { name: '一张表' }).waitFor();
  await pane.getByRole('button', { name: '复核', exact: true }).waitFor();
  expect(await cell('B1').textContent()).toBe('12');
  await cell('B1').click();
  await page.keyboard.type('34');
  await page.keyboard.press('Enter');

  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: '另存副本' }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe('我的表（副本）.xlsx');
  const saved = await openXlsx(await buffer(await download.createReadStream()), 'copy');
  if (!saved.ok) throw new Error(saved.problem);
  expect(saved.workbook.sheets[0]?.cells).toMatchObject({ A1: { value: '分值' }, B1: { value: 34 } });
});

test('a file that is no workbook is refused in one sentence, and what was open stays', async () => {
  const { cell, page } = session;
  const file = { name: '说明.xlsx', mimeType: '', buffer: Buffer.from('not a workbook') };
  await page.getByLabel('打开 .xlsx').setInputFiles(file);
  await page.getByText('“说明.xlsx”不是 .xlsx 工作簿').waitFor();
  expect(await cell('A2').textContent()).toBe('项目支出绩效自评表');
});
