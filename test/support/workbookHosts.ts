/** The three adapters of the workbook port, each opened on the same bytes, and opened again as if saved and closed. */
import { createExcelWorkbook } from '../../src/excel/excelWorkbook';
import { openXlsxWorkbook, type XlsxWorkbook } from '../../src/file/xlsxWorkbook';
import type { Workbook } from '../../src/port/workbook';
import { SimulatedWorkbook } from '../../src/simulator/model';
import { startExcelInNode, type NodeExcel, type PagesAtRest } from '../../src/simulator/node/startExcelInNode';
import { openXlsx } from '../../src/simulator/xlsx/openXlsx';
import { createMemoryWorkbook, describeWorkbook } from './memoryWorkbook';

/** A workbook opened for one test. */
export interface HostedWorkbook {
  readonly workbook: Workbook;
  /** Saves, closes and opens again; the first one is of no use any more. */
  reopen(): Promise<HostedWorkbook>;
  /** What a user does: types a value into a cell; "" empties it. */
  type(sheetName: string, address: string, value: string | number): Promise<void>;
  close(): void;
}

/** Names of the adapters. */
export const hostNames = ['file', 'memory', 'excel'] as const;
export type HostName = (typeof hostNames)[number];

/** Opens bytes of a workbook with an adapter. */
export async function openHosted(host: HostName, bytes: Uint8Array): Promise<HostedWorkbook> {
  if (host === 'file') return hostedFile(openBytes(bytes));
  if (host === 'memory') return hostedMemory(bytes);
  const file = await openXlsx(bytes, 'test.xlsx');
  if (!file.ok) throw new Error(file.problem);
  return hostedExcel(SimulatedWorkbook.fromPlain(file.workbook));
}

/** Opens bytes with the file adapter. */
export function openBytes(bytes: Uint8Array): XlsxWorkbook {
  const opened = openXlsxWorkbook(bytes, {
    path: 'test.xlsx',
  });
  if (!opened.ok) throw new Error(opened.fault.kind);
  return opened.value;
}

async function sheetIdOf(workbook: Workbook, sheetName: string): Promise<string> {
  const sheets = await workbook.sheets();
  const found = sheets.ok ? sheets.value.find(({ name }) => name === sheetName) : undefined;
  if (!found) throw new Error(`no sheet ${sheetName}`);
  return found.id;
}

function hostedFile(workbook: XlsxWorkbook): HostedWorkbook {
  return {
    workbook,
    reopen: () => Promise.resolve(hostedFile(openBytes(workbook.bytes()))),
    async type(sheetName, address, value) {
      const sheetId = await sheetIdOf(workbook, sheetName);
      const read = await workbook.read(sheetId);
      if (!read.ok) throw new Error(read.fault.kind);
      const { editOf } = await import('../contracts/workbookContract');
      const change = { ...editOf(read.value, address, 0), after: value === '' ? null : value };
      const applied = await workbook.apply(sheetId, { edits: [change], marks: null });
      if (!applied.ok || applied.value.results[0]?.outcome !== 'written')
        throw new Error(`cannot type into ${address}`);
    },
    close: () => undefined,
  };
}

async function hostedMemory(bytes: Uint8Array): Promise<HostedWorkbook> {
  const workbook = createMemoryWorkbook(await describeWorkbook(openBytes(bytes)));
  const hosted: HostedWorkbook = {
    workbook,
    reopen: () => Promise.resolve(hosted),
    type: (sheetName, address, value) => {
      workbook.typeInto(sheetName, address, value === '' ? null : value);
      return Promise.resolve();
    },
    close: () => undefined,
  };
  return hosted;
}

/** A workbook is opened in the page of the one before, unless that one left something under way. */
const pages: PagesAtRest = new Map();

/** The Excel adapter over a simulated workbook; `excel` shows what is behind it. */
export async function hostedExcel(model: SimulatedWorkbook): Promise<HostedWorkbook & { readonly excel: NodeExcel }> {
  const excel = await startExcelInNode(model, {}, pages);
  excel.installGlobals();
  const workbook = createExcelWorkbook();
  return {
    workbook,
    excel,
    async reopen() {
      const plain = JSON.parse(JSON.stringify(model.toPlain())) as ReturnType<typeof model.toPlain>;
      excel.dispose();
      return hostedExcel(SimulatedWorkbook.fromPlain(plain));
    },
    type(sheetName, address, value) {
      model.edit(model.sheet(sheetName)?.id ?? '', address, value);
      return Promise.resolve();
    },
    close: () => {
      excel.dispose();
    },
  };
}
