/** What the reviewer decides, in English. */
import type { decisions as chinese } from '../zh-CN/decisions';

export const decisions: Readonly<Record<keyof typeof chinese, string>> = {
  'decision-rule': 'The rule “{text}” is read as “{means}”',
  'decision-premise': '{where}: {choice}',
  'decision-score': '{where}: reviewed score {score}, because: {reason}',
  'decision-opinion': '{where}: opinion “{opinion}”',
  'decision-explained': '{where}: “{check}” passed with a reason: {reason}',
  'decision-state': 'The whole form: {state}',
  'state-seen': 'seen',
  'state-returned': 'returned',
  'state-passed': 'passed',
  executionRate: 'Execution rate',
};
