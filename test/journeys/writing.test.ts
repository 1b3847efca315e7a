/** A stranger's whole way: review, write, save a copy, open that copy, take everything back; and sheets of our own. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { strFromU8, unzipSync } from 'fflate';
import type { PlainWorkbook } from '../../src/simulator/model';
import { openXlsx } from '../../src/simulator/xlsx/openXlsx';
import { changedCells, disconnect, leave, openDemo, sheetOf, type Session } from './session';

let session: Session;
afterEach(async () => {
  expect(await leave(session)).toEqual([]);
});
afterAll(disconnect);

const button = (name: string | RegExp) => session.pane.getByRole('button', { name });

async function opened(bytes: Uint8Array): Promise<PlainWorkbook> {
  const result = await openXlsx(bytes, '自评表.xlsx');
  if (!result.ok) throw new Error(result.problem);
  return result.workbook;
}

/** Hands a file to the page, as a person does, and waits for its sheet and the pane. */
async function openFile(bytes: Uint8Array, sheetName: string): Promise<void> {
  const file = { name: '自评表.xlsx', mimeType: '', buffer: Buffer.from(bytes) };
  await session.page.getByLabel('打开 .xlsx').setInputFiles(file);
  await session.page.getByRole('tab', { name: sheetName, exact: true }).waitFor();
  await session.pane.getByRole('button', { name: '复核', exact: true }).waitFor();
}

async function saveCopy(): Promise<Uint8Array> {
  const downloading = session.page.waitForEvent('download');
  await session.page.getByRole('button', { name: '另存副本' }).click();
  return buffer(await (await downloading).createReadStream());
}

/** A part byte for byte, save that an empty list may be written in two ways. */
function partText(part: Uint8Array | undefined): string {
  return strFromU8(part ?? new Uint8Array(), true).replace('<dxfs count="0"></dxfs>', '<dxfs count="0"/>');
}

/** Names of the parts of the two files that are not the same. */
function differingParts(left: Uint8Array, right: Uint8Array): readonly string[] {
  const [before, after] = [unzipSync(left), unzipSync(right)];
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...names].filter((name) => partText(before[name]) !== partText(after[name]));
}

test('what was reviewed, written, saved and opened again is taken back, and the file holds what it held', async () => {
  const bytes = readFileSync(resolve('src/demo/samples/huaiyuan-2023.xlsx'));
  const name = '食堂经费';
  const original = await opened(bytes);
  session = await openDemo('clean');
  await openFile(bytes, name);
  await session.page.getByRole('tab', { name, exact: true }).click();
  await session.review();
  await session.pane.getByRole('tab', { name: '写入' }).click();
  await button(/^写入 \d+ 处/).click();
  await session.pane.getByRole('heading', { name: '写入结果' }).waitFor();

  const copy = await saveCopy();
  const written = await opened(copy);
  const [before, after] = [sheetOf(original, name), sheetOf(written, name)];
  expect(changedCells(before, after)).toMatchObject({ I17: { value: 20 } });
  expect(after.conditionalFormats?.length).toBeGreaterThan(before.conditionalFormats?.length ?? 0);

  await openFile(copy, name);
  await session.page.getByRole('tab', { name, exact: true }).click();
  await session.review();
  await session.pane.getByRole('tab', { name: '写入' }).click();
  await session.pane.getByRole('heading', { name: '写入记录' }).waitFor();
  await button('撤销本次写入').click();
  await session.pane.getByRole('heading', { name: '撤销结果' }).waitFor();
  await session.pane.getByText(/^已恢复 \d+ 处$/).waitFor();

  const back = await saveCopy();
  const { sheets, settings } = await opened(back);
  expect(sheets).toEqual(original.sheets);
  expect(settings).toEqual(original.settings);
  expect(differingParts(bytes, back)).toEqual([]);
});

