/** Figures in = figures out: every number of a statement must be in the rule, else the statement was not read. */
import { exact, type Exact } from '../exact';
import type { Award, Rule } from './rule';
import type { Formula } from './rule';
import type { Statement } from './statements';

/** Whether a value of a rule is a decimal; rules are plain data otherwise. */
function isExact(value: object): value is Exact {
  return 'toFixed' in value && 'times' in value;
}

/**
 * Every number that a rule holds, in plain notation.
 *
 * @internal a test accounts for every figure of the rule texts
 */
export function numbersOf(rule: unknown): ReadonlySet<string> {
  const found = new Set<string>();
  const walk = (value: unknown): void => {
    if (typeof value === 'number') found.add(exact(value).toFixed());
    if (typeof value !== 'object' || value === null) return;
    if (isExact(value)) found.add(value.abs().toFixed());
    else for (const each of Object.values(value)) walk(each);
  };
  walk(rule);
  return found;
}

function ofAward(award: Award | null): readonly Exact[] {
  if (!award) return [];
  return [award.kind === 'points' ? award.points : award.share];
}

/** The numbers of a formula as it was written. */
function ofFormula(formula: Formula | null): readonly Exact[] {
  switch (formula?.kind) {
    case 'number':
      return [formula.number];
    case 'absolute':
      return ofFormula(formula.of);
    case 'sum':
    case 'difference':
    case 'product':
    case 'quotient':
      return [...ofFormula(formula.left), ...ofFormula(formula.right)];
    default:
      return [];
  }
}

/** The numbers that a statement states. */
function figuresOf(statement: Statement): readonly Exact[] {
  const { limits, step, consequence, own, date } = statement;
  const ends = limits
    .flat()
    .flatMap(({ limit: { low, high } }) => [low?.at, high?.at].filter((at) => at !== undefined));
  const given =
    consequence?.kind === 'award'
      ? [...ofAward(consequence.award.low), ...ofAward(consequence.award.high)]
      : consequence?.kind === 'formula'
        ? [...ofFormula(consequence.formula.formula), ...ofFormula(consequence.formula.other)]
        : [];
  const capped = own?.is.kind === 'cap' ? ofAward(own.is.award) : [];
  const based = own?.is.kind === 'basis' && own.is.limit.low ? [own.is.limit.low.at] : [];
  const counted = own?.is.kind === 'counted' ? ofAward(own.is.award) : [];
  const parts = own?.is.kind === 'part-steps' ? [own.is.size] : [];
  const day = date ? [date.month, date.day].filter((part) => part !== null).map((part) => exact(part)) : [];
  return [...ends, ...(step ? [step.size] : []), ...given, ...capped, ...based, ...counted, ...parts, ...day];
}

/** Numbers that say nothing more than "all", "nothing" or "each", and that a rule may hold in another way. */
function isPlain(number: Exact): boolean {
  return number.eq(0) || number.eq(1);
}

/** The statements that state a number which the rule does not hold. */
export function unaccounted(statements: readonly Statement[], rule: Rule | null): readonly Statement[] {
  const held = numbersOf(rule);
  return statements.filter(
    (statement) =>
      !statement.isRequirement &&
      figuresOf(statement).some((number) => !isPlain(number) && !held.has(number.abs().toFixed())),
  );
}
