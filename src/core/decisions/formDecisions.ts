/** The decisions that concern one form, as its scoring asks for them. */
import { exact, type Exact } from '../exact';
import { fingerprint } from '../fingerprint';
import type { BudgetBlock, Indicator } from '../form/form';
import { fold } from '../value/normalise';
import { basisOf, executionBasisOf } from './basis';
import type { Decision, PremiseDecision, ScoreDecision } from './decision';
import { type FormKey, isSameForm } from './formKey';

/** A score that stands whatever the rule gives. */
export interface GivenScore {
  readonly score: Exact;
  readonly reason: string;
  /** `given`: the reviewer's own 复核得分 · `explained`: the written score, let stand after an explanation. */
  readonly how: 'given' | 'explained';
}

/** What was decided for a form. */
export interface FormDecisions {
  /** What the reviewer wrote for a rule text of the form; null where nothing was decided. */
  ruleFor(text: string): string | null;
  premisesOf(indicator: Indicator): readonly PremiseDecision[];
  scoreOf(indicator: Indicator): GivenScore | null;
  executionScoreOf(block: BudgetBlock): GivenScore | null;
}

/** Nothing was decided. */
export const nothingDecided: FormDecisions = {
  ruleFor: () => null,
  premisesOf: () => [],
  scoreOf: () => null,
  executionScoreOf: () => null,
};

const longestRule = 1900;
const shownOfRule = 200;

/** How a rule text is known again: in one typography. */
export function ruleKey(text: string): string {
  const words = fold(text).text;
  // What is longer is no rule of one indicator; its beginning is kept for people, its print to know it by.
  return words.length <= longestRule ? words : `${words.slice(0, shownOfRule)}…${fingerprint(words)}`;
}

/** Whether a decision is about this form; a rule is about every form that has its text. */
export function concernsForm(decision: Decision, form: FormKey): boolean {
  return decision.kind === 'rule' || isSameForm(decision.form, form);
}

/** Whether a row still says what it said when it was scored. */
export function isOnSameBasis(decision: ScoreDecision, scored: Indicator | BudgetBlock): boolean {
  return decision.basis === ('lines' in scored ? executionBasisOf(scored) : basisOf(scored));
}

function given(decision: ScoreDecision | undefined, scored: Indicator | BudgetBlock): GivenScore | null {
  if (!decision || !isOnSameBasis(decision, scored)) return null;
  return { score: exact(decision.score), reason: decision.reason, how: 'given' };
}

/**
 * The decisions of one form.
 *
 * @param decisions without contradictions; those of other forms are left out here.
 * @param standing the written scores that an explanation lets stand, by the key of the indicator.
 */
export function decisionsFor(
  form: FormKey,
  decisions: readonly Decision[],
  standing: ReadonlyMap<string | null, GivenScore> = new Map(),
): FormDecisions {
  const own = decisions.filter((decision) => concernsForm(decision, form));
  if (own.length === 0) return nothingDecided;
  const rules = new Map(own.flatMap((one) => (one.kind === 'rule' ? [[one.text, one.means] as const] : [])));
  const scores = new Map(own.flatMap((one) => (one.kind === 'score' ? [[one.indicator, one] as const] : [])));
  const premises = own.filter((one) => one.kind === 'premise');
  return {
    ruleFor: (text) => (rules.size === 0 ? null : (rules.get(ruleKey(text)) ?? null)),
    premisesOf: ({ key }) => premises.filter(({ indicator }) => indicator === key),
    scoreOf: (indicator) => given(scores.get(indicator.key), indicator) ?? standing.get(indicator.key) ?? null,
    executionScoreOf: (block) => given(scores.get(null), block) ?? standing.get(null) ?? null,
  };
}
