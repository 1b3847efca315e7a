/** Reads a rule profile from JSON: whole and sound, or refused with every problem at once. */
import { exact, one, sum, type Exact } from '../exact';
import {
  choice,
  decimal,
  filledList,
  list,
  object,
  only,
  orNull,
  problem,
  text,
  variant,
  whole,
  placeWithin,
  yesOrNo,
  type Decoder,
  type Place,
  type RubricProblem,
} from './decoder';
import type { GradeStep, OverCompletion, Rubric, StatedRule, Tier } from './rubric';
import { mostPoints, points, ratio, share } from './awardDecoder';
import { level, rule, tierFields } from './ruleDecoder';

/** A rubric, or all that is wrong with it. */
export type ParsedRubric =
  { readonly ok: true; readonly value: Rubric } | { readonly ok: false; readonly problems: readonly RubricProblem[] };

const stated = object<StatedRule>({ text, clause: text, rule });
const positivePoints = decimal(0, mostPoints);

const overCompletion: Decoder<OverCompletion> = (source, place) =>
  variant<OverCompletion>({
    none: () => object<Extract<OverCompletion, { kind: 'none' }>>({ kind: only('none') }),
    annotate: () => object({ kind: only('annotate'), from: ratio }),
    reason: () => object({ kind: only('reason'), from: ratio }),
    show: () => object({ kind: only('show'), from: ratio }),
    deduct: () =>
      object<Extract<OverCompletion, { kind: 'deduct' }>>({
        kind: only('deduct'),
        from: ratio,
        points: positivePoints,
      }),
    reduce: () => object<Extract<OverCompletion, { kind: 'reduce' }>>({ kind: only('reduce'), from: ratio }),
  })(source, place) ?? { kind: 'none' };

/** Tiers from the highest down must cover the weight without gap or overlap. */
const tiers: Decoder<readonly Tier[]> = (source, place) => {
  const found = filledList(object<Tier>({ name: text, ...tierFields }))(source, place);
  let above: Exact = one;
  for (const [index, { from, to }] of found.entries()) {
    if (!to.eq(above) || from.gte(to)) {
      problem(placeWithin(place, index), 'tiers-gap', { expected: above.toFixed(), found: to.toFixed() });
    }
    above = from;
  }
  if (found.length > 0 && !above.eq(0)) problem(place, 'tiers-gap', { expected: '0', found: above.toFixed() });
  return found;
};

/** Grades from the best down, the last from zero. */
const grades: Decoder<readonly GradeStep[]> = (source, place) => {
  const found = filledList(object<GradeStep>({ grade: text, from: positivePoints }))(source, place);
  for (const [index, { from }] of found.entries()) {
    const above = found[index - 1];
    if (above && from.gte(above.from)) problem(placeWithin(place, index), 'grades-order');
  }
  const last = found.at(-1);
  if (last && !last.from.eq(0)) problem(placeWithin(place, found.length - 1), 'grades-order');
  return found;
};

const rubric = object<Rubric>({
  id: text,
  version: whole(1, 1_000_000),
  title: text,
  source: object({ document: text, clause: text, year: whole(1990, 2100) }),
  total: decimal(1, mostPoints),
  levels: list(object({ name: text, weight: positivePoints })),
  quantitative: stated,
  satisfaction: orNull(stated),
  qualitative: object({ text, clause: text, levels: orNull(filledList(level)), equalWords: choice(['full', 'tier']) }),
  execution: stated,
  overCompletion,
  ceilings: list(object({ below: ratio, atMost: positivePoints })),
  reasons: object({
    scoreBelowWeight: yesOrNo,
    actualBelowTarget: yesOrNo,
    completionFrom: orNull(ratio),
    executionBelow: orNull(ratio),
    budgetAdjustedBeyond: orNull(ratio),
  }),
  alarms: object({ scoreRateBeyondExecution: orNull(ratio), unspentBeyond: orNull(share) }),
  rounding: object({ places: whole(0, 6) }),
  adjustments: orNull(object({ least: points, most: points })),
  tiers,
  grades,
});

/** What no single field can tell. */
function checkWhole(value: Rubric, place: Place): void {
  const { levels, total, adjustments } = value;
  const weights = sum(levels.map(({ weight }) => weight));
  if (levels.length > 0 && !weights.eq(total)) {
    problem(placeWithin(place, 'levels'), 'levels-total', { sum: weights.toFixed(), total: total.toFixed() });
  }
  if (adjustments?.least.gt(adjustments.most)) problem(placeWithin(place, 'adjustments'), 'wrong-order');
}

/**
 * Reads a profile from parsed JSON.
 *
 * @returns the rubric, or every problem with its path ("tiers[1].from"), in document order.
 */
export function parseRubric(source: unknown): ParsedRubric {
  const problems: RubricProblem[] = [];
  const place: Place = { path: '', problems, depth: 0 };
  const value = rubric(source, place);
  if (problems.length === 0) checkWhole(value, place);
  return problems.length === 0 ? { ok: true, value } : { ok: false, problems };
}

/** Plain JSON. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

function isDecimal(value: object): value is Exact {
  return value instanceof exact(0).constructor;
}

function toJson(value: unknown): Json {
  if (value === null || typeof value === 'boolean' || typeof value === 'number' || typeof value === 'string')
    return value;
  if (Array.isArray(value)) return value.map(toJson);
  if (typeof value !== 'object') throw new Error(`A rubric holds a ${typeof value}, which JSON cannot`);
  if (isDecimal(value)) {
    const number = value.toNumber();
    // Beyond fifteen digits a JSON number would change it.
    return exact(number).eq(value) ? number : value.toFixed();
  }
  return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, toJson(field)]));
}

/** The profile as plain JSON that `parseRubric` reads back to an equal rubric. */
export function rubricToJson(value: Rubric): Json {
  return toJson(value);
}
