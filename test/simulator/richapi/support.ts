/** A small workbook for the tests of the simulated interface. */
import { SimulatedWorkbook, type PlainSheet, type PlainWorkbook } from '../../../src/simulator/model';
import type { ExcelOptions } from '../../../src/simulator/bridge/options';
import { startExcelInNode, type NodeExcel } from '../../../src/simulator/node/startExcelInNode';

export const formSheet: PlainSheet = {
  id: '{form}',
  name: '自评表',
  merges: ['A1:C1', 'A3:A4'],
  cells: {
    A1: { value: '项目支出绩效自评表', isBold: true },
    A2: { value: '指标' },
    B2: { value: '分值' },
    C2: { value: '得分' },
    A3: { value: '产出', fill: '#FFFF00' },
    B3: { value: 10 },
    C3: { value: 8.5, numberFormat: '0.00' },
    B4: { value: 20 },
    C4: { value: '20' },
    B5: { value: 30, formula: '=SUM(B3:B4)' },
    C5: { value: { error: '#REF!' } },
  },
};

export const plainWorkbook = (...sheets: readonly PlainSheet[]): PlainWorkbook => ({ name: '表.xlsx', sheets });

const running: NodeExcel[] = [];

/** Starts Excel; `stopAll` ends it. */
export async function startWith(plain: PlainWorkbook, options: ExcelOptions = {}): Promise<NodeExcel> {
  const excel = await startExcelInNode(SimulatedWorkbook.fromPlain(plain), options);
  running.push(excel);
  return excel;
}

export function stopAll(): void {
  for (const excel of running.splice(0)) excel.dispose();
}

/** What an Excel error says: code and place. */
export async function errorOf(work: Promise<unknown>): Promise<{ code: string; location: string; message: string }> {
  try {
    await work;
  } catch (error) {
    const { code, message, debugInfo } = error as OfficeExtension.Error;
    return { code, location: debugInfo.errorLocation ?? '', message };
  }
  throw new Error('nothing failed');
}
