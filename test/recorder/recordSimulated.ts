/** Records the scenarios on the simulated Excel, in Node. */
import manifest from '../../package.json';
import { SimulatedWorkbook } from '../../src/simulator/model';
import { startExcelInNode } from '../../src/simulator/node/startExcelInNode';
import { usualLevel } from '../../src/simulator/richapi/host';
import { recordAll } from './record';
import type { Recording } from './recording';
import { scenarios } from './scenarios';
import { wireOfHost } from './wire';

/** The newest set that both know, of "1.13" and the like; the simulator's where Excel said none. */
function commonLevel(level: string | undefined): string {
  const minor = (set: string): number => Number(set.split('.')[1] ?? 0);
  return level !== undefined && minor(level) > 0 && minor(level) < minor(usualLevel) ? level : usualLevel;
}

/** The simulated Excel sends its events right behind the answer, in Node with nothing on the way. */
const eventsTake = 50;

/** What the simulated Excel answers where it is asked to be like the one that said this of itself. */
export async function recordSimulated(office: Recording['office'] = {}): Promise<Recording> {
  const { displayLanguage: locale, excelApi } = office;
  const workbook = SimulatedWorkbook.fromPlain({ name: '工作簿1.xlsx', sheets: [{ id: '{0}', name: 'Sheet1' }] });
  const excel = await startExcelInNode(workbook, { level: commonLevel(excelApi), ...(locale ? { locale } : {}) });
  excel.installGlobals();
  try {
    return await recordAll({ scenarios, wire: wireOfHost(excel.host), version: manifest.version, eventsTake });
  } finally {
    excel.dispose();
  }
}
