/** Statements composed into one rule. */
import { one, zero, type Exact } from '../../exact';
import type { Comparator } from '../../value/value';
import type { AwardPhrase, CapPhrase } from '../clauses/phrase';
import type {
  AllOrNothingRule,
  Award,
  Band,
  BandsRule,
  ClausesRule,
  Condition,
  Earning,
  Floor,
  Limits,
  ProportionalRule,
  ReverseFormula,
  Rule,
  RuleCase,
  StepClause,
} from '../rule';
import { fixedAward, isFiller, trimmed, type Statement } from '../statements';
import { namedFormula, type NamedFormula } from './formulas';
import { amountOf, isNothing, levelName, readItems, readLevels, wordedOf } from './items';
import { overlap, settled, together, unitOfText, type Loose } from './limits';
import { speaksOfLateness, usualMeasure, type Around } from './measure';
import { isHeldBy } from '../limits';
import { meaningOf } from '../meaning';

/** What contradicts itself in a text. */
export interface Contradiction {
  readonly kind: 'limits-overlap';
  /** The statements that cannot both hold. */
  readonly statements: readonly Statement[];
}

/** A rule with what speaks against it. */
export interface Composed {
  readonly rule: Rule | null;
  readonly contradictions: readonly Contradiction[];
  /** Statements that give or take points and are not in the rule. */
  readonly unused: readonly Statement[];
}

/** Everything that a section of a text says, sorted by what it does. */
interface Material {
  readonly statements: readonly Statement[];
  readonly around: Around;
  readonly valueCases: readonly ValueCase[];
  readonly limitsOf: ReadonlyMap<Statement, readonly Limits[]>;
}

interface ValueCase {
  readonly statement: Statement;
  readonly limits: Limits;
  readonly earning: Earning;
}

function sortOut(statements: readonly Statement[], isExecutionRate: boolean): Material {
  const named = statements.flatMap(({ limits }) => limits.flat());
  const unit = unitOfText(named.map(({ limit }) => limit));
  const heads = statements.filter(({ step }) => step).map(({ words }) => words);
  const usual = usualMeasure([...named.map(({ name }) => name), ...heads], isExecutionRate);
  const isLate = speaksOfLateness(named.map(({ name }) => name));
  const around: Around = { isExecutionRate, usual, isLate };
  const groups = statements.flatMap((statement) =>
    statement.limits.flatMap((group) => {
      const loose = together(group, around, unit);
      return loose ? [{ statement, loose }] : [];
    }),
  );
  const exactLimits = settled(groups.map(({ loose }): Loose => loose));
  const limitsOf = new Map<Statement, Limits[]>();
  for (const [index, { statement }] of groups.entries()) {
    const limits = exactLimits[index];
    if (limits) limitsOf.set(statement, [...(limitsOf.get(statement) ?? []), limits]);
  }
  const valueCases = statements.flatMap((statement) => {
    const earning = statement.step ? null : earningOf(statement);
    return earning ? (limitsOf.get(statement) ?? []).map((limits) => ({ statement, limits, earning })) : [];
  });
  return { statements, around, valueCases, limitsOf };
}

/** What a statement without a step earns. */
function earningOf({ consequence }: Statement): Earning | null {
  switch (consequence?.kind) {
    case 'award':
      return awardEarning(consequence.award);
    case 'formula':
      // B/A或A/B: which of the two holds is for the rules of proportion to say.
      return consequence.formula.other ? null : { kind: 'formula', formula: consequence.formula.formula };
    case 'proportion':
      return consequence.by === 'interpolation'
        ? { kind: 'interpolated', low: points(zero), high: share(one) }
        : { kind: 'in-proportion' };
    case 'judgement':
      return { kind: 'judgement' };
    case undefined:
      return null;
  }
}

function awardEarning({ verb, low, high }: AwardPhrase): Earning {
  if (verb === 'deduct') return { kind: 'less', by: high };
  if (verb === 'add') return { kind: 'more', by: high };
  return low === high ? low : { kind: 'between', low, high };
}

const points = (amount: Exact): Award => ({ kind: 'points', points: amount });
const share = (ratio: Exact): Award => ({ kind: 'share', share: ratio });

const vetoWords = /^[^,]{0,12}?(?:发生|出现|存在|有(?!效|完整|完善|制度|健全|管理))/u;

