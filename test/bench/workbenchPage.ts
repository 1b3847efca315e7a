/**
 * How the page without Excel bears a large workbook: 60 forms of 200 rows with 5 MB of pictures. Prints how long each
 * step takes and the longest task of the page in it, by the browser's own account: `tsx test/bench/workbenchPage.ts`,
 * with the folder of a built pane as an argument to measure that build.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync, zipSync } from 'fflate';
import { chromium, type Page } from 'playwright-core';
import { buildPane } from '../../src/delivery/buildPane';
import { serveSite } from '../support/siteServer';
import { browserPath } from '../../src/delivery/browserPath';
import { xlsxOf } from '../support/xlsxOf';
import { bigForm } from './bigForm';

declare global {
  interface Window {
    longTasks?: number[];
  }
}

const size = { sheets: 60, indicators: 193, pictures: 4_600_000 } as const;

/** The bytes of the workbook. */
async function largeWorkbook(): Promise<Buffer> {
  const form = bigForm(size.indicators);
  const sheets = Array.from({ length: size.sheets }, (_, place) => ({ ...form, sheetName: `项目${place + 1}` }));
  const parts = unzipSync(await xlsxOf(sheets));
  // Bytes that no compression makes smaller, alike in every run.
  let state = 1;
  const picture = Uint8Array.from({ length: size.pictures }, () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return state >>> 16;
  });
  return Buffer.from(zipSync({ ...parts, 'xl/media/image1.png': picture }));
}

async function step(page: Page, name: string, doIt: () => Promise<unknown>): Promise<void> {
  await page.evaluate(() => {
    window.longTasks = [];
  });
  const start = performance.now();
  await doIt();
  const took = performance.now() - start;
  // A task is told of once it is over.
  await page.waitForTimeout(300);
  const tasks = (await page.evaluate(() => window.longTasks)) ?? [];
  console.log(
    `${name.padEnd(32)} ${took.toFixed(0).padStart(6)} ms   longest task ${Math.max(0, ...tasks).toFixed(0)} ms, tasks over 50 ms: ${tasks.length}`,
  );
}

async function measure(folder: string, scratch: string): Promise<void> {
  const server = await serveSite([{ path: '', folder }], []);
  const browser = await chromium.launch({ executablePath: browserPath(), args: ['--no-sandbox'] });
  try {
    const page = await browser.newPage({ locale: 'zh-CN', viewport: { width: 1366, height: 768 } });
    page.setDefaultTimeout(120_000);
    await page.addInitScript(() => {
      new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) window.longTasks?.push(duration);
      }).observe({ type: 'longtask' });
    });
    const buffer = await largeWorkbook();
    // From the disk, as a user's: a file that comes from the test would be unpacked in the page first.
    const file = join(scratch, '大表.xlsx');
    writeFileSync(file, buffer);
    console.log(`${size.sheets} sheets of ${size.indicators} indicators, ${(buffer.length / 1e6).toFixed(1)} MB`);
    await page.goto(`${server.url}/workbench/index.html`);
    await page.getByRole('button', { name: '选择文件', exact: true }).waitFor();
    await step(page, 'open, until the grid stands', async () => {
      await page.locator('input[type=file]').first().setInputFiles(file);
      await page.locator('[data-cell="A1"]').waitFor();
    });
    await step(page, 'the pane and its code', async () => {
      await page.getByRole('button', { name: '复核', exact: true }).waitFor();
      await page.waitForLoadState('networkidle');
    });
    await step(page, 'scroll 200 rows down and up', async () => {
      await page.getByRole('grid').hover();
      for (let turn = 0; turn < 40; turn += 1) {
        await page.mouse.wheel(0, turn < 20 ? 400 : -400);
        await page.waitForTimeout(16);
      }
    });
    await step(page, 'another sheet', async () => {
      await page.getByRole('tab', { name: '项目2', exact: true }).click();
      await page.getByRole('grid', { name: /项目2/ }).waitFor();
    });
    await step(page, 'review the sheet', async () => {
      await page.getByRole('button', { name: '复核', exact: true }).click();
      await page.getByText(/复核了 \d+ 个指标/).waitFor();
    });
    await step(page, 'review the whole workbook', async () => {
      await page.getByRole('button', { name: '整个工作簿' }).click();
      await page.getByRole('button', { name: '复核整个工作簿' }).click();
      await page.getByText('整个工作簿复核完成').waitFor({ state: 'attached' });
    });
    await page.getByRole('button', { name: '返回结果' }).click();
    await step(page, 'write and mark', async () => {
      await page.getByRole('tab', { name: '写入' }).click();
      await page.getByRole('button', { name: /^(写入 \d+ 处|只做标记)/ }).click();
      await page.getByText('写入结果').waitFor();
    });
    await step(page, 'save a copy', async () => {
      const downloading = page.waitForEvent('download');
      await page.getByRole('button', { name: '保存复核稿' }).click();
      await (await downloading).path();
    });
  } finally {
    await browser.close();
    await server.close();
  }
}

async function run(): Promise<void> {
  const [given] = process.argv.slice(2);
  const folder = mkdtempSync(join(tmpdir(), 'workbench-'));
  try {
    const built = given ?? (await buildPane('self', 'https://localhost:3000', join(folder, 'pane'))).folder;
    await measure(built, folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

run().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
