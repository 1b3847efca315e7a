/** What a sentence of the reviewer would mean for a row, before it is decided: nothing is kept. */
import { decisionsFor, ruleKey } from '../decisions/formDecisions';
import { besideWeight } from '../rubric/awardsAboveWeight';
import type { CompiledRule } from '../rubric/compiledRule';
import { compileRule } from '../rubric/compileRule';
import { inferRubric } from '../rubric/inferRubric';
import { scoreForm } from '../score/scoreForm';
import type { IndicatorScore } from '../score/scores';
import { weightOf } from '../score/situation';
import type { FormReport } from './report';

/** A sentence as it is read, and what it gives. */
export interface TriedRule {
  readonly compiled: CompiledRule;
  /** The row as it would be scored by the rule; null where the sentence is not understood wholly or gives too much. */
  readonly score: IndicatorScore | null;
  /** How many rows of the form have the same text. */
  readonly rows: number;
}

/** Reads a sentence in the place of the rule text of a row; null where the row has no rule text of its own. */
export function tryRule(report: FormReport, indicator: string, means: string): TriedRule | null {
  const { form, key } = report;
  const row = form.indicators.find((each) => each.key === indicator);
  if (!row?.rule) return null;
  const text = ruleKey(row.rule.text);
  const compiled = besideWeight(compileRule(means, { isExecutionRate: row.isExecutionRate }), weightOf(row));
  const rows = form.indicators.filter(({ rule }) => rule && ruleKey(rule.text) === text).length;
  if (compiled.extent !== 'wholly' || compiled.isDoubtful) return { compiled, score: null, rows };
  const others = report.decisions.flatMap(({ decision }) =>
    decision.kind === 'score' || (decision.kind === 'rule' && decision.text === text) ? [] : [decision],
  );
  const decisions = decisionsFor(key, [...others, { kind: 'rule', at: '', text, means }]);
  const profiles = report.rubricChoice === 'chosen' ? { rubric: report.rubric } : inferRubric(form);
  const { indicators } = scoreForm(form, profiles, decisions);
  return { compiled, score: indicators.find((each) => each.indicator.key === indicator) ?? null, rows };
}
