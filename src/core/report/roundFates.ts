/** The second round as data, and what follows from it for the letter; apart from how it is found, which needs every check. */
import type { Finding } from '../checks/finding';
import type { ReturnedPoint } from '../decisions/decision';

/**
 * `mended`: it is found no more · `unchanged`: the row says what it said · `answered`: the unit wrote another reason ·
 * `changed`: the figures are others, and it is still wrong · `accepted`: the reviewer let it pass since · `row-gone`: no such
 * row is on the form any more · `unsure`: what would tell can no longer be looked at.
 */
export type PointFate = 'mended' | 'unchanged' | 'answered' | 'changed' | 'accepted' | 'row-gone' | 'unsure';

/** A point of the letter, and what became of it. */
export interface RoundPoint {
  readonly point: ReturnedPoint;
  readonly fate: PointFate;
  /** The indicator's name as it is now, or was; null where it is about the whole form, or only a print is known. */
  readonly name: string | null;
  /** The finding that is left of it; null where nothing is found. */
  readonly finding: Finding | null;
}

/** A form held against what was returned of it. */
export interface Round {
  /** When it was returned. */
  readonly since: string;
  /** The points that the unit was told of, in the order of then. */
  readonly points: readonly RoundPoint[];
  /** What is found now and was not found then. */
  readonly added: readonly Finding[];
}

/** Whether something is still to be said to the unit of a point. */
export function isLeft(fate: PointFate): boolean {
  return fate !== 'mended' && fate !== 'accepted';
}

/**
 * Whether the unit is told of a finding unless the reviewer says otherwise: of what breaks or questions something, in a
 * second round only of what is left of the first letter and of what is new.
 */
export function isTold(finding: Finding, round: Round | null): boolean {
  const isWeighty = finding.severity !== 'P2';
  if (!round) return isWeighty;
  const isAskedAgain = round.points.some((point) => point.finding === finding && isLeft(point.fate));
  return isAskedAgain || (isWeighty && round.added.includes(finding));
}
