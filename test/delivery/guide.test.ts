/** The documents beside the pane: whole, small, without script, and the guide for administrators on two pages. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { JSDOM } from 'jsdom';
import { chromium } from 'playwright-core';
import { browserPath } from '../journeys/places';

const folder = resolve('assets/guide');
const names = readdirSync(folder).filter((name) => name.endsWith('.html'));
const open = (name: string): Document => new JSDOM(readFileSync(join(folder, name), 'utf8')).window.document;

test('the four documents are there', () => {
  expect([...names].sort()).toEqual(['install.html', 'it-guide.html', 'privacy.html', 'user-guide.html']);
});

test.each(names)('in %s every link and picture leads to a file beside it, and nothing runs', (name) => {
  const page = open(name);
  const targets = [...page.querySelectorAll('[href], [src]')].map(
    (element) => element.getAttribute('href') ?? element.getAttribute('src') ?? '',
  );
  expect(targets.filter((target) => !existsSync(join(folder, target)))).toEqual([]);
  expect(page.scripts).toHaveLength(0);
  expect(page.querySelectorAll('[style], [onclick]')).toHaveLength(0);
});

test('every picture says in words what it shows, is used, and is small', () => {
  const pictures = names.flatMap((name) => [...open(name).images]);
  expect(pictures.length).toBeGreaterThan(3);
  expect(pictures.filter(({ alt }) => alt.length < 8)).toEqual([]);
  const files = readdirSync(folder).filter((name) => name.endsWith('.png'));
  expect(files.sort()).toEqual(pictures.map((picture) => picture.getAttribute('src')).sort());
  expect(files.filter((name) => statSync(join(folder, name)).size > 250_000)).toEqual([]);
});

test('the guide for administrators prints on two pages', async () => {
  const browser = await chromium.launch({ executablePath: browserPath(), args: ['--no-sandbox'] });
  try {
    const page = await browser.newPage();
    await page.goto(pathToFileURL(join(folder, 'it-guide.html')).href);
    const printed = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    expect(printed.match(/\/Type\s*\/Page\b/g)).toHaveLength(2);
  } finally {
    await browser.close();
  }
}, 60_000);
