/** A reader of the format that is not ours opens what we wrote and finds the same. */
import { fromA1 } from '../../src/core/sheet/cellRef';
import { loadExcelize } from '../support/excelize';
import { openXlsxWorkbook } from '../../src/file/xlsxWorkbook';
import { contractWorkbook } from '../contracts/contractWorkbook';
import { editOf, hostileTexts, valueOf } from '../contracts/workbookContract';

test('texts stay texts, numbers numbers, styles, merges and properties what they were', async () => {
  const workbook = valueOf(openXlsxWorkbook(contractWorkbook, { path: 'a.xlsx' }));
  const snapshot = valueOf(await workbook.read());
  const texts = hostileTexts.map((text, index) => editOf(snapshot, `A${20 + index}`, text));
  const edits = [...texts, editOf(snapshot, 'B3', 8.5), editOf(snapshot, 'C6', '合并')];
  const marks = [{ severity: 'P0', cells: [fromA1('B3')] }] as const;
  valueOf(await workbook.apply(snapshot.sheetId, { edits, marks }));
  valueOf(await workbook.remember('journal', '记录'));

  const excelize = await loadExcelize();
  const opened = excelize.OpenReader(workbook.bytes());
  expect(opened.error).toBeNull();
  const shown = (address: string): string => opened.GetCellValue('自评表', address).value;
  expect(hostileTexts.map((_text, index) => shown(`A${20 + index}`))).toEqual(hostileTexts);
  expect(hostileTexts.map((_text, index) => opened.GetCellFormula('自评表', `A${20 + index}`).formula).join('')).toBe(
    '',
  );
  expect(shown('B3')).toBe('8.50');
  expect(shown('C6')).toBe('合并');
  expect(shown('A1')).toBe('项目支出绩效自评表');
  expect(opened.GetMergeCells('自评表').mergeCells).toHaveLength(2);
  expect(opened.GetCellFormula('自评表', 'D2').formula).toBe('B2*2');
  expect(opened.GetCustomProps().props).toMatchObject([{ Name: 'zp:journal:1', Value: '记录' }]);
});
