/** A page without a browser in which the real, unmodified office.js has started. */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createContext, Script } from 'node:vm';
import type { DesktopConnection } from '../bridge/desktop';
import type { LoadedOffice } from '../bridge/undoGroups';
import { pageStub } from './pageStub';

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

/** A page in which office.js has started, and the wire that it calls Excel through. */
export interface OfficePage {
  readonly loaded: {
    readonly Office: typeof Office;
    readonly Excel: typeof Excel;
    readonly OfficeExtension: typeof OfficeExtension;
  };
  /** `Excel.run` as office.js made it. */
  readonly run: LoadedOffice['Excel']['run'];
  /** From now on it calls that Excel. */
  connect(connection: DesktopConnection): void;
}

const callOn = ({ external }: DesktopConnection, name: string, given: readonly unknown[]): unknown =>
  (external[name] as (...given: readonly unknown[]) => unknown)(...given);

/** A new page; resolves when office.js reports that it is ready. */
export async function newOfficePage(first: DesktopConnection): Promise<OfficePage> {
  let current = first;
  let eventsTo: readonly unknown[] | null = null;
  const external = Object.fromEntries(
    Object.keys(first.external).map((name) => [
      name,
      (...given: readonly unknown[]) => {
        // It says only once, at its start, where it wants its events.
        if (name === 'RegisterEvent') eventsTo = given.slice(0, -1);
        return callOn(current, name, given);
      },
    ]),
  );
  const { window } = pageStub(external, (path) => {
    scriptAt(path).runInContext(context);
  });
  const context = createContext(window);
  scriptAt('office.js').runInContext(context);
  await (window['Office'] as typeof Office).onReady();
  const loaded = {
    Office: window['Office'] as typeof Office,
    Excel: window['Excel'] as typeof Excel,
    OfficeExtension: window['OfficeExtension'] as typeof OfficeExtension,
  };
  // The notice that the page is ready is no part of anybody's count.
  await new Promise((resolve) => setTimeout(resolve, 0));
  return {
    loaded,
    run: (loaded as unknown as LoadedOffice).Excel.run,
    connect(connection) {
      if (connection === current) return;
      current = connection;
      if (eventsTo !== null) callOn(connection, 'RegisterEvent', [...eventsTo, () => undefined]);
    },
  };
}
