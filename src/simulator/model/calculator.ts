/** Recalculation: the arithmetic that evaluation forms use; other formulas keep what the file said. */
import { areaFromA1, type Area, type CellRef } from '../../core/sheet/cellRef';
import { isCellError, type CellValue } from '../../core/sheet/snapshot';

/** Cells that a formula refers to; `sheet` is null for its own sheet. */
interface Precedent {
  readonly sheet: string | null;
  readonly area: Area;
}

/** Reads a cell for a formula. */
type ReadCell = (sheet: string | null, cell: CellRef) => CellValue;

/** Calculates formulas; exchangeable. */
export interface Calculator {
  /** What the formula refers to, or null when it is not understood. */
  precedents(formula: string): readonly Precedent[] | null;
  /** The result, or undefined when the formula is not understood and the cell keeps what it shows. */
  calculate(formula: string, read: ReadCell): CellValue | undefined;
}

type Tree =
  | { readonly kind: 'literal'; readonly value: CellValue }
  | { readonly kind: 'reference'; readonly sheet: string | null; readonly area: Area }
  | { readonly kind: 'call'; readonly name: string; readonly parts: readonly Tree[] };

const tokenPattern =
  /\s*(?:((?:'(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!)?(\$?[A-Za-z]{1,3}\$?\d+(?::\$?[A-Za-z]{1,3}\$?\d+)?)(?![\p{L}\p{N}_(])|(\d+\.?\d*(?:[eE][+-]?\d+)?|\.\d+)|"((?:[^"]|"")*)"|([A-Za-z][A-Za-z0-9.]*)|(<=|>=|<>|[-+*/^&=<>%(),]))/uy;

interface Token {
  readonly kind: 'reference' | 'number' | 'text' | 'word' | 'sign' | 'end';
  readonly text: string;
  readonly sheet: string | null;
}

function tokensOf(formula: string): readonly Token[] | null {
  const tokens: Token[] = [];
  tokenPattern.lastIndex = 1;
  const end = formula.trimEnd().length;
  while (tokenPattern.lastIndex < end) {
    const match = tokenPattern.exec(formula);
    if (match === null) return null;
    const [, sheet, reference, digits, quoted, word, sign] = match;
    const name = sheet === undefined ? null : sheet.slice(0, -1).replace(/^'|'$/gu, '').replaceAll("''", "'");
    if (reference !== undefined) tokens.push({ kind: 'reference', text: reference, sheet: name });
    else if (digits !== undefined) tokens.push({ kind: 'number', text: digits, sheet: null });
    else if (quoted !== undefined) tokens.push({ kind: 'text', text: quoted.replaceAll('""', '"'), sheet: null });
    else if (word !== undefined) tokens.push({ kind: 'word', text: word.toUpperCase(), sheet: null });
    else tokens.push({ kind: 'sign', text: sign ?? '', sheet: null });
  }
  return tokens;
}

/** Operators from the loosest to the tightest. */
const levels = [['=', '<>', '<', '>', '<=', '>='], ['&'], ['+', '-'], ['*', '/'], ['^']];

class NotUnderstood extends Error {}

class Parser {
  private at = 0;

  constructor(private readonly tokens: readonly Token[]) {}

  whole(): Tree {
    const tree = this.binary(0);
    if (this.at < this.tokens.length) throw new NotUnderstood();
    return tree;
  }

  private get next(): Token {
    return this.tokens[this.at] ?? { kind: 'end', text: '', sheet: null };
  }

  private takeSign(signs: readonly string[]): string | null {
    if (this.next.kind !== 'sign' || !signs.includes(this.next.text)) return null;
    const { text } = this.next;
    this.at += 1;
    return text;
  }

  private binary(level: number): Tree {
    const signs = levels[level];
    if (signs === undefined) return this.unary();
    let left = this.binary(level + 1);
    for (let sign = this.takeSign(signs); sign !== null; sign = this.takeSign(signs)) {
      left = { kind: 'call', name: sign, parts: [left, this.binary(level + 1)] };
    }
    return left;
  }

  private unary(): Tree {
    const sign = this.takeSign(['+', '-']);
    if (sign !== null) {
      const inner = this.unary();
      return sign === '+' ? inner : { kind: 'call', name: '-', parts: [{ kind: 'literal', value: 0 }, inner] };
    }
    let inner = this.primary();
    while (this.takeSign(['%']) !== null) {
      inner = { kind: 'call', name: '/', parts: [inner, { kind: 'literal', value: 100 }] };
    }
    return inner;
  }

  private primary(): Tree {
    const token = this.next;
    this.at += 1;
    switch (token.kind) {
      case 'number':
        return { kind: 'literal', value: Number(token.text) };
      case 'text':
        return { kind: 'literal', value: token.text };
      case 'reference':
        return { kind: 'reference', sheet: token.sheet, area: areaFromA1(token.text) };
      case 'word':
        if (token.text === 'TRUE' || token.text === 'FALSE') return { kind: 'literal', value: token.text === 'TRUE' };
        if (!(token.text in functions) || this.takeSign(['(']) === null) throw new NotUnderstood();
        return { kind: 'call', name: token.text, parts: this.rest() };
      case 'sign':
        if (token.text === '(') {
          const inner = this.binary(0);
          if (this.takeSign([')']) === null) throw new NotUnderstood();
          return inner;
        }
        throw new NotUnderstood();
      case 'end':
        throw new NotUnderstood();
    }
  }

  private rest(): readonly Tree[] {
    const parts: Tree[] = [];
    if (this.takeSign([')']) !== null) return parts;
    do parts.push(this.binary(0));
    while (this.takeSign([',']) !== null);
    if (this.takeSign([')']) === null) throw new NotUnderstood();
    return parts;
  }
}

/** An error value on its way up through a formula. */
class Fails extends Error {
  constructor(readonly error: string) {
    super(error);
  }
}

type Scope = { readonly scalar: (tree: Tree) => CellValue; readonly every: (tree: Tree) => readonly CellValue[] };

function toNumber(value: CellValue): number {
  if (value === null) return 0;
  if (typeof value === 'number') return value;
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (isCellError(value)) throw new Fails(value.error);
  const number = value.trim() === '' ? Number.NaN : Number(value);
  if (Number.isNaN(number)) throw new Fails('#VALUE!');
  return number;
}

/** Excel trims what binary arithmetic leaves behind after fifteen digits. */
const trim = (value: number): number => {
  if (!Number.isFinite(value)) throw new Fails('#NUM!');
  return Number(value.toPrecision(15));
};

/** Rounds half away from zero on the decimal digits. */
function round(value: number, places: number): number {
  const size = Number(`${Math.round(Number(`${Math.abs(value).toPrecision(15)}e${places}`))}e${-places}`);
  return value < 0 ? -size : size;
}

function numbersOf(scope: Scope, parts: readonly Tree[]): readonly number[] {
  return parts.flatMap((part) =>
    part.kind === 'reference'
      ? // Text and truth values that are referred to do not count; errors do.
        scope.every(part).flatMap((value) => {
          if (isCellError(value)) throw new Fails(value.error);
          return typeof value === 'number' ? [value] : [];
        })
      : [toNumber(scope.scalar(part))],
  );
}

const comparable = (value: CellValue): string | number =>
  typeof value === 'string' ? value.toLowerCase() : toNumber(value);

function compare(scope: Scope, parts: readonly Tree[]): number {
  const [left = null, right = null] = parts.map((part) => scope.scalar(part));
  const first = left === null && typeof right === 'string' ? '' : comparable(left);
  const second = right === null && typeof left === 'string' ? '' : comparable(right);
  if (typeof first !== typeof second) return typeof first === 'string' ? 1 : -1;
  return first === second ? 0 : first < second ? -1 : 1;
}

type Operation = (scope: Scope, parts: readonly Tree[]) => CellValue;

const arithmetic =
  (operate: (left: number, right: number) => number): Operation =>
  (scope, parts) => {
    const [left = 0, right = 0] = parts.map((part) => toNumber(scope.scalar(part)));
    return trim(operate(left, right));
  };

const extreme = (pick: (left: number, right: number) => number, numbers: readonly number[]): number =>
  numbers.length === 0 ? 0 : numbers.reduce((best, value) => pick(best, value));

const literal = (value: CellValue): Tree => ({ kind: 'literal', value });

const functions: Readonly<Record<string, Operation>> = {
  // A link shows its second argument, or else its address.
  HYPERLINK: (scope, parts) => scope.scalar(parts[1] ?? parts[0] ?? literal('')),
  '+': arithmetic((left, right) => left + right),
  '-': arithmetic((left, right) => left - right),
  '*': arithmetic((left, right) => left * right),
  '/': arithmetic((left, right) => {
    if (right === 0) throw new Fails('#DIV/0!');
    return left / right;
  }),
  '^': arithmetic((left, right) => left ** right),
  '&': (scope, parts) =>
    parts
      .map((part) => {
        const value = scope.scalar(part);
        if (isCellError(value)) throw new Fails(value.error);
        return value === null ? '' : typeof value === 'boolean' ? String(value).toUpperCase() : String(value);
      })
      .join(''),
  '=': (scope, parts) => compare(scope, parts) === 0,
  '<>': (scope, parts) => compare(scope, parts) !== 0,
  '<': (scope, parts) => compare(scope, parts) < 0,
  '>': (scope, parts) => compare(scope, parts) > 0,
  '<=': (scope, parts) => compare(scope, parts) <= 0,
  '>=': (scope, parts) => compare(scope, parts) >= 0,
  SUM: (scope, parts) => trim(numbersOf(scope, parts).reduce((sum, value) => sum + value, 0)),
  MIN: (scope, parts) => extreme(Math.min, numbersOf(scope, parts)),
  MAX: (scope, parts) => extreme(Math.max, numbersOf(scope, parts)),
  AVERAGE: (scope, parts) => {
    const numbers = numbersOf(scope, parts);
    if (numbers.length === 0) throw new Fails('#DIV/0!');
    return trim(numbers.reduce((sum, value) => sum + value, 0) / numbers.length);
  },
  ABS: (scope, parts) => Math.abs(toNumber(scope.scalar(parts[0] ?? literal(0)))),
  LEN: (scope, parts) => {
    const value = scope.scalar(parts[0] ?? literal(''));
    return value === null ? 0 : String(isCellError(value) ? value.error : value).length;
  },
  ROUND: (scope, parts) =>
    round(toNumber(scope.scalar(parts[0] ?? literal(0))), toNumber(scope.scalar(parts[1] ?? literal(0)))),
  IF: (scope, parts) =>
    scope.scalar(
      toNumber(scope.scalar(parts[0] ?? literal(false))) === 0
        ? (parts[2] ?? literal(false))
        : (parts[1] ?? literal(0)),
    ),
};

function cellsOf({ top, left, bottom, right }: Area): readonly CellRef[] {
  const cells: CellRef[] = [];
  for (let row = top; row <= bottom; row += 1) {
    for (let column = left; column <= right; column += 1) cells.push({ row, column });
  }
  return cells;
}

/** The calculator that comes with the simulator. */
export function smallCalculator(): Calculator {
  const trees = new Map<string, Tree | null>();

  const parsed = (formula: string): Tree | null => {
    const known = trees.get(formula);
    if (known !== undefined) return known;
    let tree: Tree | null = null;
    const tokens = tokensOf(formula);
    if (tokens !== null) {
      try {
        tree = new Parser(tokens).whole();
      } catch (error) {
        if (!(error instanceof NotUnderstood)) throw error;
      }
    }
    trees.set(formula, tree);
    return tree;
  };

  const referencesIn = (tree: Tree): readonly Precedent[] => {
    if (tree.kind === 'reference') return [{ sheet: tree.sheet, area: tree.area }];
    return tree.kind === 'call' ? tree.parts.flatMap(referencesIn) : [];
  };

  return {
    precedents(formula) {
      const tree = parsed(formula);
      return tree === null ? null : referencesIn(tree);
    },
    calculate(formula, read) {
      const tree = parsed(formula);
      if (tree === null) return undefined;
      const scope: Scope = {
        scalar(part) {
          switch (part.kind) {
            case 'literal':
              return part.value;
            case 'reference':
              return read(part.sheet, { row: part.area.top, column: part.area.left });
            case 'call':
              return (functions[part.name] ?? functions['+']!)(scope, part.parts);
          }
        },
        every(part) {
          return part.kind === 'reference'
            ? cellsOf(part.area).map((cell) => read(part.sheet, cell))
            : [scope.scalar(part)];
        },
      };
      try {
        // A formula that only points at an empty cell shows 0.
        return scope.scalar(tree) ?? 0;
      } catch (error) {
        if (error instanceof Fails) return { error: error.error };
        throw error;
      }
    },
  };
}
