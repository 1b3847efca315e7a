/** Clauses in their order of force: what gives nothing → the other cases → steps → floor and cap. */
import { greater, lesser, plain, zero, type Exact } from '../../exact';
import { isHeldBy } from '../../rubric/limits';
import { meaningOf } from '../../rubric/meaning';
import type { Award, ClausesRule, Condition, Earning, RuleCase } from '../../rubric/rule';
import { compareValues } from '../../value/compare';
import { anything, between, open, oneOf, scored, type RuleOutcome } from '../outcome';
import type { ScoreInterval } from '../scores';
import type { Situation } from '../situation';
import { conditionText, fullPoints, givenBy } from './clauses/givenBy';
import { isOfTarget, isWithin, valuesOf } from './clauses/measured';
import { namedBy } from './clauses/namedBy';
import { afterSteps, stepsOpen } from './clauses/stepsTaken';
import { isItemised, listOf, pointsText, sourceText, worth } from './facts';

const isFixed = (earning: Earning): earning is Award => earning.kind === 'points' || earning.kind === 'share';

/** Facts that change the points by a fixed number, and that only a person knows where words state them. */
const isChange = ({ condition, earning }: RuleCase): boolean =>
  condition.kind === 'words' && (earning.kind === 'less' || earning.kind === 'more');

function isNothing({ earning }: RuleCase): boolean {
  return isFixed(earning) && (earning.kind === 'points' ? earning.points : earning.share).eq(0);
}

/** Whether a condition on a number or a day holds; null where the row does not tell, or the condition is in words. */
function holds(condition: Condition, situation: Situation, choice: number): boolean | null {
  if (condition.kind === 'within') {
    const values = valuesOf(condition.limits, situation);
    const value = values[choice] ?? values[0];
    return value ? isWithin(value, condition.limits) : null;
  }
  if (condition.kind !== 'by-date' || !situation.actual) return null;
  const year = condition.by.year ?? yearOf(situation);
  const due = { kind: 'deadline', by: { ...condition.by, year }, source: condition.words } as const;
  const comparison = compareValues(due, situation.actual);
  return comparison.kind === 'unknown' ? null : comparison.kind === 'met';
}

/** The year that the row's own target names. */
function yearOf({ target }: Situation): number | null {
  if (target?.kind === 'deadline') return target.by.year;
  return target?.kind === 'date' ? target.on.year : null;
}

/** The first award that is above the weight: a contradiction between the text and the row. */
function aboveWeight({ cases }: ClausesRule, weight: Exact): RuleCase | null {
  const worthOf = (earning: Earning): Exact => {
    if (isFixed(earning)) return worth(earning, weight);
    return earning.kind === 'between' ? worth(earning.high, weight) : zero;
  };
  return cases.find(({ earning }) => worthOf(earning).gt(weight)) ?? null;
}

/** Every fixed number of points that the cases can give. */
function openCases(rule: ClausesRule, situation: Situation): RuleOutcome {
  const { weight } = situation;
  const full = fullPoints(rule, weight);
  const cases = rule.cases.filter((each) => !isChange(each));
  const names = cases.map(({ condition }) => conditionText(condition)).join('、');
  const facts = { actual: sourceText(situation.actual), cases: names, weight: plain(weight) };
  if (cases.length === 0 || !cases.every(({ earning }) => isFixed(earning))) {
    return open('rule-needs-person', between(zero, full), 'clauses-open', facts);
  }
  const scores = cases.map(({ earning }) => (isFixed(earning) ? worth(earning, weight) : zero));
  if (isItemised(scores, weight)) return open('rule-needs-person', between(zero, weight), 'clauses-open', facts);
  return oneOf(cases.length === 1 ? [zero, ...scores] : scores, 'clauses-open', facts);
}

/** The case that the row's words name, or that its comparison decides. */
function byWords(rule: ClausesRule, situation: Situation, isByComparison: boolean): RuleCase | null {
  const worded = rule.cases.filter((each) => each.condition.kind === 'words' && !isChange(each));
  const wordsOf = ({ condition }: RuleCase): string => (condition.kind === 'words' ? condition.words : '');
  const index = namedBy(situation.actual, worded.map(wordsOf));
  if (index !== null) return worded[index] ?? null;
  const { comparison } = situation;
  if (!isByComparison || comparison.kind === 'unknown' || comparison.by === 'parts' || comparison.by === 'tier')
    return null;
  const wanted = worded.filter((each) => (meaningOf(wordsOf(each)) ?? 'met') === comparison.kind);
  // Words of quality are weighed by people, and a scale has more than one good level.
  const isDecided =
    comparison.by === 'figures' || comparison.by === 'dates' || comparison.by === 'yes-no' || comparison.by === 'words';
  if (!isDecided || wanted.length !== 1) return null;
  return wanted[0] ?? null;
}

