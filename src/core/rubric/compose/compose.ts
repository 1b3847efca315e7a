/** Statements composed into one rule: the simplest kind that says the same, else clauses. */
import { zero } from '../../exact';
import { isHeldBy } from '../limits';
import type { Limits, Rule } from '../rule';
import { fixedAward, type Statement } from '../statements';
import { readItems, readNamedLevels, wordedOf } from './items';
import { limitsOverlap } from './limits';
import { sortOut, isVeto, hasCap, type Material } from './material';
import { readSaving, readProportional, readValue } from './proportional';
import { readBands, readParts } from './bands';
import { partsLeft, readPlainSteps } from './steps';
import { readAllOrNothing } from './allOrNothing';
import { clausesOf } from './clauses';

/** What contradicts itself in a text. */
export interface Contradiction {
  readonly kind: 'limits-overlap' | 'two-awards';
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

/** Composes the statements of one section. */
export function compose(statements: readonly Statement[], isExecutionRate: boolean): Composed {
  const read = statements.filter(({ unread }) => unread === null);
  const simple = readSimple(read);
  if (simple) return { contradictions: [], ...simple, unused: [...simple.unused, ...partsLeft(read, simple.rule)] };
  const material = sortOut(read, isExecutionRate);
  const rule = composedOf(material);
  // Parts have limits of their own each.
  const contradictions = rule?.kind === 'parts' ? [] : contradictionsOf(material);
  const unused = rule ? partsLeft(read, rule) : read.filter(({ consequence }) => consequence !== null);
  return { rule, contradictions, unused };
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

/** Whether limits hold the same values of the same thing. */
function isSameLimits(left: Limits, right: Limits): boolean {
  const isOneName = left.name === right.name || left.name === '' || right.name === '';
  return isOneName && JSON.stringify({ ...left, name: '' }) === JSON.stringify({ ...right, name: '' });
}

function contradictionsOf({ valueCases }: Material): readonly Contradiction[] {
  const found: Contradiction[] = [];
  for (const [index, left] of valueCases.entries()) {
    for (const right of valueCases.slice(index + 1)) {
      if (left.statement === right.statement || !limitsOverlap(left.limits, right.limits)) continue;
      if (isSameLimits(left.limits, right.limits)) {
        const isOneAward = JSON.stringify(left.earning) === JSON.stringify(right.earning);
        if (!isOneAward) found.push({ kind: 'two-awards', statements: [left.statement, right.statement] });
        continue;
      }
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

/** Nothing but words with points: levels. */
function readWorded(giving: readonly Statement[], { statements }: Material): Rule | null {
  const worded = wordedOf(giving);
  if (worded.length !== giving.length || worded.length < 2 || hasCap(statements)) return null;
  return readNamedLevels(worded);
}
