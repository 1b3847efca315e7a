/** What people decided about a form, as plain data for tables and papers: each score with whose it is, and why. */
import type { Decision } from '../core/decisions/decision';
import { formStanding, type FormStanding } from '../core/report/formStanding';
import type { FormReport } from '../core/report/report';
import type { PremiseAbout } from '../core/score/premises';
import type { ExecutionScore, IndicatorScore } from '../core/score/scores';
import { carriesPoints, executionPoints, pointsOf } from '../core/score/totals';
import { amountText, type Amount } from './amount';

/** Whose score counts in a row, and what of it a person settled. */
export interface RowDecisions {
  /** 按规则: what the rules alone settle; null: 待评定 by them, or a displaced row. */
  readonly ruled: Amount;
  /** The reason for a score that a person gave or let stand; empty where none did. */
  readonly because: string;
  /** The questions of the row that the reviewer answered, such as its direction or what its rule means. */
  readonly settledBy: readonly PremiseAbout[];
  /** 复核意见; empty where there is none. */
  readonly opinion: string;
}

/** What was decided about a form. */
export interface FormDecided extends FormStanding {
  /** 按规则: the total by the rules alone; null while they leave a row open. */
  readonly ruled: Amount;
  /** 说明后通过: how many findings. */
  readonly passed: number;
  /** 复核意见, the one on the form as a whole first; `of`: the indicator, null for the form. */
  readonly opinions: readonly { readonly of: string | null; readonly opinion: string }[];
  /** How many decisions found no place in the form any more, or have no effect. */
  readonly unmatched: number;
}

/** The decisions that count. */
function applied({ decisions }: FormReport): readonly Decision[] {
  return decisions.flatMap(({ decision, fate }) => (fate === 'applied' ? [decision] : []));
}

/** The opinion on a row, or with null on the form as a whole. */
function opinionOn(report: FormReport, indicator: string | null): string {
  const found = applied(report).find((one) => one.kind === 'opinion' && one.indicator === indicator);
  return found?.kind === 'opinion' ? found.opinion : '';
}

/** What was decided about an indicator. */
export function indicatorDecisions(report: FormReport, score: IndicatorScore): RowDecisions {
  const { decided, indicator } = score;
  const byRule = decided?.byRule ?? score;
  const settled = byRule.premises.flatMap(({ about, source }) => (source === 'decided' ? [about] : []));
  return {
    ruled: amountText(indicator.shift === null ? pointsOf(byRule).settled : null),
    because: decided?.reason ?? '',
    settledBy: [...new Set(settled)],
    opinion: opinionOn(report, indicator.key),
  };
}

/** What was decided about the execution rate of the fund block. */
export function executionDecisions(score: ExecutionScore): RowDecisions {
  const { decided } = score;
  const ruled = executionPoints(decided?.byRule ?? score).settled;
  return { ruled: amountText(ruled), because: decided?.reason ?? '', settledBy: [], opinion: '' };
}

/** The total by the rules alone, where they leave nothing open. */
function ruledTotal({ scores: { execution, indicators, totals } }: FormReport): Amount {
  const rows = indicators.map((score) => pointsOf(score.decided?.byRule ?? score));
  if (execution && carriesPoints(execution)) rows.push(executionPoints(execution.decided?.byRule ?? execution));
  return rows.every(({ settled }) => settled !== null) ? amountText(totals.ruledScore) : null;
}

/** What was decided about a form. */
export function formDecided(report: FormReport): FormDecided {
  const { accepted, decisions, form } = report;
  const names = new Map<string | null, string>(form.indicators.map(({ key, name }) => [key, name.text]));
  const whole = opinionOn(report, null);
  const rows = form.indicators.flatMap(({ key }) => {
    const opinion = opinionOn(report, key);
    return opinion === '' ? [] : [{ of: names.get(key) ?? key, opinion }];
  });
  return {
    ...formStanding(report),
    ruled: ruledTotal(report),
    passed: accepted.length,
    opinions: [...(whole === '' ? [] : [{ of: null, opinion: whole }]), ...rows],
    unmatched: decisions.filter(({ fate }) => fate !== 'applied').length,
  };
}
