/** A report of many forms: pages that a browser opens at once, a search without a network, links that arrive. */
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, type Browser, type Page } from 'playwright-core';
import { readArguments, type ReviewArguments } from '../../../src/command/arguments';
import { markStandingOf } from '../../../src/command/disk/ownMark';
import { pagesFolder } from '../../../src/command/disk/reportPages';
import { targetProblem } from '../../../src/command/disk/targets';
import type { CommandHouse } from '../../../src/command/house';
import type { Published } from '../../../src/summary/published';
import { writeReports } from '../../../src/command/reports';
import { browserPath } from '../../../src/delivery/browserPath';
import { manyForms } from '../support/manyForms';

const secret = new Uint8Array(32).fill(7);
const many = 800;
let published: Published;
let folder: string;
let report: string;
let said: string[];

const choiceFor = (...more: readonly string[]): ReviewArguments => {
  const read = readArguments([join(folder, '没有.xlsx'), '--html', report, ...more]);
  if (!read.ok) throw new Error(read.problem);
  return read.value;
};
const write = (of: Published = published) => {
  said = [];
  const house = { terminal: { say: (line: string) => said.push(line) } } as unknown as CommandHouse;
  return writeReports(choiceFor(), of, house, secret);
};
const names = () => readdirSync(pagesFolder(report)).sort();
const pages = () => new Map(['', ...names()].map((name) => [name, readFileSync(name ? place(name) : report, 'utf8')]));
const place = (name: string) => join(pagesFolder(report), name);

beforeAll(async () => {
  published = await manyForms(many);
}, 60_000);
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'paged-'));
  // Signs that mean something in an address.
  report = join(folder, '汇总 #1 100%.html');
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const hash = (text: string) => `'sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}'`;

