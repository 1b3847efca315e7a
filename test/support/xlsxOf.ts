/** Writes snapshots as a real .xlsx with borders and readable columns, through excelize: samples and test files. */
import { join, dirname } from 'node:path';
import { init, type Border, type Style } from 'excelize-wasm';
import { areaToA1, columnLetters, toA1 } from '../../src/core/sheet/cellRef';
import { isCellError, type Snapshot } from '../../src/core/sheet/snapshot';

const engine = init(join(dirname(require.resolve('excelize-wasm')), 'excelize.wasm.gz'));

const thin: Border[] = ['left', 'right', 'top', 'bottom'].map((Type) => ({ Type, Color: '000000', Style: 1 }));

function must<T extends { readonly error?: string | null }>(result: T): T {
  if (result.error) throw new Error(result.error);
  return result;
}

/**
 * The bytes of a workbook that holds these sheets, in order.
 *
 * @throws Error when the library refuses a cell or a merge; a sample that lacks something would test nothing.
 */
export async function xlsxOf(snapshots: readonly Snapshot[]): Promise<Uint8Array> {
  const excelize = await engine;
  const file = excelize.NewFile();
  const styles = new Map<string, number>();
  const styleOf = (numberFormat: string): number => {
    const known = styles.get(numberFormat);
    if (known !== undefined) return known;
    const style: Style = {
      Border: thin,
      Alignment: { Horizontal: 'center', Vertical: 'center', WrapText: true },
      Font: { Family: '宋体', Size: 10 },
      ...(numberFormat === 'General' ? {} : { CustomNumFmt: numberFormat }),
    };
    const made = must(file.NewStyle(style)).style;
    styles.set(numberFormat, made);
    return made;
  };

  snapshots.forEach(({ area, formulas, hiddenRows, merges, numberFormats, sheetName, values }, place) => {
    if (place === 0) must(file.SetSheetName('Sheet1', sheetName));
    else must(file.NewSheet(sheetName));
    values.forEach((line, down) =>
      line.forEach((value, across) => {
        const cell = toA1({ row: (area?.top ?? 0) + down, column: (area?.left ?? 0) + across });
        must(file.SetCellStyle(sheetName, cell, cell, styleOf(numberFormats[down]?.[across] ?? 'General')));
        const formula = formulas[down]?.[across];
        if (formula) must(file.SetCellFormula(sheetName, cell, formula));
        else if (typeof value === 'string') must(file.SetCellStr(sheetName, cell, value));
        else if (value !== null && !isCellError(value)) must(file.SetCellValue(sheetName, cell, value));
      }),
    );
    for (const merge of merges) {
      const [first = '', last = first] = areaToA1(merge).split(':');
      must(file.MergeCell(sheetName, first, last));
    }
    for (const row of hiddenRows) must(file.SetRowVisible(sheetName, row + 1, false));
    must(file.SetColWidth(sheetName, 'A', columnLetters(area?.right ?? 0), 14));
  });
  const { buffer } = must(file.WriteToBuffer());
  return buffer as unknown as Uint8Array;
}
