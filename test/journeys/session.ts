/** One visit to the demo in a fresh browser context, watched for everything that must not happen on the way. */
import { join } from 'node:path';
import { chromium, type Browser, type FrameLocator, type Locator, type Page } from 'playwright-core';
import { createWords, type Locale } from '../../src/words';
import type { PlainCell, PlainSheet, PlainWorkbook } from '../../src/simulator/model';
import { screenshots } from './places';

export interface Session {
  readonly page: Page;
  /** The task pane, inside its iframe. */
  readonly pane: FrameLocator;
  /** A cell of the grid on the left, by its address. */
  readonly cell: (address: string) => Locator;
  /** The whole workbook as plain data. */
  readonly workbook: () => Promise<PlainWorkbook>;
  /** Presses 复核 and waits until a result is there. A second review has to wait for what it changes. */
  readonly review: () => Promise<void>;
  /** Opens a line of a list to all that it says and offers. */
  readonly open: (line: RegExp) => Promise<void>;
  /** Console errors, uncaught errors and requests to other hosts, so far. */
  readonly problems: readonly string[];
  readonly screenshot: (name: string) => Promise<void>;
}

let browser: Browser | null = null;

function setting(name: 'JOURNEYS_URL' | 'JOURNEYS_BROWSER'): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: journeys run through jest, which runs setup.ts first`);
  return value;
}

/** The address of a page of the demo. */
export const addressOf = (path: string): string => `${setting('JOURNEYS_URL')}${path}`;

/** How a visitor sees the page. */
export interface Eyes {
  readonly language: Locale;
  readonly colorScheme: 'light' | 'dark';
  /** High contrast, by the system's own colours. */
  readonly forcedColors: 'active' | 'none';
}

const usualEyes: Eyes = { language: 'zh-CN', colorScheme: 'light', forcedColors: 'none' };

/** A page in a context of its own, with the list of its problems. */
export async function freshPage(eyes: Eyes = usualEyes): Promise<{ readonly page: Page; readonly problems: string[] }> {
  browser ??= await chromium.connect(setting('JOURNEYS_BROWSER'));
  const { colorScheme, forcedColors, language } = eyes;
  const context = await browser.newContext({
    locale: 'zh-CN',
    viewport: { width: 1366, height: 768 },
    colorScheme,
    forcedColors,
  });
  if (language !== usualEyes.language) {
    // As somebody has it who chose the language in the settings before.
    const settings = JSON.stringify({ language });
    await context.addInitScript((text) => window.localStorage.setItem('zp:settings', text), settings);
  }
  const page = await context.newPage();
  page.setDefaultTimeout(6_000);
  const problems: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => problems.push(`uncaught: ${error.message}`));
  page.on('request', (request) => {
    const { origin, protocol } = new URL(request.url());
    const isLocal = protocol === 'data:' || protocol === 'blob:' || origin === setting('JOURNEYS_URL');
    if (!isLocal) problems.push(`request to another host: ${request.url()}`);
  });
  return { page, problems };
}

/** Opens the demo with one of its samples or with a workbook of the journey's own, and waits for the pane. */
export async function openDemo(opened: string | PlainWorkbook, eyes: Eyes = usualEyes): Promise<Session> {
  const { page, problems } = await freshPage(eyes);
  const words = createWords(eyes.language);
  const button = words.say('review');
  await page.goto(addressOf(typeof opened === 'string' ? `/?sample=${opened}` : '/'));
  if (typeof opened !== 'string') await page.evaluate((plain) => window.demo?.open(plain), opened);
  const pane = page.frameLocator('#pane');
  await pane.getByRole('button', { name: button, exact: true }).waitFor();
  return {
    page,
    pane,
    problems,
    cell: (address) => page.locator(`td[data-cell="${address}"]`),
    workbook: () =>
      page.evaluate(() => {
        if (!window.demo) throw new Error('The demo page is not there');
        return window.demo.workbook();
      }),
    review: async () => {
      await pane.getByRole('button', { name: button, exact: true }).click();
      await pane.getByRole('tablist').waitFor();
    },
    open: async (line) => {
      await pane.getByRole('button', { name: line, expanded: false }).first().click();
    },
    screenshot: async (name) => {
      await page.screenshot({ path: join(screenshots, `${name}.png`) });
    },
  };
}

/** Ends the visit; yields what went wrong on its way that no journey asked for. */
export async function leave({ page, problems }: Pick<Session, 'page' | 'problems'>): Promise<readonly string[]> {
  await page.context().close();
  return problems;
}

/** Lets go of the browser that all journeys share; once per file of journeys. */
export async function disconnect(): Promise<void> {
  await browser?.close();
  browser = null;
}

/** A sheet of a plain workbook, by its name. */
export function sheetOf(workbook: PlainWorkbook, name: string): PlainSheet {
  const sheet = workbook.sheets.find((one) => one.name === name);
  if (!sheet) throw new Error(`No sheet ${name}`);
  return sheet;
}

/** What became of the cells: addresses that differ, with the cell as it is now (null: empty). */
export function changedCells(before: PlainSheet, after: PlainSheet): Readonly<Record<string, PlainCell | null>> {
  const addresses = new Set([...Object.keys(before.cells ?? {}), ...Object.keys(after.cells ?? {})]);
  return Object.fromEntries(
    [...addresses]
      .filter((address) => JSON.stringify(before.cells?.[address]) !== JSON.stringify(after.cells?.[address]))
      .map((address) => [address, after.cells?.[address] ?? null]),
  );
}
