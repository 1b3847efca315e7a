/** Which question a decision answers: two answers to one question contradict each other. */
import type { Decision } from './decision';
import { isSameForm } from './formKey';

/** The question without what may have been corrected in the form's head since: its unit and its year. */
function roughQuestionOf(decision: Decision): string {
  if (decision.kind === 'rule') return JSON.stringify(['rule', decision.text]);
  const { project, sheet, place } = decision.form;
  const form = [decision.kind, project, sheet, place];
  switch (decision.kind) {
    case 'premise':
      return JSON.stringify([...form, decision.indicator, decision.about]);
    case 'explained':
      return JSON.stringify([...form, decision.indicator, decision.check, decision.message]);
    case 'score':
    case 'opinion':
      return JSON.stringify([...form, decision.indicator]);
    case 'state':
      return JSON.stringify(form);
  }
}

/** Whether both answer the same question. */
export function answersTheSame(left: Decision, right: Decision): boolean {
  if (roughQuestionOf(left) !== roughQuestionOf(right)) return false;
  return left.kind === 'rule' || right.kind === 'rule' || isSameForm(left.form, right.form);
}

/** What a decision answers, without reasons and times: two records that answer alike do not contradict. */
function answerOf(decision: Decision): string {
  switch (decision.kind) {
    case 'rule':
      return decision.means;
    case 'premise':
      return JSON.stringify([decision.choice, decision.facts]);
    case 'score':
      return decision.score;
    case 'opinion':
      return decision.opinion;
    case 'explained':
      return decision.ground ?? '';
    case 'state':
      return decision.state;
  }
}

/** Two answers to one question. */
export type Conflict = readonly [Decision, Decision];

/** The kept decisions that answer the question of this one differently. */
export function contradicting(decisions: readonly Decision[], decision: Decision): readonly Decision[] {
  return decisions.filter((other) => answersTheSame(other, decision) && answerOf(other) !== answerOf(decision));
}

/** Answers to one question together. */
function byQuestion(decisions: readonly Decision[]): readonly (readonly Decision[])[] {
  const rough = new Map<string, Decision[][]>();
  for (const decision of decisions) {
    const question = roughQuestionOf(decision);
    const groups = rough.get(question) ?? [];
    const group = groups.find(([first]) => first && answersTheSame(first, decision));
    if (group) group.push(decision);
    else groups.push([decision]);
    rough.set(question, groups);
  }
  return [...rough.values()].flat();
}

/** Decisions of which no two answer one question differently, and the pairs that do: neither of a pair counts. */
export function withoutContradictions(decisions: readonly Decision[]): {
  readonly consistent: readonly Decision[];
  readonly contradictions: readonly Conflict[];
} {
  const consistent: Decision[] = [];
  const contradictions: Conflict[] = [];
  for (const answers of byQuestion(decisions)) {
    const last = answers.at(-1);
    if (!last) continue;
    const against = contradicting(answers, last);
    // Said twice alike, the last word has the reason.
    if (against.length === 0) consistent.push(last);
    else contradictions.push(...against.map((other): Conflict => [other, last]));
  }
  return { consistent, contradictions };
}

/** The decisions without every answer to the question of this one. */
export function withoutDecision(decisions: readonly Decision[], decision: Decision): readonly Decision[] {
  return decisions.filter((other) => !answersTheSame(other, decision));
}

/** The decisions with this one in the place of any other answer to its question. */
export function withDecision(decisions: readonly Decision[], decision: Decision): readonly Decision[] {
  return [...withoutDecision(decisions, decision), decision];
}
