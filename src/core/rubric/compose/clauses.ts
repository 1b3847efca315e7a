/** Clauses as they stand. */
import { one, zero } from '../../exact';
import type { CapPhrase } from '../clauses/phrase';
import { meaningOf } from '../meaning';
import type { Award, ClausesRule, Condition, Earning, Limits, Rule, RuleCase, StepClause } from '../rule';
import { isFiller, trimmed, type Statement } from '../statements';
import { awardSize, isNothing, levelName } from './items';
import { earningOf, isVeto, type Material, type ValueCase } from './material';
import { stepOf } from './steps';

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
      return isFalling ? awardSize(award).lt(awardSize(above)) : awardSize(award).gt(awardSize(above));
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

/** 完成率在130%以内得满分,未完成的按比例: what another case says of a missed target, a limit above it does not. */
function withoutMissed(each: RuleCase, all: readonly RuleCase[]): RuleCase {
  if (each.condition.kind !== 'within') return each;
  const { limits } = each.condition;
  const isAboveAll = limits.measure === 'completion' && limits.from === null && limits.to?.gt(one) === true;
  const saysMissed = all.some(({ condition }) => condition.kind === 'words' && meaningOf(condition.words) === 'missed');
  if (!isAboveAll || !saysMissed) return each;
  return { ...each, condition: { kind: 'within', limits: { ...limits, from: one, includesFrom: true } } };
}

/** Clauses as they stand, where no simpler rule says the same. */
export function clausesOf(material: Material): ClausesRule | Rule | null {
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
  const bounded = cases.map((each) => withoutMissed(withoutNone(each, cases), cases));
  if (cases.every(({ earning }) => earning.kind === 'judgement') && steps.length === 0) return { kind: 'judgement' };
  const caps = statements.flatMap(({ own }) => (own?.is.kind === 'cap' ? [own.is] : []));
  const capOf = (what: CapPhrase['what']): Award | null =>
    caps.find((cap) => cap.what === what && cap.award)?.award ?? null;
  return { kind: 'clauses', cases: bounded, steps, vetoes, least: capOf('least'), most: capOf('most') };
}