describe('sheets of our own about a form', () => {
  beforeEach(async () => {
    session = await openDemo('published');
    await session.review();
    await session.pane.getByRole('tab', { name: '报告' }).click();
  });

  test.each([
    ['自评复核报告', '项目支出绩效自评复核报告'],
    ['自评复核底稿', '项目支出绩效自评复核底稿'],
    ['自评复核附表', '项目支出绩效自评复核附表'],
  ])('%s is made behind the others and opened, and no other sheet changes', async (name, title) => {
    const before = await session.workbook();
    await button(`生成《${name}》`).click();
    await button(`打开“${name}”`).click();
    await session.page.getByRole('tab', { name, selected: true }).waitFor();
    expect(await session.cell('A1').textContent()).toBe(title);
    const after = await session.workbook();
    expect(after.sheets.map((sheet) => sheet.name)).toEqual([...before.sheets.map((sheet) => sheet.name), name]);
    expect(after.sheets.slice(0, -1)).toEqual(before.sheets);
    // It is no edit of the form, and no form itself.
    expect(await session.pane.getByText('复核之后，表格有改动，下面的结果可能已经过时。').count()).toBe(0);
    await session.pane.getByRole('button', { name: '复核这张' }).click();
    await session.pane.getByText('这张工作表是本工具生成的，不是自评表。').first().waitFor();
  });

  test('the report leads to the cell of a finding, the workpaper has the figures of the rule', async () => {
    await button('生成《自评复核报告》').click();
    await button('打开“自评复核报告”').click();
    const report = sheetOf(await session.workbook(), '自评复核报告');
    expect(Object.values(report.cells ?? {}).map(({ formula }) => formula)).toContain(
      `=HYPERLINK("#'食堂经费'!I17","I17")`,
    );
    await button('生成《自评复核底稿》').click();
    await button('打开“自评复核底稿”').waitFor();
    const { cells = {} } = sheetOf(await session.workbook(), '自评复核底稿');
    const row = Object.keys(cells)
      .find((address) => cells[address]?.value === '预算控制率')
      ?.slice(1);
    expect([cells[`H${row}`]?.value, cells[`J${row}`]?.value]).toEqual([10, 20]);
  });

  test('a workpaper that the reviewer filled in is not replaced unasked', async () => {
    await button('生成《自评复核底稿》').click();
    await button('打开“自评复核底稿”').click();
    await session.cell('I7').click();
    await session.page.keyboard.type('16');
    await session.page.keyboard.press('Enter');
    await button('生成《自评复核底稿》').click();
    await session.pane.getByText('工作表“自评复核底稿”在生成之后有改动，没有覆盖。').first().waitFor();
    await button('另外生成一张').click();
    await session.pane.getByText('已生成工作表“自评复核底稿（2）”。').first().waitFor();
    expect(sheetOf(await session.workbook(), '自评复核底稿').cells?.['I7']?.value).toBe(16);
  });

  test('the conclusion states the figures of the review', async () => {
    await session.pane
      .getByText(
        /可核定得分67\.3分，待评定30分，允许的总分在91\.3分至97\.3分之间；总分和等级在评定之后确定（自评得分87\.30分，等级“良”）。/,
      )
      .waitFor();
  });
});

test('the whole workbook is rolled up into a sheet with the figures of its forms', async () => {
  session = await openDemo('published');
  const before = await session.workbook();
  await button('整个工作簿').click();
  await button('复核整个工作簿').click();
  await button('生成《自评结果汇总》').click();
  await button('打开“自评结果汇总”').click();
  await session.page.getByRole('tab', { name: '自评结果汇总', selected: true }).waitFor();
  const after = await session.workbook();
  expect(after.sheets.slice(0, -1)).toEqual(before.sheets);
  const { cells = {} } = sheetOf(after, '自评结果汇总');
  const row = Object.keys(cells)
    .find((address) => address.startsWith('B') && cells[address]?.value === '食堂经费')
    ?.slice(1);
  // 自评得分, 可核定得分, 待评定的项数; four rows are for a person to judge.
  expect([cells[`I${row}`]?.value, cells[`J${row}`]?.value, cells[`K${row}`]?.value]).toEqual([87.3, 67.3, 4]);
  expect(await session.cell(`H${row}`).textContent()).toBe('87.94%');
  expect(cells[`AA${row}`]?.formula).toBe(`=HYPERLINK("#'食堂经费'!A2","食堂经费")`);

  // Done again, the roll-up is no form of its own and is renewed in its place.
  await button('复核整个工作簿').click();
  await session.pane.getByText('没有结果：这张工作表是本工具生成的，不是自评表。').waitFor();
  await button('生成《自评结果汇总》').click();
  await session.pane.getByText('已更新工作表“自评结果汇总”。').first().waitFor();
  expect((await session.workbook()).sheets).toHaveLength(after.sheets.length);
});