/** A thing that forfeits all points and that no measure of the row shows. */
function isVeto({ consequence, limits, isOtherwise, words, step }: Statement): boolean {
  if (consequence?.kind !== 'award' || limits.length > 0 || isOtherwise || step) return false;
  const award = fixedAward(consequence.award);
  return award !== null && consequence.award.verb === 'earn' && isNothing(award) && vetoWords.test(words);
}

/** 如实际采购金额大于采购计划金额: a relation between the row's own two numbers. */
const actualAbove = /实际[^,]{0,12}(?:大于|超过|高于|超出)[^,]{0,12}(?:计划|预算|目标|指标|批复|概算)/u;

function conditionsOf(
  statement: Statement,
  limits: readonly Limits[] | undefined,
  hasRates: boolean,
): readonly Condition[] {
  if (limits && limits.length > 0) return limits.map((each) => ({ kind: 'within', limits: each }));
  if (statement.date) return [{ kind: 'by-date', by: statement.date, words: statement.words }];
  if (statement.isOtherwise) return [{ kind: 'otherwise' }];
  const words = levelName(statement.words);
  if (actualAbove.test(words)) {
    const above: Limits = {
      measure: 'excess',
      name: words,
      from: zero,
      includesFrom: false,
      to: null,
      includesTo: false,
      unit: '%',
    };
    return [{ kind: 'within', limits: above }];
  }
  if (words === '' || isFiller(words)) return [{ kind: 'otherwise' }];
  return hasRates && wholly.test(words) ? [{ kind: 'within', limits: allDone }] : [{ kind: 'words', words }];
}

/** 全部完成得10分;完成90%以上得8分: all of it is 100 % where the other clauses speak of rates. */
const wholly = /^[^,不未没]{0,10}(?:全部|全面|足额)(?:完成|达标|到位|达到|实现|落实|拨付)$/u;
const allDone: Limits = {
  measure: 'completion',
  name: '完成',
  from: one,
  includesFrom: true,
  to: null,
  includesTo: false,
  unit: '%',
};

/** Composes the statements of one section. */
export function compose(statements: readonly Statement[], isExecutionRate: boolean): Composed {
  const read = statements.filter(({ unread }) => unread === null);
  const simple = readSimple(read);
  if (simple) return { contradictions: [], ...simple };
  const material = sortOut(read, isExecutionRate);
  const rule = composedOf(material);
  // Parts have limits of their own each.
  const contradictions = rule?.kind === 'parts' ? [] : contradictionsOf(material);
  return { rule, contradictions, unused: rule ? [] : read.filter(({ consequence }) => consequence !== null) };
}

/** Rules that stand by themselves: a reference, three tiers, fixed points outside the hundred, items. */
function readSimple(statements: readonly Statement[]): Pick<Composed, 'rule' | 'unused'> | null {
  const giving = statements.filter(({ consequence }) => consequence !== null);
  for (const { own } of statements) {
    if (own?.is.kind === 'reference') return { rule: { kind: 'reference', to: own.is.to }, unused: giving };
    // Choosing within a tier is a person's, in whatever words the text says so.
    const unused = giving.filter(({ consequence }) => consequence?.kind !== 'judgement');
    if (own?.is.kind === 'tiers') return { rule: { kind: 'tiers', tiers: own.is.tiers }, unused };
  }
  const [only] = giving;
  if (giving.length === 1 && only?.consequence?.kind === 'award' && !only.step && only.limits.length === 0) {
    const award = fixedAward(only.consequence.award);
    const { verb } = only.consequence.award;
    if (award?.kind === 'points' && (verb === 'add' || verb === 'deduct') && !award.points.eq(0)) {
      const rule: Rule = { kind: 'adjustment', points: verb === 'add' ? award.points : zero.minus(award.points) };
      return { rule, unused: [] };
    }
  }
  const items = hasCap(statements) ? null : readItems(statements);
  return items && { rule: items, unused: giving.filter((each) => isBesideItems(each)) };
}

/** A statement that a list of items cannot hold. */
function isBesideItems(statement: Statement): boolean {
  const { consequence, step } = statement;
  if (isVeto(statement) || statement.limits.length > 0 || statement.date) return true;
  if (step) return step.per !== 'gain';
  if (consequence?.kind !== 'award') return consequence?.kind === 'formula';
  return consequence.award.verb === 'deduct' || consequence.award.verb === 'add';
}

