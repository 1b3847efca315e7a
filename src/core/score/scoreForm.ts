/** Scores a form: every indicator in every way that its premises allow, the execution rate, the totals. */
import { exact, hundred, zero, type Exact } from '../exact';
import { amountOf } from '../form/amountOf';
import { type FormDecisions, nothingDecided } from '../decisions/formDecisions';
import type { Form, Indicator } from '../form/form';
import type { Rubric } from '../rubric/rubric';
import { rememberedFrom } from '../remembered';
import { finish, type Steps } from '../steps';
import { scoreExecution } from './execution';
import { executionRateOf, type ExecutionRate } from './executionRate';
import { candidatesFor, formRulesOf, govern, rulePremises, type FormRules, type Ruled } from './governing';
import { anything, derivation, scored } from './outcome';
import { withExecutionScore, withScore } from './givenScore';
import { assumed, type Premise } from './premises';
import { distinct, givesTheSame, readingOf, settle } from './readings';
import { agreementOf } from './agreement';
import { profilesOf, type Profiles } from './profilesOf';
import { directionOfRule } from './ruleDirection';
import type { GoverningRule, IndicatorScore, ScoreReading, Scores } from './scores';
import { scoreOfGroup, weightGroupsOf } from './sharedWeight';
import { situationIn, weightOf } from './situation';
import { totalsOf } from './totals';
import { settledBy } from './settledPremises';
import { worldsOf, type PremisedWorld } from './worlds';
import { withoutSpaces } from '../signs';

/** What a comparison of target and actual tells without any points. */
type Compared = Pick<ScoreReading, 'met' | 'completion' | 'direction' | 'directionFrom'>;

/** What can be said of an indicator that is not scored at all. */
function leftAlone(
  indicator: Indicator,
  rule: GoverningRule,
  leftOpen: 'misaligned' | 'weight-missing' | 'weight-shared',
  compared: readonly Compared[] = [],
): IndicatorScore {
  const without: Omit<ScoreReading, keyof Compared> = {
    premises: [],
    rule,
    computed: null,
    unrounded: null,
    interval: null,
    admissible: null,
    derivation: derivation(`open-${leftOpen}`, {}),
    leftOpen,
  };
  const nothing: Compared = { met: null, completion: null, direction: null, directionFrom: null };
  const [likeliest = nothing, ...others] = compared;
  return settle(
    indicator,
    null,
    [{ ...without, ...likeliest }, ...others.map((each) => ({ ...without, ...each }))],
    [],
  );
}

/** A bonus or malus that did not happen (无, 否) neither gives nor takes points. */
function isIdleAdjustment({ isAdjustment, actual }: Indicator): boolean {
  return isAdjustment && actual?.value.kind === 'yes-no' && !actual.value.yes;
}

/** What a row is read by. */
interface RowContext {
  readonly indicator: Indicator;
  readonly weight: Exact;
  readonly rules: FormRules;
  readonly execution: ExecutionRate | null;
  readonly decisions: FormDecisions;
}

/** The worlds of a row, with only those that the reviewer left. */
function worldsFor({ decisions, indicator, rules }: RowContext, rubric: Rubric): ReturnType<typeof worldsOf> {
  const worlds = worldsOf(indicator, rubric, () => directionOfRule(rules.of(indicator)));
  return settledBy(worlds, decisions.premisesOf(indicator));
}

function readIn({ execution, indicator, rules, weight }: RowContext, { premises, world }: PremisedWorld): ScoreReading {
  const situation = situationIn(world, indicator, weight, indicator.isExecutionRate ? execution : null);
  const ruled: Ruled = isIdleAdjustment(indicator)
    ? { outcome: scored(zero, 'adjustment-idle', {}), governing: firstRule(indicator, rules, world.rubric) }
    : govern(candidatesFor(indicator, rules, world.rubric), situation);
  return readingOf(situation, ruled, [...rulePremises(ruled.governing, world.rubric), ...premises]);
}

function firstRule(indicator: Indicator, rules: FormRules, rubric: Rubric): GoverningRule {
  const [first] = candidatesFor(indicator, rules, rubric);
  if (!first) throw new Error('A rubric must have at least one rule for every indicator');
  return first.governing;
}

/** Readings under another profile, which nothing but the profile sets apart. */
function underProfile(row: RowContext, rubric: Rubric): readonly ScoreReading[] {
  const worlds = worldsFor(row, rubric).filter(({ standing }) => standing === 'admissible');
  return worlds.map((world) => readIn(row, world));
}

/** Words by which an item is earned as a whole or not at all. */
const wholeItems = /否则不得分|不符合[^,。;]{0,6}不得分|缺一项|每.{0,12}扣|未.{0,10}不得分|全部.{0,10}得/u;

