import fc from 'fast-check';
import { areaFromA1, areaToA1, columnLetters, contains, fromA1, toA1 } from '../../../src/core/sheet/cellRef';

test('letters carry over like Excel columns', () => {
  expect([0, 25, 26, 701, 702, 16383].map(columnLetters)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA', 'XFD']);
});

test('every cell of a sheet survives the way to A1 and back', () => {
  fc.assert(
    fc.property(fc.nat(1_048_575), fc.nat(16_383), (row, column) => {
      expect(fromA1(toA1({ row, column }))).toEqual({ row, column });
    }),
  );
});

test('sheet names and dollar signs are no part of the cell', () => {
  expect(fromA1("'表 1!'!$I$17")).toEqual({ row: 16, column: 8 });
});

test('areas are read in any corner order and written the shortest way', () => {
  expect(areaToA1(areaFromA1('C3:A1'))).toBe('A1:C3');
  expect(areaToA1(areaFromA1('B2:B2'))).toBe('B2');
});

test('what is no address is refused', () => {
  for (const text of ['', 'A', '1', 'A0', 'ABCD1', 'A1:']) expect(() => areaFromA1(text)).toThrow(RangeError);
});

test('an area contains its edges and nothing beyond', () => {
  const area = areaFromA1('B2:C3');
  expect(contains(area, fromA1('C3'))).toBe(true);
  expect(contains(area, fromA1('D3'))).toBe(false);
});
