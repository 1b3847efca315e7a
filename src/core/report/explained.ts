/** Findings that the reviewer let pass after an explanation, parted from those that are open. */
import type { Finding } from '../checks/finding';
import { type ExplainedDecision, longestWords } from '../decisions/decision';
import type { FormKey } from '../decisions/formKey';
import type { GivenScore } from '../decisions/formDecisions';
import { fingerprint } from '../fingerprint';
import { amountOf } from '../form/amountOf';
import type { Form, CellReading } from '../form/form';
import { sameCell } from '../sheet/cellRef';

/** A finding that was let pass, and why. */
export interface AcceptedFinding {
  readonly finding: Finding;
  readonly decision: ExplainedDecision;
}

/** The findings of a form, parted; both parts keep their order. */
export interface PartedFindings {
  readonly open: readonly Finding[];
  readonly accepted: readonly AcceptedFinding[];
}

/** Longer grounds are kept as their print. */
const longestGround = 80;

/** What was found and expected: where either is another since, the explanation is none of this. */
export function groundOf({ expected, found }: Finding): string {
  const ground = JSON.stringify([found, expected]);
  return ground.length <= longestGround ? ground : fingerprint(ground);
}

/** The decision to let a finding pass. `reason` is cut to the longest that is kept. */
export function explain(form: FormKey, finding: Finding, reason: string, at: string): ExplainedDecision {
  const { check, indicator, message } = finding;
  return {
    kind: 'explained',
    at,
    form,
    indicator,
    check,
    message: indicator === null ? message : null,
    reason: reason.trim().slice(0, longestWords.reason),
    ground: groundOf(finding),
  };
}

/** What a decision speaks of, and what a finding is spoken of by, whatever was found. */
export function subjectOf({ check, indicator, message }: ExplainedDecision | Finding): string {
  return JSON.stringify([check, indicator, indicator === null ? message : null]);
}

/** Whether a decision speaks of this finding, whatever was found. */
export function speaksOf(decision: ExplainedDecision, finding: Finding): boolean {
  return subjectOf(decision) === subjectOf(finding);
}

/** Parts the findings of a form by the decisions about it. */
export function partFindings(findings: readonly Finding[], decisions: readonly ExplainedDecision[]): PartedFindings {
  if (decisions.length === 0) return { open: findings, accepted: [] };
  const bySubject = new Map<string, ExplainedDecision[]>();
  for (const decision of decisions) {
    const subject = subjectOf(decision);
    bySubject.set(subject, [...(bySubject.get(subject) ?? []), decision]);
  }
  const open: Finding[] = [];
  const accepted: AcceptedFinding[] = [];
  for (const finding of findings) {
    const speaking = bySubject.get(subjectOf(finding));
    const decision = speaking?.find(({ ground }) => ground === null || ground === groundOf(finding));
    if (decision) accepted.push({ finding, decision });
    else open.push(finding);
  }
  return { open, accepted };
}

/** The written scores that stand because a finding about them was let pass, by the key of their row; null: the execution rate. */
export function standingScores(
  form: Form,
  accepted: readonly AcceptedFinding[],
): ReadonlyMap<string | null, GivenScore> {
  const standing = new Map<string | null, GivenScore>();
  const rows = new Map(form.indicators.map((row) => [row.key, row] as const));
  for (const { decision, finding } of accepted) {
    // Only a finding that measures the score against a rule is about what the score should be.
    if (finding.rule === null) continue;
    const row = finding.indicator === null ? undefined : rows.get(finding.indicator);
    const reading: CellReading | null = row
      ? row.score
      : finding.indicator === null
        ? (form.budget?.score ?? null)
        : null;
    const [cell] = finding.cells;
    const written = amountOf(reading);
    if (!reading || !written || !cell || !sameCell(cell, reading.cell.ref)) continue;
    standing.set(finding.indicator, { score: written, reason: decision.reason, how: 'explained' });
  }
  return standing;
}
