/** The pane as it ships: it works under its own policy, asks no other server for anything, and has no dangerous code. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { chromium, type Browser } from 'playwright-core';
import { browserPath } from '../../src/delivery/browserPath';
import type { BuiltPane } from '../../src/delivery/buildPane';
import { headers, policyOf } from '../../src/delivery/hosting';
import { notAllowed, productionDependencies } from '../../src/delivery/licences';
import { prepareInProcess } from './prepare';
import { serveSite, type SiteServer } from '../support/siteServer';
import { rawWorkbook } from '../support/rawWorkbook';
import { reviewAndWrite, visitPane, type Visit } from '../../src/delivery/visit';

const officeFolder = join(dirname(require.resolve('@microsoft/office-js/package.json')), 'dist');

let folder: string;
let pane: BuiltPane;
let policy: string;
let script: string;
let browser: Browser;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'delivery-'));
  ({ pane, script } = prepareInProcess(folder));
  browser = await chromium.launch({ executablePath: browserPath(), args: ['--no-sandbox'] });
  policy = policyOf(readFileSync(join(pane.folder, 'taskpane.html'), 'utf8'));
}, 600_000);

afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('in Chromium', () => {
  let server: SiteServer | null = null;
  let visit: Visit | null = null;

  async function open(
    sent: readonly (readonly [string, string])[],
    office: string | null = officeFolder,
  ): Promise<Visit> {
    const mounts = [
      ...(office === null ? [] : [{ path: '/office-js', folder: office }]),
      { path: '', folder: pane.folder },
    ];
    server = await serveSite(mounts, sent);
    visit = await visitPane(browser, script, `${server.url}/taskpane.html`);
    return visit;
  }
  const breaches = async (): Promise<NonNullable<Window['delivery']>['breaches']> =>
    (await visit?.page.evaluate(() => window.delivery?.breaches)) ?? [];

  afterEach(async () => {
    await visit?.page.context().close();
    await server?.close();
    visit = null;
    server = null;
  });

  test.each([
    ['in its page alone', false],
    ['in its page and in the headers of the hosting examples', true],
  ])(
    'the pane reviews and writes under the policy %s, without one breach and without another server',
    async (_, sends) => {
      const { page, problems, requests } = await open(sends ? headers(policy) : []);
      await reviewAndWrite(page);
      expect(await page.evaluate(() => window.delivery?.cell('I17'))).toBe(20);
      expect(await breaches()).toEqual([]);
      expect(problems).toEqual([]);
      expect(requests.length).toBeGreaterThan(5);
      // Preferences are kept in the browser: under names of our own, and without a word of a workbook.
      const kept = await page.evaluate((): [string, string][] =>
        Object.keys(window.localStorage).map((key) => [key, window.localStorage.getItem(key) ?? '']),
      );
      expect(kept.filter(([key]) => key.startsWith('zp:')).filter(([, text]) => /[\u4e00-\u9fff]/.test(text))).toEqual(
        [],
      );
    },
    60_000,
  );

  test('a file of another format comes in under the policy: its reader is a worker of our own server', async () => {
    const { page, problems } = await open(headers(policy));
    await page.getByRole('button', { name: '从文件导入…' }).click();
    await page.getByLabel('选择文件…').first().setInputFiles('test/file/fixtures/everything.xls');
    await page
      .getByText(/^已从《everything\.xls》带入 \d+ 张工作表。/u)
      .first()
      .waitFor();
    expect(await breaches()).toEqual([]);
    expect(problems).toEqual([]);
  }, 60_000);

  test('no text of a workbook reaches an HTML sink: all that asks for trust is the address of a script', async () => {
    const { page } = await open([
      ['Content-Security-Policy-Report-Only', "require-trusted-types-for 'script'; trusted-types 'none'"],
    ]);
    await reviewAndWrite(page);
    const samples = (await breaches()).map(({ sample }) => sample);
    expect(samples.length).toBeGreaterThan(0);
    expect(samples.filter((sample) => !sample.startsWith('HTMLScriptElement src|'))).toEqual([]);
  }, 60_000);

  test.each<[what: string, directive: string, attempt: () => void]>([
    ['a connection to its own server', 'connect-src', () => void fetch('/taskpane.js').catch(() => undefined)],
    ['a connection to another server', 'connect-src', () => void navigator.sendBeacon('https://example.com/', 'x')],
    [
      'a picture of another server',
      'img-src',
      () => {
        new Image().src = 'https://example.com/x.png';
      },
    ],
    [
      'a script inside the page',
      'script-src-elem',
      () => {
        const element = document.createElement('script');
        element.textContent = 'window.intruder = true';
        document.head.append(element);
      },
    ],
    [
      'a script of another server',
      'script-src-elem',
      () => {
        const element = document.createElement('script');
        element.src = 'https://example.com/x.js';
        document.head.append(element);
      },
    ],
    [
      'a frame',
      'frame-src',
      () => {
        document.body.append(Object.assign(document.createElement('iframe'), { src: '/' }));
      },
    ],
  ])(
    '%s is refused, and a breach is seen',
    async (_, directive, attempt) => {
      const { page } = await open([]);
      await page.getByRole('button', { name: '复核', exact: true }).waitFor();
      await page.evaluate(attempt);
      await page.waitForFunction(() => (window.delivery?.breaches.length ?? 0) > 0);
      expect(await breaches()).toEqual([expect.objectContaining({ directive, enforced: true })]);
    },
    60_000,
  );

  test('the page without Excel works under its own policy, sent by the server too, dates and all', async () => {
    const own = policyOf(readFileSync(join(pane.folder, 'workbench', 'index.html'), 'utf8'));
    expect(own).toContain("script-src 'self';");
    expect(own).toContain("connect-src 'none'");
    server = await serveSite([{ path: '', folder: pane.folder }], headers(own));
    visit = await visitPane(browser, script, `${server.url}/workbench/index.html`);
    const { page, problems, requests } = visit;
    await page.setViewportSize({ width: 1280, height: 768 });
    await page.locator('input[type=file]').first().setInputFiles('src/demo/samples/huaiyuan-2023.xlsx');
    await page.getByRole('tab', { name: '食堂经费' }).click();
    await reviewAndWrite(page);
    await page.locator('[data-cell="I17"]', { hasText: '20' }).waitFor();

    const dated = rawWorkbook({
      sheets: [{ name: '表', xml: '<sheetData><row r="1"><c r="A1" s="5"><v>45000</v></c></row></sheetData>' }],
    });
    const file = { name: '日期.xlsx', mimeType: '', buffer: Buffer.from(dated) };
    await page.locator('input[type=file]').first().setInputFiles(file);
    await page.getByRole('button', { name: '不保存，直接打开' }).click();
    await page.locator('[data-cell="A1"]', { hasText: '2023年3月15日' }).waitFor();

    // A file of another format is read by what the worker loads from beside itself.
    await page.locator('input[type=file]').first().setInputFiles('test/file/fixtures/forms.xls');
    await page.getByRole('tab', { name: 'canteen-2023' }).waitFor();
    // A breach is an error in the console, of page and worker alike.
    expect(problems).toEqual([]);
    expect(requests.filter((url) => /office/i.test(url))).toEqual([]);

    await page.evaluate(() => void fetch('/workbench/worker.js').catch(() => undefined));
    await page.waitForTimeout(200);
    expect(problems).not.toEqual([]);
  }, 60_000);

  test('without office.js the page says so within five seconds', async () => {
    const { page } = await open(headers(policy), null);
    await page.getByRole('heading', { name: '没有载入 Office 组件' }).waitFor({ timeout: 5_000 });
    await page.getByText('改用自带 office.js 的部署包').waitFor();
  }, 60_000);
});

/** The only third-party file that is not held to our own rules; see src/excel/diagnostics.ts. */
const helpers = 'office-js-helpers.js';