function contradictionsOf({ valueCases }: Material): readonly Contradiction[] {
  const found: Contradiction[] = [];
  for (const [index, left] of valueCases.entries()) {
    for (const right of valueCases.slice(index + 1)) {
      if (left.statement === right.statement || !overlap(left.limits, right.limits)) continue;
      // A point within a range, and a cascade of lower ends, say which comes first by their order.
      if (isHeldBy(left.limits, right.limits) || isHeldBy(right.limits, left.limits)) continue;
      found.push({ kind: 'limits-overlap', statements: [left.statement, right.statement] });
    }
  }
  return found;
}

function composedOf(material: Material): Rule | null {
  const { statements, valueCases, around } = material;
  const giving = statements.filter(({ consequence }) => consequence !== null);
  if (giving.length === 0) return null;
  return (
    readSaving(giving, material) ??
    readProportional(giving, material) ??
    readValue(giving, material) ??
    readParts(giving, around.isExecutionRate) ??
    readBands(giving, valueCases) ??
    readWorded(giving, material) ??
    readPlainSteps(giving, material) ??
    readAllOrNothing(giving, material) ??
    clausesOf(material)
  );
}

const savingWords = /成本节(?:约|省)率|小于(?:零|0)|^$/u;

/** Cost saving: 分值×(1−|成本节约率|). */
function readSaving(giving: readonly Statement[], { valueCases }: Material): Rule | null {
  const formula = giving.find(({ consequence }) => nameOf(consequence)?.kind === 'saving');
  if (!formula) return null;
  const isAll = giving.every(
    (each) =>
      each === formula ||
      valueCases.some(({ statement, limits }) => statement === each && savingWords.test(limits.name)),
  );
  return isAll ? { kind: 'saving' } : null;
}

function nameOf(consequence: Statement['consequence']): NamedFormula | null {
  return consequence?.kind === 'formula' ? namedFormula(consequence.formula.formula) : null;
}

/** The floor of a rule in proportion: 低于60%不得分. */
function floorOf({ limits, earning }: ValueCase): Floor | null {
  const isZero = (earning.kind === 'points' || earning.kind === 'share') && isNothing(earning);
  if (!isZero || limits.from !== null || limits.to === null || limits.unit !== '%') return null;
  return { of: /满意|合格|知晓|覆盖/u.test(limits.name) ? 'actual' : 'completion', below: limits.to };
}

interface Halves {
  positive: ProportionalRule['positive'];
  reverse: ReverseFormula | null;
}

/** Takes a formula of one direction; false where it is none, or contradicts one that was taken. */
function takeHalf(halves: Halves, named: NamedFormula | null): boolean {
  if (named?.kind === 'positive') halves.positive = 'ratio';
  else if (named?.kind === 'reverse' && (halves.reverse === null || halves.reverse === named.formula)) {
    halves.reverse = named.formula;
  } else return false;
  return true;
}

/** 达到指标值得满分,未达到按完成比例得分; formulas of both directions; with a floor. */
function readProportional(giving: readonly Statement[], { valueCases, statements }: Material): Rule | null {
  const found: Halves = { positive: null, reverse: null };
  let floor: Floor | null = null;
  for (const statement of giving) {
    const { consequence, words, limits, step, isOtherwise } = statement;
    const cases = valueCases.filter((each) => each.statement === statement);
    if (step) return null;
    if (cases.length > 0) {
      const own = cases.length === 1 && cases[0] ? floorOf(cases[0]) : null;
      if (!own || floor) return null;
      floor = own;
    } else if (consequence?.kind === 'formula') {
      if (!takeHalf(found, namedFormula(consequence.formula.formula))) return null;
      if (consequence.formula.other && !takeHalf(found, namedFormula(consequence.formula.other))) return null;
    } else if (consequence?.kind === 'proportion' && consequence.by === 'target' && limits.length === 0)
      found.positive = 'ratio';
    else if (consequence?.kind === 'award' && consequence.award.isFull && !isOtherwise && meaningOf(words) !== 'missed')
      continue;
    else return null;
  }
  const { positive, reverse } = found;
  if (!positive && !reverse) return null;
  // One formula under the heading of the other direction contradicts itself.
  const heads = statements.flatMap(({ own }) => (own?.is.kind === 'subject' ? [own.is.of] : []));
  if (heads.includes('reverse') && !heads.includes('positive') && positive && !reverse) return null;
  return hasCap(statements) ? null : { kind: 'proportional', positive, reverse, floor };
}

