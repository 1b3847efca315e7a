/** A Chromium that measures the built demo: opens its pages with a slowed processor and counts time inside the page. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Frame, type Page } from 'playwright-core';
import { buildDemo } from '../../src/demo/build';
import { type DemoFolders, serveDemo } from '../../src/demo/server';
import { browserPath } from '../../src/delivery/browserPath';
import type { PlainWorkbook } from '../../src/simulator/model';

interface OpenedPane {
  readonly page: Page;
  /** The pane's own document: what is timed runs in here, without the tester's round trips. */
  readonly frame: Frame;
}

export interface PaneBrowser {
  /**
   * Opens the demo in a fresh context, so that nothing is cached, waits for the pane, measures, and closes it.
   *
   * @param slowdown How many times slower than this machine the page's processor is.
   * @param opened A sample's id, or a workbook to open in its place.
   */
  readonly visit: <Measure>(
    slowdown: number,
    opened: string | PlainWorkbook,
    measure: (pane: OpenedPane) => Promise<Measure>,
  ) => Promise<Measure>;
}

declare global {
  interface Window {
    /** Milliseconds from the page's start to the first painted frame in which 复核 can be pressed; see `watchStart`. */
    usableAt?: Promise<number>;
  }
}

/**
 * Runs in the page before anything else: promises when the button was painted and can be pressed. The task after the
 * next frame runs once that frame was handed to the screen and the thread is free for a click.
 */
function watchStart(): void {
  if (!window.location.pathname.endsWith('taskpane.html')) return;
  window.usableAt = new Promise((resolve) => {
    const watcher = new MutationObserver(() => {
      for (const button of document.querySelectorAll('button')) {
        if (button.textContent !== '复核' || !button.checkVisibility() || button.ariaDisabled === 'true') continue;
        watcher.disconnect();
        requestAnimationFrame(() => setTimeout(() => resolve(performance.now())));
      }
    });
    watcher.observe(document, { childList: true, subtree: true, attributes: true });
  });
}

async function frameOf(page: Page): Promise<Frame> {
  await page.frameLocator('#pane').getByRole('button', { name: '复核', exact: true }).waitFor();
  const frame = page.frames().find((candidate) => candidate.url().includes('taskpane.html'));
  if (!frame) throw new Error('The pane did not load');
  return frame;
}

async function inBrowser<Result>(
  folders: DemoFolders,
  work: (browser: Browser, url: string) => Promise<Result>,
): Promise<Result> {
  const server = await serveDemo(folders, 0);
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
    return await work(browser, server.url);
  } finally {
    await browser.close();
    await server.close();
  }
}

/** Builds the demo for production, or takes one that was built, and lends a browser that opens it. */
export async function withPaneBrowser<Result>(
  work: (browser: PaneBrowser) => Promise<Result>,
  built?: DemoFolders,
): Promise<Result> {
  const out = mkdtempSync(join(tmpdir(), 'pane-bench-'));
  try {
    const folders = built ?? (await buildDemo({ fast: false, out }));
    return await inBrowser(folders, (browser, url) =>
      work({
        visit: async (slowdown, opened, measure) => {
          const context = await browser.newContext({ locale: 'zh-CN', viewport: { width: 1366, height: 768 } });
          await context.addInitScript(watchStart);
          const page = await context.newPage();
          page.setDefaultTimeout(120_000);
          const session = await context.newCDPSession(page);
          await session.send('Emulation.setCPUThrottlingRate', { rate: typeof opened === 'string' ? slowdown : 1 });
          await page.goto(typeof opened === 'string' ? `${url}/?sample=${opened}` : url);
          if (typeof opened !== 'string') {
            await frameOf(page);
            await page.evaluate((plain) => window.demo?.open(plain), opened);
          }
          const frame = await frameOf(page);
          await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
          const measured = await measure({ page, frame });
          await context.close();
          return measured;
        },
      }),
    );
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}

/** Presses 复核 and yields the milliseconds until a sentence that begins with `words` was painted in the pane. */
export function timeOfReview(frame: Frame, words: string): Promise<number> {
  return frame.evaluate(
    (wanted) =>
      new Promise<number>((resolve) => {
        const button = [...document.querySelectorAll('button')].find(({ textContent }) => textContent === '复核');
        if (!button) throw new Error('There is no button');
        const watcher = new MutationObserver(() => {
          if (![...document.querySelectorAll('p')].some(({ textContent }) => textContent.startsWith(wanted))) return;
          watcher.disconnect();
          requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - began)));
        });
        watcher.observe(document, { childList: true, subtree: true });
        const began = performance.now();
        button.click();
      }),
    words,
  );
}

/** The middle of the samples. */
export function median(samples: readonly number[]): number {
  return quantile(samples, 0.5);
}

/** The sample below which a share of all lies; 1 is the greatest. */
export function quantile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((left, right) => left - right);
  return sorted[Math.min(Math.floor(sorted.length * share), sorted.length - 1)] ?? Number.NaN;
}
