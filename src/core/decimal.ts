/**
 * A decimal number as a scaled integer: coefficient × 10^-scale. The coefficient is a plain number as long as it fits one
 * without loss, which nearly all points and amounts do, and a BigInt beyond that. Every value has one form only: no
 * trailing zeros behind the point, no negative zero.
 */

/** The coefficient: a safe integer, or a BigInt where that is too small. */
type Coefficient = number | bigint;

/** What an operation takes beside a decimal: a number stands for its shortest notation. */
export type Operand = Decimal | number | string;

/** 0 cuts off, 1 rounds half away from zero, 2 half to even, 3 away from zero. */
type RoundingMode = 0 | 1 | 2 | 3;

/** Decimal places that a quotient keeps at most. */
const quotientPlaces = 40;
/** From so many digits before or behind the point on, a number is written with an exponent. */
const longest = 30;
/** Beyond this power of ten nothing is counted, and writing it out would fill the memory. */
const largestExponent = 10_000;

const powers = Array.from({ length: 16 }, (_, power) => Number(`1e${power}`));
/** The powers that quotients ask for again and again. */
const largePowers = Array.from({ length: 2 * quotientPlaces }, (_, count) => 10n ** BigInt(count));
const power = (count: number): bigint => largePowers[count] ?? 10n ** BigInt(count);
const isSafe = (value: number): boolean => value <= Number.MAX_SAFE_INTEGER && value >= -Number.MAX_SAFE_INTEGER;

/** Numbers that differ by a larger part of themselves are told apart by what they are near to. */
const tellApart = 1e-12;

const numeric = /^(-?)(\d*)(?:\.(\d*))?(?:e([+-]?\d+))?$/iu;

/** An immutable decimal number. */
export class Decimal {
  private constructor(
    private readonly coefficient: Coefficient,
    private readonly scale: number,
  ) {}

  /**
   * Reads a number or a plain decimal string, with an exponent or without.
   *
   * @throws Error when it is not a finite decimal number.
   */
  static of(source: Operand): Decimal {
    if (typeof source === 'object') return source;
    return (typeof source === 'number' ? Decimal.plain(source) : Decimal.short(source)) ?? Decimal.read(String(source));
  }

  /** Of a number that is a whole number, or one of few decimal places; null for any other. */
  private static plain(source: number): Decimal | null {
    if (Number.isSafeInteger(source)) return new Decimal(source === 0 ? 0 : source, 0);
    for (let places = 2; places <= 6; places += 2) {
      const unit = powers[places] ?? Number.NaN;
      const value = Math.round(source * unit);
      // Of all decimals of fifteen digits only one stands for this number.
      if (value < 1e15 && value > -1e15 && value / unit === source) return Decimal.small(value, places);
    }
    return null;
  }

  /** Of a text of no more than fifteen digits, with a point or without; null for any other. */
  private static short(source: string): Decimal | null {
    const start = source.startsWith('-') ? 1 : 0;
    if (source.length === start || source.length > 16) return null;
    let value = 0;
    let point = -1;
    for (let at = start; at < source.length; at += 1) {
      const digit = source.charCodeAt(at) - 48;
      if (digit >= 0 && digit <= 9) value = value * 10 + digit;
      else if (digit === -2 && point < 0 && at > start && at < source.length - 1) point = at;
      else return null;
    }
    if (value >= 1e15) return null;
    return Decimal.small(start === 0 ? value : -value, point < 0 ? 0 : source.length - 1 - point);
  }

  private static read(text: string): Decimal {
    const found = numeric.exec(text);
    const [, sign = '', whole = '', fraction = '', exponent = '0'] = found ?? [];
    const digits = whole + fraction;
    const shift = Number(exponent);
    if (!found || digits === '' || (whole === '' && fraction === '') || Math.abs(shift) > largestExponent)
      throw new Error(`not a decimal number: ${text}`);
    const scale = fraction.length - shift;
    if (digits.length <= 15 && scale >= 0) return Decimal.small(Number(sign + digits), scale);
    return Decimal.large(BigInt(digits) * (sign === '' ? 1n : -1n), scale);
  }

  /** Of a safe integer, in its one form. */
  private static small(coefficient: number, scale: number): Decimal {
    if (coefficient === 0) return new Decimal(0, 0);
    let value = coefficient;
    let places = scale;
    while (places > 0 && value % 10 === 0) {
      value /= 10;
      places -= 1;
    }
    return new Decimal(value, places);
  }

