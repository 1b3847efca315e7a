/** What one clause gives in a row. */
import { greater, lesser, plain, zero, type Exact } from '../../../exact';
import type { Award, ClausesRule, Condition, Earning, Limits, RuleCase } from '../../../rubric/rule';
import { percentText } from '../../executionRate';
import { between, open, oneOf, scored, type RuleOutcome } from '../../outcome';
import type { Situation } from '../../situation';
import { pointsText, sourceText, worth } from '../facts';
import { evaluate, interpolate, withinPoints } from './evaluate';
import { valuesOf } from './measured';

/** Limits as a person writes them: 合格率 ≥ 98%. */
function limitsText({ from, includesFrom, to, includesTo, unit }: Limits): string {
  const shown = (number: Exact): string => (unit === '%' ? percentText(number) : `${plain(number)}${unit}`);
  if (from && to && from.eq(to)) return `=${shown(from)}`;
  const low = from ? `${includesFrom ? '≥' : '>'}${shown(from)}` : '';
  const high = to ? `${includesTo ? '≤' : '<'}${shown(to)}` : '';
  return [low, high].filter((end) => end !== '').join('、');
}

/** A condition in words, for the sum. */
export function conditionText(condition: Condition): string {
  switch (condition.kind) {
    case 'within':
      return `${condition.limits.name}${limitsText(condition.limits)}`;
    case 'by-date':
    case 'words':
      return condition.words;
    case 'otherwise':
      return '否则';
  }
}

const isFixed = (earning: Earning): earning is Award => earning.kind === 'points' || earning.kind === 'share';

/** The highest points that a case gives outright, else the weight: what steps are taken from. */
export function fullPoints({ cases, most }: ClausesRule, weight: Exact): Exact {
  const fixed = cases.flatMap(({ earning }) => {
    if (isFixed(earning)) return [worth(earning, weight)];
    return earning.kind === 'between' ? [worth(earning.high, weight)] : [];
  });
  const highest = fixed.reduce((top, each) => greater(top, each), zero);
  const full = highest.gt(0) ? highest : weight;
  return most ? lesser(full, worth(most, weight)) : full;
}

/** Where a case's value stands, as text. */
function measuredText(condition: Condition, situation: Situation, choice: number): string {
  if (condition.kind !== 'within') return sourceText(situation.actual);
  const values = valuesOf(condition.limits, situation);
  const value = values[choice] ?? values[0];
  if (!value) return sourceText(situation.actual);
  return condition.limits.unit === '%' ? percentText(value) : `${plain(value)}${condition.limits.unit}`;
}

/** The lower end of the case that gives the full points: what 按比例 is a proportion of. */
function fullFrom({ cases }: ClausesRule, weight: Exact): Limits | null {
  let best: { readonly limits: Limits; readonly points: Exact } | null = null;
  for (const { condition, earning } of cases) {
    if (condition.kind !== 'within' || !isFixed(earning) || condition.limits.from === null) continue;
    const points = worth(earning, weight);
    if (!best || points.gt(best.points)) best = { limits: condition.limits, points };
  }
  return best?.limits ?? null;
}

/** In proportion: by the number that earns the full points, or by the value itself where it is a rate. */
function proportional(rule: ClausesRule, situation: Situation, full: Exact, choice: number): RuleOutcome | null {
  const base = fullFrom(rule, situation.weight);
  const actual = sourceText(situation.actual);
  const facts = (score: Exact) => ({ actual, full: plain(full), score: pointsText(situation, score) });
  if (base?.from?.gt(0)) {
    const values = valuesOf(base, situation);
    const value = values[choice] ?? values[0];
    if (!value) return null;
    const byBase = withinPoints(value.times(full).div(base.from), full);
    const byValue = base.unit === '%' ? withinPoints(value.times(full), full) : byBase;
    if (byBase.eq(byValue)) return scored(byBase, 'clause-proportion', facts(byBase));
    return oneOf([byBase, byValue], 'clause-proportion-open', {
      actual,
      base: limitsText(base),
      admissible: `${pointsText(situation, byBase)}、${pointsText(situation, byValue)}`,
    });
  }
  const { completion, directed } = situation;
  if (!completion || directed.direction === 'reverse') return null;
  const score = withinPoints(completion.times(full), full);
  return scored(score, 'clause-proportion', facts(score));
}

/** What a case gives where it holds; null where the row lacks a number for it. */
export function givenBy(
  { condition, earning }: RuleCase,
  rule: ClausesRule,
  situation: Situation,
  choice: number,
): RuleOutcome | null {
  const { weight } = situation;
  const full = fullPoints(rule, weight);
  const clause = conditionText(condition);
  const measured = measuredText(condition, situation, choice);
  const single = (score: Exact): RuleOutcome =>
    scored(score, 'clause-case', { measured, clause, score: pointsText(situation, score) });
  switch (earning.kind) {
    case 'points':
    case 'share':
      return single(worth(earning, weight));
    case 'less':
      return single(greater(zero, full.minus(worth(earning.by, weight))));
    case 'more':
      return single(lesser(weight, full.plus(worth(earning.by, weight))));
    case 'between': {
      const [low, high] = [worth(earning.low, weight), worth(earning.high, weight)];
      const facts = { measured, clause, low: plain(low), high: plain(high) };
      return open('rule-needs-person', between(low, high), 'clause-range', facts);
    }
    case 'formula': {
      const result = evaluate(earning.formula, situation);
      if (!result) return null;
      const score = withinPoints(result.value, full);
      return scored(score, 'clause-formula', { sum: result.sum, score: pointsText(situation, score) });
    }
    case 'in-proportion':
      return proportional(rule, situation, full, choice);
    case 'interpolated':
      return interpolated(condition, earning, situation, choice);
    case 'judgement':
      return open('rule-needs-person', between(zero, full), 'judgement', { weight: plain(full) });
  }
}

function interpolated(
  condition: Condition,
  { low, high }: Extract<Earning, { kind: 'interpolated' }>,
  situation: Situation,
  choice: number,
): RuleOutcome | null {
  if (condition.kind !== 'within' || !condition.limits.from || !condition.limits.to) return null;
  const { from, to } = condition.limits;
  const values = valuesOf(condition.limits, situation);
  const value = values[choice] ?? values[0];
  if (!value) return null;
  const [start, end] = [worth(low, situation.weight), worth(high, situation.weight)];
  const score = interpolate(value, from, to, start, end);
  return scored(score, 'clause-interpolated', {
    measured: measuredText(condition, situation, choice),
    clause: conditionText(condition),
    low: plain(start),
    high: plain(end),
    score: pointsText(situation, score),
  });
}
