/** The demo's own part: the grid is worked with the keyboard as Excel is, and shows what the workbook holds. */
import axe from 'axe-core';
import { disconnect, leave, openDemo, sheetOf, type Session } from './session';

let session: Session;

beforeEach(async () => {
  session = await openDemo('published');
});
afterEach(async () => {
  expect(await leave(session)).toEqual([]);
});
afterAll(disconnect);

const selected = (): Promise<string | null> => session.page.locator('#address').textContent();

test('arrows step over merges, typing replaces, Enter keeps and goes down, Escape drops', async () => {
  const { cell, page } = session;
  await cell('C4').click();
  await page.keyboard.press('ArrowDown');
  expect(await selected()).toBe('C5');
  await page.keyboard.press('ArrowRight');
  expect(await selected()).toBe('F5');
  await cell('I17').click();
  await page.keyboard.type('12.5');
  await page.keyboard.press('Enter');
  expect(await cell('I17').textContent()).toBe('12.5');
  expect(await selected()).toBe('I18');
  await page.keyboard.press('F2');
  await page.keyboard.type('999');
  await page.keyboard.press('Escape');
  expect(await cell('I18').textContent()).toBe('5');
});

test('the formula bar shows and takes what is in the cell', async () => {
  const { cell, page, workbook } = session;
  await cell('I23').click();
  const bar = page.getByRole('textbox', { name: '编辑栏' });
  expect(await bar.inputValue()).toBe('87.3');
  await bar.fill('=SUM(J7,I14:I22)');
  await bar.press('Enter');
  expect(await cell('I23').textContent()).toBe('87.30');
  expect(sheetOf(await workbook(), '食堂经费').cells?.['I23']).toMatchObject({ formula: '=SUM(J7,I14:I22)' });
});

test('hidden rows are not drawn, and merges over them keep their other rows', async () => {
  const { cell, page, workbook } = session;
  const plain = await workbook();
  const sheets = plain.sheets.map((sheet) => ({ ...sheet, hiddenRows: sheet.name === '食堂经费' ? [13, 14] : [] }));
  await page.evaluate((next) => window.demo?.open(next), { ...plain, sheets });
  await cell('B14').waitFor();
  expect(await cell('D14').count()).toBe(0);
  expect(await cell('B14').getAttribute('rowspan')).toBe('2');
  await session.pane.getByRole('button', { name: '复核', exact: true }).waitFor();
});

test('the demo page says what it is, and has no accessibility fault that can be found by machine', async () => {
  const { page } = session;
  const notice = page.getByText('这是 Excel 的替身，不是 Excel');
  await notice.click();
  await page.getByText('不上传，不联网').waitFor();
  await session.screenshot('20-notice');
  await notice.click();
  await page.evaluate(axe.source);
  const violations = await page.evaluate(async () => {
    const page = window as unknown as { axe: typeof axe };
    const result = await page.axe.run(document, { iframes: false });
    return result.violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`,
    );
  });
  expect(violations).toEqual([]);
});
