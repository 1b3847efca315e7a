/** Where a form stands, as the reviewer said. */
import type { StateDecision } from '../decisions/decision';
import type { FormReport } from './report';

/** The state that was decided for a form; null: nobody looked at it. */
export function stateOf({ decisions }: Pick<FormReport, 'decisions'>): StateDecision | null {
  const states = decisions.flatMap(({ decision }) => (decision.kind === 'state' ? [decision] : []));
  return states.at(-1) ?? null;
}