/** Whether a cap or a floor in points stands in the text. */
function hasCap(statements: readonly Statement[]): boolean {
  return statements.some(({ own }) => own?.is.kind === 'cap' && own.is.award !== null);
}

/** A rate times the weight, with where it is full and where it is nothing. */
function readValue(giving: readonly Statement[], { valueCases, statements, around }: Material): Rule | null {
  const main = giving.find(
    ({ consequence }) =>
      nameOf(consequence)?.kind === 'value' || (consequence?.kind === 'proportion' && consequence.by === 'value'),
  );
  if (!main || main.limits.length > 0 || hasCap(statements)) return null;
  const named = nameOf(main.consequence);
  // 预算执行率×10: the text's own number of points, which a rule of the weight cannot hold.
  if (named?.kind === 'value' && named.points) return null;
  const byActual = named === null;
  let fullFrom: Exact | null = null;
  let zeroBelow: Exact | null = null;
  for (const statement of giving) {
    if (statement === main) continue;
    const cases = valueCases.filter((each) => each.statement === statement);
    const { consequence, words, step } = statement;
    const [only] = cases;
    const isFull = consequence?.kind === 'award' && consequence.award.isFull && !step;
    if (cases.length === 1 && only && isFull && only.limits.from && !only.limits.to && only.limits.includesFrom) {
      fullFrom = only.limits.from;
    } else if (cases.length === 1 && only && floorOf(only)) zeroBelow = only.limits.to;
    else if (!(cases.length === 0 && isFull && byActual && meaningOf(words) !== 'missed')) return null;
  }
  const name = named?.kind === 'value' ? named.name : '实际值';
  const isExecution = (named?.kind === 'value' && named.isExecution) || (around.isExecutionRate && byActual);
  return {
    kind: 'value',
    of: isExecution ? 'execution-rate' : 'actual',
    name,
    fullFrom,
    zeroBelow,
    fullWhenMet: byActual,
  };
}

/** The award of a case where bands can hold it; null where they cannot. */
function bandAward(earning: Earning, isByValue: boolean): Band['award'] | null {
  if (earning.kind === 'points' || earning.kind === 'share') return earning;
  return earning.kind === 'in-proportion' && isByValue ? { kind: 'by-value', share: one } : null;
}

/** Nothing but bands of one rate that do not overlap. */
function readBands(giving: readonly Statement[], valueCases: readonly ValueCase[]): Rule | null {
  const isAll = giving.every((each) => valueCases.some(({ statement }) => statement === each));
  const [first] = valueCases;
  if (!isAll || valueCases.length < 2 || !first) return null;
  const { measure } = first.limits;
  if (measure === 'deviation' || measure === 'excess' || measure === 'shortfall' || measure === 'lateness') return null;
  const isOneRate = valueCases.every(({ limits }) => limits.unit === '%' && limits.measure === measure);
  const isDisjoint = valueCases.every(({ limits }, index) =>
    valueCases.slice(index + 1).every((other) => !overlap(limits, other.limits)),
  );
  if (!isOneRate || !isDisjoint) return null;
  // In proportion to what earns the full points: a rate from 100 % downwards is that rate.
  const isByValue = valueCases.some(
    ({ limits, earning }) => limits.from?.eq(one) === true && earning.kind !== 'in-proportion',
  );
  const bands = valueCases.map(({ limits, earning }): Band | null => {
    const award = bandAward(earning, isByValue);
    const { from, includesFrom, to, includesTo } = limits;
    return award && { from, includesFrom, to, includesTo, award };
  });
  const known = bands.filter((band) => band !== null);
  return known.length < bands.length ? null : { kind: 'bands', of: measure, bands: known };
}

/** Numbered parts, each with its own share of the weight and its own bands. */
function readParts(giving: readonly Statement[], isExecutionRate: boolean): Rule | null {
  const numbers = [...new Set(giving.map(({ enumerator }) => enumerator))];
  if (numbers.length < 2 || numbers.includes(null)) return null;
  const parts = numbers.map((number) =>
    partOf(
      giving.filter(({ enumerator }) => enumerator === number),
      isExecutionRate,
    ),
  );
  const known = parts.filter((part) => part !== null);
  const whole = known.reduce((total, part) => total.plus(part.share), zero);
  return known.length === parts.length && whole.eq(one) ? { kind: 'parts', parts: known } : null;
}

