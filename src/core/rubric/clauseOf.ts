/** What a statement is called and whether it was read, for those who show the text. */
import { zero } from '../exact';
import type { ClauseKind, CompiledClause } from './compiledRule';
import type { Phrase } from './clauses/phrase';
import { isNothing } from './compose/items';
import { fixedAward, type OwnKind, type Statement } from './statements';

const ownKinds: Readonly<Record<OwnKind, ClauseKind>> = {
  cap: 'cap',
  tiers: 'tiers',
  reference: 'reference',
  counted: 'items',
  count: 'items',
  basis: 'basis',
  'part-steps': 'step',
  definition: 'definition',
  aside: 'remark',
  subject: 'subject',
};

const vetoWords = /发生|出现|存在|有/u;

function awardKind({ consequence, limits, date, isOtherwise, words }: Statement): ClauseKind {
  if (consequence?.kind !== 'award') return 'remark';
  const { verb } = consequence.award;
  if (verb === 'deduct') return 'deduction';
  if (verb === 'add') return 'bonus';
  if (isOtherwise) return 'otherwise';
  if (limits.length > 0 || date) return 'band';
  const award = fixedAward(consequence.award);
  return award && isNothing(award) && vetoWords.test(words) ? 'veto' : 'level';
}

function kindOf(statement: Statement): ClauseKind {
  const { own, step, consequence, isRequirement } = statement;
  if (own) return own.is.kind === 'cap' && own.is.what !== 'most' ? 'floor' : ownKinds[own.is.kind];
  if (isRequirement) return 'requirement';
  if (step) return step.per === 'gain' ? 'gain' : 'step';
  switch (consequence?.kind) {
    case 'award':
      return awardKind(statement);
    case 'formula':
      return 'formula';
    case 'proportion':
      return consequence.by === 'interpolation' ? 'interpolation' : 'proportion';
    case 'judgement':
      return 'judgement';
    case undefined:
      return 'remark';
  }
}

/** Which way a clause that was not read may move the points. */
function movesOf({ consequence, step, unread }: Statement, mayMove: boolean): CompiledClause['moves'] {
  if (unread !== 'exception' && consequence?.kind === 'award') {
    const { verb, low } = consequence.award;
    if (verb === 'deduct') return 'down';
    if (verb === 'add' || step?.per === 'gain') return 'up';
    const amount = low.kind === 'points' ? low.points : low.share;
    return amount.eq(zero) ? 'down' : 'either';
  }
  return unread !== null || mayMove || consequence !== null ? 'either' : 'none';
}

/** Phrases that say nothing beyond what holds anyway: what a name means, 扣完为止, 不超过分值. */
function addsNothing(phrase: Phrase['is'] | undefined): boolean {
  if (phrase?.kind === 'cap') return phrase.award === null;
  return phrase?.kind === 'definition' || phrase?.kind === 'aside' || phrase?.kind === 'subject';
}

/**
 * Names a statement.
 *
 * @param isUsed whether it is in the rule with every figure.
 * @param mayMove whether its words speak of points.
 */
export function clauseOf(
  statement: Statement,
  isUsed: boolean,
  mayMove: boolean,
): Pick<CompiledClause, 'kind' | 'isRead' | 'moves'> {
  const kind = kindOf(statement);
  const { isListed } = statement;
  const saysNothing = addsNothing(statement.own?.is);
  const isRemark = kind === 'remark' && !saysNothing && !isListed;
  if (statement.unread === null && (saysNothing || (isUsed && !isRemark))) return { kind, isRead: true, moves: 'none' };
  const moves = movesOf(statement, mayMove);
  return { kind: moves === 'none' ? 'remark' : 'unread', isRead: false, moves };
}
