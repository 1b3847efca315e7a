/** The promises of the workbook port, kept by every adapter. */
import { areaToA1 } from '../../src/core/sheet/cellRef';
import { createExcelWorkbook } from '../../src/excel/excelWorkbook';
import { SimulatedWorkbook } from '../../src/simulator/model';
import { startExcelInNode } from '../../src/simulator/node/startExcelInNode';
import { openXlsx } from '../../src/simulator/xlsx/openXlsx';
import { openXlsxWorkbook, type XlsxWorkbook } from '../../src/file/xlsxWorkbook';
import { severityOfFormula } from '../../src/port/markRule';
import { createMemoryWorkbook, describeWorkbook } from '../support/memoryWorkbook';
import { sheetNames, userFormats } from './contractWorkbook';
import { foreignFormatsIn } from './foreignFormats';
import { describeWorkbookContract, valueOf } from './workbookContract';

function open(bytes: Uint8Array): XlsxWorkbook {
  return valueOf(
    openXlsxWorkbook(bytes, {
      path: 'contract.xlsx',
    }),
  );
}

describeWorkbookContract('the file adapter', {
  open(bytes) {
    const workbook = open(bytes);
    return Promise.resolve({
      workbook,
      foreignFormats: () => foreignFormatsIn(workbook.bytes()),
      close: () => undefined,
    });
  },
});

describeWorkbookContract('the memory adapter', {
  async open(bytes) {
    const described = await describeWorkbook(open(bytes));
    const workbook = createMemoryWorkbook(
      described.map((sheet) =>
        sheet.name === sheetNames.protected ? { ...sheet, rows: [[1, { value: 2, isUnlocked: true }]] } : sheet,
      ),
    );
    // It has no formats of a user at all, so there is nothing that a mark could disturb.
    return { workbook, foreignFormats: () => userFormats, close: () => undefined };
  },
});

describeWorkbookContract('the Excel adapter', {
  async open(bytes) {
    const file = await openXlsx(bytes, 'contract.xlsx');
    if (!file.ok) throw new Error(file.problem);
    const excel = await startExcelInNode(SimulatedWorkbook.fromPlain(file.workbook));
    excel.installGlobals();
    const formatsOf = (name: string): readonly string[] =>
      (excel.workbook.sheets.find((sheet) => sheet.name === name)?.conditionalFormats ?? [])
        .filter(({ formula }) => severityOfFormula(formula ?? '') === null)
        .map(({ areas, formula }) => `${areas.map(areaToA1).join(' ')} ${(formula ?? '').replace(/^=/, '')}`);
    return {
      workbook: createExcelWorkbook(),
      foreignFormats: formatsOf,
      close: () => {
        excel.dispose();
      },
    };
  },
});
