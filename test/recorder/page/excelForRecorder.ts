/**
 * Bundled and run in the recorder's page before anything of the page itself: gives it a simulated Excel with an empty
 * workbook, or, where the address ends in "?used", one with something in it.
 */
import { installExcel } from '../../../src/simulator/browser/installExcel';
import { SimulatedWorkbook, type PlainWorkbook } from '../../../src/simulator/model';

declare global {
  interface Window {
    /** The workbook as it stands. */
    workbookNow?: () => PlainWorkbook;
  }
}

if (window.location.pathname.endsWith('/recorder.html')) {
  const cells = window.location.search === '?used' ? { B2: { value: '我的数据' } } : {};
  const workbook = SimulatedWorkbook.fromPlain({
    name: '工作簿1.xlsx',
    sheets: [{ id: '{0}', name: 'Sheet1', cells }],
  });
  installExcel(window, workbook);
  window.workbookNow = () => workbook.toPlain();
}
