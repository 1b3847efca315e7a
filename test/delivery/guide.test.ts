/** The documents beside the pane: whole, small, without script, and the guide for administrators on two pages. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { JSDOM } from 'jsdom';
import { chromium } from 'playwright-core';
import { browserPath } from '../../src/delivery/browserPath';
import { keepFields } from '../../src/pane/result/letterFields';
import { lastingSlots, letterSlots } from '../../src/papers/letterWords';
import { passingPreferences } from '../../src/review/memory/preferences';

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

/** Every text between Chinese quotation marks. */
const quotedIn = (name: string): readonly string[] =>
  [...open(name).body.textContent.matchAll(/“([^”]+)”/g)].map(([, text = '']) => text.replaceAll(/\s+/g, ' '));

test.each(['user-guide.html', 'privacy.html'])(
  'what %s quotes is on the screen: in the pane, its page, or Excel',
  (name) => {
    const pane = readdirSync(resolve('src/words/zh-CN')).map((file) =>
      readFileSync(resolve('src/words/zh-CN', file), 'utf8'),
    );
    const ours = [
      ...pane,
      ...['assets/boot.js', 'manifest.xml', 'src/papers/paperWords.ts'].map((file) =>
        readFileSync(resolve(file), 'utf8'),
      ),
    ]
      .join('\n')
      .replaceAll('{n}', 'N');
    const ofExcel = ['开始', '受保护的视图', '启用编辑', '移动或复制 > 新工作簿'];
    const quoted = quotedIn(name);
    expect(quoted.length).toBeGreaterThan(3);
    // A dialogue's "…" belongs to the button; where a guide leaves a part of a button out, it says the beginning;
    // a number that the screen shows is N.
    expect(quoted.filter((text) => !ofExcel.includes(text) && !ours.includes(text))).toEqual([]);
  },
);

test('the privacy statement was looked at for every key under which something is kept', () => {
  const sources = [resolve('src')].flatMap((from) =>
    readdirSync(from, { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file))
      .map((file) => readFileSync(join(from, file), 'utf8')),
  );
  const keys = sources.flatMap((text) =>
    [
      ...text.matchAll(
        /(?:const \w*[kK]ey = '|PieceKind<\w+> = \{\s*key: '|Key\([^)]*\): string \{\s*return `)([\w:-]+)/g,
      ),
    ].map(([, key = '']) => key),
  );
  // 写入记录, 复核决定 (accepted: in records of before), 指定的列, 选的规则, 生成的工作表, 导入记录; in the browser 表头的指纹 (columns
  // again), 设置, 密钥, what was not adopted, what was typed into the letter (what is said of it is proved below), the template of it, and
  // the sentences written for rule texts (wordings), and where forms stand with what was returned (states);
  // `written` is the mark of the command line in its own copies.
  expect([...new Set(keys)].sort()).toEqual([
    'accepted:',
    'columns',
    'decisions',
    'imports',
    'journal-1',
    'letter',
    'letter-template',
    'not-adopted',
    'papers',
    'rubric',
    'secret',
    'settings',
    'states',
    'wordings',
    'written',
  ]);
});

test('the privacy statement names every slot of the letter that is kept on the machine, and no other is kept', () => {
  const said = /在里面填的([^，]+)，按您填的原文/u.exec(
    open('privacy.html').body.textContent.replaceAll(/\s+/g, ''),
  )?.[1];
  expect(said?.split(/[、和]/u)).toEqual([...lastingSlots]);
  const preferences = passingPreferences();
  keepFields(preferences, Object.fromEntries(letterSlots.map((slot) => [slot, `${slot}原文`])));
  const kept = JSON.parse(preferences.get('letter')!) as Readonly<Record<string, string>>;
  expect(kept).toEqual(Object.fromEntries(lastingSlots.map((slot) => [slot, `${slot}原文`])));
  // As the statement says: emptied and kept again, they are gone.
  keepFields(preferences, {});
  expect(preferences.get('letter')).toBeNull();
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
