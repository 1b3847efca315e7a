/** The one place where the gravity of a finding follows from what the readings say. */
import type { Verdict } from '../score/agreement';
import type { Severity } from './finding';

const order: readonly Severity[] = ['P0', 'P1', 'P2'];

/** The gravest that a verdict allows: an accusation needs every reading, a question one of them. */
const gravest: Readonly<Record<Verdict['kind'], Severity>> = {
  wrong: 'P0',
  question: 'P1',
  rounded: 'P2',
  right: 'P2',
};

/** The severity of a finding: as its check says, and never graver than its readings allow. */
export function severityOf(wanted: Severity, verdict: Verdict | undefined): Severity {
  if (!verdict) return wanted;
  const most = gravest[verdict.kind];
  return order.indexOf(wanted) < order.indexOf(most) ? most : wanted;
}
