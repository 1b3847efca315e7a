/** What a reviewer does beside reading a result: accepting, taking back, mapping columns, rules, many sheets. */
import { changedCells, disconnect, leave, openDemo, sheetOf, type Session } from './session';

let session: Session;
afterEach(async () => {
  expect(await leave(session)).toEqual([]);
});
afterAll(disconnect);

const button = (name: string | RegExp) => session.pane.getByRole('button', { name });
const costFinding = /预算控制率.*得分 10.*应为 20/;

test('a finding that was accepted stays accepted when the workbook is opened again', async () => {
  session = await openDemo('published');
  await session.review();
  await button(costFinding).click();
  await button('说明后通过…').click();
  await session.pane.getByRole('textbox', { name: /通过的理由/ }).fill('按合同一次付清');
  await session.pane.getByRole('button', { name: '通过', exact: true }).click();
  await button('查看说明后通过的 1 项').waitFor();

  const saved = await session.workbook();
  await session.page.evaluate((plain) => window.demo?.open(plain), saved);
  await button('复核').first().waitFor();
  await session.review();
  await button('查看说明后通过的 1 项').click();
  await session.pane.getByText('理由：按合同一次付清').waitFor();
  expect(await button(costFinding).count()).toBe(1);
  await button('撤销通过').click();
  await session.pane
    .getByText(/项说明后通过/)
    .first()
    .waitFor({ state: 'detached' });
});

test('a write is taken back, and the workbook holds what it held', async () => {
  session = await openDemo('published');
  await session.review();
  const before = await session.workbook();
  await session.pane.getByRole('tab', { name: '写入' }).click();
  await button(/^写入 \d+ 处/).click();
  await session.pane.getByRole('heading', { name: '写入结果' }).waitFor();
  expect(changedCells(sheetOf(before, '食堂经费'), sheetOf(await session.workbook(), '食堂经费'))).not.toEqual({});
  await button('撤销本次写入').first().click();
  await session.pane.getByRole('heading', { name: '撤销结果' }).waitFor();
  expect((await session.workbook()).sheets).toEqual(before.sheets);
});

test('columns are named by selecting their header cells, and the review follows them', async () => {
  session = await openDemo('published');
  const { cell, page, pane, workbook } = session;
  const plain = await workbook();
  const sheets = plain.sheets.map((sheet) => {
    if (sheet.name !== '食堂经费') return sheet;
    const { I13, ...cells } = sheet.cells ?? {};
    return { ...sheet, cells: { ...cells, I13: { ...I13, value: '某栏' } } };
  });
  await page.evaluate((next) => window.demo?.open(next), { ...plain, sheets });
  await button('复核').first().waitFor();
  await session.review();
  await button('详情').click();
  await button('列认错了？').click();
  await pane.getByRole('heading', { name: '列的对应' }).waitFor();
  const score = pane.getByRole('combobox', { name: '得分', exact: true });
  await score.selectOption('别的单元格…');
  await cell('I13').click();
  await button('得分：用选中的单元格').click();
  // A cell that stands among the headings is shown as one.
  expect(await score.locator('option:checked').textContent()).toBe('I13 某栏');
  await button('按这样复核').click();
  // Back to the result by itself.
  await button(costFinding).waitFor();
  await button('列认错了？').click();
  await pane.getByText('正按您指定的列复核，已记在这个工作簿里。').waitFor();
});

test('another rubric is chosen for the workbook and shown as chosen', async () => {
  session = await openDemo('published');
  await session.review();
  await button('详情').click();
  await button('换评分规则').click();
  const choice = session.pane.getByRole('combobox', { name: '这个工作簿按哪套规则评分' });
  await choice.selectOption('national-linear-reverse');
  await session.pane.getByText('由您选定').waitFor();
  await choice.selectOption('');
  await session.pane.getByText('按表格内容识别').first().waitFor();
});

test('the whole workbook is reviewed, and a sheet is opened from the list', async () => {
  session = await openDemo('published');
  await button('整个工作簿').click();
  await button('复核整个工作簿').click();
  await button(/^财政衔接推进乡村振兴补助资金/).click();
  await session.pane.getByRole('heading', { level: 1, name: '衔接资金' }).waitFor();
  expect(await session.page.getByRole('tab', { name: '衔接资金', selected: true }).count()).toBe(1);
});

test('a live review follows an edit by itself', async () => {
  session = await openDemo('published');
  await button('设置').click();
  await session.pane.getByRole('switch', { name: '表格改动后自动重新复核' }).check();
  await button('返回结果').click();
  await session.review();
  await session.cell('I17').click();
  await session.page.keyboard.type('20');
  await session.page.keyboard.press('Enter');
  await button(costFinding).waitFor({ state: 'detached' });
  await session.pane.getByText(/与上次复核相比：新增 \d+ 项，已解决 [1-9]/).waitFor();
});
