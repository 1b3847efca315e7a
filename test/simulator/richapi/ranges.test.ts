/** Ranges under the real office.js: reading, writing, merges, formats, sheets. */
import { formSheet, errorOf, startWith, stopAll, plainWorkbook } from './support';

afterEach(stopAll);

describe('reading', () => {
  it('gives the used range with values, formulas, texts, kinds and formats', async () => {
    const { Excel } = await startWith(plainWorkbook(formSheet));
    const read = await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem('自评表').getUsedRangeOrNullObject(true);
      range.load('address,values,formulas,text,valueTypes,numberFormat,rowCount,columnIndex');
      await context.sync();
      return range.toJSON();
    });
    expect(read).toMatchObject({ address: '自评表!A1:C5', rowCount: 5, columnIndex: 0 });
    expect(read.values?.[2]).toEqual(['产出', 10, 8.5]);
    expect(read.values?.[4]).toEqual(['', 30, '#REF!']);
    expect(read.formulas?.[4]).toEqual(['', '=SUM(B3:B4)', '#REF!']);
    expect(read.text?.[2]).toEqual(['产出', '10', '8.50']);
    expect(read.valueTypes?.[4]).toEqual(['Empty', 'Double', 'Error']);
    expect(read.numberFormat?.[2]).toEqual(['General', 'General', '0.00']);
  });

  it('gives a null object for an empty sheet', async () => {
    const { Excel } = await startWith(plainWorkbook({ id: 'e', name: '空' }));
    const isNull = await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem('空').getUsedRangeOrNullObject(true);
      range.load('values');
      await context.sync();
      return range.isNullObject;
    });
    expect(isNull).toBe(true);
  });

  it('answers null instead of values for whole columns and for more than five million cells', async () => {
    const { Excel } = await startWith(plainWorkbook(formSheet));
    const read = await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('自评表');
      const columns = sheet.getRange('A:B');
      const huge = sheet.getRange('A1:F1000000');
      columns.load('values,address');
      huge.load('values');
      await context.sync();
      return [columns.address, columns.values, huge.values];
    });
    expect(read).toEqual(['自评表!A:B', null, null]);
  });

  it('gives the merged areas whose first cell lies in the range', async () => {
    const { Excel } = await startWith(plainWorkbook(formSheet));
    const read = await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('自评表');
      const some = sheet.getRange('A2:C5').getMergedAreasOrNullObject();
      const none = sheet.getRange('A4:C5').getMergedAreasOrNullObject();
      some.load('areas/items/rowIndex,areas/items/rowCount,areas/items/columnCount');
      none.load('address');
      await context.sync();
      return [
        some.areas.items.map(({ rowIndex, rowCount, columnCount }) => [rowIndex, rowCount, columnCount]),
        none.isNullObject,
      ];
    });
    expect(read).toEqual([[[2, 2, 1]], true]);
  });

  it('refuses to give more than 512 merged areas at once', async () => {
    const merges = Array.from({ length: 513 }, (_, row) => `A${row + 1}:B${row + 1}`);
    const { Excel } = await startWith(plainWorkbook({ id: 'm', name: '多', merges }));
    const count = (address: string): Promise<number> =>
      Excel.run(async (context) => {
        const areas = context.workbook.worksheets.getItem('多').getRange(address).getMergedAreasOrNullObject();
        areas.load('areaCount');
        await context.sync();
        return areas.areaCount;
      });
    expect(await count('A1:B512')).toBe(512);
    expect(await errorOf(count('A1:B513'))).toMatchObject({ location: 'Range.getMergedAreasOrNullObject' });
  });

  it('says which rows and columns are hidden', async () => {
    const { Excel } = await startWith(plainWorkbook({ ...formSheet, hiddenRows: [2], hiddenColumns: [1] }));
    const read = await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem('自评表').getRange('A2:C4');
      const rows = range.getRowProperties({ rowHidden: true });
      const columns = range.getColumnProperties({ columnHidden: true });
      range.load('rowHidden');
      await context.sync();
      return [rows.value, columns.value, range.rowHidden];
    });
    expect(read).toEqual([
      [{ rowHidden: false }, { rowHidden: true }, { rowHidden: false }],
      [{ columnHidden: false }, { columnHidden: true }, { columnHidden: false }],
      null,
    ]);
  });

  it('gives fills and locks of many cells in one call', async () => {
    const { Excel } = await startWith(plainWorkbook(formSheet));
    const read = await Excel.run(async (context) => {
      const cells = context.workbook.worksheets
        .getItem('自评表')
        .getRange('A3:B3')
        .getCellProperties({ format: { fill: { color: true }, protection: true } });
      await context.sync();
      return cells.value;
    });
    expect(read).toEqual([
      [
        { format: { fill: { color: '#FFFF00' }, protection: { locked: true } } },
        { format: { fill: { color: '#FFFFFF' }, protection: { locked: true } } },
      ],
    ]);
  });
});

