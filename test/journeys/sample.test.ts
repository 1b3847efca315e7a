/** Somebody without a form: from the first screen to findings, a write and its taking back, on the sample form. */
import { readFileSync } from 'node:fs';
import { changedCells, disconnect, freshPage, addressOf, leave, openDemo, sheetOf, type Session } from './session';

let session: Pick<Session, 'page' | 'problems'>;
afterEach(async () => {
  expect(await leave(session)).toEqual([]);
});
afterAll(disconnect);

const name = '自评复核示例';
const offer = '用示例表试一试';
const mayGo = /试完请自行删除这张工作表，本工具不删除工作表/u;

test('the first screen leads to the findings of a sample, which are written and taken back', async () => {
  const demo = await openDemo('clean');
  session = demo;
  const { page, pane } = demo;
  const button = (label: string | RegExp) => pane.getByRole('button', { name: label });
  const before = await demo.workbook();
  await button(offer).click();
  await button(/按期完工率.*得分 10.*应为 8/u).waitFor();
  await page.getByRole('tab', { name, selected: true }).waitFor();
  await pane.getByText(mayGo).first().waitFor();
  expect(await pane.getByRole('status').first().textContent()).toMatch(
    /^复核完成：致命 3 项，重要 1 项，优化 0 项。试完请/u,
  );
  const made = await demo.workbook();
  expect(made.sheets.slice(0, -1)).toEqual(before.sheets);

  await pane.getByRole('tab', { name: '写入' }).click();
  await button('写入 3 处').click();
  await pane.getByRole('heading', { name: '写入结果' }).waitFor();
  const written = changedCells(sheetOf(made, name), sheetOf(await demo.workbook(), name));
  expect(Object.entries(written).map(([address, cell]) => [address, cell?.value])).toEqual([
    ['H7', 9.45],
    ['G16', 8],
    ['G22', 96.45],
  ]);
  await button('撤销本次写入').first().click();
  await pane.getByRole('heading', { name: '撤销结果' }).waitFor();
  expect(changedCells(sheetOf(made, name), sheetOf(await demo.workbook(), name))).toEqual({});

  // It is none of the unit's forms.
  await button('整个工作簿').click();
  await button('复核整个工作簿').click();
  await pane.getByText('没有结果：这张工作表是本工具的示例表，不计入。').waitFor();
  await pane.getByText(/^2 张工作表，1 份自评表，1 张没有结果。/u).waitFor();
});

test('the sample is made again as long as nobody changed it, and from the settings later on', async () => {
  const demo = await openDemo('published');
  session = demo;
  const { page, pane } = demo;
  const button = (label: string | RegExp) => pane.getByRole('button', { name: label });
  await button(offer).click();
  await pane.getByRole('tab', { name: '写入' }).waitFor();
  await button('设置').click();
  await button(offer).click();
  await pane.getByRole('tab', { name: '写入' }).waitFor();
  await demo.cell('G16').click();
  await page.keyboard.type('8');
  await page.keyboard.press('Enter');
  await button('设置').click();
  await button(offer).click();
  await pane.getByText('工作表“自评复核示例”在生成之后有改动，没有覆盖。').last().waitFor();
  const { sheets } = await demo.workbook();
  expect(sheets.filter((sheet) => sheet.name.startsWith(name))).toHaveLength(1);
  expect(sheetOf(await demo.workbook(), name).cells?.['G16']?.value).toBe(8);
});

test('without Excel it stands beside the sheets of the file', async () => {
  const { page, problems } = await freshPage();
  session = { page, problems };
  await page.goto(addressOf('/pane/workbench/index.html'));
  await page.getByRole('button', { name: '选择文件', exact: true }).waitFor();
  const buffer = readFileSync('src/demo/samples/huaiyuan-2023.xlsx');
  await page.locator('input[type=file]').first().setInputFiles({ name: '自评表.xlsx', mimeType: '', buffer });
  await page.getByRole('button', { name: offer }).click();
  await page.getByRole('tab', { name, selected: true }).waitFor();
  await page.getByRole('button', { name: /按期完工率.*得分 10.*应为 8/u }).waitFor();
  await page.getByText(mayGo).first().waitFor();
});
