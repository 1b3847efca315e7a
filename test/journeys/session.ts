/**
 * One visit to the demo, as in a browser that was never there, watched for everything that must not happen on the way.
 * A page that a visit left is swept and taken by the next: a new context is a new process of the browser, which costs
 * twice as much as the visit's own beginning.
 */
import { join } from 'node:path';
import {
  chromium,
  type Browser,
  type ConsoleMessage,
  type FrameLocator,
  type Locator,
  type Page,
  type Request,
} from 'playwright-core';
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
/** Pages that were left and swept, by the eyes that they are seen with. */
const sweptPages = new Map<string, Page>();
/** How the next visit comes by the page of this one; pages without it end with their visit. */
const sweepers = new WeakMap<Page, () => Promise<void>>();

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
const usualSize = { width: 1366, height: 768 };

/** A page in a context of its own, with the list of its problems. */
export async function freshPage(eyes: Eyes = usualEyes): Promise<{ readonly page: Page; readonly problems: string[] }> {
  const page = await newPage(eyes);
  return { page, problems: watch(page).problems };
}

async function newPage(eyes: Eyes): Promise<Page> {
  browser ??= await chromium.connect(setting('JOURNEYS_BROWSER'));
  const { colorScheme, forcedColors, language } = eyes;
  const context = await browser.newContext({
    locale: 'zh-CN',
    viewport: usualSize,
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
  return page;
}

/** Writes down what must not happen on a page, until it looks away. */
function watch(page: Page): { readonly problems: string[]; readonly lookAway: () => void } {
  const problems: string[] = [];
  const hear = (message: ConsoleMessage): void => {
    if (message.type() === 'error') problems.push(`console: ${message.text()}`);
  };
  const fall = (error: Error): void => void problems.push(`uncaught: ${error.message}`);
  const ask = (request: Request): void => {
    const { origin, protocol } = new URL(request.url());
    const isLocal = protocol === 'data:' || protocol === 'blob:' || origin === setting('JOURNEYS_URL');
    if (!isLocal) problems.push(`request to another host: ${request.url()}`);
  };
  page.on('console', hear).on('pageerror', fall).on('request', ask);
  return { problems, lookAway: () => void page.off('console', hear).off('pageerror', fall).off('request', ask) };
}

/** A page where nobody was before, or where everything of the visit before is gone. */
async function cleanPage(eyes: Eyes): Promise<{ readonly page: Page; readonly problems: string[] }> {
  const key = JSON.stringify(eyes);
  const page = sweptPages.get(key) ?? (await newPage(eyes));
  sweptPages.delete(key);
  const { lookAway, problems } = watch(page);
  sweepers.set(page, async () => {
    await sweep(page, eyes);
    lookAway();
    sweptPages.set(key, page);
  });
  return { page, problems };
}

/** Takes away what a visit leaves in a browser: what is kept, allowed, and where the mouse stands. */
async function sweep(page: Page, { colorScheme, forcedColors }: Eyes): Promise<void> {
  const context = page.context();
  await page.evaluate(() => window.sessionStorage.clear());
  await page.goto('about:blank');
  const tools = await context.newCDPSession(page);
  await tools.send('Storage.clearDataForOrigin', { origin: setting('JOURNEYS_URL'), storageTypes: 'all' });
  await tools.detach();
  await context.clearCookies();
  await context.clearPermissions();
  await page.setViewportSize(usualSize);
  await page.emulateMedia({ colorScheme, forcedColors });
  await page.mouse.move(0, 0);
}

/** Opens the demo with one of its samples or with a workbook of the journey's own, and waits for the pane. */
export async function openDemo(opened: string | PlainWorkbook, eyes: Eyes = usualEyes): Promise<Session> {
  const { page, problems } = await cleanPage(eyes);
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
  const passOn = sweepers.get(page);
  sweepers.delete(page);
  await (passOn ? passOn() : page.context().close());
  return problems;
}

/** Lets go of the browser that all journeys share; once per file of journeys. */
export async function disconnect(): Promise<void> {
  sweptPages.clear();
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
