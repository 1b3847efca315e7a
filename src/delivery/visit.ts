/** A shipped pane in a real browser with the simulated Excel, and everything that must not happen there. */
import type { Browser, Page } from 'playwright-core';

/** What happened on a page so far. */
export interface Visit {
  readonly page: Page;
  /** Every address that was asked for. */
  readonly requests: readonly string[];
  /** Requests to other servers, errors in the console and uncaught errors. */
  readonly problems: readonly string[];
}

/**
 * Opens the pane.
 *
 * @param script of excelScript().
 * @param address of its taskpane.html.
 */
export async function visitPane(browser: Browser, script: string, address: string): Promise<Visit> {
  const context = await browser.newContext({ locale: 'zh-CN', viewport: { width: 350, height: 768 } });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const requests: string[] = [];
  const problems: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => problems.push(`uncaught: ${error.message}`));
  page.on('request', (request) => {
    const url = request.url();
    requests.push(url);
    if (!url.startsWith('data:') && new URL(url).origin !== new URL(address).origin) {
      problems.push(`request to another server: ${url}`);
    }
  });
  await page.addInitScript(script);
  await page.goto(address);
  return { page, requests, problems };
}

/** Reviews the open form, looks at every tab, and writes one score: all that loads code or touches the workbook. */
export async function reviewAndWrite(page: Page): Promise<void> {
  await page.getByRole('button', { name: '复核', exact: true }).click();
  await page.getByText(/复核了 \d+ 个指标/).waitFor();
  await page.getByRole('tab', { name: /得分/ }).click();
  await page.getByRole('tab', { name: /写入/ }).click();
  await page.getByRole('checkbox', { name: '全部勾选' }).uncheck();
  await page.getByRole('checkbox', { name: /^I17/ }).check();
  await page.getByRole('button', { name: /^写入 \d+ 处/ }).click();
  await page.getByText('写入结果').waitFor();
}