describe('writing', () => {
  it('leaves cells alone where the table says null, drops covered ones, and calculates anew', async () => {
    const { Excel, workbook } = await startWith(plainWorkbook(formSheet));
    const read = await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('自评表');
      sheet.getRange('A3:B4').values = [
        [null, 15],
        ['covered', null],
      ];
      const total = sheet.getRange('B5');
      total.load('values');
      await context.sync();
      return total.values;
    });
    expect(read).toEqual([[35]]);
    const cells = workbook.toPlain().sheets[0]?.cells;
    expect(cells?.['A3']).toEqual({ value: '产出', fill: '#FFFF00' });
    expect(cells?.['A4']).toBeUndefined();
  });

  it('writes a large table, which the client sends in pieces of one batch', async () => {
    const { Excel, host, workbook } = await startWith(plainWorkbook({ id: 'd', name: 'D' }));
    await Excel.run(async (context) => {
      const values = Array.from({ length: 300 }, (_, row) =>
        Array.from({ length: 20 }, (_cell, column) => row * column),
      );
      context.workbook.worksheets.getItem('D').getRange('A1:T300').values = values;
      await context.sync();
    });
    expect(workbook.sheet('D')?.valueAt({ row: 299, column: 19 })).toBe(299 * 19);
    expect(host.counts().batches).toHaveLength(1);
  });

  it('refuses a table of another shape and names the place', async () => {
    const { Excel } = await startWith(plainWorkbook(formSheet));
    const work = Excel.run(async (context) => {
      context.workbook.worksheets.getItem('自评表').getRange('B3:C3').values = [[1]];
      await context.sync();
    });
    expect(await errorOf(work)).toMatchObject({ code: 'InvalidArgument', location: 'Range.values' });
  });

  it('keeps what was written before an error, and does nothing after it', async () => {
    const { Excel, workbook } = await startWith(plainWorkbook(formSheet));
    const work = Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('自评表');
      sheet.getRange('E1').values = [['before']];
      context.workbook.worksheets.getItem('不存在').getRange('A1').values = [[1]];
      sheet.getRange('E2').values = [['after']];
      await context.sync();
    });
    expect(await errorOf(work)).toMatchObject({ code: 'ItemNotFound', location: 'WorksheetCollection.getItem' });
    expect(workbook.sheet('自评表')?.valueAt({ row: 0, column: 4 })).toBe('before');
    expect(workbook.sheet('自评表')?.valueAt({ row: 1, column: 4 })).toBeNull();
  });

  it('changes values without touching formats', async () => {
    const { Excel, workbook } = await startWith(plainWorkbook(formSheet));
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem('自评表').getRange('C3').values = [[10]];
      await context.sync();
    });
    expect(workbook.toPlain().sheets[0]?.cells?.['C3']).toEqual({ value: 10, numberFormat: '0.00' });
  });

  it('does not calculate while calculation is suspended, and does at the end of the batch', async () => {
    const { Excel, workbook } = await startWith(plainWorkbook(formSheet));
    const during = await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('自评表');
      context.application.suspendApiCalculationUntilNextSync();
      sheet.getRange('B3').values = [[1]];
      const total = sheet.getRange('B5');
      total.load('values');
      await context.sync();
      return total.values;
    });
    expect(during).toEqual([[30]]);
    expect(workbook.sheet('自评表')?.valueAt({ row: 4, column: 1 })).toBe(21);
  });
});

