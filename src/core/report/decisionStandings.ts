/** What became of every decision about a form: honoured, or 未对上 with the reason; none is dropped silently. */
import type { Finding } from '../checks/finding';
import type { Decision, ExplainedDecision, PremiseDecision, ScoreDecision } from '../decisions/decision';
import { isOnSameBasis, ruleKey } from '../decisions/formDecisions';
import type { Form } from '../form/form';
import { compileRule } from '../rubric/compileRule';
import type { Scores } from '../score/scores';
import { makesChoice } from '../score/settledPremises';
import { type AcceptedFinding, speaksOf } from './explained';

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

/** The texts of a form that can state a rule, as they are known again. */
export function ruleKeysOf(form: Form): ReadonlySet<string> {
  const cells = [...form.indicators.flatMap(({ rule }) => rule ?? []), ...form.notes];
  return new Set([...new Set(cells.map(({ text }) => text))].map(ruleKey));
}

function fateOfScore(decision: ScoreDecision, { form, scores }: Reviewed): DecisionFate {
  const { execution, indicators } = scores;
  const score =
    decision.indicator === null ? execution : indicators.find(({ indicator }) => indicator.key === decision.indicator);
  const scored =
    decision.indicator === null ? form.budget : form.indicators.find(({ key }) => key === decision.indicator);
  if (!score || !scored) return 'row-missing';
  if (score.decided?.how === 'given') return 'applied';
  return isOnSameBasis(decision, scored) ? 'outside-weight' : 'changed';
}

function fateOfPremise(decision: PremiseDecision, { scores }: Reviewed): DecisionFate {
  const row = scores.indicators.find(({ indicator }) => indicator.key === decision.indicator);
  if (!row) return 'row-missing';
  // A score that was given rests on nothing else; what the rule gives still follows the premise.
  const { premises } = row.decided?.byRule ?? row;
  return premises.some((premise) => premise.source === 'decided' && makesChoice(premise, decision))
    ? 'applied'
    : 'not-open';
}

function fateOfExplained(decision: ExplainedDecision, { accepted, form, open }: Reviewed): DecisionFate {
  if (accepted.some(({ finding }) => speaksOf(decision, finding))) return 'applied';
  if (open.some((finding) => speaksOf(decision, finding))) return 'changed';
  const isRow = decision.indicator === null || form.indicators.some(({ key }) => key === decision.indicator);
  return isRow ? 'finding-gone' : 'row-missing';
}

/** As the rows read it: an execution rate may be spoken of without being named. */
function isUnderstood(means: string): boolean {
  return [false, true].some((isExecutionRate) => {
    const { extent, isDoubtful } = compileRule(means, { isExecutionRate });
    return extent === 'wholly' && !isDoubtful;
  });
}

/** What became of a decision about this form. */
function fateOf(decision: Decision, reviewed: Reviewed): DecisionFate {
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
      return indicator === null || reviewed.form.indicators.some(({ key }) => key === indicator)
        ? 'applied'
        : 'row-missing';
    }
    case 'state':
      return 'applied';
  }
}

/** What became of the decisions about a form, in their order. */
export function standingsOf(decisions: readonly Decision[], reviewed: Reviewed): readonly DecisionStanding[] {
  return decisions.map((decision) => ({ decision, fate: fateOf(decision, reviewed) }));
}