function partOf(giving: readonly Statement[], isExecutionRate: boolean): RulePartOf | null {
  const { valueCases } = sortOut(giving, isExecutionRate);
  const rule = readBands(giving, valueCases) as BandsRule | null;
  const shares = giving.flatMap(({ consequence }) => {
    const award = consequence?.kind === 'award' ? fixedAward(consequence.award) : null;
    return award?.kind === 'share' ? [award.share] : [];
  });
  const most = shares.sort((left, right) => right.cmp(left))[0];
  if (!most || most.lte(0) || most.gte(1)) return null;
  if (rule) {
    const label = valueCases[0]?.statement.words === '' ? valueCases[0].limits.name : (giving[0]?.words ?? '');
    return { label, share: most, rule: { ...rule, bands: rule.bands.map((band) => withinPart(band, most)) } };
  }
  const [has, hasNot, ...more] = wordedOf(giving);
  if (!has || !hasNot || more.length > 0 || giving.length > 2 || !isNothing(hasNot.award)) return null;
  const condition = has.statement.words;
  return {
    label: condition,
    share: most,
    rule: { kind: 'all-or-nothing', condition, threshold: null, otherwise: 'zero', vetoes: [] },
  };
}

type RulePartOf = { readonly label: string; readonly share: Exact; readonly rule: Rule };

/** A part's award as a share of the part instead of the whole weight. */
function withinPart(band: Band, part: Exact): Band {
  return band.award.kind === 'share' ? { ...band, award: { kind: 'share', share: band.award.share.div(part) } } : band;
}

/** Nothing but words with points: levels. */
function readWorded(giving: readonly Statement[], { statements }: Material): Rule | null {
  const worded = wordedOf(giving);
  if (worded.length !== giving.length || worded.length < 2 || hasCap(statements)) return null;
  return readLevels(worded);
}

const plainPer: ReadonlySet<string> = new Set(['late', 'short', 'over', 'case']);

/** One step deduction from the target, and at most the words that earn the full weight. */
function readPlainSteps(giving: readonly Statement[], material: Material): Rule | null {
  const stepping = giving.filter(({ step }) => step);
  const [only] = stepping;
  if (stepping.length !== 1 || !only?.step || hasCap(material.statements)) return null;
  const clause = stepOf(only, material);
  if (!clause || !plainPer.has(clause.per) || clause.base) return null;
  // Cases are counted by a person, so the words that earn the full weight are needed beside them.
  if (clause.per === 'case' && giving.length > 1) return null;
  const isRest = giving.every(
    (each) =>
      each === only ||
      (each.consequence?.kind === 'award' &&
        each.consequence.award.isFull &&
        each.limits.length === 0 &&
        !each.date &&
        !each.isOtherwise),
  );
  if (!isRest) return null;
  const per = clause.per as 'late' | 'short' | 'over' | 'case';
  return { kind: 'steps', per, size: clause.size, unit: clause.unit, penalty: clause.penalty, cases: clause.cases };
}

/** How many cases a text lists: ①②③, or 以上三项. */
function casesOf(statements: readonly Statement[]): number | null {
  const listed = new Set(
    statements.flatMap(({ enumerator }) => (enumerator !== null && enumerator >= '①' ? [enumerator] : [])),
  );
  if (listed.size > 0) return listed.size;
  const counted = statements.find(({ own }) => own?.is.kind === 'count')?.own?.is;
  return counted?.kind === 'count' ? counted.count : null;
}

/** Where the steps of a statement start: at its own limit, else at the one that earns the full points, else at a standard. */
function baseOf(statement: Statement, { valueCases, limitsOf, statements, around }: Material): Limits | null {
  const own = limitsOf.get(statement)?.[0];
  if (own) return own;
  const before = valueCases.filter(
    ({ earning, statement: other }) =>
      other.from < statement.from && (earning.kind === 'points' || earning.kind === 'share') && !isNothing(earning),
  );
  const nearest = before.at(-1)?.limits;
  if (nearest) return nearest;
  for (const { own: phrase } of statements) {
    if (phrase?.is.kind !== 'basis') continue;
    return together([{ limit: phrase.is.limit, name: '' }], around, '%')?.limits ?? null;
  }
  return null;
}

