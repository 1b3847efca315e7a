/** What a review and an apply cost on the wire: syncs and bytes, on the real office.js over the simulated Excel. */
import { createExcelWorkbook } from '../../src/excel/excelWorkbook';
import { applyPlan } from '../../src/review/applyPlan';
import { reviewSheet } from '../../src/review/reviewSheet';
import { startExcelInNode } from '../../src/simulator/node/startExcelInNode';
import { SimulatedWorkbook } from '../../src/simulator/model';
import { openXlsx } from '../../src/simulator/xlsx/openXlsx';

export interface Traffic {
  readonly what: string;
  readonly syncs: number;
  /** Bytes to Excel and back. */
  readonly sent: number;
  readonly received: number;
}

/**
 * Reviews the active sheet of a workbook, writes everything that could be written, and takes the marks off.
 *
 * @throws Error when a step fails; a bench of failures would measure nothing.
 */
export async function trafficOf(bytes: Uint8Array, sheetName: string): Promise<readonly Traffic[]> {
  const opened = await openXlsx(bytes, 'bench.xlsx');
  if (!opened.ok) throw new Error(opened.problem);
  const excel = await startExcelInNode(SimulatedWorkbook.fromPlain(opened.workbook));
  const uninstall = excel.installGlobals();
  try {
    const workbook = createExcelWorkbook();
    const entries = await workbook.sheets();
    const sheet = entries.ok ? entries.value.find(({ name }) => name === sheetName) : undefined;
    if (!sheet) throw new Error(`No sheet "${sheetName}"`);

    const measured: Traffic[] = [];
    const measure = async <T>(
      what: string,
      work: () => Promise<{ readonly ok: true; readonly value: T } | { readonly ok: false; readonly fault: unknown }>,
    ): Promise<T> => {
      excel.host.resetCounts();
      const outcome = await work();
      if (!outcome.ok) throw new Error(`${what}: ${JSON.stringify(outcome.fault)}`);
      const { batches, bytesIn, bytesOut } = excel.host.counts();
      measured.push({ what, syncs: batches.length, sent: bytesIn, received: bytesOut });
      return outcome.value;
    };

    const report = await measure('review', () => reviewSheet(workbook, { sheetId: sheet.id }));
    const plan = report.forms[0]?.plan;
    if (!plan) throw new Error('No form to write to');
    const editIds = plan.edits.map(({ id }) => id);
    const marks = plan.marks.reduce((count, { cells }) => count + cells.length, 0);
    await measure(`apply of ${editIds.length} edits and ${marks} marks`, () =>
      applyPlan(workbook, plan, { editIds, marks: true }),
    );
    await measure('remove marks', () => workbook.unmark(sheet.id));
    return measured;
  } finally {
    uninstall();
    excel.dispose();
  }
}
