/** Reads untrusted JSON piece by piece and keeps every problem with its path, instead of stopping at the first. */
import { exact, type Exact } from '../exact';

/** One thing that is wrong in a profile. */
export interface RubricProblem {
  /** Where: "execution.rule.bands[1].from"; "" for the whole. */
  readonly path: string;
  /** Names a sentence in the catalogue. */
  readonly key:
    | 'not-an-object'
    | 'not-a-list'
    | 'not-text'
    | 'empty-text'
    | 'not-a-number'
    | 'not-a-whole-number'
    | 'not-yes-or-no'
    | 'not-a-choice'
    | 'out-of-range'
    | 'missing'
    | 'unknown-field'
    | 'tiers-gap'
    | 'grades-order'
    | 'levels-total'
    | 'empty-list'
    | 'wrong-order'
    | 'too-deep'
    | 'built-in-name';
  readonly facts: Readonly<Record<string, string>>;
}

/** Where a piece stands, and where its problems go. */
export interface Place {
  readonly path: string;
  readonly problems: RubricProblem[];
  /** How many pieces it stands within. */
  readonly depth: number;
}

/** Far deeper than any rule that a person writes, and far from what a program can follow. */
const deepest = 50;

/** Whether a piece may be read that can hold another of its own kind; notes the problem where it stands too deep. */
export function isReadable(place: Place): boolean {
  if (place.depth <= deepest) return true;
  problem(place, 'too-deep', { most: String(deepest) });
  return false;
}

/** Reads one piece. After a problem the result is a placeholder, which nobody sees. */
export type Decoder<Result> = (source: unknown, place: Place) => Result;

/** Notes a problem at a place. */
export function problem(
  { path, problems }: Place,
  key: RubricProblem['key'],
  facts: RubricProblem['facts'] = {},
): void {
  problems.push({ path, key, facts });
}

/** The place of a field or of a list's element inside another. */
export function placeWithin(place: Place, name: string | number): Place {
  const { path, problems } = place;
  const depth = place.depth + 1;
  if (typeof name === 'number') return { path: `${path}[${name}]`, problems, depth };
  return { path: path === '' ? name : `${path}.${name}`, problems, depth };
}

/** What a value looks like, for a message. */
function shown(source: unknown): string {
  // Of a list or an object the kind says enough, and it may be deeper than JSON can follow.
  if (typeof source === 'object' && source !== null) return Array.isArray(source) ? '[…]' : '{…}';
  const json: unknown = JSON.stringify(source);
  return typeof json === 'string' ? json.slice(0, 40) : typeof source;
}

/** A text that says something. */
export const text: Decoder<string> = (source, place) => {
  if (typeof source !== 'string') {
    problem(place, source === undefined ? 'missing' : 'not-text', { found: shown(source) });
    return '';
  }
  if (source.trim() === '') problem(place, 'empty-text');
  return source;
};

export const yesOrNo: Decoder<boolean> = (source, place) => {
  if (typeof source === 'boolean') return source;
  problem(place, source === undefined ? 'missing' : 'not-yes-or-no', { found: shown(source) });
  return false;
};

const decimalPattern = /^-?\d{1,20}(\.\d{1,20})?$/;

/** A decimal between two limits, both included; a number or plain decimal text. */
export function decimal(least: number, most: number): Decoder<Exact> {
  return (source, place) => {
    const isDecimal =
      (typeof source === 'number' && Number.isFinite(source)) ||
      (typeof source === 'string' && decimalPattern.test(source));
    if (!isDecimal) {
      problem(place, source === undefined ? 'missing' : 'not-a-number', { found: shown(source) });
      return exact(least);
    }
    const value = exact(source);
    if (value.lt(least) || value.gt(most)) {
      problem(place, 'out-of-range', { found: shown(source), least: String(least), most: String(most) });
    }
    return value;
  };
}