function stepOf(statement: Statement, material: Material): StepClause | null {
  const { step, consequence, words, stepWords } = statement;
  if (!step || consequence?.kind !== 'award') return null;
  const { verb } = consequence.award;
  const penalty = fixedAward(consequence.award);
  const isGain = step.per === 'gain' || verb === 'earn' || verb === 'add';
  if (!penalty || isNothing(penalty) || (isGain && verb === 'deduct')) return null;
  if (isGain && step.per !== 'gain' && step.per !== 'case' && step.per !== 'off') return null;
  const cap = material.statements.find(({ own }) => own?.is.kind === 'cap' && own.is.what === 'deduction')?.own?.is as
    CapPhrase | undefined;
  return {
    per: isGain ? 'gain' : step.per,
    size: step.size,
    unit: step.unit,
    penalty,
    base: isGain || step.per === 'case' ? null : baseOf(statement, material),
    atMost: cap?.award ?? null,
    // Only what is counted by cases needs its words: they must be in the actual too.
    words: step.per === 'case' ? trimmed(`${words}${stepWords}`) : '',
    cases: step.per === 'case' ? casesOf(material.statements) : null,
  };
}

function thresholdOf(limits: Limits | undefined): AllOrNothingRule['threshold'] {
  if (!limits || limits.unit !== '%') return null;
  const { from, includesFrom, to, includesTo } = limits;
  const sign = (comparator: Comparator, number: Exact): AllOrNothingRule['threshold'] => ({
    comparator,
    number,
    isRatio: true,
  });
  if (from && to) return from.eq(to) ? sign('=', to) : null;
  if (from) return sign(includesFrom ? '≥' : '>', from);
  return to && sign(includesTo ? '≤' : '<', to);
}

const negated =
  /^(?:不|未|没|没有|无|逾期|超期)|(?:不|未|没有|没)(?:符合|合格|达标|满足|及时|达到|完成|通过|按时|按期|规范|合规|健全|到位)/u;

/** Full points on one condition, nothing otherwise, and vetoes. */
function readAllOrNothing(giving: readonly Statement[], { limitsOf, statements }: Material): Rule | null {
  if (hasCap(statements)) return null;
  const vetoes = giving.filter(isVeto);
  const rest = giving.filter((each) => !vetoes.includes(each));
  const paid = rest.filter(({ consequence, step }) => {
    const award = consequence?.kind === 'award' && !step ? fixedAward(consequence.award) : null;
    return (
      award !== null &&
      !isNothing(award) &&
      consequence?.kind === 'award' &&
      consequence.award.verb !== 'deduct' &&
      consequence.award.verb !== 'add'
    );
  });
  const nothing = rest.filter((each) => {
    const award = each.consequence?.kind === 'award' && !each.step ? fixedAward(each.consequence.award) : null;
    const hasOwnLimit = each.limits.length > 0 || each.date !== null;
    return (
      award !== null &&
      isNothing(award) &&
      !hasOwnLimit &&
      (each.isOtherwise || negated.test(each.words) || paid.length === 0)
    );
  });
  const [only] = paid;
  if (paid.length > 1 || nothing.length > 1 || paid.length + nothing.length !== rest.length) return null;
  if (!only && nothing.length === 0 && vetoes.length === 0) return null;
  if (only?.date) return null;
  const limits = only ? limitsOf.get(only) : undefined;
  const award = only?.consequence?.kind === 'award' ? fixedAward(only.consequence.award) : null;
  // Points of its own may be less than the weight; only the full ones are all.
  const isWhole = !award || (award.kind === 'share' && award.share.eq(one));
  if (!isWhole || (limits && (limits.length > 1 || !thresholdOf(limits[0])))) return null;
  const words = only?.words ?? nothing[0]?.words ?? vetoes[0]?.words ?? '';
  const condition = limits?.[0] ? limitWords(limits[0]) : trimmed(words);
  return {
    kind: 'all-or-nothing',
    condition,
    threshold: thresholdOf(limits?.[0]),
    otherwise: nothing.length > 0 ? 'zero' : null,
    vetoes: vetoes.map((each) => trimmed(each.words)),
  };
}

/** Limits in words: 合格率≥98%. */
export function limitWords({ name, from, includesFrom, to, includesTo, unit }: Limits): string {
  const shown = (number: Exact): string =>
    unit === '%' ? `${number.times(100).toFixed()}%` : `${number.toFixed()}${unit}`;
  if (from && to && from.eq(to)) return `${name}=${shown(from)}`;
  const low = from ? `${includesFrom ? '≥' : '>'}${shown(from)}` : '';
  const high = to ? `${includesTo ? '≤' : '<'}${shown(to)}` : '';
  return `${name}${[low, high].filter((end) => end !== '').join('、')}`;
}

