/** Applies one rule to one indicator: a score, its limits, or nothing where the rule does not speak of the case. */
import { exact, greater, lesser, one, plain, sum, zero, type Exact } from '../exact';
import type {
  AdjustmentRule,
  AllOrNothingRule,
  Award,
  Band,
  BandsRule,
  ItemsRule,
  LevelsRule,
  PartsRule,
  ProportionalRule,
  ReverseFormula,
  Rule,
  StepsRule,
  TierShare,
  ValueRule,
} from '../rubric/rule';
import type { Comparison } from '../value/compare';
import { fold } from '../value/normalise';
import { amountIn, unitNamed } from '../value/units';
import type { Comparator, Unit, Value } from '../value/value';
import type { FactsOf } from './derivationKeys';
import { cappedRate, percentText } from './executionRate';
import { anything, ascending, between, oneOf, open, scored, unsaid, type Outcome } from './outcome';
import { writtenScore } from './rounding';
import { figuresOf, weighing, type Situation } from './situation';

/** Whether equal words (是/是, 合格/合格) earn the full weight under the rule in force. */
export interface Terms {
  readonly equalWords: 'full' | 'tier';
}

/** The points that an award is worth under a weight. */
function worth(award: Award, weight: Exact): Exact {
  return award.kind === 'points' ? award.points : award.share.times(weight);
}

/** A number as the form would write it, with its unit where that belongs to the figure. */
function figure(number: Exact, unit: Unit | null): string {
  const text = exact(number.toFixed(6)).toFixed();
  return unit?.family === 'ratio' ? `${text}${unit.name}` : text;
}

function pointsText(situation: Situation, score: Exact): string {
  return writtenScore(score, situation.rubric);
}

function listOf(amounts: readonly Exact[]): string {
  return amounts.map(plain).join('、');
}

function sourceText(value: Value | null): string {
  return value ? value.source.trim() : '';
}

function bothTexts({ target, actual, weight }: Situation): FactsOf<'met-in-words'> {
  return { target: sourceText(target), actual: sourceText(actual), weight: plain(weight) };
}

/** Why nothing was compared, in the terms of the report. */
function opennessOf({
  target,
  actual,
  comparison,
  sort,
}: Situation): NonNullable<Extract<Outcome, { kind: 'open' }>['because']> {
  const isEmpty = (value: Value | null): boolean => !value || value.kind === 'blank' || value.kind === 'dash';
  // A layout without a column for targets has nothing to compare with: its rules are for people.
  if (!target) return 'rule-needs-person';
  if (isEmpty(target)) return 'target-missing';
  if (isEmpty(actual)) return 'actual-missing';
  if (comparison.kind === 'unknown' && comparison.because === 'different-units') return 'units-differ';
  return sort === 'quality' || sort === 'fact' ? 'qualitative' : 'not-measurable';
}

function openComparison(situation: Situation): Outcome {
  const because = opennessOf(situation);
  return open(because, anything(situation.weight), `open-${because}`, bothTexts(situation));
}

/** A ratio that the actual states: 95% → 0.95; null where it is no rate or only a bound. */
function actualRatio({ actual }: Situation): Exact | null {
  if (actual?.kind !== 'quantity' || actual.unit?.family !== 'ratio' || actual.unit.per) return null;
  if (actual.comparator !== null && actual.comparator !== '=') return null;
  return actual.number.times(actual.unit.scale);
}

/** The sum that leads to the full weight. */
function fullMarks(situation: Situation): Outcome {
  const { comparison, weight, directed } = situation;
  const full = plain(weight);
  const figures = figuresOf(comparison, directed.direction);
  if (!figures) return scored(weight, 'met-in-words', { ...bothTexts(situation), weight: full });
  const { by } = figures;
  if (by.bound) return scored(weight, 'met-by-bound', bothTexts(situation));
  if (by.comparator === null) return scored(weight, 'met-range', bothTexts(situation));
  return scored(weight, 'target-met', {
    actual: figure(figures.actual, by.unit),
    comparator: by.comparator,
    target: figure(figures.target, by.unit),
    weight: full,
  });
}

