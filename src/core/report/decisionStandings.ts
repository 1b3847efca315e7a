/** What became of every decision about a form: honoured, or 未对上 with the reason; none is dropped silently. */
import type { Finding } from '../checks/finding';
import type { Decision, ExplainedDecision, PremiseDecision, ScoreDecision } from '../decisions/decision';
import { isOnSameBasis, ruleKey } from '../decisions/formDecisions';
import type { Form } from '../form/form';
import { compileRule } from '../rubric/compileRule';
import type { IndicatorScore, Scores } from '../score/scores';
import { makesChoice } from '../score/settledPremises';
import { type AcceptedFinding, subjectOf } from './explained';

/**
 * `applied` · `row-missing`: no such row is on the form any more · `changed`: the row, or what was found, says something
 * else than when it was decided · `not-open`: the form or a regulation answers the question · `outside-weight`: the score
 * is not within the weight, or the row has none · `not-understood`: the sentence for a rule is not understood ·
 * `finding-gone`: there is no such finding any more.
 */
export type DecisionFate =
  'applied' | 'row-missing' | 'changed' | 'not-open' | 'outside-weight' | 'not-understood' | 'finding-gone';

/** A decision, and what became of it. */
export interface DecisionStanding {
  readonly decision: Decision;
  readonly fate: DecisionFate;
}

/** A form as it was reviewed with the decisions. */
interface Reviewed {
  readonly form: Form;
  readonly scores: Scores;
  readonly accepted: readonly AcceptedFinding[];
  readonly open: readonly Finding[];
}

/** The same, to be looked up: rows by their keys, findings by what they are about. */
interface Indexed extends Reviewed {
  readonly rows: ReadonlyMap<string, IndicatorScore>;
  readonly passed: ReadonlySet<string>;
  readonly raised: ReadonlySet<string>;
}

/** The texts of a form that can state a rule, as they are known again. */
export function ruleKeysOf(form: Form): ReadonlySet<string> {
  const cells = [...form.indicators.flatMap(({ rule }) => rule ?? []), ...form.notes];
  return new Set([...new Set(cells.map(({ text }) => text))].map(ruleKey));
}

function fateOfScore(decision: ScoreDecision, { form, rows, scores }: Indexed): DecisionFate {
  const row = decision.indicator === null ? undefined : rows.get(decision.indicator);
  const score = decision.indicator === null ? scores.execution : row;
  const scored = decision.indicator === null ? form.budget : row?.indicator;
  if (!score || !scored) return 'row-missing';
  if (score.decided?.how === 'given') return 'applied';
  return isOnSameBasis(decision, scored) ? 'outside-weight' : 'changed';
}

function fateOfPremise(decision: PremiseDecision, { rows }: Indexed): DecisionFate {
  const row = rows.get(decision.indicator);
  if (!row) return 'row-missing';
  // A score that was given rests on nothing else; what the rule gives still follows the premise.
  const { premises } = row.decided?.byRule ?? row;
  return premises.some((premise) => premise.source === 'decided' && makesChoice(premise, decision))
    ? 'applied'
    : 'not-open';
}

function fateOfExplained(decision: ExplainedDecision, { passed, raised, rows }: Indexed): DecisionFate {
  const subject = subjectOf(decision);
  if (passed.has(subject)) return 'applied';
  if (raised.has(subject)) return 'changed';
  return decision.indicator === null || rows.has(decision.indicator) ? 'finding-gone' : 'row-missing';
}

/** As the rows read it: an execution rate may be spoken of without being named. */
function isUnderstood(means: string): boolean {
  return [false, true].some((isExecutionRate) => {
    const { extent, isDoubtful } = compileRule(means, { isExecutionRate });
    return extent === 'wholly' && !isDoubtful;
  });
}

/** What became of a decision about this form. */
function fateOf(decision: Decision, reviewed: Indexed): DecisionFate {
  switch (decision.kind) {
    case 'rule':
      return isUnderstood(decision.means) ? 'applied' : 'not-understood';
    case 'score':
      return fateOfScore(decision, reviewed);
    case 'premise':
      return fateOfPremise(decision, reviewed);
    case 'explained':
      return fateOfExplained(decision, reviewed);
    case 'opinion': {
      const { indicator } = decision;
      return indicator === null || reviewed.rows.has(indicator) ? 'applied' : 'row-missing';
    }
    case 'state':
      return 'applied';
  }
}

/** What became of the decisions about a form, in their order. */
export function standingsOf(decisions: readonly Decision[], reviewed: Reviewed): readonly DecisionStanding[] {
  if (decisions.length === 0) return [];
  const { accepted, open, scores } = reviewed;
  const indexed: Indexed = {
    ...reviewed,
    rows: new Map(scores.indicators.map((score) => [score.indicator.key, score] as const)),
    passed: new Set(accepted.map(({ finding }) => subjectOf(finding))),
    raised: new Set(open.map(subjectOf)),
  };
  return decisions.map((decision) => ({ decision, fate: fateOf(decision, indexed) }));
}
