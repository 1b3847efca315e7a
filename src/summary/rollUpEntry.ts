/** What the roll-up of many forms keeps of one. */
import type { Severity } from '../core/checks/finding';
import type { Amount } from './amount';
import { opinionsText, standingText } from './decidedText';
import type { FormFacts, Standings } from './formFacts';

/** One kind of problem in one form, in words. */
export interface FormProblem {
  readonly check: string;
  /** What must hold, as the check is called. */
  readonly title: string;
  readonly severity: Severity;
  /** How many findings. */
  readonly count: number;
}

/** What the roll-up keeps of one form; small, so that thousands fit. */
export interface RollUpEntry extends Standings {
  readonly path: string;
  readonly sheet: string;
  readonly project: string | null;
  readonly department: string | null;
  readonly unit: string | null;
  /** 万元. */
  readonly initial: Amount;
  readonly budget: Amount;
  readonly executed: Amount;
  /** A ratio. */
  readonly rate: Amount;
  /** Points; what was reviewed is null while a row is 待评定. */
  readonly stated: Amount;
  readonly reviewed: Amount;
  /** 按规则: without the scores that a person gave; null while the rules leave a row open. */
  readonly ruled: Amount;
  /** 复核状态 and 复核意见 in words. */
  readonly standing: string;
  readonly opinions: string;
  /** 说明后通过: how many findings. */
  readonly passed: number;
  readonly grade: string | null;
  readonly reviewedGrade: string | null;
  /** In reading order: the gravest first. */
  readonly problems: readonly FormProblem[];
  readonly indicators: readonly { readonly name: string; readonly target: string; readonly actual: string }[];
  readonly reasons: readonly string[];
}

/** What the roll-up keeps of a form. */
export function rollUpEntry(
  place: Pick<RollUpEntry, 'path' | 'sheet'>,
  facts: FormFacts,
  problems: readonly FormProblem[],
): RollUpEntry {
  const { budget, department, executed, grade, initial, project, rate, reviewed, reviewedGrade, stated, unit } = facts;
  const { high, low, openCount, openWeight, passed, ruled, settled } = facts;
  const rows = facts.indicators.filter(({ isExecutionRate }) => !isExecutionRate);
  return {
    ...place,
    ...{ project, department, unit, initial, budget, executed, rate, stated, reviewed, grade, reviewedGrade },
    ...{ settled, openCount, openWeight, low, high, ruled, passed },
    standing: standingText(facts),
    opinions: opinionsText(facts.opinions),
    problems,
    indicators: rows.map(({ actual, name, target }) => ({ name, target, actual })),
    reasons: [...new Set(rows.map(({ reason }) => reason).filter((reason) => reason.trim() !== ''))],
  };
}