/** Less than full marks where the profile takes points for going far beyond the target. */
function overCompleted(situation: Situation): Outcome | null {
  const { rubric, completion, weight, directed } = situation;
  const over = rubric.overCompletion;
  if (directed.direction === 'reverse' || !completion) return null;
  if (over.kind !== 'deduct' && over.kind !== 'reduce') return null;
  if (completion.lt(over.from)) return null;
  const facts = { completion: percentText(completion), from: percentText(over.from), weight: plain(weight) };
  if (over.kind === 'deduct') {
    const score = greater(zero, weight.minus(over.points));
    return scored(score, 'over-deducted', {
      ...facts,
      points: plain(over.points),
      score: pointsText(situation, score),
    });
  }
  const score = weight.times(over.from).div(completion);
  return scored(score, 'over-reduced', { ...facts, score: pointsText(situation, score) });
}

function metOutcome(situation: Situation): Outcome {
  return overCompleted(situation) ?? fullMarks(situation);
}

function missedReverse(formula: ReverseFormula, target: Exact, actual: Exact, weight: Exact): Exact {
  if (formula === 'ratio') return target.times(weight).div(actual);
  return greater(zero, weight.times(target.times(2).minus(actual)).div(target));
}

/** Zero where a floor applies, else null. */
function belowFloor({ floor }: ProportionalRule, situation: Situation): Outcome | null {
  if (!floor) return null;
  const measured = floor.of === 'actual' ? actualRatio(situation) : situation.completion;
  if (!measured || measured.gte(floor.below)) return null;
  return scored(zero, 'below-floor', { value: percentText(measured), floor: percentText(floor.below) });
}

function missedFigures(rule: ProportionalRule, situation: Situation): Outcome {
  const { comparison, directed, weight } = situation;
  const figures = figuresOf(comparison, directed.direction);
  if (!figures) return unsaid;
  const { target, actual, by } = figures;
  if (by.bound || by.approximate) {
    return open('not-measurable', between(zero, weight, false), 'missed-not-measured', bothTexts(situation));
  }
  const facts = { target: figure(target, by.unit), actual: figure(actual, by.unit), weight: plain(weight) };
  const isReverse =
    directed.direction === 'reverse' || (target.eq(0) && by.comparator !== '≥' && by.comparator !== '>');
  if (target.eq(0)) return scored(zero, 'zero-target-missed', facts);
  if (target.lt(0)) return open('not-measurable', anything(weight), 'open-not-measurable', bothTexts(situation));
  const floored = belowFloor(rule, situation);
  if (floored) return floored;
  if (!isReverse) {
    if (rule.positive === null) return unsaid;
    const score = lesser(weight, greater(zero, actual.times(weight).div(target)));
    return scored(score, 'ratio-positive', { ...facts, score: pointsText(situation, score) });
  }
  if (rule.reverse === null) return unsaid;
  const score = lesser(weight, missedReverse(rule.reverse, target, actual, weight));
  return scored(score, `reverse-${rule.reverse}`, { ...facts, score: pointsText(situation, score) });
}

/** A target that is met or missed in words, without a measure. */
function wordsOutcome(situation: Situation, terms: Terms): Outcome {
  const { comparison, weight } = situation;
  if (comparison.kind === 'met') return terms.equalWords === 'full' ? fullMarks(situation) : unsaid;
  return open('rule-needs-person', between(zero, weight, false), 'missed-in-words', bothTexts(situation));
}

/** A target of zero without a sign is a limit: nothing may happen. */
function isMetZero({ comparison, target, actual }: Situation): boolean | null {
  if (target?.kind !== 'quantity' || !target.number.eq(0) || actual?.kind !== 'quantity') return null;
  if (target.comparator !== null && target.comparator !== '=') return null;
  if (comparison.kind === 'unknown' || comparison.by !== 'figures') return null;
  return comparison.actual.high.lte(0);
}

function applyProportional(rule: ProportionalRule, situation: Situation, terms: Terms): Outcome {
  const { comparison, sort } = situation;
  if (sort === 'quality') return unsaid;
  if (comparison.kind === 'unknown') return openComparison(situation);
  if (isMetZero(situation) === false) return scored(zero, 'zero-target-missed', bothTexts(situation));
  if (
    comparison.by === 'yes-no' ||
    comparison.by === 'grade' ||
    comparison.by === 'words' ||
    comparison.by === 'tier'
  ) {
    return wordsOutcome(situation, terms);
  }
  if (comparison.kind === 'met') return metOutcome(situation);
  if (comparison.by === 'figures') return missedFigures(rule, situation);
  // A missed date or one missed part of several has no ratio.
  const key = comparison.by === 'dates' ? 'missed-date' : 'missed-part';
  return open('rule-needs-person', between(zero, situation.weight, false), key, bothTexts(situation));
}