function decide(rule: ClausesRule, situation: Situation, choice: number): RuleOutcome {
  const { weight, comparison } = situation;
  const full = fullPoints(rule, weight);
  const measured = rule.cases.filter(({ condition }) => condition.kind === 'within' || condition.kind === 'by-date');
  const states = measured.map(({ condition }) => holds(condition, situation, choice));
  const holding = innermost(measured.filter((_, index) => states[index] === true));
  const chosen = holding.find(isNothing) ?? holding.find(isPoint) ?? holding[0];
  if (chosen) return givenBy(chosen, rule, situation, choice) ?? openCases(rule, situation);
  const isUnknown = states.includes(null);
  const hasSteps = rule.steps.length > 0;
  const isCaseSteps = rule.steps.some(({ per }) => per === 'case');
  const isMetByFigures = comparison.kind === 'met' && (comparison.by === 'figures' || comparison.by === 'dates');
  const worded = byWords(rule, situation, (!hasSteps || (isCaseSteps && isMetByFigures)) && !isUnknown);
  if (worded) return givenBy(worded, rule, situation, choice) ?? openCases(rule, situation);
  if (hasSteps) {
    const stepped =
      isUnknown && !rule.steps.every(({ base, per }) => base || per === 'late' || per === 'case')
        ? null
        : afterSteps(rule, startsOf(rule, full, weight), situation);
    return stepped ?? stepsOpen(rule, full, situation);
  }
  const otherwise = rule.cases.find(({ condition }) => condition.kind === 'otherwise');
  const hasWords = rule.cases.some((each) => each.condition.kind === 'words' && !isChange(each));
  const isMissed = measured.length > 0 ? !isUnknown : !hasWords || (comparison.kind === 'missed' && !isCaseSteps);
  if (otherwise && isMissed) return givenBy(otherwise, rule, situation, choice) ?? openCases(rule, situation);
  if (otherwise && !isUnknown && hasWords && comparison.kind === 'missed') {
    return givenBy(otherwise, rule, situation, choice) ?? openCases(rule, situation);
  }
  if (isOnlyChanges(rule)) return changesOnly(full);
  if (measured.length > 0 && !isUnknown && !hasWords) {
    const facts = { actual: sourceText(situation.actual), weight: plain(weight) };
    return open('rule-needs-person', anything(weight), 'clauses-gap', facts);
  }
  return openCases(rule, situation);
}

/** Of cases that hold one another, 100% · 80%以上 · 60%以上, the narrowest is meant. */
function innermost(cases: readonly RuleCase[]): readonly RuleCase[] {
  return cases.filter(({ condition: outer }) => {
    if (outer.kind !== 'within') return true;
    return !cases.some(({ condition: inner }) => {
      if (inner === outer || inner.kind !== 'within' || inner.limits.measure !== outer.limits.measure) return false;
      return isHeldBy(inner.limits, outer.limits) && !isHeldBy(outer.limits, inner.limits);
    });
  });
}

/** A point of its own outranks a range that touches it: 预算调整率=0. */
function isPoint({ condition }: RuleCase): boolean {
  if (condition.kind !== 'within') return false;
  const { from, to } = condition.limits;
  return from !== null && to !== null && from.eq(to);
}

/** The points that steps are taken from: of several levels any may be meant. */
function startsOf({ cases }: ClausesRule, full: Exact, weight: Exact): readonly Exact[] {
  const paid = cases.flatMap((each) =>
    isFixed(each.earning) && !isNothing(each) && each.condition.kind === 'within' ? [worth(each.earning, weight)] : [],
  );
  return [full, ...paid.filter((each) => !each.eq(full))];
}

const isOnlyChanges = ({ cases }: ClausesRule): boolean => cases.length > 0 && cases.every(isChange);

/** Nothing but fixed deductions: the full points, before they are taken. */
function changesOnly(full: Exact): RuleOutcome {
  return scored(full, 'clause-full', { weight: plain(full) });
}