  /** Of any integer, in its one form. */
  private static large(coefficient: bigint, scale: number): Decimal {
    let value = coefficient;
    let places = scale;
    if (places < 0) {
      value *= power(-places);
      places = 0;
    }
    // In large steps first: a quotient that ends has many zeros; one that does not has none.
    for (let step = value % 10n === 0n ? 16 : 0; places > 0 && step > 0;) {
      const divisor = step <= places ? power(step) : 0n;
      if (divisor > 0n && value % divisor === 0n) {
        value /= divisor;
        places -= step;
      } else step >>= 1;
    }
    const plain = Number(value);
    return isSafe(plain) ? Decimal.small(plain, places) : new Decimal(value, places);
  }

  private scaled(scale: number): bigint {
    return BigInt(this.coefficient) * power(scale - this.scale);
  }

  /** About this number, to fifteen digits; infinite or NaN where it is too large for that. */
  private near(): number {
    return Number(this.coefficient) / 10 ** this.scale;
  }

  /** The coefficient at a scale that is not smaller than its own; NaN where a plain number cannot hold it. */
  private plainAt(scale: number): number {
    const { coefficient } = this;
    if (typeof coefficient === 'bigint') return Number.NaN;
    if (scale === this.scale) return coefficient;
    const value = coefficient * (powers[scale - this.scale] ?? Number.NaN);
    return isSafe(value) ? value : Number.NaN;
  }

  plus(other: Operand): Decimal {
    const that = Decimal.of(other);
    const scale = Math.max(this.scale, that.scale);
    const value = this.plainAt(scale) + that.plainAt(scale);
    if (isSafe(value)) return Decimal.small(value, scale);
    return Decimal.large(this.scaled(scale) + that.scaled(scale), scale);
  }

  minus(other: Operand): Decimal {
    return this.plus(Decimal.of(other).neg());
  }

  neg(): Decimal {
    const { coefficient, scale } = this;
    return coefficient === 0 ? this : new Decimal(-coefficient, scale);
  }

  abs(): Decimal {
    return this.coefficient < 0 ? this.neg() : this;
  }

  times(other: Operand): Decimal {
    const that = Decimal.of(other);
    const scale = this.scale + that.scale;
    if (typeof this.coefficient === 'number' && typeof that.coefficient === 'number') {
      const value = this.coefficient * that.coefficient;
      if (isSafe(value)) return Decimal.small(value, scale);
    }
    return Decimal.large(BigInt(this.coefficient) * BigInt(that.coefficient), scale);
  }

  /**
   * The quotient, rounded half away from zero at forty decimal places.
   *
   * @throws Error for a divisor of zero.
   */
  div(other: Operand): Decimal {
    const that = Decimal.of(other);
    if (that.coefficient === 0) throw new Error('division by zero');
    return this.plainQuotient(that) ?? this.longQuotient(that);
  }

  /** The quotient where it ends soon and everything is a plain number; else null. */
  private plainQuotient(that: Decimal): Decimal | null {
    const [dividend, divisor] = [this.coefficient, that.coefficient];
    if (typeof dividend !== 'number' || typeof divisor !== 'number') return null;
    const places = this.scale - that.scale;
    for (let further = Math.max(0, -places); further <= 6 && places + further <= quotientPlaces; further += 3) {
      const value = dividend * (powers[further] ?? Number.NaN);
      if (!isSafe(value)) return null;
      if (value % divisor === 0) return Decimal.small(value / divisor, places + further);
    }
    return null;
  }

  private longQuotient(that: Decimal): Decimal {
    const further = quotientPlaces - this.scale + that.scale;
    const dividend = BigInt(this.coefficient) * (further > 0 ? power(further) : 1n);
    const divisor = BigInt(that.coefficient) * (further < 0 ? power(-further) : 1n);
    return Decimal.large(rounded(dividend, divisor, 1), quotientPlaces);
  }

  /** To a whole number of times, not below zero. */
  pow(exponent: number): Decimal {
    return exponent === 0 ? Decimal.of(1) : this.times(this.pow(exponent - 1));
  }

  /**
   * What is left of a whole division, with the sign of the dividend.
   *
   * @throws Error for a divisor of zero.
   */
  mod(other: Operand): Decimal {
    const that = Decimal.of(other);
    if (that.coefficient === 0) throw new Error('division by zero');
    const scale = Math.max(this.scale, that.scale);
    return Decimal.large(this.scaled(scale) % that.scaled(scale), scale);
  }

