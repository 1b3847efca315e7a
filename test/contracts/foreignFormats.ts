/** The conditional formats of a file that are not marks of the add-in. */
import { strFromU8, unzipSync } from 'fflate';
import { severityOfFormula } from '../../src/port/markRule';

/** Conditional formats of the first sheet as its part has them, marks left out. */
export function foreignFormatsIn(bytes: Uint8Array): readonly string[] {
  const part = unzipSync(bytes)['xl/worksheets/sheet1.xml'];
  const xml = strFromU8(part ?? new Uint8Array());
  const blocks = [...xml.matchAll(/<conditionalFormatting sqref="([^"]*)">.*?<formula>(.*?)<\/formula>/g)];
  return blocks
    .map(([, areas = '', formula = '']) => ({ areas, formula: formula.replace(/&gt;/g, '>').replace(/&quot;/g, '"') }))
    .filter(({ formula }) => severityOfFormula(formula) === null)
    .map(({ areas, formula }) => `${areas} ${formula}`);
}
