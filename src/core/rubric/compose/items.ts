/** Items and levels: lists of things that earn points of their own, and scales of which one holds. */
import { one, type Exact } from '../../exact';
import type { Award, Item, ItemsRule, Level, Rule } from '../rule';
import { fixedAward, trimmed, type Statement } from '../statements';

/** Awards compared: points and shares do not mix, 满分 goes with both. */
export function awardSize(award: Award): Exact {
  return award.kind === 'points' ? award.points : award.share;
}

export function isNothing(award: Award): boolean {
  return awardSize(award).eq(0);
}

function repeated(count: number, award: Award): readonly Item[] {
  return Array.from({ length: count }, (_, index) => ({ label: String(index + 1), award }));
}

/** A statement of words with fixed points. */
export interface Worded {
  readonly statement: Statement;
  readonly award: Award;
  readonly isFull: boolean;
  readonly isBracketed: boolean;
}

/** The statements that give fixed points to nothing but words. */
export function wordedOf(statements: readonly Statement[]): readonly Worded[] {
  return statements.flatMap((statement) => {
    const { consequence, limits, step, date, isOtherwise } = statement;
    if (consequence?.kind !== 'award' || limits.length > 0 || step || date || isOtherwise) return [];
    const { award: phrase } = consequence;
    const award = fixedAward(phrase);
    if (!award || phrase.verb === 'deduct' || phrase.verb === 'add') return [];
    return [{ statement, award, isFull: phrase.isFull, isBracketed: phrase.isBracketed }];
  });
}

const partial = (statements: readonly Statement[]): boolean =>
  statements.some(
    ({ consequence }) =>
      (consequence?.kind === 'proportion' && consequence.by === 'items') || consequence?.kind === 'judgement',
  );

function itemsRule(items: readonly Item[], each: Award | null, statements: readonly Statement[]): ItemsRule {
  return { kind: 'items', items, each, isPartial: partial(statements), missedByRatio: false };
}

const degree = /较|一般|基本|不|未|无|没|差|良|中|优|部分|显著|明显|好/u;

/** ①…1分；②…1分; 制度健全（2分）；执行有效（3分）; ①占30%权重分. */
function listedItems(worded: readonly Worded[], statements: readonly Statement[]): Rule | null {
  const paid = worded.filter(({ award }) => !isNothing(award));
  if (paid.length === 0) return null;
  const hasNothing = worded.some(
    ({ award, statement }) =>
      isNothing(award) && statement.words !== '' && !/否则|不符合|不满足/u.test(statement.words),
  );
  const isBracketed = paid.every((each) => each.isBracketed);
  const isEnumerated = paid.length >= 2 && paid.every(({ statement }) => statement.enumerator !== null);
  const isEqual = paid.every(({ award }) => awardSize(award).eq(awardSize(paid[0]?.award ?? award)));
  const isShare = paid.every(({ award, isFull }) => award.kind === 'share' && !isFull);
  const hasOtherwise = statements.some(({ isOtherwise }) => isOtherwise);
  const isScale = hasNothing || paid.slice(1).some(({ statement }) => degree.test(trimmed(statement.words)));
  if (isBracketed && !hasNothing) return itemsRule(paid.map(itemOf), null, statements);
  if (isEnumerated && (hasOtherwise || isEqual || isShare || !isScale))
    return itemsRule(paid.map(itemOf), null, statements);
  return null;
}

function itemOf({ statement, award }: Worded, index: number): Item {
  const words = statement.words.replace(/^[,、]+/u, '');
  return { label: words === '' ? (statement.enumerator ?? String(index + 1)) : words, award };
}

/** Items, counted or listed. */
export function readItems(statements: readonly Statement[]): Rule | null {
  for (const { own } of statements) {
    if (own?.is.kind === 'counted') return itemsRule(repeated(own.is.count, own.is.award), null, statements);
  }
  const each = statements.find(({ step, consequence }) => step?.per === 'gain' && consequence?.kind === 'award');
  const rule = each && eachItem(each, statements);
  return rule ?? listedItems(wordedOf(statements), statements);
}

const itemVerb = /达到|符合|满足|具备|做到|提供|落实/u;

/** 每符合一项得2.5分; 每达到一项指标值得5分,未达到按实际值计算得分. */
function eachItem({ step, consequence }: Statement, statements: readonly Statement[]): Rule | null {
  if (!step || !itemVerb.test(step.verb) || !/项|条|个|次/u.test(step.unit) || !step.size.eq(one)) return null;
  const award = consequence?.kind === 'award' ? fixedAward(consequence.award) : null;
  if (!award || isNothing(award) || (award.kind === 'share' && award.share.gte(one))) return null;
  const listed = new Set(
    statements.filter((each) => each.enumerator !== null && each.enumerator >= '①').map((each) => each.enumerator),
  );
  const missedByRatio = statements.some(
    ({ consequence: other }) => other?.kind === 'proportion' && other.by === 'value',
  );
  const rule = itemsRule(
    listed.size > 0 ? repeated(listed.size, award) : [],
    listed.size > 0 ? null : award,
    statements,
  );
  return { ...rule, isPartial: rule.isPartial && !missedByRatio, missedByRatio };
}

/** Named levels with falling points: at least two that are paid. */
export function readNamedLevels(worded: readonly Worded[]): Rule | null {
  const levels: readonly Level[] = worded.map(({ statement, award }) => ({ name: levelName(statement.words), award }));
  const paid = levels.filter(({ award }) => !isNothing(award));
  const kinds = new Set(worded.flatMap(({ isFull, award }) => (isFull || isNothing(award) ? [] : [award.kind])));
  const falls = levels.every(({ award }, index) => {
    const above = levels[index - 1];
    return !above || awardSize(award).lt(awardSize(above.award)) || worded[index - 1]?.isFull === true;
  });
  const isCircled = worded.some(({ statement }) => (statement.enumerator ?? '') >= '①');
  const isScale = paid.length >= 2 || (levels.length >= 2 && paid.length === 1 && isCircled);
  return isScale && kinds.size <= 1 && falls ? { kind: 'levels', levels } : null;
}

/** The name of a level: the words after the last comma, and those before it where they only go on. */
export function levelName(words: string): string {
  const last = words.slice(words.lastIndexOf(',') + 1);
  return trimmed(/^(?:且|并|同时|或)/u.test(last) ? words : last);
}