/** Whether an item may earn a part of its points is a person's custom where the text does not forbid it. */
function partialItems(reading: ScoreReading): readonly ScoreReading[] {
  const isOpen = reading.admissible !== null && reading.derivation.key === 'items-open';
  if (!isOpen || wholeItems.test(withoutSpaces(reading.rule.means ?? reading.rule.text))) return [];
  return [{ ...reading, admissible: null, premises: [...reading.premises, assumed('rule', 'partial-items')] }];
}

/** Where a rubric names no limit of its own for what lies far above its target. */
const farAbove = exact('1.3');

/**
 * 财预〔2020〕10号: where a target was set far too low, the score is reduced by the degree of deviation, and no figure is given. A
 * unit that takes marks off itself is not accused of it.
 */
function reducedForOverCompletion(
  { weight }: RowContext,
  reading: ScoreReading,
  { overCompletion, reasons }: Rubric,
): readonly ScoreReading[] {
  const isLeftToPeople = overCompletion.kind !== 'deduct' && overCompletion.kind !== 'reduce';
  const from =
    reasons.completionFrom ?? (isLeftToPeople && overCompletion.kind !== 'none' ? overCompletion.from : farAbove);
  const isFar = reading.direction !== 'reverse' && reading.completion?.gte(from) === true;
  if (!isLeftToPeople || !isFar || reading.rule.source !== 'profile' || !reading.computed?.eq(weight)) return [];
  const reduced = { ...reading, computed: null, unrounded: null, interval: anything(weight) };
  return [withPremise(reduced, assumed('rule', 'over-completion'))];
}

/** The readings that only hold back an accusation; a score that is right in every reading needs none. */
function heldAgainst(
  row: RowContext,
  readings: readonly ScoreReading[],
  worlds: readonly PremisedWorld[],
  profiles: readonly Rubric[],
  rubric: Rubric,
): readonly ScoreReading[] {
  const { indicator, weight } = row;
  const isPlain =
    amountOf(indicator.score) !== null &&
    readings.every((reading) => agreementOf(indicator.score, reading, weight) === 'agrees');
  if (isPlain) return [];
  const held = [
    ...worlds.filter(({ standing }) => standing === 'contrary').map((world) => readIn(row, world)),
    ...profiles.flatMap((profile) => underProfile(row, profile)),
    ...readings.slice(0, 1).flatMap(partialItems),
  ];
  const reduced = [...readings, ...held].flatMap((reading) => reducedForOverCompletion(row, reading, rubric));
  return distinct([...held, ...reduced]).filter((reading) => !readings.some((other) => givesTheSame(other, reading)));
}

function withPremise(reading: ScoreReading, premise: Premise): ScoreReading {
  return { ...reading, premises: [...reading.premises, premise] };
}

/** An execution rate in a row with a target of its own (≥95%): scored like any target, where no text of the row says otherwise. */
function byOwnTarget(row: RowContext, rubric: Rubric): readonly ScoreReading[] {
  const { indicator, rules } = row;
  const target = indicator.target?.value;
  const isTargeted = target?.kind === 'quantity' && target.unit?.family === 'ratio' && !target.number.eq(hundred);
  if (!indicator.isExecutionRate || !isTargeted || rules.of(indicator)) return [];
  const asAny: RowContext = { ...row, indicator: { ...indicator, isExecutionRate: false } };
  return underProfile(asAny, rubric).map((reading) => withPremise(reading, assumed('rule', 'own-target')));
}

function scoreRow(row: RowContext, { admissible, contrary, rubric }: Required<Profiles>): IndicatorScore {
  const [first, ...rest] = worldsFor(row, rubric);
  const likeliest = readIn(row, first);
  const others = rest.filter(({ standing }) => standing === 'admissible').map((world) => readIn(row, world));
  // The form's own text outranks every profile.
  const isByProfile = likeliest.rule.source === 'profile';
  const elsewhere = isByProfile ? admissible.flatMap((profile) => underProfile(row, profile)) : [];
  const byTarget = byOwnTarget(row, rubric);
  const rated = byTarget.length === 0 ? likeliest : withPremise(likeliest, assumed('rule', 'by-rate'));
  const readings: readonly [ScoreReading, ...ScoreReading[]] = [rated, ...others, ...byTarget, ...elsewhere];
  return settle(
    row.indicator,
    row.weight,
    readings,
    heldAgainst(row, readings, rest, isByProfile ? contrary : [], rubric),
  );
}

const known = rememberedFrom<IndicatorScore>();

/**
 * The score of a row; of one that is the same as in the review before, under the same profiles and texts, the same score.
 * What an execution rate or the reviewer settles is not in the row.
 */