/** A whole number between two limits, both included. */
export function whole(least: number, most: number): Decoder<number> {
  return (source, place) => {
    if (typeof source !== 'number' || !Number.isInteger(source)) {
      problem(place, source === undefined ? 'missing' : 'not-a-whole-number', { found: shown(source) });
      return least;
    }
    if (source < least || source > most) {
      problem(place, 'out-of-range', { found: shown(source), least: String(least), most: String(most) });
    }
    return source;
  };
}

/** One of a few words. */
export function choice<Word extends string>(words: readonly [Word, ...Word[]]): Decoder<Word> {
  return (source, place) => {
    const word = words.find((candidate) => candidate === source);
    if (word !== undefined) return word;
    problem(place, source === undefined ? 'missing' : 'not-a-choice', {
      found: shown(source),
      choices: words.join('、'),
    });
    return words[0];
  };
}

/** The piece, or null. */
export function orNull<Result>(decode: Decoder<Result>): Decoder<Result | null> {
  return (source, place) => (source === null ? null : decode(source, place));
}

/** A list of pieces. */
export function list<Result>(decode: Decoder<Result>): Decoder<readonly Result[]> {
  return (source, place) => {
    if (!Array.isArray(source)) {
      problem(place, source === undefined ? 'missing' : 'not-a-list', { found: shown(source) });
      return [];
    }
    return source.map((element: unknown, index) => decode(element, placeWithin(place, index)));
  };
}

/** A list with at least one element. */
export function filledList<Result>(decode: Decoder<Result>): Decoder<readonly Result[]> {
  return (source, place) => {
    if (Array.isArray(source) && source.length === 0) problem(place, 'empty-list');
    return list(decode)(source, place);
  };
}

type Fields<Result> = { readonly [Name in keyof Result]-?: Decoder<Result[Name]> };

function isRecord(source: unknown): source is Readonly<Record<string, unknown>> {
  return typeof source === 'object' && source !== null && !Array.isArray(source);
}

/** An object with exactly these fields; a field too many is a problem, since it would silently do nothing. */
export function object<Result extends object>(fields: Fields<Result>): Decoder<Result> {
  return (source, place) => {
    if (!isRecord(source)) problem(place, source === undefined ? 'missing' : 'not-an-object', { found: shown(source) });
    const record = isRecord(source) ? source : {};
    for (const name of Object.keys(record)) {
      if (!Object.hasOwn(fields, name)) problem(placeWithin(place, name), 'unknown-field', { name });
    }
    const quiet = isRecord(source) ? place : { ...place, problems: [] };
    const names = Object.keys(fields) as (keyof Result & string)[];
    const entries = names.map((name) => [name, fields[name](record[name], placeWithin(quiet, name))] as const);
    // Every field of Result has been decoded, which Object.fromEntries cannot express.
    return Object.fromEntries(entries) as unknown as Result;
  };
}

/** A constant field that tells variants apart. */
export function only<Word extends string>(word: Word): Decoder<Word> {
  return choice([word]);
}

/** An object whose `kind` says which decoder reads it; a kind without a decoder does not compile. */
export function variant<Result extends { readonly kind: string }>(
  byKind: Readonly<Record<Result['kind'], () => Decoder<Result>>>,
): Decoder<Result | null> {
  const decoders: Readonly<Record<string, () => Decoder<Result>>> = byKind;
  return (source, place) => {
    const kind = isRecord(source) ? source['kind'] : undefined;
    const decoder = typeof kind === 'string' && Object.hasOwn(decoders, kind) ? decoders[kind] : undefined;
    if (decoder) return decoder()(source, place);
    if (!isRecord(source)) problem(place, source === undefined ? 'missing' : 'not-an-object', { found: shown(source) });
    else
      problem(placeWithin(place, 'kind'), 'not-a-choice', {
        found: shown(kind),
        choices: Object.keys(decoders).join('、'),
      });
    return null;
  };
}
