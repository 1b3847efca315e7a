/** What of a form is told to its unit: which findings, and which of the reviewer's opinions. */
import type { Finding } from '../checks/finding';
import type { FormReport } from './report';
import { isTold } from './roundFates';

/** What of a form goes into a letter. */
export interface LetterContent {
  readonly findings: readonly Finding[];
  /** Keys of the indicators whose 复核意见 goes along; null: the one on the form as a whole. */
  readonly opinions: readonly (string | null)[];
}

/** What goes into a letter unless somebody says otherwise: what the unit is to be told in this round, and every opinion. */
export function usualContent({ decisions, findings, round }: FormReport): LetterContent {
  return {
    findings: findings.filter((finding) => isTold(finding, round)),
    opinions: decisions.flatMap(({ decision, fate }) =>
      decision.kind === 'opinion' && fate === 'applied' ? [decision.indicator] : [],
    ),
  };
}
