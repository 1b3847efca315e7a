/** Sheets that are no form, or that a careless pane would stumble over: one clear sentence, nothing lost. */
import { changedCells, disconnect, leave, openDemo, sheetOf, type Session } from './session';

let session: Session;

beforeEach(async () => {
  session = await openDemo('special');
});
afterEach(async () => {
  expect(await leave(session)).toEqual([]);
});
afterAll(disconnect);

async function review(name: string): Promise<string> {
  const { page, pane } = session;
  await page.getByRole('tab', { name, exact: true }).click();
  await pane.getByRole('button', { name: '复核', exact: true }).click();
  await pane.getByText('正在读取并复核这张工作表…').waitFor({ state: 'hidden' });
  await pane
    .getByText(/请|得分|分值/)
    .filter({ visible: true })
    .first()
    .waitFor();
  return pane.locator('body').innerText();
}

test('a sheet that is not a form is called that', async () => {
  const before = (await session.workbook()).sheets;
  expect(await review('收支明细')).toMatch(/没有在这张工作表上找到|不是自评表/);
  await session.screenshot('10-no-form');
  expect((await session.workbook()).sheets).toEqual(before);
});

test('an empty sheet is called empty', async () => {
  expect(await review('空表')).toContain('这张工作表是空的。');
  await session.screenshot('11-empty');
});

test('a protected form is reviewed, and nothing is written to it', async () => {
  const { pane, screenshot, workbook } = session;
  await review('受保护的表');
  const before = sheetOf(await workbook(), '受保护的表');
  await pane.getByRole('tab', { name: /写入/ }).click();
  await pane.getByText('工作表受保护，锁定的单元格不会写入。').waitFor();
  await screenshot('12-protected');
  const write = pane.getByRole('button', { name: /^写入 \d+ 处/ });
  if ((await write.count()) > 0 && (await write.isEnabled())) {
    await write.click();
    await pane
      .getByText(/受保护|不能写入/)
      .first()
      .waitFor();
  }
  expect(changedCells(before, sheetOf(await workbook(), '受保护的表'))).toEqual({});
});

test('text from cells is shown as text', async () => {
  const { page, pane, screenshot } = session;
  await review('<b>特殊&文字');
  await screenshot('13-hostile-text');
  const shown = await pane.locator('body').innerText();
  expect(shown).toContain('<script>document.title=2</script>=1+1');
  expect(await pane.locator('body img[src="x"], body b').count()).toBe(0);
  expect(await page.locator('.grid img, .grid script').count()).toBe(0);
  expect(await page.title()).toContain('特殊情况.xlsx');
  expect(await pane.locator('html').evaluate((html) => html.ownerDocument.title)).toBe('自评复核');
});

test('while a cell is being edited the pane asks to leave it, and goes on afterwards', async () => {
  const { cell, page, pane, screenshot } = session;
  await page.getByRole('tab', { name: '受保护的表' }).click();
  await cell('A1').click();
  await page.keyboard.press('F2');
  await pane.getByRole('button', { name: '复核', exact: true }).click();
  await pane.getByText('请按 Enter 结束编辑，再重试。', { exact: true }).waitFor();
  await screenshot('14-editing');
  await page.getByRole('textbox', { name: '编辑 A1' }).press('Escape');
  await pane.getByRole('button', { name: '重试' }).click();
  await pane.getByText(/复核了 \d+ 个指标/).waitFor();
});
