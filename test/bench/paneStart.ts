/** From opening the page to a pane that can be used, in Chromium, with the processor as it is and slowed down. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { buildDemo } from '../demo/build';
import { serveDemo } from '../demo/server';
import { browserPath } from '../journeys/places';

export interface PaneStart {
  readonly slowdown: number;
  /** Median milliseconds from navigation of the pane's page to an enabled 复核 button. */
  readonly usable: number;
  /** Median milliseconds from a click on 复核 to the painted result. */
  readonly review: number;
}

const runs = 7;

function median(samples: readonly number[]): number {
  return [...samples].sort((left, right) => left - right)[Math.floor(samples.length / 2)] ?? Number.NaN;
}

/** Builds the demo once and opens it in a fresh context for every run. */
export async function paneStarts(slowdowns: readonly number[]): Promise<readonly PaneStart[]> {
  const out = mkdtempSync(join(tmpdir(), 'pane-start-'));
  const server = await serveDemo(await buildDemo({ fast: false, out }), 0);
  const browser = await chromium.launch({
    executablePath: browserPath(),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
  try {
    const starts: PaneStart[] = [];
    for (const slowdown of slowdowns) {
      const usable: number[] = [];
      const review: number[] = [];
      for (let run = 0; run < runs; run += 1) {
        const context = await browser.newContext({ locale: 'zh-CN', viewport: { width: 1366, height: 768 } });
        const page = await context.newPage();
        const session = await context.newCDPSession(page);
        await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
        await page.goto(server.url);
        const pane = page.frameLocator('#pane');
        const button = pane.getByRole('button', { name: '复核', exact: true });
        await button.waitFor();
        const frame = page.frames().find((candidate) => candidate.url().includes('taskpane.html'));
        if (!frame) throw new Error('The pane did not load');
        usable.push(await frame.evaluate(() => performance.now()));
        const started = await frame.evaluate(() => performance.now());
        await button.click();
        await pane.getByText(/复核了 \d+ 个指标/u).waitFor();
        review.push((await frame.evaluate(() => performance.now())) - started);
        await context.close();
      }
      starts.push({ slowdown, usable: median(usable), review: median(review) });
    }
    return starts;
  } finally {
    await browser.close();
    await server.close();
    rmSync(out, { recursive: true, force: true });
  }
}
