/** As much of a browser page as office.js asks for while it starts; everything else stays undefined. */

/** What a page without a browser is made of. */
export interface PageStub {
  /** Becomes the global object that office.js sees. */
  readonly window: Record<string, unknown>;
}

/** The address of the folder that office.js believes it was loaded from. */
const folder = 'https://localhost/office/';

interface ScriptElement {
  src: string;
  type: string;
  id: string;
  onload: (() => void) | null;
  onerror: (() => void) | null;
  setAttribute(name: string, value: string): void;
}

class MemoryStorage {
  private readonly entries = new Map<string, string>();
  getItem(key: string): string | null {
    return this.entries.get(key) ?? null;
  }
  setItem(key: string, value: string): void {
    this.entries.set(key, value);
  }
  removeItem(key: string): void {
    this.entries.delete(key);
  }
}

/**
 * Makes the page. `external` is the host's end of the line; `runScript` runs one file of office.js's folder, such as
 * "zh-cn/office_strings.js", in the page. The page shares the errors, promises and JSON of the caller, so that what comes
 * out of it is the caller's own kind.
 */
export function pageStub(external: Readonly<Record<string, unknown>>, runScript: (path: string) => void): PageStub {
  const element = (): ScriptElement => ({
    src: '',
    type: '',
    id: '',
    onload: null,
    onerror: null,
    setAttribute: () => undefined,
  });
  const head = {
    appendChild(script: ScriptElement) {
      setTimeout(() => {
        runScript(script.src.slice(folder.length));
        script.onload?.();
      }, 0);
    },
  };
  const document = {
    URL: 'https://localhost/taskpane.html',
    readyState: 'complete',
    referrer: '',
    cookie: '',
    head,
    body: head,
    documentElement: { lang: 'zh-CN' },
    createElement: element,
    getElementById: () => null,
    getElementsByTagName: (name: string) =>
      name === 'script' ? [{ ...element(), src: `${folder}office.js`, getAttribute: () => null }] : [head],
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
    attachEvent: undefined,
  };
  const location = {
    href: document.URL,
    protocol: 'https:',
    host: 'localhost',
    hostname: 'localhost',
    origin: 'https://localhost',
    pathname: '/taskpane.html',
    search: '',
    hash: '',
  };
  const window: Record<string, unknown> = {
    external,
    document,
    location,
    navigator: { userAgent: 'Mozilla/5.0 (Windows NT 10.0; Win64; x64)', language: 'zh-CN', platform: 'Win32' },
    name: '',
    sessionStorage: new MemoryStorage(),
    localStorage: new MemoryStorage(),
    history: {},
    performance: { now: () => 0 },
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
    postMessage: () => undefined,
    setTimeout,
    clearTimeout,
    setInterval,
    clearInterval,
    console,
    JSON,
    Promise,
    Error,
    TypeError,
    RangeError,
  };
  window['window'] = window;
  window['self'] = window;
  window['top'] = window;
  window['parent'] = window;
  return { window };
}