  /** Less than zero, zero or more, as it is less than, equal to or more than the other. */
  cmp(other: Operand): number {
    const that = Decimal.of(other);
    if (this.scale === that.scale) {
      const [left, right] = [this.coefficient, that.coefficient];
      return left === right ? 0 : left < right ? -1 : 1;
    }
    const scale = Math.max(this.scale, that.scale);
    const difference = this.plainAt(scale) - that.plainAt(scale);
    if (!Number.isNaN(difference)) return Math.sign(difference);
    const [near, nearThat] = [this.near(), that.near()];
    if (Math.abs(near - nearThat) > tellApart * Math.max(Math.abs(near), Math.abs(nearThat)))
      return Math.sign(near - nearThat);
    const [left, right] = [this.scaled(scale), that.scaled(scale)];
    return left === right ? 0 : left < right ? -1 : 1;
  }

  eq(other: Operand): boolean {
    const that = Decimal.of(other);
    // Every value has one form only.
    return this.scale === that.scale && this.coefficient === that.coefficient;
  }

  gt(other: Operand): boolean {
    return this.cmp(other) > 0;
  }

  gte(other: Operand): boolean {
    return this.cmp(other) >= 0;
  }

  lt(other: Operand): boolean {
    return this.cmp(other) < 0;
  }

  lte(other: Operand): boolean {
    return this.cmp(other) <= 0;
  }

  /** Rounded to so many decimal places, half away from zero unless another mode is given. */
  round(places = 0, mode: RoundingMode = 1): Decimal {
    const dropped = this.scale - places;
    if (dropped <= 0) return this;
    const { coefficient } = this;
    const unit = powers[dropped];
    if (typeof coefficient === 'number' && unit !== undefined)
      return Decimal.small(near(coefficient, unit, mode), places);
    return Decimal.large(rounded(BigInt(coefficient), power(dropped), mode), places);
  }

  /** Plain notation, with so many decimal places where they are given; what is rounded to zero keeps its sign. */
  toFixed(places?: number): string {
    const { coefficient, scale } = places === undefined ? this : this.round(places);
    const digits = String(coefficient < 0 ? -coefficient : coefficient);
    const shown = places ?? scale;
    const padded = (digits + '0'.repeat(shown - scale)).padStart(shown + 1, '0');
    const point = padded.length - shown;
    const text = shown === 0 ? padded : `${padded.slice(0, point)}.${padded.slice(point)}`;
    return this.coefficient < 0 ? `-${text}` : text;
  }

  /** The shortest notation: with an exponent where the plain one has thirty zeros or more. */
  toString(): string {
    const { coefficient, scale } = this;
    if (scale < longest && typeof coefficient === 'number') return this.toFixed();
    const digits = String(coefficient < 0 ? -coefficient : coefficient);
    const exponent = digits.length - 1 - scale;
    if (Math.abs(exponent) < longest) return this.toFixed();
    const [first, rest] = [digits.slice(0, 1), withoutZerosAtEnd(digits.slice(1))];
    const sign = coefficient < 0 ? '-' : '';
    return `${sign}${first}${rest === '' ? '' : `.${rest}`}e${exponent < 0 ? '' : '+'}${exponent}`;
  }

  toJSON(): string {
    return this.toString();
  }

  toNumber(): number {
    const { coefficient, scale } = this;
    // Both are exact, so that the quotient is rounded once.
    const unit = typeof coefficient === 'number' ? powers[scale] : undefined;
    return unit === undefined ? Number(`${coefficient}e-${scale}`) : Number(coefficient) / unit;
  }
}

/** Digits without the zeros behind the last other one; a loop, since a pattern looks at every run of zeros again. */
function withoutZerosAtEnd(digits: string): string {
  let end = digits.length;
  while (end > 0 && digits[end - 1] === '0') end -= 1;
  return digits.slice(0, end);
}

/** The quotient of two whole numbers, rounded; the divisor may be negative. */
function rounded(dividend: bigint, divisor: bigint, mode: RoundingMode): bigint {
  const cut = dividend / divisor;
  const rest = dividend % divisor;
  if (rest === 0n || mode === 0) return cut;
  const away = dividend < 0n === divisor < 0n ? 1n : -1n;
  const twice = 2n * (rest < 0n ? -rest : rest);
  const whole = divisor < 0n ? -divisor : divisor;
  const isMore = mode === 3 || twice > whole || (twice === whole && (mode === 1 || cut % 2n !== 0n));
  return isMore ? cut + away : cut;
}

/** The same of plain numbers; the divisor is positive. */
function near(dividend: number, divisor: number, mode: RoundingMode): number {
  const rest = dividend % divisor;
  const cut = (dividend - rest) / divisor;
  if (rest === 0 || mode === 0) return cut;
  const twice = 2 * Math.abs(rest);
  const isMore = mode === 3 || twice > divisor || (twice === divisor && (mode === 1 || cut % 2 !== 0));
  return isMore ? cut + Math.sign(dividend) : cut;
}
