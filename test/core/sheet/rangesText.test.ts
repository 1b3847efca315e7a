import { fromA1 } from '../../../src/core/sheet/cellRef';
import { rangesOf, rangesText } from '../../../src/core/sheet/rangesText';

const cells = (text: string) => text.split(' ').map(fromA1);

test.each([
  ['D9', 'D9'],
  ['D9 D10 D11', 'D9:D11'],
  ['B4 C4 D4 D5', 'B4:C4 D4:D5'],
  ['D9 D11', 'D9 D11'],
  ['D11 D10', 'D10:D11'],
  ['L9 D9 L10 D10', 'L9:L10 D9:D10'],
  ['L9 M9 L10 M10 D3 L9', 'L9:M10 D3'],
  ['D9 D10 F3 G3 H8', 'D9:D10 F3:G3 H8'],
])('%s is written %s', (given, written) => {
  expect(rangesText(cells(given))).toBe(written);
});

test('no cell is none', () => {
  expect(rangesOf([])).toEqual([]);
});