/** The policy of a page allows its own style sheet and its one script, which builds no markup from text. */
function expectOwnPolicy(text: string): void {
  const policy = /Content-Security-Policy" content="([^"]*)"/u.exec(text)?.[1]?.replaceAll('&#39;', "'") ?? '';
  const scripts = [...text.matchAll(/<script>([\s\S]*?)<\/script>/gu)].map(([, script = '']) => script);
  expect(scripts).toHaveLength(1);
  expect(policy).toContain(`script-src ${hash(scripts[0] ?? '')};`);
  expect(scripts[0]).not.toMatch(/innerHTML|outerHTML|insertAdjacent|document\.write|eval|Function\(/u);
  expect(text).not.toMatch(/\sstyle="|\son[a-z]+="/u);
}

test('every page is small, has a policy of its own, every form stands on exactly one, and every link arrives', async () => {
  expect(await write()).toEqual({ refused: [], taken: [] });
  expect(said.join()).toMatch(/已写 .*汇总 #1 100%\.html：表多，分成 \d+ 页，在旁边的“汇总 #1 100%\.files”里/u);
  const written = pages();
  expect(names()).toEqual(expect.arrayContaining(['forms-1.html', 'forms-2.html', 'tables-1.html']));
  expect(written.get('tables-1.html')).toContain('坏的2999.xlsx');
  for (const [name, text] of written) {
    expect([name, Buffer.byteLength(text) < 5_000_000]).toEqual([name, true]);
    expect(text).not.toMatch(/url\(|@import|https?:/iu);
  }
  const forms = [...written].flatMap(([name, text]) =>
    [...text.matchAll(/<section class="form" id="(f\d+)">/gu)].map(([, id]) => `${name}#${id ?? ''}`),
  );
  expect(new Set(forms.map((form) => form.replace(/.*#/u, ''))).size).toBe(many);
  expect(forms).toHaveLength(many);
  for (const text of written.values()) expectOwnPolicy(text);
  for (const [name, text] of written) {
    const ids = new Set([...text.matchAll(/\sid="([^"]+)"/gu)].map(([, id]) => id));
    for (const [, address = ''] of text.matchAll(/href="([^"]*)"/gu)) {
      if (address.startsWith('#')) expect(ids).toContain(address.slice(1));
      else {
        const from = pathToFileURL(name === '' ? report : place(name));
        expect([name, address, existsSync(new URL(address, from))]).toEqual([name, address, true]);
      }
    }
  }
}, 60_000);

test('the same forms give the same bytes, and a shorter report takes away the pages of a longer one', async () => {
  await write();
  const first = pages();
  await write();
  expect(pages()).toEqual(first);
  writeFileSync(place('forms-2.html'), `${first.get('forms-2.html') ?? ''}<!-- 我写的 -->`);
  writeFileSync(place('别的.html'), '别人的');
  expect((await write(await manyForms(5))).refused).toEqual([]);
  expect(said).toEqual([`已写 ${report}`]);
  // What somebody touched stays, and what never was a page.
  expect(names()).toEqual(['forms-2.html', '别的.html'].sort());
}, 120_000);

test('no page is written over what is not provably ours and untouched', async () => {
  expect(targetProblem(choiceFor(), secret)).toBeNull();
  await write();
  for (const name of names()) expect(markStandingOf(place(name), secret)).toBe('ours');
  rmSync(report);
  expect(targetProblem(choiceFor(), secret)).toMatch(/forms-1\.html”已经有了，没有写。.*--overwrite/u);
  expect(targetProblem(choiceFor('--overwrite'), secret)).toBeNull();
  for (const touched of [`${readFileSync(place('forms-2.html'), 'utf8')}改`, '别人的', '']) {
    writeFileSync(place('forms-2.html'), touched);
    expect(targetProblem(choiceFor('--overwrite'), secret)).toMatch(/forms-2\.html”已经有了，.*没有写/u);
    // It may come to be there while the forms are reviewed.
    expect((await write()).taken).toEqual([place('forms-2.html')]);
    expect(readFileSync(place('forms-2.html'), 'utf8')).toBe(touched);
    expect(existsSync(report)).toBe(false);
  }
  rmSync(pagesFolder(report), { recursive: true });
  writeFileSync(pagesFolder(report), '一个文件');
  expect(targetProblem(choiceFor('--overwrite'), secret)).toContain('.files”已经有了');
}, 120_000);

test('a folder in the place of a page is refused by name', async () => {
  mkdirSync(place('forms-1.html'), { recursive: true });
  expect(targetProblem(choiceFor('--overwrite'), secret)).toContain('forms-1.html');
  expect((await write()).taken).toEqual([place('forms-1.html')]);
  expect(statSync(place('forms-1.html')).isDirectory()).toBe(true);
}, 60_000);

describe('in a browser, from the file, without a network', () => {
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: browserPath(), args: ['--no-sandbox'] });
  }, 60_000);
  afterAll(() => browser.close());
  beforeEach(async () => {
    await write();
    page = await browser.newPage();
    page.on('console', (message) => {
      throw new Error(message.text());
    });
    await page.goto(pathToFileURL(report).href);
  }, 60_000);
  afterEach(() => page.close());

  const found = () => page.locator('#found').textContent();
  const rows = (of: Page) => of.locator('#results tbody tr');
  test('forms are found by Chinese words in any place, and lead to where they stand', async () => {
    expect(await found()).toBe(`找到 ${many} 份，列出 100 份。`);
    const canteen = published.rollUp.rows.find(({ project }) => project?.includes('食堂'));
    // Full width and in another order, as people type.
    const digits = String(canteen?.number).replace(/[0-9]/gu, (digit) =>
      String.fromCharCode(digit.charCodeAt(0) + 0xfee0),
    );
    await page.getByRole('searchbox').fill(`第${digits}期 食堂`);
    await page.getByText('找到 1 份').waitFor();
    expect(await rows(page).allTextContents()).toEqual([expect.stringContaining(canteen?.project ?? '没有')]);
    await page.getByRole('searchbox').fill('第777期');
    await page.getByRole('link', { name: '第777期' }).click();
    await page.waitForURL(/forms-\d+\.html#f777$/u, { timeout: 10_000 });
    expect(await page.locator('#f777 h3').textContent()).toContain('第777期');
    await page.getByRole('link', { name: '目录和查找' }).click();
    await page.getByRole('searchbox').waitFor();
  }, 60_000);

  test('more are listed when asked, those with P0 alone too, and nothing found is said', async () => {
    await page.getByRole('button', { name: '再列 100 份' }).click();
    expect(await rows(page).count()).toBe(200);
    await page.getByRole('checkbox').check();
    const withP0 = published.rollUp.rows.filter(({ counts }) => counts.P0 > 0).length;
    expect(await found()).toMatch(new RegExp(`^找到 ${withP0} 份`, 'u'));
    await page.getByRole('searchbox').fill('没有这个项目');
    await page.getByText('找到 0 份').waitFor();
    expect(await page.getByRole('button', { name: '再列 100 份' }).isVisible()).toBe(false);
  }, 60_000);
});
