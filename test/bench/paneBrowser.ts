/** A Chromium that measures the built demo: opens its pages with a slowed processor and counts time inside the page. */
import { type Browser, type CDPSession, chromium, type Frame, type Page } from 'playwright-core';
import { type DemoFolders, serveDemo } from '../../src/demo/server';
import { browserPath } from '../../src/delivery/browserPath';
import type { PlainWorkbook } from '../../src/simulator/model';

interface OpenedPane {
  readonly page: Page;
  /** The pane's own document: what is timed runs in here, without the tester's round trips. */
  readonly frame: Frame;
  readonly session: CDPSession;
}

interface Visit {
  /** How many times slower than this machine the page's processor is. */
  readonly slowdown: number;
  /** A sample's id, or a workbook to open in its place. */
  readonly opened: string | PlainWorkbook;
  /** The highest ExcelApi set of the Excel that is played; the simulator's usual one when left out. */
  readonly level?: string;
}

export interface PaneBrowser {
  /**
   * Opens the demo in a fresh context, so that nothing is cached, waits for the pane, measures, and closes it.
   */
  readonly visit: <Measure>(visit: Visit, measure: (pane: OpenedPane) => Promise<Measure>) => Promise<Measure>;
}

declare global {
  interface Window {
    /** Milliseconds from the page's start to the first painted frame in which 复核 can be pressed; see `watchStart`. */
    usableAt?: Promise<number>;
    /** Turns of idle time that were asked for and that are over; see `watchIdleTurns`. */
    idleTurns?: { asked: number; over: number };
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

/** Runs in the page before anything else: counts the turns of idle time. */
function watchIdleTurns(): void {
  const turns = { asked: 0, over: 0 };
  window.idleTurns = turns;
  const wait = window.requestIdleCallback.bind(window);
  window.requestIdleCallback = (callback, options) => {
    turns.asked += 1;
    return wait((deadline) => {
      callback(deadline);
      turns.over += 1;
    }, options);
  };
}

/** Waits until what is done ahead is done: turns of idle time were asked for, and none for a second. */
export async function aheadIsDone(frame: Frame): Promise<void> {
  for (let [before, calm] = [-1, 0]; calm < 4;) {
    await frame.waitForTimeout(250);
    const turns = (await frame.evaluate(() => window.idleTurns)) ?? { asked: 0, over: 0 };
    const isCalm = turns.asked > 0 && turns.asked === turns.over && turns.asked === before;
    calm = isCalm ? calm + 1 : 0;
    before = turns.asked;
  }
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

/** Lends a browser that opens a demo that was built. */
export async function withPaneBrowser<Result>(
  built: DemoFolders,
  work: (browser: PaneBrowser) => Promise<Result>,
): Promise<Result> {
  return inBrowser(built, (browser, url) =>
    work({
      visit: async ({ level, opened, slowdown }, measure) => {
        const isSample = typeof opened === 'string';
        const asked = new URLSearchParams({ ...(isSample && { sample: opened }), ...(level && { level }) });
        const context = await browser.newContext({ locale: 'zh-CN', viewport: { width: 1366, height: 768 } });
        await context.addInitScript(watchStart);
        await context.addInitScript(watchIdleTurns);
        const page = await context.newPage();
        page.setDefaultTimeout(120_000);
        const session = await context.newCDPSession(page);
        await session.send('Emulation.setCPUThrottlingRate', { rate: isSample ? slowdown : 1 });
        await page.goto(`${url}/?${asked.toString()}`);
        if (!isSample) {
          await frameOf(page);
          // The pane is loaded anew for every workbook; the one that was there is not measured.
          await Promise.all([
            page.waitForEvent('framenavigated'),
            page.evaluate((plain) => window.demo?.open(plain), opened),
          ]);
        }
        const frame = await frameOf(page);
        await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
        const measured = await measure({ page, frame, session });
        await context.close();
        return measured;
      },
    }),
  );
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
