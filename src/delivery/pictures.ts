/**
 * `npm run pictures`: takes the pictures of the user guide from the demo, into assets/guide. Run by hand when the pane
 * looks different; the pictures are committed, so that the guide is whole without a browser.
 */
import { resolve } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { buildDemo } from '../demo/build';
import { serveDemo } from '../demo/server';
import { browserPath } from './browserPath';
import { runDelivery } from './obstacle';

const fileOf = (name: string): string => resolve('assets/guide', `${name}.png`);

async function takePictures(page: Page): Promise<void> {
  const pane = page.frameLocator('#pane');
  const shoot = (name: string): Promise<Buffer> => page.locator('#pane').screenshot({ path: fileOf(name) });
  await pane.getByRole('button', { name: '复核', exact: true }).waitFor();
  await shoot('start');
  await pane.getByRole('button', { name: '复核', exact: true }).click();
  await pane.getByRole('tablist').waitFor();
  await pane
    .getByText(/预算控制率.*应为 20/)
    .first()
    .click();
  await page.screenshot({ path: fileOf('overview') });
  await pane.getByRole('tab', { name: /得分/ }).click();
  await shoot('scores');
  await pane.getByRole('tab', { name: /写入/ }).click();
  await pane.getByRole('checkbox', { name: /^I17/ }).scrollIntoViewIfNeeded();
  await shoot('write');
  await pane.getByRole('checkbox', { name: '全部勾选' }).uncheck();
  await pane.getByRole('checkbox', { name: /^I17/ }).check();
  await pane.getByRole('button', { name: /^写入 \d+ 处/ }).click();
  const result = pane.getByText('写入结果');
  await result.waitFor();
  // The heading in the upper third, below what stays in place while the pane scrolls.
  await result.evaluate((heading) => {
    heading.scrollIntoView({ block: 'center' });
    heading.ownerDocument.scrollingElement?.scrollBy(0, 180);
  });
  await shoot('written');
}

runDelivery(async () => {
  const folders = await buildDemo({ fast: false, out: resolve('dist/pictures') });
  const server = await serveDemo(folders, 0);
  const browser = await chromium.launch({ executablePath: browserPath(), args: ['--no-sandbox'] });
  try {
    const context = await browser.newContext({ locale: 'zh-CN', viewport: { width: 1180, height: 660 } });
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    await page.goto(`${server.url}/?sample=published`);
    await takePictures(page);
    console.log('assets/guide: overview, start, scores, write, written');
  } finally {
    await browser.close();
    await server.close();
  }
});
