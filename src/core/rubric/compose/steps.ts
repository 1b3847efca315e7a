/** Step deductions and gains with where they count from. */
import type { CapPhrase } from '../clauses/phrase';
import type { Limits, Rule, StepClause } from '../rule';
import { fixedAward, trimmed, type Statement } from '../statements';
import { isNothing } from './items';
import { together } from './limits';
import { hasCap, type Material } from './material';

const plainPer: ReadonlySet<string> = new Set(['late', 'short', 'over', 'case']);

/** One step deduction from the target, and at most the words that earn the full weight. */
export function readPlainSteps(giving: readonly Statement[], material: Material): Rule | null {
  const stepping = giving.filter(({ step }) => step);
  const [only] = stepping;
  if (stepping.length !== 1 || !only?.step || hasCap(material.statements)) return null;
  const clause = stepOf(only, material);
  if (!clause || !plainPer.has(clause.per) || clause.base || clause.parts) return null;
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

/** What the text says of a part of such a step. */
function partsOf({ per, size, unit }: NonNullable<Statement['step']>, { statements }: Material): StepClause['parts'] {
  if (per === 'case') return null;
  const bare = (text: string): string => text.replace(/^个/u, '');
  const said = statements.flatMap(({ own }) =>
    own?.is.kind === 'part-steps' && own.is.size.eq(size) && bare(own.is.unit) === bare(unit) ? [own.is.as] : [],
  );
  const [first] = said;
  return first !== undefined && said.every((each) => each === first) ? first : null;
}

/** Statements about parts of steps that no step of the rule took: such a text is not wholly read. */
export function partsLeft(statements: readonly Statement[], rule: Rule | null): readonly Statement[] {
  const said = statements.filter(({ own }) => own?.is.kind === 'part-steps');
  const isTaken = rule?.kind === 'clauses' && rule.steps.some(({ parts }) => parts !== null) && said.length === 1;
  return isTaken ? [] : said;
}

export function stepOf(statement: Statement, material: Material): StepClause | null {
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
    parts: partsOf(step, material),
    base: isGain || step.per === 'case' ? null : baseOf(statement, material),
    atMost: cap?.award ?? null,
    // Only what is counted by cases needs its words: they must be in the actual too.
    words: step.per === 'case' ? trimmed(`${words}${stepWords}`) : '',
    cases: step.per === 'case' ? casesOf(material.statements) : null,
  };
}
