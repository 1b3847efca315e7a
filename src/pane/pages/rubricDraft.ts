/** A rubric that is being edited as text, seen as a form: its figures by their places, read and changed one by one. */

/** Where a value stands in the JSON, written as the check of rubrics writes it: levels[0].weight. */
export type DraftPath = readonly (string | number)[];

/** What a figure of the form is about; its name is said in words. */
export type FieldKind =
  | 'total'
  | 'level'
  | 'executionFull'
  | 'executionZero'
  | 'bandFrom'
  | 'bandAward'
  | 'tierFrom'
  | 'overKind'
  | 'overFrom'
  | 'overPoints'
  | 'places'
  | 'grade';

/** One field of the form. */
export interface DraftField {
  readonly kind: FieldKind;
  readonly path: DraftPath;
  /** What it belongs to, where there are several of its kind: a heading, a tier, a grade, a band from 1. */
  readonly name: string;
  /** As it is typed: percent for shares, "" for none. */
  readonly value: string;
  /** Whether people write it in percent while the JSON holds a ratio. */
  readonly isPercent: boolean;
}

/** Kinds of what follows on over-completion, in the order of the form. */
export const overKinds = ['none', 'annotate', 'reason', 'show', 'deduct', 'reduce'] as const;

type Plain = Readonly<Record<string, unknown>>;

const isPlain = (value: unknown): value is Plain =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function parsed(draft: string): Plain | null {
  try {
    const value: unknown = JSON.parse(draft);
    return isPlain(value) ? value : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

function valueAt(value: unknown, path: DraftPath): unknown {
  return path.reduce<unknown>((at, step) => {
    if (Array.isArray(at)) return (at as readonly unknown[])[Number(step)];
    return isPlain(at) ? at[step] : undefined;
  }, value);
}

const listAt = (value: unknown, ...path: DraftPath): readonly unknown[] => {
  const found = valueAt(value, path);
  return Array.isArray(found) ? (found as readonly unknown[]) : [];
};

const textOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';

/** A ratio as percent, without the noise of binary fractions. */
const percentOf = (value: unknown): string =>
  typeof value === 'number' ? String(Number((value * 100).toFixed(6))) : textOf(value);

/** The path as the check of rubrics writes it. */
export function pathText(path: DraftPath): string {
  return path.reduce<string>((text, step) => {
    if (typeof step === 'number') return `${text}[${step}]`;
    return text === '' ? step : `${text}.${step}`;
  }, '');
}

function fieldsIn(rubric: Plain): readonly DraftField[] {
  const field = (kind: FieldKind, path: DraftPath, name = '', isPercent = false): DraftField => {
    const value = valueAt(rubric, path);
    return { kind, path, name, isPercent, value: isPercent ? percentOf(value) : textOf(value) };
  };
  const named = (
    list: string,
    name: string,
    kind: FieldKind,
    figure: string,
    isPercent = false,
  ): readonly DraftField[] =>
    listAt(rubric, list).map((one, place) =>
      field(kind, [list, place, figure], textOf(valueAt(one, [name])), isPercent),
    );
  const rule: DraftPath = ['execution', 'rule'];
  const ruleKind = valueAt(rubric, [...rule, 'kind']);
  const over = valueAt(rubric, ['overCompletion', 'kind']);
  return [
    field('total', ['total']),
    ...named('levels', 'name', 'level', 'weight'),
    ...(ruleKind === 'value'
      ? [
          field('executionFull', [...rule, 'fullFrom'], '', true),
          field('executionZero', [...rule, 'zeroBelow'], '', true),
        ]
      : []),
    ...(ruleKind === 'bands'
      ? listAt(rubric, ...rule, 'bands').flatMap((band, place) => {
          const at: DraftPath = [...rule, 'bands', place];
          const isPoints = valueAt(band, ['award', 'kind']) === 'points';
          return [
            ...(valueAt(band, ['from']) === null ? [] : [field('bandFrom', [...at, 'from'], String(place + 1), true)]),
            field('bandAward', [...at, 'award', isPoints ? 'points' : 'share'], String(place + 1), !isPoints),
          ];
        })
      : []),
    ...named('tiers', 'name', 'tierFrom', 'from', true),
    field('overKind', ['overCompletion', 'kind']),
    ...(over === 'none' ? [] : [field('overFrom', ['overCompletion', 'from'], '', true)]),
    ...(over === 'deduct' ? [field('overPoints', ['overCompletion', 'points'])] : []),
    field('places', ['rounding', 'places']),
    ...named('grades', 'grade', 'grade', 'from'),
  ];
}

/** The fields of a draft; null where it is no JSON object. A figure that the rubric lacks is an empty field. */
export function draftFields(draft: string): readonly DraftField[] | null {
  const rubric = parsed(draft);
  return rubric && fieldsIn(rubric);
}

function replaced(value: unknown, [step, ...rest]: DraftPath, by: unknown): unknown {
  if (step === undefined) return by;
  if (Array.isArray(value))
    return (value as readonly unknown[]).map((one, place) => (place === step ? replaced(one, rest, by) : one));
  const plain = isPlain(value) ? value : {};
  return { ...plain, [step]: replaced(plain[step], rest, by) };
}

/** What was typed as JSON holds it; text that is no number is kept for the check to refuse. */
function typedValue({ isPercent, kind }: DraftField, typed: string): unknown {
  const text = typed.trim();
  if (kind === 'overKind') return text;
  if (text === '') return null;
  const number = Number(text);
  if (!Number.isFinite(number)) return typed;
  // Through the decimal text, so that 28.7 percent is 0.287 and nothing beside it.
  return isPercent ? Number((number / 100).toFixed(8)) : number;
}

/** Of a tier the lower end is typed; the next lower tier ends where it begins. */
function withTierEnds(rubric: unknown): unknown {
  const tiers = listAt(rubric, 'tiers');
  return tiers.reduce<unknown>(
    (draft, _, place) =>
      place === 0 ? draft : replaced(draft, ['tiers', place, 'to'], valueAt(tiers[place - 1], ['from'])),
    rubric,
  );
}

/** Of a band likewise. */
function withBandEnds(rubric: unknown): unknown {
  const at: DraftPath = ['execution', 'rule', 'bands'];
  const bands = listAt(rubric, ...at);
  return bands.reduce<unknown>(
    (draft, _, place) =>
      place === 0 ? draft : replaced(draft, [...at, place, 'to'], valueAt(bands[place - 1], ['from'])),
    rubric,
  );
}

/** What a kind of over-completion needs, and no more. */
function overCompletion(rubric: unknown, kind: string): unknown {
  const from = valueAt(rubric, ['overCompletion', 'from']) ?? 1.3;
  if (kind === 'none') return { kind };
  return kind === 'deduct' ? { kind, from, points: 2 } : { kind, from };
}

/** The draft with another value in one field. */
export function withField(draft: string, field: DraftField, typed: string): string {
  const rubric = parsed(draft);
  if (!rubric) return draft;
  const changed =
    field.kind === 'overKind'
      ? replaced(rubric, ['overCompletion'], overCompletion(rubric, typed))
      : replaced(rubric, field.path, typedValue(field, typed));
  const whole =
    field.kind === 'tierFrom' ? withTierEnds(changed) : field.kind === 'bandFrom' ? withBandEnds(changed) : changed;
  return JSON.stringify(whole, null, 2);
}
