/** What a section of a text says, sorted by what its statements do. */
import { one, zero, type Exact } from '../../exact';
import type { AwardPhrase } from '../clauses/phrase';
import type { Award, Earning, Limits } from '../rule';
import { fixedAward, type NamedLimit, type Statement } from '../statements';
import { isNothing } from './items';
import { settled, together, unitOfText, type Loose } from './limits';
import { withTopStep } from './topStep';
import { goesBeyond, speaksOfLateness, usualMeasure, type Around } from './measure';

/** Everything that a section of a text says, sorted by what it does. */
export interface Material {
  readonly statements: readonly Statement[];
  readonly around: Around;
  readonly valueCases: readonly ValueCase[];
  readonly limitsOf: ReadonlyMap<Statement, readonly Limits[]>;
}

export interface ValueCase {
  readonly statement: Statement;
  readonly limits: Limits;
  readonly earning: Earning;
}

/** A deduction for one limit alone; null for any other statement. */
function deductionBeyond({ consequence, limits: [group, ...more] }: Statement): NamedLimit | null {
  const [only, ...others] = group ?? [];
  const isDeduction = consequence?.kind === 'award' && consequence.award.verb === 'deduct';
  return isDeduction && only && more.length === 0 && others.length === 0 ? only : null;
}

/** "超过指标值130%至200%的扣10%;超过200%的扣20%": what the second measures stands in the first. */
function namesCarried(statements: readonly Statement[]): ReadonlyMap<Statement, string> {
  const carried = new Map<Statement, string>();
  let last: NamedLimit | null = null;
  for (const statement of statements) {
    const own = deductionBeyond(statement);
    const low = own?.limit.low?.at;
    const before: Exact | undefined = last?.limit.low?.at;
    if (own?.name === '' && low && before && last && low.gt(before)) {
      // A sign takes a 值 before it: 指标值≥200% is printed as 指标≥200%.
      carried.set(statement, last.name.replace(/值$/u, ''));
    } else last = own && goesBeyond(own.name) ? own : null;
  }
  return carried;
}

export function sortOut(statements: readonly Statement[], isExecutionRate: boolean): Material {
  const carried = namesCarried(statements);
  const named = statements.flatMap(({ limits }) => limits.flat());
  const unit = unitOfText(named.map(({ limit }) => limit));
  const heads = statements.filter(({ step }) => step).map(({ words }) => words);
  const usual = usualMeasure([...named.map(({ name }) => name), ...heads], isExecutionRate);
  const isLate = speaksOfLateness(named.map(({ name }) => name));
  const around: Around = { isExecutionRate, usual, isLate };
  const groups = statements.flatMap((statement) =>
    statement.limits.flatMap((group) => {
      const name = carried.get(statement);
      const named = name === undefined ? group : group.map(({ limit }) => ({ limit, name }));
      const loose = together(named, around, unit);
      return loose ? [{ statement, loose }] : [];
    }),
  );
  const exactLimits = settled(groups.map(({ loose }): Loose => loose));
  const placed = exactLimits.flatMap((limits, index) => {
    const statement = groups[index]?.statement;
    return statement ? [{ statement, limits }] : [];
  });
  const limitsOf = new Map<Statement, Limits[]>();
  for (const { limits, statement } of withTopStep(placed, statements)) {
    limitsOf.set(statement, [...(limitsOf.get(statement) ?? []), limits]);
  }
  const valueCases = statements.flatMap((statement) => {
    const earning = statement.step ? null : earningOf(statement);
    return earning ? (limitsOf.get(statement) ?? []).map((limits) => ({ statement, limits, earning })) : [];
  });
  return { statements, around, valueCases, limitsOf };
}

/** What a statement without a step earns. */
export function earningOf({ consequence }: Statement): Earning | null {
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
export function isVeto({ consequence, limits, isOtherwise, words, step }: Statement): boolean {
  if (consequence?.kind !== 'award' || limits.length > 0 || isOtherwise || step) return false;
  const award = fixedAward(consequence.award);
  return award !== null && consequence.award.verb === 'earn' && isNothing(award) && vetoWords.test(words);
}

/** Whether a cap or a floor in points stands in the text. */
export function hasCap(statements: readonly Statement[]): boolean {
  return statements.some(({ own }) => own?.is.kind === 'cap' && own.is.award !== null);
}
