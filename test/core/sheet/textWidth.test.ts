/** Widths of texts by which tables in a terminal line up and rows of our own sheets get their height. */
import { textWidth } from '../../../src/core/sheet/textWidth';

test.each([
  ['', 0],
  ['I17', 3],
  ['得分', 4],
  ['得分10分', 8],
  ['（万元）', 8],
  ['≥95%', 4],
])('%j is %d wide', (text, width) => {
  expect(textWidth(text)).toBe(width);
});
