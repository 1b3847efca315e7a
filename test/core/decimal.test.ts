import createBig from 'big.js';
import fc from 'fast-check';
import { Decimal } from '../../src/core/decimal';

const Big = createBig();
Big.DP = 40;
Big.RM = Big.roundHalfUp;
Big.NE = -30;
Big.PE = 30;

/** Decimals as forms have them, and at the edges of what a plain number holds. */
const text = fc.oneof(
  fc.integer({ min: -1000, max: 100_000 }).map(String),
  fc.tuple(fc.integer({ min: -99_999, max: 99_999 }), fc.integer({ min: 0, max: 9999 })).map(([a, b]) => `${a}.${b}`),
  fc
    .tuple(fc.boolean(), fc.stringMatching(/^\d{1,40}(\.\d{1,45})?$/u))
    .map(([minus, all]) => `${minus ? '-' : ''}${all}`),
  fc.tuple(fc.integer({ min: -9, max: 9 }), fc.integer({ min: -60, max: 60 })).map(([a, e]) => `${a}e${e}`),
  fc.constantFrom(
    '9007199254740991',
    '-9007199254740991',
    '9007199254740992',
    '0.9007199254740991',
    '.5',
    '5.',
    '-0',
    '00.10',
  ),
);
const places = fc.integer({ min: 0, max: 60 });

/** What big.js writes, but for the sign of a zero. */
const written = (number: createBig.Big): string => number.toString();
const same = (ours: Decimal, theirs: createBig.Big): void => {
  expect(ours.toString()).toBe(written(theirs));
  expect(ours.toFixed()).toBe(theirs.toFixed());
  expect(JSON.stringify(ours)).toBe(JSON.stringify(theirs));
  // A zero has no sign.
  expect(ours.toNumber() + 0).toBe(theirs.toNumber() + 0);
};

test('reads what big.js reads, and refuses the rest', () => {
  fc.assert(fc.property(text, (a) => same(Decimal.of(a), Big(a))));
  fc.assert(fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (a) => same(Decimal.of(a), Big(a))));
  fc.assert(
    fc.property(fc.integer(), fc.integer({ min: 0, max: 8 }), (a, shift) =>
      same(Decimal.of(a / 10 ** shift), Big(a / 10 ** shift)),
    ),
  );
  for (const refused of [
    '',
    '.',
    '-',
    '1,000',
    ' 1',
    '1 ',
    '0x10',
    'e5',
    '--1',
    '1.2.3',
    'NaN',
    '1e999999999',
    Number.NaN,
    Number.POSITIVE_INFINITY,
  ])
    expect(() => Decimal.of(refused)).toThrow();
});

test('tells apart what is nearly the same, however many digits it has', () => {
  const tiny = fc.tuple(fc.integer({ min: -9, max: 9 }), fc.integer({ min: 8, max: 45 }));
  fc.assert(
    fc.property(text, fc.integer({ min: 1, max: 999 }), tiny, (a, divisor, [digit, place]) => {
      const ours = Decimal.of(a).div(divisor);
      const theirs = Big(a).div(divisor);
      const apart = `${digit}e-${place}`;
      expect(ours.cmp(ours.plus(apart))).toBe(theirs.cmp(theirs.plus(apart)));
    }),
    { numRuns: 2000 },
  );
});

test('adds, takes away, multiplies and compares as big.js does', () => {
  fc.assert(
    fc.property(text, text, (a, b) => {
      const [left, right] = [Decimal.of(a), Decimal.of(b)];
      same(left.plus(right), Big(a).plus(b));
      same(left.minus(right), Big(a).minus(b));
      same(left.times(right), Big(a).times(b));
      same(left.abs(), Big(a).abs());
      same(left.neg(), Big(a).neg());
      expect(left.cmp(right)).toBe(Big(a).cmp(b));
      for (const way of ['eq', 'gt', 'gte', 'lt', 'lte'] as const) expect(left[way](right)).toBe(Big(a)[way](b));
      expect(left.eq(a)).toBe(true);
    }),
    { numRuns: 2000 },
  );
});

test('divides as big.js does, to forty places', () => {
  fc.assert(
    fc.property(text, text, (a, b) => {
      fc.pre(!Big(b).eq(0));
      same(Decimal.of(a).div(b), Big(a).div(b));
      same(Decimal.of(a).div(b).times(b), Big(a).div(b).times(b));
    }),
    { numRuns: 2000 },
  );
  expect(() => Decimal.of(1).div(0)).toThrow();
  expect(() => Decimal.of(1).mod('0.0')).toThrow();
});

test('rounds and writes as big.js does, in every mode', () => {
  fc.assert(
    fc.property(text, places, fc.constantFrom(0, 1, 2, 3), (a, count, mode) => {
      same(Decimal.of(a).round(count, mode), Big(a).round(count, mode));
      expect(Decimal.of(a).toFixed(count)).toBe(Big(a).toFixed(count));
    }),
    { numRuns: 2000 },
  );
  for (const half of ['0.5', '1.5', '-0.5', '2.5', '-0.04', '9007199254740991.5'])
    for (const mode of [0, 1, 2, 3] as const) same(Decimal.of(half).round(0, mode), Big(half).round(0, mode));
});

test('powers and what is left of a whole division are those of big.js', () => {
  fc.assert(
    fc.property(text, text, fc.integer({ min: 0, max: 12 }), (a, b, exponent) => {
      same(Decimal.of(a).pow(exponent), Big(a).pow(exponent));
      fc.pre(!Big(b).eq(0));
      same(Decimal.of(a).mod(b), Big(a).mod(b));
    }),
  );
});

test('one value has one form, so that equal decimals are equal objects', () => {
  fc.assert(
    fc.property(text, text, (a, b) => {
      const sum = Decimal.of(a).plus(b);
      expect(sum).toEqual(Decimal.of(sum.toFixed()));
      expect(sum.minus(b)).toEqual(Decimal.of(a));
    }),
  );
});
