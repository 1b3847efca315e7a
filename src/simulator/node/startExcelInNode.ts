/** Boots the real, unmodified office.js in Node against the simulated Excel: no browser, no network. */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createContext, Script } from 'node:vm';
import { connectDesktop } from '../bridge/desktop';
import type { ExcelOptions } from '../bridge/options';
import { playUndoGroups, type LoadedOffice } from '../bridge/undoGroups';
import type { SimulatedWorkbook } from '../model/workbook';
import { SimulatedHost } from '../richapi/host';
import { pageStub } from './pageStub';

/** A running Excel with its page. */
export interface NodeExcel {
  readonly Office: typeof Office;
  readonly Excel: typeof Excel;
  readonly OfficeExtension: typeof OfficeExtension;
  readonly workbook: SimulatedWorkbook;
  /** Counts, faults and the hook between batches. */
  readonly host: SimulatedHost;
  /** Makes Office, Excel and OfficeExtension globals, as the adapter expects them; the returned function undoes it. */
  installGlobals(): () => void;
  /** Cuts the connection and undoes what was installed. */
  dispose(): void;
}

const scripts = new Map<string, Script>();

/** The folder of office.js: that of the npm package, or a copy named by OFFICE_JS_DIR. */
function officeFolder(): string {
  return process.env['OFFICE_JS_DIR'] ?? join(dirname(require.resolve('@microsoft/office-js/package.json')), 'dist');
}

function scriptAt(path: string): Script {
  const known = scripts.get(path);
  if (known !== undefined) return known;
  const script = new Script(readFileSync(join(officeFolder(), path), 'utf8'), { filename: path });
  scripts.set(path, script);
  return script;
}

const globalNames = ['Office', 'Excel', 'OfficeExtension'] as const;

/** Starts Excel with the workbook; resolves when office.js reports that it is ready. */
export async function startExcelInNode(workbook: SimulatedWorkbook, options: ExcelOptions = {}): Promise<NodeExcel> {
  const host = new SimulatedHost(workbook, options);
  const connection = connectDesktop(host, options);
  const page = pageStub(connection, (path) => {
    scriptAt(path).runInContext(context);
  });
  const context = createContext(page.window);
  scriptAt('office.js').runInContext(context);
  const office = page.window['Office'] as typeof Office;
  await office.onReady();
  const started = {
    Office: office,
    Excel: page.window['Excel'] as typeof Excel,
    OfficeExtension: page.window['OfficeExtension'] as typeof OfficeExtension,
  };
  playUndoGroups(started as unknown as LoadedOffice, host, options.undoGroup ?? 'grouped');
  // The notice that the page is ready is no part of anybody's count.
  await new Promise((resolve) => setTimeout(resolve, 0));
  host.resetCounts();
  let uninstall: (() => void) | null = null;
  return {
    ...started,
    workbook,
    host,
    installGlobals() {
      const globals = globalThis as unknown as Record<string, unknown>;
      const before = globalNames.map((name) => [name, globals[name]] as const);
      for (const name of globalNames) globals[name] = started[name];
      uninstall = () => {
        for (const [name, value] of before) {
          if (value === undefined) Reflect.deleteProperty(globals, name);
          else globals[name] = value;
        }
        uninstall = null;
      };
      return () => uninstall?.();
    },
    dispose() {
      uninstall?.();
      connection.dispose();
    },
  };
}
