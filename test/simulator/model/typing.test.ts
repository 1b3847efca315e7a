/** What Excel makes of what is put into a cell. */
import { SimulatedWorkbook, type Input, type PlainCell } from '../../../src/simulator/model';

function entered(input: Input, cell: PlainCell = {}): PlainCell | undefined {
  const workbook = SimulatedWorkbook.fromPlain({ name: 'b', sheets: [{ id: 's', name: 'S', cells: { B2: cell } }] });
  workbook.edit('s', 'B2', input);
  return workbook.toPlain().sheets[0]?.cells?.['B2'];
}

describe('a string put into a cell', () => {
  it.each<[string, PlainCell | undefined]>([
    ['成效显著', { value: '成效显著' }],
    ['12', { value: 12 }],
    [' 12 ', { value: 12 }],
    ['１２', { value: 12 }],
    ['-3.5', { value: -3.5 }],
    ['1,234', { value: 1234, numberFormat: '#,##0' }],
    ['1,2,3', { value: '1,2,3' }],
    ['95%', { value: 0.95, numberFormat: '0%' }],
    ['87.97%', { value: 0.8797, numberFormat: '0.00%' }],
    ['1-2', { value: 45_659, numberFormat: 'd-mmm' }],
    ['3/4', { value: 45_720, numberFormat: 'd-mmm' }],
    ['2025-01-02', { value: 45_659, numberFormat: 'm/d/yyyy' }],
    ['2025-13-02', { value: '2025-13-02' }],
    ['2025-01', { value: 45_658, numberFormat: 'mmm-yy' }],
    ['5月底前', { value: '5月底前' }],
    ['true', { value: true }],
    ['#REF!', { value: { error: '#REF!' } }],
    ["'0012", { value: '0012', isPrefixed: true }],
    ["'=1+1", { value: '=1+1', isPrefixed: true }],
    ['=1+1', { value: 2, formula: '=1+1' }],
    ['＝1+1', { value: 2, formula: '=1+1' }],
    ['-完成', { value: { error: '#NAME?' }, formula: '=-完成' }],
    ['@张三', { value: { error: '#NAME?' }, formula: '=张三' }],
    ['=', { value: '=' }],
    ['', undefined],
  ])('%p', (input, expected) => {
    expect(entered(input)).toEqual(expected);
  });

  it('stays text in a cell formatted as text', () => {
    expect(entered('1-2', { numberFormat: '@' })).toEqual({ value: '1-2', numberFormat: '@' });
    expect(entered('=1+1', { numberFormat: '@' })).toEqual({ value: '=1+1', numberFormat: '@' });
  });

  it('does not change a number format that the cell has', () => {
    expect(entered('95%', { numberFormat: '0.0' })).toEqual({ value: 0.95, numberFormat: '0.0' });
  });

  it('leaves the cell alone when it is null, and empties it when it is ""', () => {
    expect(entered(null, { value: 7, fill: '#FF0000' })).toEqual({ value: 7, fill: '#FF0000' });
    expect(entered('', { value: 7, fill: '#FF0000' })).toEqual({ fill: '#FF0000' });
  });
});
