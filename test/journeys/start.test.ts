/** The pane's first seconds: in Excel, in a plain browser, without office.js, without its own program. */
import type { Page } from 'playwright-core';
import { addressOf, disconnect, freshPage, leave } from './session';

let page: Page;
let problems: readonly string[];

beforeEach(async () => {
  ({ page, problems } = await freshPage());
});
afterEach(() => leave({ page, problems }));
afterAll(disconnect);

test('the pane is usable within five seconds and breaks no rule of its policy', async () => {
  await page.goto(addressOf('/'));
  const pane = page.frameLocator('#pane');
  await pane.getByRole('button', { name: '复核', exact: true }).waitFor({ timeout: 5_000 });
  const policy = await pane.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content');
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("script-src 'self';");
  expect(problems).toEqual([]);
});

test('the pane fits into 270 pixels without scrolling sideways', async () => {
  await page.goto(addressOf('/'));
  const pane = page.frameLocator('#pane');
  await pane.getByRole('button', { name: '复核', exact: true }).waitFor();
  const splitter = page.getByRole('separator');
  for (let step = 0; step < 5; step += 1) await splitter.press('ArrowRight');
  expect(await splitter.getAttribute('aria-valuenow')).toBe('270');
  await pane.getByRole('button', { name: '复核', exact: true }).click();
  await pane.getByRole('tablist').waitFor();
  const overflow = await pane.locator('html').evaluate((html) => html.scrollWidth - html.clientWidth);
  expect(overflow).toBeLessThanOrEqual(0);
});

test('in a plain browser the page says that it belongs into Excel', async () => {
  await page.goto(addressOf('/pane/taskpane.html'));
  await page.getByRole('heading', { name: '请在 Excel 中打开自评复核' }).waitFor();
  expect(problems).toEqual([]);
});

test('without office.js the page says so', async () => {
  await page.route('**/office-js/office.js', (route) => route.abort());
  await page.goto(addressOf('/'));
  await page.frameLocator('#pane').getByRole('heading', { name: '没有载入 Office 组件' }).waitFor();
});

test('with an office.js that never comes the page says so within six seconds', async () => {
  await page.route('**/office-js/office.js', () => undefined);
  await page.goto(addressOf('/'), { waitUntil: 'commit' });
  await page.frameLocator('#pane').getByRole('heading', { name: '没有载入 Office 组件' }).waitFor({ timeout: 6_500 });
});

test('without its own program the pane says that it did not load, within seven seconds', async () => {
  await page.route('**/pane/taskpane.js', (route) => route.abort());
  await page.goto(addressOf('/'));
  await page.frameLocator('#pane').getByRole('heading', { name: '自评复核的程序没有载入' }).waitFor({ timeout: 7_000 });
});

test('the first paint says that it is connecting, in Chinese', async () => {
  await page.route('**/pane/taskpane.js', () => undefined);
  await page.goto(addressOf('/'), { waitUntil: 'commit' });
  await page.frameLocator('#pane').getByText('正在连接 Excel…').waitFor();
});

test('an Excel that does not answer is named after five seconds, with what to try', async () => {
  const silent = 'window.Office = { onReady: function () { return new Promise(function () {}); } };';
  await page.route('**/office-js/office.js', (route) =>
    route.fulfill({ contentType: 'text/javascript; charset=utf-8', body: silent }),
  );
  await page.goto(addressOf('/'));
  const pane = page.frameLocator('#pane');
  await pane.getByRole('heading', { name: 'Excel 还没有应答' }).waitFor({ timeout: 7_000 });
  await pane.getByText(/请按 Enter 或 Esc/).waitFor();
  await pane.getByRole('button', { name: '重试' }).waitFor();
  expect(await pane.getByRole('button', { name: '复核', exact: true }).count()).toBe(0);
});

test.each([
  ['Internet Explorer', 'Mozilla/5.0 (Windows NT 10.0; Trident/7.0; rv:11.0) like Gecko'],
  ['the old Edge', 'Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/70.0 Safari/537.36 Edge/18.17763'],
])('in the engine of %s the page says what to ask IT for', async (_, userAgent) => {
  await page.addInitScript((value) => {
    Object.defineProperty(window.navigator, 'userAgent', { get: () => value });
  }, userAgent);
  await page.goto(addressOf('/pane/taskpane.html'));
  await page.getByRole('heading', { name: '这台电脑上的 Excel 太旧，无法显示自评复核' }).waitFor();
  await page
    .getByText(/WebView2/)
    .first()
    .waitFor();
});
