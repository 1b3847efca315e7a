/** The Excel adapter over the real office.js and a simulated Excel, for tests in Node. */
import { createExcelWorkbook } from '../../src/excel/excelWorkbook';
import type { Workbook } from '../../src/port/workbook';
import type { ExcelOptions } from '../../src/simulator/bridge/options';
import { SimulatedWorkbook, type PlainSheet, type PlainWorkbook } from '../../src/simulator/model';
import { startExcelInNode, type NodeExcel, type PagesAtRest } from '../../src/simulator/node/startExcelInNode';

/** A running Excel and the adapter on it. */
export interface ExcelInNode {
  readonly excel: NodeExcel;
  readonly workbook: Workbook;
}

/** A test takes the page of the one before, unless that one left something under way. */
const pages: PagesAtRest = new Map();

/** Starts Excel on these sheets and makes it the Excel of this process; the caller disposes of it. */
export async function excelInNode(
  sheets: readonly PlainSheet[],
  options: ExcelOptions & Pick<PlainWorkbook, 'activeSheet'> = {},
): Promise<ExcelInNode> {
  const { activeSheet, ...rest } = options;
  const plain = { name: '表.xlsx', sheets, ...(activeSheet === undefined ? {} : { activeSheet }) };
  const excel = await startExcelInNode(SimulatedWorkbook.fromPlain(plain), rest, pages);
  excel.installGlobals();
  return { excel, workbook: createExcelWorkbook() };
}

/** A starter whose Excel is taken down after each test of the file. */
export function excelForEachTest(): typeof excelInNode {
  const running: ExcelInNode[] = [];
  afterEach(() => {
    for (const { excel } of running.splice(0)) excel.dispose();
  });
  return async (...given) => {
    const started = await excelInNode(...given);
    running.push(started);
    return started;
  };
}