/** Every outcome that facts outside of the form may make of one. */
function withFacts(outcome: RuleOutcome, rule: ClausesRule, situation: Situation): RuleOutcome {
  const { weight } = situation;
  const changes = rule.cases.filter(isChange);
  const index = namedBy(
    situation.actual,
    changes.map(({ condition }) => (condition.kind === 'words' ? condition.words : '')),
  );
  const named = index === null ? undefined : changes[index];
  const vetoes = rule.vetoes.filter((veto) => !isRuledOut(veto, situation));
  if ((changes.length === 0 && vetoes.length === 0) || outcome.kind === 'unsaid') return outcome;
  const floor = rule.least ? worth(rule.least, weight) : zero;
  const moved = (score: Exact, { earning }: RuleCase): Exact => {
    if (earning.kind === 'less') return greater(floor, score.minus(worth(earning.by, weight)));
    return earning.kind === 'more' ? lesser(weight, score.plus(worth(earning.by, weight))) : score;
  };
  const facts = { facts: [...vetoes, ...changes.map(({ condition }) => conditionText(condition))].join('、') };
  if (outcome.kind === 'scored' && outcome.score.gt(0)) {
    if (named && changes.length === 1 && vetoes.length === 0) {
      const score = moved(outcome.score, named);
      const clause = conditionText(named.condition);
      return scored(score, 'clause-case', {
        measured: sourceText(situation.actual),
        clause,
        score: pointsText(situation, score),
      });
    }
    const scores = changes
      .slice(0, 6)
      .reduce<readonly Exact[]>(
        (all, change) => [...all, ...all.map((score) => moved(score, change))],
        [outcome.score],
      );
    return oneOf(vetoes.length > 0 ? [zero, ...scores] : scores, 'clauses-facts', {
      ...facts,
      score: pointsText(situation, outcome.score),
    });
  }
  if (outcome.kind !== 'open' || !outcome.interval) return outcome;
  const { low, high } = outcome.interval;
  const least = changes.reduce((score, change) => lesser(score, moved(score, change)), low);
  const most = changes.reduce((score, change) => greater(score, moved(score, change)), high);
  return {
    ...outcome,
    admissible: null,
    interval: { ...outcome.interval, low: vetoes.length > 0 ? zero : least, high: most },
  };
}

/** Whether the row itself says that the thing did not happen: 0起, 无. */
export function isRuledOut(veto: string, { actual, comparison, target, name }: Situation): boolean {
  const event = /事故|投诉|事件|违规|违纪|问题|案件|截留|挪用/u.exec(veto)?.[0];
  if (event === undefined) return false;
  const isNone =
    (actual?.kind === 'quantity' && actual.number.eq(0) && actual.comparator === null) ||
    (actual?.kind === 'yes-no' && !actual.yes);
  const isAbout =
    name.includes(event) || target?.kind === 'yes-no' || (target?.kind === 'quantity' && target.number.eq(0));
  if (isNone && isAbout && comparison.kind === 'met') return true;
  const words = sourceText(actual);
  return /^(?:无|未发生|未出现|不存在|没有)/u.test(words) && words.includes(event);
}

function capped(outcome: RuleOutcome, { most, least }: ClausesRule, { weight }: Situation): RuleOutcome {
  const top = lesser(weight, most ? worth(most, weight) : weight);
  const bottom = lesser(top, least ? worth(least, weight) : zero);
  const within = (score: Exact): Exact => lesser(top, greater(bottom, score));
  if (outcome.kind === 'scored') return { ...outcome, score: within(outcome.score) };
  if (outcome.kind !== 'open' || !outcome.interval) return outcome;
  const { interval, admissible } = outcome;
  return {
    ...outcome,
    interval: { ...interval, low: within(interval.low), high: within(interval.high) },
    admissible: admissible ? admissible.map(within) : null,
  };
}

function limitsOf(outcome: RuleOutcome): ScoreInterval | null {
  if (outcome.kind === 'scored') return between(outcome.score, outcome.score);
  return outcome.kind === 'open' ? outcome.interval : null;
}

/** Joins what two readings of the row give. */
export function joinedOutcome(first: RuleOutcome, second: RuleOutcome): RuleOutcome {
  if (first.kind === 'unsaid' || second.kind === 'unsaid') return first;
  if (first.kind === 'scored' && second.kind === 'scored') {
    if (first.score.eq(second.score)) return first;
    const scores = [first.score, second.score];
    return oneOf(scores, 'clauses-readings', { admissible: listOf(scores) });
  }
  const [left, right] = [limitsOf(first), limitsOf(second)];
  const either = first.kind === 'open' ? first : second;
  if (either.kind !== 'open' || !left || !right) return either;
  return {
    ...either,
    admissible: null,
    interval: between(lesser(left.low, right.low), greater(left.high, right.high)),
  };
}

function hasTwoReadings({ cases, steps }: ClausesRule, situation: Situation): boolean {
  const limits = [
    ...cases.flatMap(({ condition }) => (condition.kind === 'within' ? [condition.limits] : [])),
    ...steps.flatMap(({ base }) => (base ? [base] : [])),
  ];
  if (
    isOfTarget(
      limits.flatMap(({ from, to }) => [from, to]),
      situation,
    )
  )
    return false;
  return limits.some((each) => valuesOf(each, situation).length > 1);
}

/** Applies clauses to a row. */
export function applyClauses(rule: ClausesRule, situation: Situation): RuleOutcome {
  const { weight } = situation;
  if (weight.lt(0)) return open('rule-needs-person', anything(weight), 'judgement', { weight: plain(weight) });
  const above = aboveWeight(rule, weight);
  if (above) {
    const facts = { clause: conditionText(above.condition), weight: plain(weight) };
    return open('rule-needs-person', anything(weight), 'award-above-weight', facts);
  }
  const first = decide(rule, situation, 0);
  const both = hasTwoReadings(rule, situation) ? joinedOutcome(first, decide(rule, situation, 1)) : first;
  return capped(withFacts(both, rule, situation), rule, situation);
}
