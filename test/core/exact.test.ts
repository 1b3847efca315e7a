import fc from 'fast-check';
import { exact, greater, lesser, plain, sum } from '../../src/core/exact';

test('a product before a quotient is exact wherever the result terminates', () => {
  expect(plain(exact(10).times(17).div(20))).toBe('8.5');
  expect(exact('0.471').times(10).div('0.5189').toFixed(2)).toBe('9.08');
});

test('numbers are taken as Excel shows them, at fifteen significant digits', () => {
  expect(plain(exact(0.1 + 0.2))).toBe('0.3');
  expect(plain(sum([exact(33.33), exact(33.33), exact(33.34)]))).toBe('100');
});

test('half is rounded up, away from what floats would do', () => {
  expect(exact('1.005').toFixed(2)).toBe('1.01');
  expect(exact(8.585).toFixed(2)).toBe('8.59');
});

test('plain notation never shows an exponent or a negative zero', () => {
  expect(plain(exact('0.0000001'))).toBe('0.0000001');
  expect(plain(exact('123456789012345678'))).toBe('123456789012345678');
  expect(plain(exact(-1).times(0))).toBe('0');
});

test('what is not a number is refused, not guessed', () => {
  for (const source of ['', 'abc', '1,000', Number.NaN, Number.POSITIVE_INFINITY])
    expect(() => exact(source)).toThrow();
});

test('the lesser and the greater of two decimals', () => {
  fc.assert(
    fc.property(fc.integer(), fc.integer(), (left, right) => {
      expect(lesser(exact(left), exact(right)).toNumber()).toBe(Math.min(left, right));
      expect(greater(exact(left), exact(right)).toNumber()).toBe(Math.max(left, right));
    }),
  );
});
