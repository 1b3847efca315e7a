/** The boot script, in a page of its own: what a person reads when the pane cannot start. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'acorn';
import { JSDOM } from 'jsdom';

const script = readFileSync(resolve('assets/boot.js'), 'utf8');
const page = readFileSync(resolve('src/main/taskpane.html'), 'utf8');

const internetExplorer = 'Mozilla/5.0 (Windows NT 10.0; WOW64; Trident/7.0; .NET4.0E; rv:11.0) like Gecko';
const edgeLegacy =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/70.0.3538.102 Safari/537.36 Edge/18.19044';
const webView2 =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36 Edg/141.0.0.0';
const macWebView =
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Safari/605.1.15';

type Answer = (info: { readonly host: string | null }) => void;

interface Opened {
  readonly boot: () => Element | null;
  readonly reason: () => string | null;
  readonly text: () => string;
  /** What onReady would call when Excel answers. */
  readonly answer: Answer;
  readonly wait: (milliseconds: number) => void;
  /** A script of the page that the server does not have. */
  readonly failToLoad: (address: string) => void;
  readonly mountPane: () => void;
}

/** The first paint with the boot script in the given browser, DOMContentLoaded fired, office.js there or not. */
function open(userAgent: string, options: { readonly office?: boolean; readonly modern?: boolean } = {}): Opened {
  const { office = true, modern = true } = options;
  const timers: { readonly at: number; readonly run: () => void }[] = [];
  const answers: Answer[] = [];
  let clock = 0;
  const dom = new JSDOM(page.replace(/<script[^>]*><\/script>/g, ''), {
    url: 'https://office.example.gov.cn/zipin/taskpane.html',
    runScripts: 'outside-only',
    beforeParse(window) {
      Object.defineProperty(window.navigator, 'userAgent', { value: userAgent });
      Object.assign(window, {
        setTimeout: (run: () => void, delay: number) => timers.push({ at: clock + delay, run }),
      });
      if (office) Object.assign(window, { Office: { onReady: (ready: Answer) => answers.push(ready) } });
    },
  });
  const { document } = dom.window;
  if (!modern) dom.window.eval('delete Object.hasOwn');
  dom.window.eval(script);
  document.dispatchEvent(new dom.window.Event('DOMContentLoaded'));

  const boot = (): Element | null => document.querySelector('#boot');
  return {
    boot,
    reason: () => boot()?.getAttribute('data-reason') ?? null,
    text: () => boot()?.textContent ?? '',
    answer: (info) => answers.forEach((ready) => ready(info)),
    wait: (milliseconds) => {
      clock += milliseconds;
      for (const timer of timers.splice(0)) {
        if (timer.at <= clock) timer.run();
        else timers.push(timer);
      }
    },
    failToLoad: (address) => {
      const added = document.createElement('script');
      added.src = address;
      document.head.append(added);
      added.dispatchEvent(new dom.window.Event('error'));
    },
    mountPane: () => document.querySelector('#pane')?.replaceChildren(),
  };
}

describe('boot.js', () => {
  test('is ES5, so that even the oldest browser of Office runs it', () => {
    expect(() => parse(script, { ecmaVersion: 5 })).not.toThrow();
    expect(() => parse('const a = 1', { ecmaVersion: 5 })).toThrow();
  });

  test('makes no element from text by way of HTML', () => {
    expect(script).not.toMatch(/innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(|new Function/);
  });

  test.each([
    ['Internet Explorer', internetExplorer],
    ['the first Edge', edgeLegacy],
  ])('in %s names what IT must install', (_, userAgent) => {
    const opened = open(userAgent);
    expect(opened.reason()).toBe('old-engine');
    expect(opened.text()).toContain('WebView2');
    expect(opened.text()).toContain('信息技术人员');
    opened.wait(10_000);
    expect(opened.reason()).toBe('old-engine');
  });

  test.each([
    ['WebView2', webView2],
    ['the web view of a Mac', macWebView],
  ])('in %s keeps saying that it is connecting', (_, userAgent) => {
    const opened = open(userAgent);
    expect(opened.reason()).toBeNull();
    expect(opened.text()).toContain('正在连接 Excel…');
  });

  test('in a browser without what came in 2022 asks for an update', () => {
    const opened = open(webView2, { modern: false });
    expect(opened.reason()).toBe('old-browser');
    expect(opened.text()).toContain('更新');
  });

  test('without office.js says so at once and offers to retry', () => {
    const opened = open(webView2, { office: false });
    expect(opened.reason()).toBe('office-missing');
    expect(opened.text()).toContain('office.js');
    expect(opened.boot()?.querySelector('button')?.textContent).toBe('重试');
  });

  test('where a part of office.js is missing says so at once, instead of waiting for an Excel that cannot answer', () => {
    const opened = open(webView2);
    opened.failToLoad('https://office.example.gov.cn/zipin/office-js/excel-win32-16.01.js');
    expect(opened.reason()).toBe('office-missing');
    opened.wait(6_000);
    expect(opened.reason()).toBe('office-missing');
  });

  test('a missing script of the pane itself is not blamed on office.js', () => {
    const opened = open(webView2);
    opened.failToLoad('https://office.example.gov.cn/zipin/review.js');
    expect(opened.reason()).toBeNull();
  });

  test('says after five seconds, not before, that Excel has not answered', () => {
    const opened = open(webView2);
    opened.wait(4_900);
    expect(opened.reason()).toBeNull();
    opened.wait(200);
    expect(opened.reason()).toBe('no-answer');
    expect(opened.text()).toContain('Enter');
  });

  test('in a plain browser says where the pane belongs', () => {
    const opened = open(webView2);
    opened.answer({ host: null });
    expect(opened.reason()).toBe('not-in-excel');
    expect(opened.text()).toContain('请在 Excel 中打开');
    opened.wait(10_000);
    expect(opened.reason()).toBe('not-in-excel');
  });

  test('stays silent when Excel answers and the pane is mounted', () => {
    const opened = open(webView2);
    opened.answer({ host: 'Excel' });
    opened.mountPane();
    opened.wait(10_000);
    expect(opened.boot()).toBeNull();
  });

  test('says that the pane did not start when Excel answered and nothing came', () => {
    const opened = open(webView2);
    opened.answer({ host: 'Excel' });
    opened.wait(5_100);
    expect(opened.reason()).toBe('pane-missing');
  });
});

describe('taskpane.html', () => {
  test('is Chinese, has a title and a first paint before any script', () => {
    const { document } = new JSDOM(page).window;
    expect(document.documentElement.lang).toBe('zh-CN');
    expect(document.title).toBe('自评复核');
    expect(document.querySelector('#pane')?.textContent).toContain('正在连接 Excel…');
  });

  test('has no script of its own, so that a policy without inline scripts holds', () => {
    const { document } = new JSDOM(page).window;
    for (const one of document.querySelectorAll('script')) {
      expect(one.getAttribute('src')).not.toBeNull();
      expect(one.textContent).toBe('');
    }
    expect([...document.querySelectorAll('*')].flatMap((element) => element.getAttributeNames())).not.toContainEqual(
      expect.stringMatching(/^on/),
    );
  });
});