/** The execution rate: of the budget block, else as the row states it; spending more than the budget earns no more. */
function executionValue(situation: Situation): Exact | null {
  const rate = situation.execution?.used ?? actualRatio(situation);
  return rate && cappedRate(rate);
}

function applyValue(rule: ValueRule, situation: Situation): Outcome {
  const { weight, comparison } = situation;
  if (rule.fullWhenMet && comparison.kind === 'met') return metOutcome(situation);
  const isExecution = rule.of === 'execution-rate';
  const measured = isExecution ? executionValue(situation) : actualRatio(situation);
  if (!measured) {
    if (comparison.kind === 'missed' && comparison.by === 'figures') return unsaid;
    if (comparison.kind === 'met') return fullMarks(situation);
    return open('actual-missing', anything(weight), 'open-rate-missing', { rate: rule.name, weight: plain(weight) });
  }
  const rate = percentText(measured);
  if (rule.fullFrom && measured.gte(rule.fullFrom)) {
    return scored(weight, 'rate-full', { rate, from: percentText(rule.fullFrom), weight: plain(weight) });
  }
  if (rule.zeroBelow && measured.lt(rule.zeroBelow)) {
    return scored(zero, 'below-floor', { value: rate, floor: percentText(rule.zeroBelow) });
  }
  if (measured.gte(1)) return scored(weight, 'rate-full', { rate, from: '100%', weight: plain(weight) });
  return rateTimes(measured, weight, situation, isExecution);
}

function rateTimes(measured: Exact, weight: Exact, situation: Situation, isExecution: boolean): Outcome {
  const { execution } = situation;
  const score = greater(zero, cappedRate(measured).times(weight));
  const written = { weight: plain(weight), score: pointsText(situation, score) };
  if (!isExecution || !execution?.executed || !execution.budget) {
    return scored(score, 'rate-times-weight', { rate: percentText(measured), ...written });
  }
  const amounts = { executed: plain(execution.executed), budget: plain(execution.budget) };
  if (!execution.usesStated || execution.used.eq(execution.rate)) {
    return scored(score, 'execution-ratio', { ...amounts, ...written });
  }
  return scored(score, 'execution-stated-rate', { ...amounts, rate: percentText(measured), ...written });
}

function isInBand(value: Exact, { from, includesFrom, to, includesTo }: Band): boolean {
  const aboveFrom = !from || value.gt(from) || (includesFrom && value.eq(from));
  const belowTo = !to || value.lt(to) || (includesTo && value.eq(to));
  return aboveFrom && belowTo;
}

function bandText({ from, includesFrom, to, includesTo }: Band): string {
  const low = from ? `${includesFrom ? '≥' : '>'}${percentText(from)}` : '';
  const high = to ? `${includesTo ? '≤' : '<'}${percentText(to)}` : '';
  return [low, high].filter((end) => end !== '').join('、');
}

function bandWorth({ award }: Band, value: Exact, weight: Exact): Exact {
  return award.kind === 'by-value' ? cappedRate(value).times(award.share).times(weight) : worth(award, weight);
}

function bandValue({ of }: BandsRule, situation: Situation): Exact | null {
  switch (of) {
    case 'execution-rate':
      return executionValue(situation);
    case 'actual':
      return actualRatio(situation);
    case 'completion':
      return situation.completion;
    case 'other-rate':
      return null;
  }
}

function applyBands(rule: BandsRule, situation: Situation): Outcome {
  const { weight } = situation;
  const value = bandValue(rule, situation);
  if (!value) {
    const because =
      rule.of === 'execution-rate'
        ? 'actual-missing'
        : rule.of === 'other-rate'
          ? 'rule-needs-person'
          : opennessOf(situation);
    return open(because, anything(weight), 'open-band-value-missing', { weight: plain(weight) });
  }
  const band = rule.bands.find((candidate) => isInBand(value, candidate));
  if (!band) return unsaid;
  const score = lesser(weight, bandWorth(band, value, weight));
  const facts = { rate: percentText(value), band: bandText(band), score: pointsText(situation, score) };
  if (band.award.kind !== 'by-value') return scored(score, 'band', facts);
  return scored(score, 'band-by-value', { ...facts, weight: plain(weight.times(band.award.share)) });
}

