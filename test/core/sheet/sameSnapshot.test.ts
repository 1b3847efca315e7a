/** Two readings of a sheet are the same only where everything that was read is. */
import { isSameSnapshot } from '../../../src/core/sheet/sameSnapshot';
import type { Snapshot } from '../../../src/core/sheet/snapshot';

const snapshot = (): Snapshot => ({
  sheetId: 'sheet-1',
  sheetName: '自评表',
  area: { top: 0, left: 0, bottom: 0, right: 2 },
  values: [['指标', 10, { error: '#REF!' }]],
  text: [['指标', '10', '#REF!']],
  formulas: [[null, '=5+5', null]],
  numberFormats: [['General', '0', 'General']],
  merges: [{ top: 0, left: 0, bottom: 0, right: 1 }],
  hiddenRows: [3],
  hiddenColumns: [4],
  isProtected: false,
  clippedFrom: { rows: 6000, columns: 3 },
});

/** What may be otherwise, field by field: a field that is missing here does not compile. */
const otherwise: { readonly [Field in keyof Required<Snapshot>]: readonly Snapshot[Field][] } = {
  sheetId: ['sheet-2'],
  sheetName: ['自评表2'],
  area: [null, { top: 0, left: 0, bottom: 0, right: 3 }, { top: 1, left: 0, bottom: 0, right: 2 }],
  values: [
    [['指标', 11, { error: '#REF!' }]],
    [['指标', '10', { error: '#REF!' }]],
    [['指标', 10, { error: '#DIV/0!' }]],
    [['指标', 10, '#REF!']],
    [['指标', 10, null]],
    [['指标', 10]],
    [],
  ],
  text: [[['指标', '10.0', '#REF!']]],
  formulas: [[[null, null, null]], [[null, '=4+6', null]]],
  numberFormats: [[['General', '0.00', 'General']]],
  merges: [[], [{ top: 0, left: 0, bottom: 1, right: 1 }]],
  mergesUnread: [true],
  hiddenRows: [[], [4], [3, 4]],
  hiddenColumns: [[]],
  isProtected: [true],
  clippedFrom: [null, { rows: 6001, columns: 3 }],
};

test('a second reading of what did not change is the same', () => {
  expect(isSameSnapshot(snapshot(), snapshot())).toBe(true);
});

test.each(Object.entries(otherwise))('another %s makes it another', (field, values) => {
  for (const value of values as readonly unknown[]) {
    const changed = { ...snapshot(), [field]: value };
    expect(isSameSnapshot(snapshot(), changed)).toBe(false);
    expect(isSameSnapshot(changed, snapshot())).toBe(false);
  }
});
