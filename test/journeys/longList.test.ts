/** Two thousand findings: the list draws only what is near the screen, and is worked as a short one is. */
import { faultyForm } from '../bench/bigForm';
import { workbookOf } from '../support/workbookOf';
import { disconnect, leave, openDemo, type Session } from './session';

const workbook = workbookOf(faultyForm(1000));
let session: Session;

beforeEach(async () => {
  session = await openDemo(workbook);
  await session.review();
  // By severity a thousand of a kind are one line; by check each has its own.
  await session.pane.getByRole('combobox', { name: '分组' }).selectOption('check');
});
afterEach(async () => {
  expect(await leave(session)).toEqual([]);
});
afterAll(disconnect);

const current = () => session.pane.locator('button[aria-current=true]');
const cards = () => session.pane.locator('li[aria-posinset]');
/** The text of what lies in the middle of the list, where the eye is. */
const inTheMiddle = (): Promise<string> =>
  session.pane.locator('main').evaluate((main) => {
    const { height, left, top, width } = main.getBoundingClientRect();
    const at = (y: number): string => document.elementFromPoint(left + width / 2, y)?.closest('li')?.textContent ?? '';
    // The middle may fall between two lines: the gap is narrower than this.
    return at(top + height / 2) || at(top + height / 2 + 8);
  });

/** Whether the current line comes to be on the screen within three seconds: heights become known as lines are drawn. */
async function isOnScreen(): Promise<boolean> {
  return session.pane.locator('main').evaluate(async (main) => {
    const end = performance.now() + 3_000;
    while (performance.now() < end) {
      // Looked up each time: a key may move the place a frame later.
      const button = main.querySelector('button[aria-current=true]')?.getBoundingClientRect();
      const { bottom, top } = main.getBoundingClientRect();
      if (button && button.top >= top - 1 && button.bottom <= bottom + 1) return true;
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
    return false;
  });
}

test('only a few of them are drawn, each says its place among all, and the keys reach every one', async () => {
  const { page } = session;
  expect(await cards().count()).toBeLessThan(60);
  const first = await current().textContent();
  await current().focus();
  await page.keyboard.press('End');
  const last = session.pane.locator('li[aria-posinset]', { has: current() });
  expect(await last.getAttribute('aria-posinset')).toBe(await last.getAttribute('aria-setsize'));
  expect(await isOnScreen()).toBe(true);
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  expect(await current().evaluate((button) => button === document.activeElement)).toBe(true);
  expect(await isOnScreen()).toBe(true);
  const address = /^[A-Z]+\d+/.exec((await current().textContent()) ?? '')?.[0] ?? '';
  await page.keyboard.press('Enter');
  await page.locator('#address', { hasText: new RegExp(`^${address}$`) }).waitFor();
  expect(await current().evaluate((button) => button === document.activeElement)).toBe(true);
  await page.keyboard.press('Home');
  expect(await current().textContent()).toBe(first);
  expect(await isOnScreen()).toBe(true);
});

test('the wheel shows findings wherever it stops, and the keyboard keeps its place', async () => {
  const { page, pane } = session;
  await current().focus();
  await pane.getByRole('heading', { level: 1 }).hover();
  for (let turn = 0; turn < 12; turn += 1) {
    await page.mouse.move(1200, 500);
    await page.mouse.wheel(0, 6_000);
    await pane.locator('main').evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
    expect(await inTheMiddle()).toMatch(/^[A-Z]+\d+：/);
  }
  expect(await current().count()).toBe(1);
  await page.keyboard.press('ArrowDown');
  expect(await isOnScreen()).toBe(true);
});

test('what stands on the screen does not move while the heights above it become known', async () => {
  const { pane } = session;
  const main = pane.locator('main');
  await main.evaluate((element) => {
    element.scrollTop = element.scrollHeight / 2;
  });
  await main.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  const card = cards()
    .filter({ hasText: (await inTheMiddle()).slice(0, 20) })
    .first();
  const before = (await card.boundingBox())?.y ?? 0;
  await pane.getByRole('tab', { name: '问题' }).waitFor();
  await main.evaluate(() => new Promise((resolve) => setTimeout(resolve, 400)));
  expect(Math.abs(((await card.boundingBox())?.y ?? 0) - before)).toBeLessThan(2);
});

test('a search among all of them shows what it finds, and its end shows all again', async () => {
  const { pane } = session;
  await current().focus();
  await session.page.keyboard.press('End');
  const search = pane.getByRole('searchbox', { name: '在问题中查找' });
  await search.fill('培训第777批人数');
  expect(await pane.getByRole('button', { name: /培训第777批人数/ }).count()).toBeGreaterThan(0);
  expect(await pane.getByRole('button', { name: /培训第1批人数/ }).count()).toBe(0);
  await search.fill('没有这样的问题');
  await pane.getByText('没有含“没有这样的问题”的问题。').waitFor();
  await search.fill('');
  await pane
    .getByRole('button', { name: /培训第1批人数/ })
    .first()
    .waitFor();
});

test('a thousand groups are drawn as few, and their end is reached where a frame takes long', async () => {
  const { page, pane } = session;
  await pane.getByRole('combobox', { name: '分组' }).selectOption('indicator');
  expect(await pane.getByRole('heading', { level: 2 }).count()).toBeLessThan(60);
  // The browser moves a list that got shorter at its end by itself; on a slow machine it does so between our looks.
  const tools = await page.context().newCDPSession(page);
  await tools.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  await current().focus();
  await page.keyboard.press('End');
  expect(await isOnScreen()).toBe(true);
  expect(await current().count()).toBe(1);
  await tools.detach();
});

test('copying and printing take all of them', async () => {
  const { page, pane } = session;
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await pane.getByRole('button', { name: '复制问题' }).click();
  await pane.getByText('已复制。').waitFor();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  const all = copied.split('\n').length;
  expect(all).toBeGreaterThan(2_000);
  await pane.locator('main').evaluate(() => window.dispatchEvent(new Event('beforeprint')));
  expect(await cards().count()).toBe(all);
  await pane.locator('main').evaluate(() => window.dispatchEvent(new Event('afterprint')));
  await pane.locator('main').evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
  expect(await cards().count()).toBeLessThan(60);
});