function rowScore(row: RowContext, profiles: Required<Profiles>): IndicatorScore {
  const { decisions, indicator, rules } = row;
  if (indicator.isExecutionRate || decisions.premisesOf(indicator).length > 0) return scoreRow(row, profiles);
  const { admissible, contrary, rubric } = profiles;
  const texts = [rules.of(indicator), ...rules.notes].flatMap((rule) => [rule?.cell, rule?.compiled, rule?.means]);
  const from = [
    indicator,
    row.weight.toString(),
    rubric,
    admissible.length,
    ...admissible,
    ...contrary,
    ...texts,
  ] as const;
  return known(from, () => scoreRow(row, profiles));
}

/** What a row without points tells in each of its worlds, the likeliest first. */
function comparedWithoutPoints(row: Indicator, rubric: Rubric): readonly Compared[] {
  return worldsOf(row, rubric, () => null).map(({ world }) => {
    const { comparison, completion, directed, sort } = situationIn(world, row, zero, null);
    const isDirected = sort === 'quantity';
    return {
      met: comparison.kind === 'unknown' ? null : comparison.kind === 'met',
      completion,
      direction: isDirected ? directed.direction : null,
      directionFrom: isDirected ? directed.from : null,
    };
  });
}

/**
 * Scores a form. Never throws for anything a form can hold: what cannot be scored is left open and says why.
 *
 * @param form as recognised; rows that stand beside their header are not scored.
 * @param by the profile in force, with others that are admissible or held against an accusation; the form's own rule
 *   texts outrank them all.
 * @param decisions what the reviewer decided for it: it changes no row that it does not name.
 */
export function scoreForm(form: Form, by: Rubric | Profiles, decisions: FormDecisions = nothingDecided): Scores {
  return finish(scoreInSteps(form, by, decisions));
}

/** The same, a row at a time. */
export function* scoreInSteps(form: Form, by: Rubric | Profiles, decisions: FormDecisions): Steps<Scores> {
  const profiles = profilesOf(by);
  const { rubric } = profiles;
  const rules = formRulesOf(form, decisions);
  const rate = form.budget ? executionRateOf(form.budget) : null;
  const displaced = new Set(form.misalignment?.lines ?? []);
  const isAllDisplaced = form.misalignment !== null && displaced.size === 0;
  const groups = weightGroupsOf(form);
  const followers = new Set([...groups.values()].flat());
  const scoreOne = (indicator: Indicator): IndicatorScore => {
    const isMisaligned = isAllDisplaced || displaced.has(indicator.line) || (indicator.shift ?? 0) !== 0;
    if (isMisaligned) return leftAlone(indicator, firstRule(indicator, rules, rubric), 'misaligned');
    const weight = weightOf(indicator);
    if (!weight) {
      const rule = firstRule(indicator, rules, rubric);
      const because = followers.has(indicator) ? 'weight-shared' : 'weight-missing';
      return leftAlone(indicator, rule, because, comparedWithoutPoints(indicator, rubric));
    }
    const scoreOf = (row: Indicator): IndicatorScore =>
      rowScore({ indicator: row, weight, rules, execution: rate, decisions }, profiles);
    const others = groups.get(indicator);
    const score = others ? scoreOfGroup(scoreOf(indicator), others.map(scoreOf), weight) : scoreOf(indicator);
    return withScore(score, weight, decisions.scoreOf(indicator));
  };
  const indicators: IndicatorScore[] = [];
  for (const indicator of form.indicators) {
    indicators.push(scoreOne(indicator));
    yield;
  }
  const byRule = form.budget ? scoreExecution(form, form.budget, profiles, rules, rate) : null;
  const execution = byRule && withExecutionScore(byRule, decisions.executionScoreOf(byRule.block));
  return { indicators, execution, totals: totalsOf(form, rubric, indicators, execution) };
}

const scoreAfter = rememberedFrom<IndicatorScore>();

/**
 * The scores of the same form after nothing but written scores, rates and reasons were changed: what the rules give does not
 * depend on those, so that only the rows and the totals are new.
 *
 * @param after the form with its rows in the same order as when it was scored.
 */
export function scoresAfter(after: Form, rubric: Rubric, { execution, indicators }: Scores): Scores {
  const rows = indicators.map((score, place) => {
    const indicator = after.indicators[place] ?? score.indicator;
    return indicator === score.indicator ? score : scoreAfter([score, indicator], () => ({ ...score, indicator }));
  });
  const block = after.budget ?? execution?.block;
  const rate = execution && block ? { ...execution, block } : null;
  return { indicators: rows, execution: rate, totals: totalsOf(after, rubric, rows, rate) };
}
