/**
 * The desktop flavour of the connection: what office.js finds at `window.external` inside Excel for Windows.
 * Arrays go over as "safe arrays", which are objects with a `toArray`.
 */
import type { SimulatedHost } from '../richapi/host';
import type { EventEntry } from '../richapi/protocol';
import { usualLevel } from '../richapi/host';
import type { ExcelOptions } from './options';

interface SafeArray {
  toArray(): readonly unknown[];
  dimensions(): number;
}

type Callback = (answer: SafeArray | number) => void;
type EventHandler = (eventId: number, payload: SafeArray) => void;

/** The object that office.js talks to, and how to cut the line. */
export interface DesktopConnection {
  readonly external: Readonly<Record<string, unknown>>;
  /** Whether the page waits for no answer, follows no event and holds no object: it may be connected to another host. */
  isAtRest(): boolean;
  dispose(): void;
}

/** Numbers by which office.js names calls and events. */
const calls = {
  executeRichApi: 93,
  richApiMessage: 33,
  copyOfDocument: 77,
  sliceOfCopy: 80,
  releaseCopy: 81,
} as const;

/** What the document's own interface answers where there is no file to give. */
const cannotGiveFile = 5001;

/** Places of the parts in the request's array. */
const places = { body: 4, flags: 6 } as const;

const safeArray = (items: readonly unknown[]): SafeArray => ({
  dimensions: () => 1,
  toArray: () => items.map((item) => (Array.isArray(item) ? safeArray(item as readonly unknown[]) : item)),
});

/** Office's colours as numbers: 0xRRGGBB. */
const colourfulTheme = {
  bodyBackgroundColor: 0xe6e6e6,
  bodyForegroundColor: 0x262626,
  controlBackgroundColor: 0xffffff,
  controlForegroundColor: 0x262626,
};
const blackTheme = {
  bodyBackgroundColor: 0x262626,
  bodyForegroundColor: 0xf0f0f0,
  controlBackgroundColor: 0x444444,
  controlForegroundColor: 0xf0f0f0,
};

/** What Excel says about itself and the document. */
function contextOf(host: SimulatedHost, options: ExcelOptions): Readonly<Record<string, unknown>> {
  const locale = options.locale ?? 'zh-CN';
  const matrix = JSON.stringify({
    ExcelApi: options.level ?? usualLevel,
    // Lets the client pass on that a batch waits until the cell is no longer edited.
    DelayForCellEdit: '1.1',
    SharedRuntime: '1.1',
    Settings: '1.1',
    MatrixBindings: '1.1',
  });
  return {
    GetAppType: () => 1,
    GetSolutionRef: () => 'simulated-add-in',
    GetAppVersionMajor: () => 16,
    GetAppVersionMinor: () => 1,
    GetAppUILocale: () => locale,
    GetAppDataLocale: () => locale,
    GetAppUILocaleName: () => locale,
    GetAppDataLocaleName: () => locale,
    GetDocUrl: () => host.workbook.name,
    GetAppCapabilities: () => 0,
    GetActivationMode: () => 2,
    GetControlIntegrationLevel: () => 0,
    GetSolutionToken: () => '',
    GetCorrelationId: () => 'simulated',
    GetInstanceId: () => 'simulated',
    GetTouchEnabled: () => false,
    GetCommerceAllowed: () => false,
    GetSupportedMatrix: () => matrix,
    GetHostCustomMessage: () => 0,
    GetOfficeThemeInfo: () => JSON.stringify(options.isDark ? blackTheme : colourfulTheme),
    GetHostFullVersion: () => '16.0.16130.20218',
    GetSettings: () => ({
      Read(keys: string[], values: string[]) {
        for (const [key, value] of Object.entries(host.workbook.documentSettings)) {
          keys.push(key);
          values.push(value);
        }
      },
      Write(keys: readonly string[], values: readonly string[]) {
        host.workbook.documentSettings = Object.fromEntries(keys.map((key, index) => [key, values[index] ?? '']));
      },
    }),
  };
}

/** Connects a page to a host; the page must find `external` at `window.external` before office.js runs. */
export function connectDesktop(host: SimulatedHost, options: ExcelOptions = {}): DesktopConnection {
  const locale = options.locale ?? 'zh-CN';
  const context = contextOf(host, options);
  let handler: EventHandler | null = null;
  let isCut = false;
  let unanswered = 0;

  host.connectEvents((entries: readonly EventEntry[]) => {
    if (!isCut) handler?.(calls.richApiMessage, safeArray(entries));
  });

  /** The document's copy, slice by slice; a copy has one handle, as only one may be open at a time. */
  let copy: Uint8Array | null = null;
  const answerFile = (call: number, parameters: readonly unknown[]): SafeArray => {
    if (call === calls.copyOfDocument) copy = options.file?.() ?? null;
    if (copy === null) return safeArray([cannotGiveFile]);
    if (call === calls.copyOfDocument) return safeArray([0, [1, copy.length]]);
    if (call === calls.sliceOfCopy) {
      const [, offset = 0, size = 0] = parameters.map(Number);
      const slice = copy.slice(offset, offset + size);
      return safeArray([0, [[...slice], slice.length]]);
    }
    copy = null;
    return safeArray([0]);
  };

  const execute = (call: number, parameters: readonly unknown[], callback: Callback): void => {
    if (call === calls.copyOfDocument || call === calls.sliceOfCopy || call === calls.releaseCopy) {
      unanswered += 1;
      void Promise.resolve().then(() => {
        unanswered -= 1;
        callback(answerFile(call, parameters));
      });
      return;
    }
    if (call !== calls.executeRichApi) {
      throw new Error(`The simulated Excel does not know call ${call}`);
    }
    const request = parameters[0] as readonly unknown[];
    const body = request[places.body] as string;
    const flags = Number(request[places.flags] ?? 0);
    unanswered += 1;
    void host.execute(body, flags).then((answer) => {
      if (isCut) return;
      unanswered -= 1;
      callback(
        answer.body === null
          ? safeArray([answer.code])
          : safeArray([0, 200, ['CONTENT-TYPE', 'application/json'], answer.body]),
      );
      host.sendEvents();
    });
  };

  return {
    external: {
      GetHostInfo: () => `Excel$Win32$16.01$${locale}$simulated$$disableLogging$0`,
      GetLoggingAllowed: () => false,
      GetContext: () => context,
      Execute: execute,
      RegisterEvent(eventId: number, _target: string, eventHandler: EventHandler, callback: Callback) {
        if (eventId === calls.richApiMessage) handler = eventHandler;
        callback(safeArray([0]));
      },
      UnregisterEvent(eventId: number, _target: string, callback: Callback) {
        if (eventId === calls.richApiMessage) handler = null;
        callback(safeArray([0]));
      },
    },
    isAtRest: () => unanswered === 0 && !host.isListenedTo && host.keptReferences === 0,
    dispose() {
      isCut = true;
      handler = null;
      host.dispose();
    },
  };
}
