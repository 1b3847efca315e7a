/** The real office.js starts in Node and believes it runs in Excel. */
import { SimulatedWorkbook } from '../../src/simulator/model';
import { startExcelInNode, type NodeExcel } from '../../src/simulator/node/startExcelInNode';

describe('the real office.js in Node', () => {
  let excel: NodeExcel;
  beforeEach(async () => {
    excel = await startExcelInNode(
      SimulatedWorkbook.fromPlain({
        name: '表.xlsx',
        sheets: [{ id: '{1}', name: '表 1', cells: { B2: { value: 3 } } }],
      }),
    );
  });
  afterEach(() => excel.dispose());

  it('says that it runs in Excel for Windows', async () => {
    expect(await excel.Office.onReady()).toMatchObject({ host: 'Excel', platform: 'PC' });
    expect(excel.Office.context.requirements.isSetSupported('ExcelApi', '1.15')).toBe(true);
    expect(excel.Office.context.requirements.isSetSupported('ExcelApi', '1.16')).toBe(false);
  });

  it('reads and writes', async () => {
    const read = await excel.Excel.run(async (context) => {
      const range = context.workbook.worksheets.getActiveWorksheet().getUsedRange();
      range.load('address,values');
      await context.sync();
      range.values = [['x']];
      await context.sync();
      return [range.address, range.values];
    });
    expect(read).toEqual(["'表 1'!B2", [['x']]]);
    expect(excel.workbook.toPlain().sheets[0]?.cells).toEqual({ B2: { value: 'x' } });
    expect(excel.host.counts().batches).toHaveLength(2);
  });
});