/** Interpolation runs between what the neighbouring cases give at the ends of its limits. */
function interpolatedBetween({ limits, earning }: ValueCase, all: readonly ValueCase[]): Earning | null {
  if (earning.kind !== 'interpolated') return earning;
  const at = (end: Limits['from'], isLower: boolean): Award | null => {
    const beside = all.find(
      ({ limits: other, earning: given }) =>
        (given.kind === 'points' || given.kind === 'share') &&
        other.measure === limits.measure &&
        end !== null &&
        ((isLower ? other.to : other.from)?.eq(end) === true ||
          (isLower ? other.from?.eq(end) && other.to?.eq(end) : false)),
    )?.earning;
    return beside?.kind === 'points' || beside?.kind === 'share' ? beside : null;
  };
  const low = at(limits.from, true);
  const high = at(limits.to, false);
  return low && high ? { kind: 'interpolated', low, high } : null;
}

/** Points by words that do not fall are no scale: 按时报送得2分,报告质量优得2分、良得1分 are two things. */
function isScale(cases: readonly RuleCase[]): boolean {
  const worded = cases.flatMap(({ condition, earning }) =>
    condition.kind === 'words' && (earning.kind === 'points' || earning.kind === 'share') ? [earning] : [],
  );
  const paid = worded.filter((award) => !isNothing(award));
  const runs = (isFalling: boolean): boolean =>
    paid.every((award, index) => {
      const above = paid[index - 1];
      if (!above || above.kind !== award.kind) return true;
      return isFalling ? amountOf(award).lt(amountOf(above)) : amountOf(award).gt(amountOf(above));
    });
  // 合格得8分,优良得10分,不合格不得分: a scale may rise too, where its last level says that it is one.
  return runs(true) || (paid.length < worded.length && runs(false));
}

/** 按时完成得5分,延期10天以内得3分: what is not late at all is not late by less than ten days. */
function withoutNone(each: RuleCase, all: readonly RuleCase[]): RuleCase {
  if (each.condition.kind !== 'within') return each;
  const { limits } = each.condition;
  const isDistance = ['lateness', 'excess', 'shortfall'].includes(limits.measure);
  const hasMet = all.some(
    ({ condition, earning }) =>
      condition.kind === 'words' &&
      meaningOf(condition.words) !== 'missed' &&
      (earning.kind === 'points' || earning.kind === 'share') &&
      !isNothing(earning),
  );
  if (!isDistance || limits.from !== null || !hasMet) return each;
  return { ...each, condition: { kind: 'within', limits: { ...limits, from: zero, includesFrom: false } } };
}

/** Clauses as they stand, where no simpler rule says the same. */
function clausesOf(material: Material): ClausesRule | Rule | null {
  const { statements, limitsOf, valueCases } = material;
  const cases: RuleCase[] = [];
  const steps: StepClause[] = [];
  const vetoes: string[] = [];
  const hasRates = valueCases.some(({ limits }) => limits.unit === '%');
  for (const statement of statements) {
    if (statement.consequence === null) continue;
    if (statement.step) {
      const step = stepOf(statement, material);
      if (!step) return null;
      steps.push(step);
      continue;
    }
    if (isVeto(statement)) {
      vetoes.push(trimmed(statement.words));
      continue;
    }
    const own = valueCases.filter((each) => each.statement === statement);
    const earning = own[0] ? interpolatedBetween(own[0], valueCases) : earningOf(statement);
    if (!earning) return null;
    const conditions = conditionsOf(statement, limitsOf.get(statement), hasRates);
    for (const condition of conditions) cases.push({ condition, earning });
  }
  if ((cases.length === 0 && steps.length === 0) || !isScale(cases)) return null;
  const bounded = cases.map((each) => withoutNone(each, cases));
  if (cases.every(({ earning }) => earning.kind === 'judgement') && steps.length === 0) return { kind: 'judgement' };
  const caps = statements.flatMap(({ own }) => (own?.is.kind === 'cap' ? [own.is] : []));
  const capOf = (what: CapPhrase['what']): Award | null =>
    caps.find((cap) => cap.what === what && cap.award)?.award ?? null;
  return { kind: 'clauses', cases: bounded, steps, vetoes, least: capOf('least'), most: capOf('most') };
}