function holds(comparator: Comparator, value: Exact, limit: Exact): boolean {
  switch (comparator) {
    case '≥':
      return value.gte(limit);
    case '>':
      return value.gt(limit);
    case '≤':
      return value.lte(limit);
    case '<':
      return value.lt(limit);
    case '=':
      return value.eq(limit);
  }
}

/** What a threshold in the rule's own words says of the actual; null where it names none or it cannot be measured. */
function thresholdHolds({ threshold }: AllOrNothingRule, situation: Situation): boolean | null {
  if (!threshold) return null;
  const { actual } = situation;
  const value = threshold.isRatio
    ? actualRatio(situation)
    : actual?.kind === 'quantity' && actual.comparator === null
      ? actual.number
      : null;
  return value ? holds(threshold.comparator, value, threshold.number) : null;
}

function applyAllOrNothing(rule: AllOrNothingRule, situation: Situation): Outcome {
  const { comparison, weight } = situation;
  const byThreshold = thresholdHolds(rule, situation);
  const isMet = byThreshold ?? (comparison.kind === 'unknown' ? null : comparison.kind === 'met');
  const facts = { ...bothTexts(situation), condition: rule.condition };
  if (isMet === true) return comparison.kind === 'met' ? metOutcome(situation) : scored(weight, 'condition-met', facts);
  if (rule.otherwise === null) return isMet === false ? unsaid : openComparison(situation);
  if (isMet === false) return scored(zero, 'condition-missed', facts);
  return oneOf([zero, weight], 'all-or-nothing-open', facts);
}

function tierInterval({ from, to, includesTo }: TierShare, weight: Exact): ReturnType<typeof between> {
  return between(from.times(weight), to.times(weight), includesTo);
}

function tierOutcome(
  tier: TierShare,
  situation: Situation,
  key: 'tier-named' | 'tier-equal-words' | 'tier-negated',
): Outcome {
  const { weight } = situation;
  const interval = tierInterval(tier, weight);
  return open('qualitative', interval, key, {
    ...bothTexts(situation),
    low: plain(interval.low),
    high: plain(interval.high),
  });
}

function applyTiers(tiers: readonly TierShare[], situation: Situation): Outcome {
  const { actual, comparison, weight, sort } = situation;
  if (sort === 'quantity') return unsaid;
  if (!actual || actual.kind === 'blank' || actual.kind === 'dash') return openComparison(situation);
  const named = (name: TierShare['tier']): TierShare | undefined => tiers.find(({ tier }) => tier === name);
  const own = actual.kind === 'qualitative' && actual.tier ? named(actual.tier) : undefined;
  if (own) return tierOutcome(own, situation, 'tier-named');
  const achieved = named('achieved');
  if (comparison.kind === 'met' && achieved) return tierOutcome(achieved, situation, 'tier-equal-words');
  if (comparison.kind === 'missed' && achieved) {
    const below: TierShare = { tier: 'not', from: zero, to: achieved.from, includesTo: false };
    return tierOutcome(below, situation, 'tier-negated');
  }
  return open('qualitative', anything(weight), 'tier-open', bothTexts(situation));
}

/** How many steps a missed target makes, as the least and the most that a reader may count; null: not countable. */
function stepsOf(rule: StepsRule, situation: Situation): { readonly least: Exact; readonly most: Exact } | null {
  const { comparison, directed, actual, target } = situation;
  if (comparison.kind !== 'missed' || rule.per === 'case') return null;
  const over = (amount: Exact): { least: Exact; most: Exact } => {
    const steps = amount.div(rule.size);
    return { least: steps.round(0, 0), most: steps.round(0, 3) };
  };
  if (comparison.by === 'dates') {
    if (comparison.daysLate === null || rule.per !== 'late') return null;
    const days = exact(comparison.daysLate);
    if (/天|日/u.test(rule.unit)) return over(days);
    if (/周/u.test(rule.unit)) return over(days.div(7));
    // A month has 28 to 31 days; the count is open where that matters.
    if (!/月/u.test(rule.unit)) return null;
    return { least: over(days.div(31)).least, most: over(days.div(28)).most };
  }
  const figures = figuresOf(comparison, directed.direction);
  if (!figures || figures.by.bound || figures.by.approximate) return null;
  const unit = unitNamed(rule.unit);
  const wanted = target?.kind === 'quantity' ? amountIn(target, unit) : null;
  const reached = actual?.kind === 'quantity' ? amountIn(actual, unit) : null;
  return wanted && reached ? over(wanted.minus(reached).abs()) : null;
}

