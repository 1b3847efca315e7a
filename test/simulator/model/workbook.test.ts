/** The workbook model by itself: what a cell shows, recalculation, merges, spills, plain data. */
import { SimulatedWorkbook, type Change, type PlainWorkbook } from '../../../src/simulator/model';
import { display } from '../../../src/simulator/model/display';

const plain: PlainWorkbook = {
  name: '表.xlsx',
  sheets: [
    {
      id: 'a',
      name: '自评表',
      merges: ['A1:B2'],
      cells: {
        A1: { value: '标题' },
        C1: { value: 1 },
        C2: { value: 2.5 },
        C3: { value: 3.5, formula: '=SUM(C1:C2)' },
        C4: { value: 7, formula: '=ROUND(C3*2,1)' },
        C5: { value: 88, formula: '=VLOOKUP(C1,D1:E9,2)' },
        C6: { value: 176, formula: '=C5*2' },
        D1: { value: 3.5, formula: "='第 2 张'!A1+C3" },
      },
      spills: ['F1:F3'],
    },
    { id: 'b', name: '第 2 张', cells: { A1: { value: 0 } } },
  ],
};

const valuesOf = (workbook: SimulatedWorkbook, ...addresses: string[]): unknown[] =>
  addresses.map((address) => workbook.toPlain().sheets[0]?.cells?.[address]?.value ?? null);

describe('the workbook model', () => {
  it('comes back from plain data as it was', () => {
    const once = SimulatedWorkbook.fromPlain(plain).toPlain();
    expect(SimulatedWorkbook.fromPlain(once).toPlain()).toEqual(once);
    expect(once.sheets[0]?.cells).toEqual(plain.sheets[0]?.cells);
  });

  it('calculates what depends on a change, through other formulas and sheets, and nothing else', () => {
    const workbook = SimulatedWorkbook.fromPlain(plain);
    workbook.edit('a', 'C1', 10);
    expect(valuesOf(workbook, 'C3', 'C4', 'D1')).toEqual([12.5, 25, 12.5]);
    workbook.edit('b', 'A1', 100);
    expect(valuesOf(workbook, 'D1')).toEqual([112.5]);
  });

  it('keeps the last result of a formula that it does not understand, and calculates on with it', () => {
    const workbook = SimulatedWorkbook.fromPlain(plain);
    workbook.edit('a', 'C1', 10);
    expect(valuesOf(workbook, 'C5', 'C6')).toEqual([88, 176]);
  });

  it('passes errors on through formulas', () => {
    const workbook = SimulatedWorkbook.fromPlain(plain);
    workbook.edit('a', 'C2', '=1/0');
    expect(valuesOf(workbook, 'C3', 'C4')).toEqual([{ error: '#DIV/0!' }, { error: '#DIV/0!' }]);
  });

  it.each([
    ['=ROUND(2.675,2)', 2.68],
    ['=ROUND(-0.5,0)', -1],
    ['=0.1+0.2', 0.3],
    ['=IF(C1>=1,"达标","未达标")', '达标'],
    ['=C1&"万元"', '1万元'],
    ['=-C2^2', 6.25],
    ['=50%*4', 2],
    ['=MAX(C1:C2,2)-MIN()', 2.5],
    ['=SUM(A1:C2)', 3.5],
    ['=A1+1', { error: '#VALUE!' }],
    ['=不存在!A1', { error: '#REF!' }],
    ['=H9', 0],
  ])('calculates %s', (formula, expected) => {
    const workbook = SimulatedWorkbook.fromPlain(plain);
    workbook.edit('a', 'H1', formula);
    expect(valuesOf(workbook, 'H1')).toEqual([expected]);
  });

  it('survives formulas that go in a circle', () => {
    const workbook = SimulatedWorkbook.fromPlain(plain);
    workbook.edit('a', 'H1', '=H2+1');
    workbook.edit('a', 'H2', '=H1+1');
    expect(valuesOf(workbook, 'H1', 'H2').every((value) => typeof value === 'number')).toBe(true);
  });

  it('drops what is put into a covered cell of a merge', () => {
    const workbook = SimulatedWorkbook.fromPlain(plain);
    workbook.edit('a', 'B2', 'lost');
    expect(workbook.toPlain()).toEqual(SimulatedWorkbook.fromPlain(plain).toPlain());
  });

  it('breaks a spill when something is put in its way', () => {
    const workbook = SimulatedWorkbook.fromPlain(plain);
    workbook.edit('a', 'F2', 'x');
    expect(valuesOf(workbook, 'F1', 'F2')).toEqual([{ error: '#SPILL!' }, 'x']);
  });

  it('counts formatted cells and merges as used only where values alone are not asked for', () => {
    const workbook = SimulatedWorkbook.fromPlain({
      name: 'b',
      sheets: [{ id: 's', name: 'S', merges: ['A9:C9'], cells: { B2: { value: 1 }, D4: { fill: '#FFFF00' } } }],
    });
    expect(workbook.sheet('s')?.usedArea(true)).toEqual({ top: 1, left: 1, bottom: 1, right: 1 });
    expect(workbook.sheet('s')?.usedArea(false)).toEqual({ top: 1, left: 0, bottom: 8, right: 3 });
  });

  it('tells who changed what, until nobody listens', () => {
    const workbook = SimulatedWorkbook.fromPlain(plain);
    const news: Change[] = [];
    const stop = workbook.onChange((change) => news.push(change));
    workbook.edit('a', 'C1', 5, 'co-author');
    stop();
    workbook.edit('a', 'C1', 6);
    expect(news).toEqual([
      {
        kind: 'cells',
        sheetId: 'a',
        area: { top: 0, left: 2, bottom: 0, right: 2 },
        origin: 'co-author',
        before: 1,
        after: 5,
      },
    ]);
  });
});

describe('the text of a cell', () => {
  it.each([
    [8.5, 'General', '8.5'],
    [0.1 + 0.2, 'General', '0.3'],
    [1e11, 'General', '1E+11'],
    [8.5, '0.00', '8.50'],
    [2.675, '0.00', '2.68'],
    [1234.5, '#,##0.00', '1,234.50'],
    [0.8797, '0.00%', '87.97%'],
    [0.95, '0%', '95%'],
    [45_659, 'yyyy"年"m"月"d"日"', '2025年1月2日'],
    [45_659, 'm/d/yyyy', '1/2/2025'],
    [-3, '0;(0)', '(3)'],
    [0, '0;-0;"-"', '-'],
    [12, '0"分"', '12分'],
    [true, 'General', 'TRUE'],
    ['文字', '0.00', '文字'],
    ['张三', '"姓名："@', '张三'],
    [null, '0.00', ''],
  ])('%p as %s', (value, format, text) => {
    expect(display(value, format)).toBe(text);
  });
});
