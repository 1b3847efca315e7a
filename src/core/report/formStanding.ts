/** How far the review of a form got: 已复核 once nothing is left to a person, or once the reviewer says so. */
import type { FormState } from '../decisions/decision';
import { stateOf } from './formState';
import type { FormReport } from './report';

/** How far the review of a form got. */
export interface FormStanding {
  /** What the reviewer said of the form as a whole; null: nothing. */
  readonly state: FormState | null;
  /** Rows that are 待评定. */
  readonly openCount: number;
  /** Nothing is left open, or the form was returned or passed all the same. */
  readonly isReviewed: boolean;
}

/** The standing of a reviewed form. */
export function formStanding({ decisions, scores }: Pick<FormReport, 'decisions' | 'scores'>): FormStanding {
  const state = stateOf({ decisions })?.state ?? null;
  const { openCount } = scores.totals;
  return { state, openCount, isReviewed: openCount === 0 || state === 'returned' || state === 'passed' };
}