function applySteps(rule: StepsRule, situation: Situation): Outcome {
  const { comparison, weight } = situation;
  if (comparison.kind === 'met') return metOutcome(situation);
  const penalty = worth(rule.penalty, weight);
  if (penalty.lte(0)) return unsaid;
  const after = (steps: Exact): Exact => greater(zero, weight.minus(penalty.times(steps)));
  const facts = { ...bothTexts(situation), unit: `${plain(rule.size)}${rule.unit}`, penalty: plain(penalty) };
  const steps = stepsOf(rule, situation);
  if (steps?.least.eq(steps.most)) {
    const score = after(steps.least);
    return scored(score, 'steps', { ...facts, steps: plain(steps.least), score: pointsText(situation, score) });
  }
  if (steps) return oneOf([after(steps.least), after(steps.most)], 'steps-between', facts);
  // Every number of cases that a person may count.
  const most = rule.cases ?? Math.ceil(weight.div(penalty).toNumber());
  const scores = Array.from({ length: Math.min(most, 200) + 1 }, (_, count) => after(exact(count)));
  return oneOf(scores, 'steps-open', facts);
}

/** Every sum that some of the awards can make. */
function subsetSums(awards: readonly Exact[]): readonly Exact[] {
  let sums = new Map([['0', zero]]);
  for (const award of awards) {
    const added = [...sums.values()].map((total): [string, Exact] => {
      const next = total.plus(award);
      return [next.toFixed(), next];
    });
    sums = new Map([...sums, ...added]);
  }
  return [...sums.values()];
}

/** What each measured part of several earns, where the parts are the items. */
function measuredItems(rule: ItemsRule, awards: readonly Exact[], situation: Situation): Exact | null {
  const { comparison, directed } = situation;
  if (comparison.kind === 'unknown' || comparison.by !== 'parts') return null;
  if (comparison.parts.length !== awards.length) return null;
  const earned = comparison.parts.map((part: Comparison, index) => {
    const award = awards[index] ?? zero;
    if (part.kind === 'met') return award;
    const figures = figuresOf(part, directed.direction);
    if (!rule.missedByRatio || !figures || figures.by.bound || figures.target.lte(0)) return null;
    return lesser(award, greater(zero, figures.actual.times(award).div(figures.target)));
  });
  const known = earned.filter((amount) => amount !== null);
  return known.length === earned.length ? sum(known) : null;
}

/** The points of each item; where the text does not count them, as many as the weight holds. */
function itemAwards({ items, each }: ItemsRule, weight: Exact): readonly Exact[] {
  if (!each) return items.map(({ award }) => worth(award, weight));
  const award = worth(each, weight);
  if (award.lte(0)) return [];
  const count = Math.min(200, Math.floor(weight.div(award).toNumber()));
  return Array.from({ length: count }, () => award);
}

function applyItems(rule: ItemsRule, situation: Situation): Outcome {
  const { weight } = situation;
  const awards = itemAwards(rule, weight);
  const facts = { ...bothTexts(situation), items: listOf(awards) };
  const measured = measuredItems(rule, awards, situation);
  if (measured) {
    const score = lesser(weight, measured);
    return scored(score, 'items-measured', { ...facts, score: pointsText(situation, score) });
  }
  if (rule.isPartial || rule.missedByRatio) {
    return open('rule-needs-person', between(zero, lesser(weight, sum(awards))), 'items-partial', facts);
  }
  const sums = subsetSums(awards).map((total) => lesser(total, weight));
  return oneOf(sums, 'items-open', { ...facts, admissible: listOf(ascending(sums)) });
}

function applyLevels({ levels }: LevelsRule, situation: Situation): Outcome {
  const { weight, sort } = situation;
  if (sort === 'quantity') return unsaid;
  const words = fold(sourceText(situation.actual)).text;
  const level = words === '' ? undefined : levels.find(({ name }) => fold(name).text === words);
  if (level) {
    const score = lesser(weight, worth(level.award, weight));
    return scored(score, 'level', { level: level.name, score: pointsText(situation, score) });
  }
  const scores = levels.map(({ award }) => lesser(weight, worth(award, weight)));
  const names = levels.map(({ name, award }) => `${name} ${plain(worth(award, weight))}`).join('、');
  return oneOf(scores, 'levels-open', { levels: names });
}

