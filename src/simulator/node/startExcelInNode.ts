/** Boots the real, unmodified office.js in Node against the simulated Excel: no browser, no network. */
import { connectDesktop } from '../bridge/desktop';
import type { ExcelOptions } from '../bridge/options';
import { playUndoGroups, type LoadedOffice } from '../bridge/undoGroups';
import type { SimulatedWorkbook } from '../model/workbook';
import { SimulatedHost } from '../richapi/host';
import { newOfficePage, type OfficePage } from './officePage';

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

const globalNames = ['Office', 'Excel', 'OfficeExtension'] as const;

/**
 * Pages to use again, for tests that open hundreds of workbooks one after another: to start office.js takes as long as a
 * whole review, and leaves megabytes behind. A page goes back only at rest, and is only taken for an Excel that says of
 * itself what the page read at its start.
 */
export type PagesAtRest = Map<string, OfficePage[]>;

/** What office.js asks once, at its start. */
const readAtStart = ({ documentSettings, name }: SimulatedWorkbook, { isDark, level, locale }: ExcelOptions): string =>
  JSON.stringify([name, documentSettings, isDark, level, locale]);

/**
 * Starts Excel with the workbook; resolves when office.js reports that it is ready.
 *
 * @param pages where to take the page from, and to leave it at the end; without them the page is new
 */
export async function startExcelInNode(
  workbook: SimulatedWorkbook,
  options: ExcelOptions = {},
  pages?: PagesAtRest,
): Promise<NodeExcel> {
  const host = new SimulatedHost(workbook, options);
  const connection = connectDesktop(host, options);
  const key = readAtStart(workbook, options);
  const page = pages?.get(key)?.pop() ?? (await newOfficePage(connection));
  page.connect(connection);
  const office = page.loaded as unknown as LoadedOffice;
  office.Excel.run = page.run;
  playUndoGroups(office, host, options.undoGroup ?? 'grouped');
  host.resetCounts();
  let uninstall: (() => void) | null = null;
  return {
    ...page.loaded,
    workbook,
    host,
    installGlobals() {
      const globals = globalThis as unknown as Record<string, unknown>;
      const before = globalNames.map((name) => [name, globals[name]] as const);
      for (const name of globalNames) globals[name] = page.loaded[name];
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
      if (connection.isAtRest()) pages?.set(key, [...(pages.get(key) ?? []), page]);
      connection.dispose();
    },
  };
}
