/** Installs the simulated Excel into a page, before that page loads office.js. */
import type { ExcelOptions } from '../bridge/options';
import { connectDesktop } from '../bridge/desktop';
import type { SimulatedWorkbook } from '../model/workbook';
import { SimulatedHost } from '../richapi/host';

/** A page that believes it runs in Excel. */
export interface InstalledExcel {
  /** Counts, faults and the hook between batches. */
  readonly host: SimulatedHost;
  /** Stops answering and sending events; the page itself is then to be thrown away. */
  dispose(): void;
}

/**
 * Makes `target` (the window of an iframe, or the page itself) a page inside the simulated Excel.
 * Must run before office.js does; office.js itself comes from wherever the page loads it.
 */
export function installExcel(target: Window, workbook: SimulatedWorkbook, options: ExcelOptions = {}): InstalledExcel {
  const host = new SimulatedHost(workbook, options);
  const bridge = connectDesktop(host, options);
  Object.defineProperty(target, 'external', { value: bridge.external, configurable: true, writable: true });
  return {
    host,
    dispose() {
      bridge.dispose();
    },
  };
}