describe('protected sheets and read-only workbooks', () => {
  const locked = { ...formSheet, protection: { allowFormatCells: false, allowEditObjects: false } };
  const write = (excel: Awaited<ReturnType<typeof startWith>>, address: string): Promise<void> =>
    excel.Excel.run(async (context) => {
      context.workbook.worksheets.getItem('自评表').getRange(address).values = [[1]];
      await context.sync();
    });

  it('refuse locked cells and let unlocked ones through', async () => {
    const cells = { ...formSheet.cells, B4: { value: 20, isLocked: false } };
    const excel = await startWith(plainWorkbook({ ...locked, cells }));
    expect(await errorOf(write(excel, 'B3'))).toMatchObject({ code: 'AccessDenied', location: 'Range.values' });
    await write(excel, 'B4');
    expect(excel.workbook.sheet('自评表')?.valueAt({ row: 3, column: 1 })).toBe(1);
  });

  it('refuse conditional formats unless formatting is allowed', async () => {
    const mark = ({ Excel }: Awaited<ReturnType<typeof startWith>>): Promise<void> =>
      Excel.run(async (context) => {
        context.workbook.worksheets.getItem('自评表').getRange('B3').conditionalFormats.add('Custom');
        await context.sync();
      });
    expect(await errorOf(mark(await startWith(plainWorkbook(locked))))).toMatchObject({ code: 'AccessDenied' });
    const allowed = await startWith(
      plainWorkbook({ ...locked, protection: { allowFormatCells: true, allowEditObjects: false } }),
    );
    await mark(allowed);
    expect(allowed.workbook.sheet('自评表')?.conditionalFormats).toHaveLength(1);
  });

  it('refuse every write in a read-only workbook, and let it be read', async () => {
    const excel = await startWith({ ...plainWorkbook(formSheet), isReadOnly: true });
    expect(await errorOf(write(excel, 'B3'))).toMatchObject({ code: 'AccessDenied' });
    const isReadOnly = await excel.Excel.run(async (context) => {
      context.workbook.load('readOnly');
      await context.sync();
      return context.workbook.readOnly;
    });
    expect(isReadOnly).toBe(true);
  });
});

describe('sheets', () => {
  const sheets = [
    formSheet,
    { id: '{hidden}', name: '隐藏', visibility: 'hidden' },
    { id: '{chart}', name: '图表', kind: 'chart' },
  ] as const;

  it('are listed with id, name and visibility, chart sheets left out', async () => {
    const { Excel } = await startWith(plainWorkbook(...sheets));
    const listed = await Excel.run(async (context) => {
      const { worksheets } = context.workbook;
      worksheets.load('items/id,items/name,items/visibility');
      await context.sync();
      return worksheets.items.map(({ id, name, visibility }) => [id, name, visibility]);
    });
    expect(listed).toEqual([
      ['{form}', '自评表', 'Visible'],
      ['{hidden}', '隐藏', 'Hidden'],
    ]);
  });

  it('cannot be brought to the front while hidden', async () => {
    const { Excel } = await startWith(plainWorkbook(...sheets));
    const work = Excel.run(async (context) => {
      context.workbook.worksheets.getItem('隐藏').activate();
      await context.sync();
    });
    expect(await errorOf(work)).toMatchObject({ location: 'Worksheet.activate' });
  });

  it('have no active worksheet while a chart sheet is in front', async () => {
    const { Excel } = await startWith({ ...plainWorkbook(...sheets), activeSheet: '{chart}' });
    const work = Excel.run(async (context) => {
      context.workbook.worksheets.getActiveWorksheet().load('id');
      await context.sync();
    });
    expect(await errorOf(work)).toMatchObject({ location: 'WorksheetCollection.getActiveWorksheet' });
  });

  it('are added by name, found again, and selected in', async () => {
    const { Excel, workbook } = await startWith(plainWorkbook(formSheet));
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.add('自评复核报告');
      sheet.getRange('B2').values = [['x']];
      sheet.getRange('B2').select();
      await context.sync();
      const again = context.workbook.worksheets.getItemOrNullObject('自评复核报告');
      again.load('name');
      await context.sync();
      expect(again.isNullObject).toBe(false);
    });
    expect(workbook.activeSheet.name).toBe('自评复核报告');
    expect(workbook.selection).toEqual({ top: 1, left: 1, bottom: 1, right: 1 });
  });

  it('that are gone are not found by references that lived on', async () => {
    const { Excel, workbook } = await startWith(
      plainWorkbook(formSheet, { id: 'x', name: '临时', cells: { A1: { value: 1 } } }),
    );
    const work = Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem('临时').getRange('A1');
      range.load('values');
      await context.sync();
      workbook.removeSheet('x');
      range.load('values');
      await context.sync();
    });
    expect(await errorOf(work)).toMatchObject({ code: 'ItemNotFound' });
  });
});
