/** Waits until Office says what it is, and says what is wrong where it is not a fitting Excel. */
import { failed, succeeded } from '../port/outcome';
import type { Outcome } from '../port/workbook';
import { isLevelSupported } from './capabilities';
import { neededLevel } from './faults';

/** Yields once the add-in can work. `timeout` is in milliseconds; Office that says nothing until then counts as absent. */
export async function whenOfficeIsReady(timeout: number): Promise<Outcome<null>> {
  if (typeof Office === 'undefined') return failed({ kind: 'not-in-excel' });
  let timer: ReturnType<typeof setTimeout> | undefined;
  const silence = new Promise<null>((resolve) => {
    timer = setTimeout(() => {
      resolve(null);
    }, timeout);
  });
  const info = await Promise.race([Office.onReady(), silence]);
  clearTimeout(timer);
  if (info?.host !== Office.HostType.Excel) return failed({ kind: 'not-in-excel' });
  if (!isLevelSupported(neededLevel)) return failed({ kind: 'too-old', needs: `ExcelApi ${neededLevel}` });
  return succeeded(null);
}
