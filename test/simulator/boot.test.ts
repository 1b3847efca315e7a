/** The real office.js starts in Node and believes it runs in Excel. */
import { SimulatedWorkbook } from '../../src/simulator/model';
import { startExcelInNode, type NodeExcel, type PagesAtRest } from '../../src/simulator/node/startExcelInNode';

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

describe('a page that is used again', () => {
  const opened = (value: number, pages: PagesAtRest, level = '1.15') =>
    startExcelInNode(
      SimulatedWorkbook.fromPlain({ name: '表.xlsx', sheets: [{ id: '{1}', name: '表 1', cells: { B2: { value } } }] }),
      { level },
      pages,
    );
  const isSamePage = (one: NodeExcel, other: NodeExcel): boolean => one.Excel === other.Excel;
  const aMoment = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5));
  const valueIn = ({ Excel: own }: NodeExcel) =>
    own.run(async (context) => {
      const range = context.workbook.worksheets.getItem('{1}').getRange('B2');
      range.load('values');
      await context.sync();
      return range.values;
    });

  it('shows the workbook that is open, and tells of what happens in it', async () => {
    const pages: PagesAtRest = new Map();
    const first = await opened(3, pages);
    expect(await valueIn(first)).toEqual([[3]]);
    // office.js gives back what it held after it has told the result.
    await aMoment();
    first.dispose();
    const second = await opened(4, pages);
    expect(isSamePage(second, first)).toBe(true);
    expect(await valueIn(second)).toEqual([[4]]);
    expect(first.host.counts().batches).toHaveLength(1);
    const changed = new Promise<string>((resolve) => {
      void second.Excel.run(async (context) => {
        context.workbook.worksheets.getItem('{1}').onChanged.add(({ address }) => {
          resolve(address);
          return Promise.resolve();
        });
        await context.sync();
        second.workbook.edit('{1}', 'B2', 5);
      });
    });
    expect(await changed).toBe('B2');
    second.dispose();
    // What follows events goes on following them: such a page is not handed on.
    expect(isSamePage(await opened(6, pages), second)).toBe(false);
  });

  it('is not handed on while it waits for an answer, nor to an Excel of another level', async () => {
    const pages: PagesAtRest = new Map();
    const waiting = await opened(3, pages);
    waiting.host.faults.lay({ when: 1, what: 'never-answers' });
    void valueIn(waiting);
    await aMoment();
    waiting.dispose();
    const other = await opened(4, pages);
    expect(isSamePage(other, waiting)).toBe(false);
    other.dispose();
    expect(isSamePage(await opened(5, pages, '1.13'), other)).toBe(false);
    expect(isSamePage(await opened(5, pages), other)).toBe(true);
  });
});
