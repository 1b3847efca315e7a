/** The findings of one form by kind, as the roll-up counts them. */
import type { FormProblem } from './rollUpEntry';

/** Each kind of problem once, in the order of the findings. One check may speak with two severities: two kinds. */
export function problemsOf(findings: readonly Omit<FormProblem, 'count'>[]): readonly FormProblem[] {
  const byKind = new Map<string, FormProblem>();
  for (const { check, severity, title } of findings) {
    const key = `${check} ${severity}`;
    byKind.set(key, { check, title, severity, count: (byKind.get(key)?.count ?? 0) + 1 });
  }
  return [...byKind.values()];
}
