/** Working through findings: groups, filter, search and keys, mending with one click, and what a next review says. */
import { faultyForm } from '../bench/bigForm';
import { workbookOf } from '../support/workbookOf';
import { disconnect, leave, openDemo, type Session } from './session';

let session: Session;
afterEach(async () => {
  expect(await leave(session)).toEqual([]);
});
afterAll(disconnect);

const button = (name: string | RegExp) => session.pane.getByRole('button', { name });
const current = () => session.pane.locator('button[aria-current=true]');
/** The address with which a line begins. */
const addressOf = async (): Promise<string> => /^[A-Z]+\d+/.exec((await current().textContent()) ?? '')?.[0] ?? '';
const selected = (address: string): Promise<void> =>
  session.page.locator('#address', { hasText: new RegExp(`^${address}$`) }).waitFor();

describe('many', () => {
  beforeEach(async () => {
    session = await openDemo(workbookOf(faultyForm(6)));
    await session.review();
  });

  test('are filtered by severity, and all are shown again', async () => {
    const { pane } = session;
    const filter = pane.getByRole('group', { name: '按严重程度筛选' });
    const important = filter.getByRole('button', { name: /^P1 重要/ });
    await important.click();
    expect(await important.getAttribute('aria-pressed')).toBe('true');
    await pane.getByRole('heading', { name: /^P0 致命/ }).waitFor({ state: 'detached' });
    expect(await pane.getByRole('heading', { name: /^P1 重要 6/ }).count()).toBe(1);
    await important.click();
    await pane.getByRole('heading', { name: /^P0 致命/ }).waitFor();
  });

  test('are grouped by indicator and by check', async () => {
    const { pane } = session;
    const grouping = pane.getByRole('combobox', { name: '分组' });
    await grouping.selectOption('indicator');
    await pane.getByRole('heading', { name: /^培训第1批人数/ }).waitFor();
    await grouping.selectOption('check');
    await pane.getByRole('heading', { name: /^扣分须说明原因 6/ }).waitFor();
  });

  test('are searched', async () => {
    const { pane } = session;
    await pane.getByRole('searchbox', { name: '在问题中查找' }).fill('第3批');
    await button(/第2批/).first().waitFor({ state: 'detached' });
    expect(await button(/第3批/).count()).toBeGreaterThan(0);
  });

  test('are gone through by the keyboard; the cell is selected and the keyboard stays in the list', async () => {
    const { page } = session;
    await current().focus();
    // Six of a kind are one line; Enter opens it to theirs.
    await page.keyboard.press('Enter');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    const address = await addressOf();
    await page.keyboard.press('Enter');
    await selected(address);
    expect(await current().evaluate((element) => element === document.activeElement)).toBe(true);
    const before = await current().textContent();
    await page.keyboard.press('End');
    await page.keyboard.press('Home');
    expect(await current().textContent()).not.toBe(before);
  });
});

test('four are seen in a pane of 320 × 487', async () => {
  session = await openDemo(workbookOf(faultyForm(2)));
  await session.review();
  const { page, pane } = session;
  const height = await page.locator('#pane').evaluate(({ clientHeight }) => clientHeight);
  await page.setViewportSize({ width: 1366, height: 768 - height + 487 });
  expect(await pane.locator('html').evaluate(() => [window.innerWidth, window.innerHeight])).toEqual([320, 487]);
  const seen = await pane
    .locator('[data-place=findings] li')
    .evaluateAll((lines) => lines.filter((line) => line.getBoundingClientRect().bottom <= window.innerHeight).length);
  expect(seen).toBeGreaterThanOrEqual(4);
});

describe('of 食堂经费', () => {
  beforeEach(async () => {
    session = await openDemo('published');
    await session.review();
  });

  test('one is mended with a click, and the next review calls it solved', async () => {
    const { cell, pane } = session;
    await session.open(/^I17.*预算控制率/);
    await button('把 I17 改为 20').click();
    await pane.getByRole('heading', { name: '写入结果' }).first().waitFor();
    expect(await cell('I17').textContent()).toBe('20');
    // Reviewed again by itself.
    await pane.getByText(/^与上次复核相比：新增 \d+ 项，已解决 [1-9]\d* 项。$/).click();
    await pane
      .getByRole('list', { name: '已解决的问题' })
      .getByText(/预算控制率/)
      .waitFor();
  });

  test('a mistake that was made since the last review is called new', async () => {
    const { cell, page, pane } = session;
    await cell('I14').click();
    await page.keyboard.type('99');
    await page.keyboard.press('Enter');
    await button('重新复核').click();
    await pane.getByText(/^与上次复核相比：新增 [1-9]/).waitFor();
    await button(/^I14\s*：\s*新增/)
      .first()
      .waitFor();
  });

  test('they are copied as text', async () => {
    const { page, pane } = session;
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await button('复制问题').click();
    await pane.getByText('已复制。').waitFor();
    const text = await page.evaluate(() => navigator.clipboard.readText());
    expect(text).toMatch(/^1\. 【P0 致命】I17：.*预算控制率.* 怎么改：/);
  });

  test('each has a page about its check, and going back returns to the list', async () => {
    const { pane } = session;
    await session.open(/^I17.*预算控制率/);
    await button('这项检查的说明').click();
    await pane.getByRole('heading', { name: '得分符合评分规则' }).waitFor();
    await pane.getByRole('heading', { name: '怎么改' }).waitFor();
    expect(await pane.getByRole('group', { name: '示例表' }).count()).toBeGreaterThan(1);
    await button('返回结果').click();
    await button(/预算控制率.*应为 20/).waitFor();
  });

  test('the scores show every indicator with its sum, and a click goes to its row', async () => {
    const { pane } = session;
    await pane.getByRole('tab', { name: '得分' }).click();
    const line = button(/预算控制率/);
    expect(await line.textContent()).toMatch(/^D\d+：预算控制率分值20自评10按规则20不一致$/);
    const address = /^[A-Z]+\d+/.exec((await line.textContent()) ?? '')?.[0] ?? '';
    await line.click();
    await selected(address);
    const card = pane.getByRole('listitem').filter({ has: line });
    expect(await card.textContent()).toMatch(/87\.97%/);
    await button('得分与分值').click();
    const picture = pane.getByRole('region', { name: '得分与分值' });
    await picture.getByRole('button', { name: '按指标' }).click();
    await picture.getByRole('row', { name: /预算控制率 20 10 20/ }).waitFor();
  });
});