function applyParts({ parts }: PartsRule, situation: Situation, terms: Terms): Outcome {
  const outcomes = parts.map(({ share, rule, label }) => {
    const weight = share.times(situation.weight);
    // The target says nothing about a part's own condition.
    const part: Situation = {
      ...weighing(situation, weight),
      comparison: { kind: 'unknown', because: 'nothing-to-compare' },
    };
    return { label, weight, outcome: applyRule(rule, part, terms) };
  });
  const limits = outcomes.map(({ outcome, weight }) => {
    if (outcome.kind === 'scored') return { low: outcome.score, high: outcome.score };
    return (outcome.kind === 'open' ? outcome.interval : null) ?? { low: zero, high: weight };
  });
  const low = sum(limits.map((limit) => limit.low));
  const high = sum(limits.map((limit) => limit.high));
  const known = outcomes
    .map(({ label, outcome }) =>
      outcome.kind === 'scored' ? `${label} ${writtenScore(outcome.score, situation.rubric)}` : `${label} ?`,
    )
    .join('；');
  const facts = { parts: known, low: plain(low), high: plain(high) };
  if (outcomes.every(({ outcome }) => outcome.kind === 'scored')) {
    return scored(low, 'parts', { parts: known, score: pointsText(situation, low) });
  }
  return open('rule-needs-person', between(low, high), 'parts-open', facts);
}

/** The saving rate: stated as such, or (target − actual) ÷ target. */
function savingRate(situation: Situation): Exact | null {
  const { name, comparison } = situation;
  if (/节约率|节省率/u.test(name)) return actualRatio(situation);
  const figures = figuresOf(comparison, 'reverse');
  if (!figures || figures.by.bound || figures.target.lte(0)) return null;
  return figures.target.minus(figures.actual).div(figures.target);
}

function applySaving(situation: Situation): Outcome {
  const { weight } = situation;
  const rate = savingRate(situation);
  if (!rate) return openComparison(situation);
  if (rate.gte(0)) return scored(weight, 'saving-met', { rate: percentText(rate), weight: plain(weight) });
  const score = greater(zero, one.minus(rate.abs()).times(weight));
  return scored(score, 'saving-missed', {
    rate: percentText(rate.abs()),
    weight: plain(weight),
    score: pointsText(situation, score),
  });
}

/** Fixed points: in a bonus or malus row they are the score, in an ordinary row they are added to or taken from it. */
function applyAdjustment({ points }: AdjustmentRule, { isAdjustment, weight }: Situation): Outcome {
  const facts = { points: plain(points) };
  if (isAdjustment) return oneOf([zero, points], 'adjustment-open', facts);
  const scores = points.lt(0) ? [weight, greater(zero, weight.plus(points))] : [zero, lesser(weight, points)];
  return oneOf(scores, 'adjustment-open', facts);
}

/** Applies a rule. References and mixed rules are resolved by the caller, who knows the other rows. */
export function applyRule(rule: Rule, situation: Situation, terms: Terms): Outcome {
  switch (rule.kind) {
    case 'proportional':
      return applyProportional(rule, situation, terms);
    case 'value':
      return applyValue(rule, situation);
    case 'bands':
      return applyBands(rule, situation);
    case 'all-or-nothing':
      return applyAllOrNothing(rule, situation);
    case 'tiers':
      return applyTiers(rule.tiers, situation);
    case 'steps':
      return applySteps(rule, situation);
    case 'items':
      return applyItems(rule, situation);
    case 'levels':
      return applyLevels(rule, situation);
    case 'parts':
      return applyParts(rule, situation, terms);
    case 'saving':
      return applySaving(situation);
    case 'adjustment':
      return applyAdjustment(rule, situation);
    case 'judgement':
      return open('rule-needs-person', anything(situation.weight), 'judgement', { weight: plain(situation.weight) });
    case 'mixed': {
      const part = situation.sort === 'quality' ? rule.qualitative : (rule.quantitative ?? rule.qualitative);
      return part ? applyRule(part, situation, terms) : unsaid;
    }
    case 'reference':
      return unsaid;
  }
}