test('the diagnosis for Windows finds where the built page has office.js from, so that it can try that address too', () => {
  const diagnosis = readFileSync(resolve('src/delivery/kit/diagnose.ps1'), 'utf8');
  const pattern = /\$Page -match '([^']+)'/.exec(diagnosis)?.[1] ?? '';
  const page = readFileSync(join(pane.folder, 'taskpane.html'), 'utf8');
  const source = 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js';
  // PowerShell has the regular expressions of .NET, and takes capitals for small letters.
  const found = [page, page.replace('office-js/office.js', source)].map(
    (text) => new RegExp(pattern, 'i').exec(text)?.[1],
  );
  expect(found).toEqual(['office-js/office.js', source]);
});

describe('the code', () => {
  /** Each script of the build, by name. */
  const scripts = (): ReadonlyMap<string, string> =>
    new Map(
      ['', 'assets']
        .flatMap((inner) => readdirSync(join(pane.folder, inner)).map((name) => join(inner, name)))
        .filter((name) => name.endsWith('.js'))
        .filter((name) => name !== helpers)
        .map((name) => [name, readFileSync(join(pane.folder, name), 'utf8')]),
    );

  test('the Office helpers stand in a file of their own, loaded only to print an unexpected fault', () => {
    const page = readFileSync(join(pane.folder, 'taskpane.html'), 'utf8');
    expect(page).not.toContain(helpers);
    // It brings polyfills and a sign-in that we never call; what they could do, the policy forbids.
    const code = readFileSync(join(pane.folder, helpers), 'utf8');
    expect([...code.matchAll(/\bFunction\s*\(|new Function\b|\beval\s*\(/g)]).toHaveLength(2);
    expect([...code.matchAll(/\bfetch\s*\(|XMLHttpRequest|\bWebSocket\b|sendBeacon/g)]).toHaveLength(1);
    expect(policy).toMatch(/connect-src 'none'/);
    expect(policy).not.toContain('unsafe-eval');
  });

  test.each([
    ['evaluates text', /\beval\s*\(|\bFunction\s*\(|new Function\b|set(?:Timeout|Interval)\s*\(\s*["'`]/],
    ['connects', /\bfetch\s*\(|XMLHttpRequest|\bWebSocket\b|sendBeacon|new EventSource\b|RTCPeerConnection/],
    ['parses HTML', /insertAdjacentHTML|outerHTML|document\.write|createContextualFragment|DOMParser|\.srcdoc\b/],
    ['keeps anything of a session', /sessionStorage|indexedDB|document\.cookie|\bcaches\./],
  ])('nothing in it %s', (_, pattern) => {
    expect(scripts().size).toBeGreaterThan(2);
    expect([...scripts()].filter(([, code]) => pattern.test(code)).map(([name]) => name)).toEqual([]);
  });

  test('it starts one worker, the reader of files of other formats, which loads the reader of a format from beside itself', () => {
    const started = [...scripts()].flatMap(([name, code]) =>
      [...code.matchAll(/new (?:Shared)?Worker\b|importScripts\s*\(|serviceWorker/g)].map(
        ([text]) => `${name}: ${text}`,
      ),
    );
    expect(started.sort()).toEqual(['import.js: new Worker', 'reader.js: importScripts(']);
    expect(policy).toContain("script-src 'self'");
    expect(policy).not.toContain('blob:');
  });

  test('the first paint is one small file, without what it does not show', () => {
    const page = readFileSync(join(pane.folder, 'taskpane.html'), 'utf8');
    const own = [...page.matchAll(/<script[^>]* src="?([^"\s>]+)/g)].map(([, src = '']) => src);
    expect(own.filter((src) => !/^(?:assets|office-js)\//u.test(src))).toEqual(['taskpane.js']);
    const code = scripts().get('taskpane.js') ?? '';
    // In KiB, as the bench says it.
    expect(gzipSync(code, { level: 9 }).length).toBeLessThanOrEqual(115 * 1024);
    // Its own words are there; the words of a result, what reads, and the dark theme are fetched later.
    expect(code).toContain('复核这张自评表');
    const later = ['没有发现问题', 'getMergedAreas'];
    expect(later.filter((text) => code.includes(text))).toEqual([]);
    expect(later.filter((text) => [...scripts().values()].some((other) => other.includes(text)))).toEqual(later);
    expect(scripts().has('dark.js')).toBe(true);
  });

  test('its own scripts begin with a function that engines compile while they load it, and not with an arrow', () => {
    const beginnings = ['taskpane.js', 'reader.js'].map((name) =>
      scripts()
        .get(name)
        ?.replace(/^\/\*.*?\*\/\s*/su, '')
        .slice(0, 11),
    );
    expect(beginnings).toEqual(['!function()', '!function()']);
  });

  test('what reads other formats is no part of the first paint, and small', () => {
    const names = [...scripts()]
      .filter(([, code]) => code.includes('sheetjs.openxmlformats.org'))
      .map(([name]) => name);
    const reader = ['reader.js', 'formats.js', ...names.filter((name) => name !== 'reader.js')];
    expect(names.length).toBeGreaterThan(0);
    const page = readFileSync(join(pane.folder, 'taskpane.html'), 'utf8');
    expect(reader.filter((name) => page.includes(name))).toEqual([]);
    const bytes = reader.reduce((sum, name) => sum + gzipSync(scripts().get(name) ?? '').length, 0);
    expect(bytes).toBeGreaterThan(50_000);
    expect(bytes).toBeLessThan(180 * 1024);
  });

  test('of the page without Excel connects nowhere and evaluates no text, and the page alone starts the worker', () => {
    const folder = join(pane.folder, 'workbench');
    const names = readdirSync(folder).filter((name) => name.endsWith('.js'));
    const saying = (pattern: RegExp): readonly string[] =>
      names.flatMap((name) =>
        [...readFileSync(join(folder, name), 'utf8').matchAll(pattern)].map(([text]) => `${name}: ${text}`),
      );
    expect(saying(/\beval\s*\(|\bFunction\s*\([^)]*\)(?:"\))?|new Function\b|\bWebAssembly\b/g)).toEqual([]);
    expect(saying(/\bfetch\s*\(|XMLHttpRequest|\bWebSocket\b|sendBeacon|new EventSource\b/g)).toEqual([]);
    // The worker fetches the readers of other formats when a file needs them, from where it came from itself.
    expect(saying(/new (?:Shared)?Worker\b|importScripts\s*\(/g)).toEqual([
      'workbench.js: new Worker',
      'worker.js: importScripts(',
    ]);
    expect(saying(/insertAdjacentHTML|outerHTML|document\.write|DOMParser|\.srcdoc\b/g)).toEqual([]);
  });

  test('innerHTML is set in three places, all of React: an empty script, and twice what dangerouslySetInnerHTML gives', () => {
    const set = [...scripts()].flatMap(([name, code]) =>
      [...code.matchAll(/.{12}\.innerHTML\s*=[^=].{6}/g)].map(([text]) => `${name}: ${text}`),
    );
    expect(set.map((text) => text.slice(0, text.indexOf(':')))).toEqual(['taskpane.js', 'taskpane.js', 'taskpane.js']);
    expect(set.filter((text) => text.includes('.innerHTML="<scri'))).toHaveLength(1);
    expect(set.filter((text) => /&&\((\w)\.innerHTML=\w\)/.test(text))).toHaveLength(2);
  });

  test('dangerouslySetInnerHTML is given the drawing of a Fluent icon, and the styles of Fluent where there is no page', () => {
    const given = [...scripts()].flatMap(([name, code]) =>
      [...code.matchAll(/.{40}dangerouslySetInnerHTML\s*:\s*\{__html:([\w.]+)/g)].map(([text]) => `${name}: ${text}`),
    );
    const all = [...scripts()].flatMap(([, code]) => [...code.matchAll(/dangerouslySetInnerHTML\s*:\s*\{/g)]);
    expect(given.filter((text) => text.includes('createElement("svg"'))).toHaveLength(1);
    expect(given.filter((text) => text.includes('("style"') && text.includes('serverStyleProps'))).toHaveLength(1);
    expect(all).toHaveLength(2);
  });

  test('the only addresses in it are names of XML languages and the page that explains errors of React', () => {
    const addresses = [...scripts()].flatMap(([, code]) =>
      [...code.matchAll(/https?:\/\/[^"'`\s)\\]+/g)].map(([url]) => url),
    );
    const languages =
      /^http:\/\/(?:schemas\.(?:openxmlformats\.org|microsoft\.com)|sheetjs\.openxmlformats\.org|purl\.oclc\.org\/ooxml|www\.w3\.org)\//;
    expect(addresses.some((address) => languages.test(address))).toBe(true);
    expect([...new Set(addresses)].filter((address) => !languages.test(address))).toEqual([
      'https://react.dev/errors/',
    ]);
  });

  test('what ships comes from packages of production with permissive licences', () => {
    const dependencies = productionDependencies();
    const names = dependencies.map(({ name }) => name);
    expect(pane.packages.length).toBeGreaterThan(10);
    expect(pane.packages.filter((name) => !names.includes(name))).toEqual([]);
    expect(notAllowed(dependencies)).toEqual([]);
  });
});
