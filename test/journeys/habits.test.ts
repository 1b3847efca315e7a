/** What the pane remembers, tells about itself, and does with many sheets. */
import { faultyForm } from '../bench/bigForm';
import { workbookOf } from '../support/workbookOf';
import { disconnect, leave, openDemo, type Session } from './session';
import { eyesOf } from './views';

let session: Session;
afterEach(async () => {
  expect(await leave(session)).toEqual([]);
});
afterAll(disconnect);

const button = (name: string | RegExp) => session.pane.getByRole('button', { name });

test('settings are remembered: the pane opens in the chosen language and reviews by itself', async () => {
  session = await openDemo('published');
  const { page, pane } = session;
  await button('设置').click();
  await pane.getByRole('switch', { name: '打开窗格就复核当前工作表' }).check();
  await pane.getByRole('combobox', { name: '语言' }).selectOption('en');
  await pane.getByRole('heading', { name: 'Settings' }).waitFor();
  await page.reload();
  await pane.getByRole('button', { name: 'Review again' }).waitFor();
  await pane.getByRole('tablist').waitFor();
});

test('the diagnostics name versions, API level and timings, and nothing of the form', async () => {
  session = await openDemo('published');
  await session.review();
  await button('设置').click();
  const text = await session.pane.getByRole('textbox', { name: '复制诊断信息' }).inputValue();
  expect(text).toMatch(/^version: \d/m);
  expect(text).toMatch(/excelApi: 1\.\d+$/m);
  expect(text).toMatch(/^lastReview: \d+ ms$/m);
  expect(text).not.toMatch(/\p{Script=Han}/u);
});

test('the first screen says in one glance what a review gives, until one was done', async () => {
  session = await openDemo('published');
  const { page, pane } = session;
  const sample = pane.getByRole('figure', { name: '结果举例' });
  await sample.getByText(/按规则应为 20/).waitFor();
  await session.review();
  await page.reload();
  await pane.getByRole('heading', { name: '复核这张自评表' }).waitFor();
  expect(await sample.count()).toBe(0);
});

test('many sheets show how far they are, and stop when told to', async () => {
  const [sheet] = workbookOf(faultyForm(40)).sheets;
  if (!sheet) throw new Error('There is no sheet');
  const sheets = Array.from({ length: 60 }, (_, place) => ({ ...sheet, id: `sheet-${place}`, name: `表${place + 1}` }));
  session = await openDemo({ name: '六十张表.xlsx', sheets });
  await button('整个工作簿').click();
  // Pressed from inside the page, in the moment in which it is there: the simulated Excel answers in no time.
  const heard = await button('复核整个工作簿').evaluate(
    (start) =>
      new Promise<string>((resolve) => {
        const watcher = new MutationObserver(() => {
          const bar = document.querySelector('[role=progressbar][aria-valuenow]');
          const stop = [...document.querySelectorAll('button')].find(({ textContent }) => textContent === '停止');
          if (!bar || !stop) return;
          watcher.disconnect();
          stop.click();
          resolve(bar.nextElementSibling?.textContent ?? '');
        });
        watcher.observe(document, { childList: true, subtree: true, attributes: true });
        (start as HTMLElement).click();
      }),
  );
  expect(heard).toMatch(/^已完成 \d+ \/ 60：表\d+$/);
  await session.pane.getByText('已停止，下面是停止之前复核的工作表。').waitFor();
  expect(await button('复核整个工作簿').isEnabled()).toBe(true);
});

test.each(['light', 'dark'] as const)('the pane is %s where Office is', async (colours) => {
  session = await openDemo('published', eyesOf(colours, 'zh-CN'));
  const lightness = await session.pane
    .locator('.fui-FluentProvider')
    .first()
    .evaluate((element) => Number(/\d+/.exec(getComputedStyle(element).backgroundColor)?.[0]));
  expect(lightness > 128).toBe(colours === 'light');
});
