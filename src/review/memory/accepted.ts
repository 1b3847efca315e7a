/** Findings that a reviewer accepted with a reason: known again by check and indicator, never by their address. */
import type { Finding } from '../../core/checks/finding';
import type { PieceKind } from './signedMemory';

/** One acceptance on one sheet. */
export interface Acceptance {
  /** Which form of the sheet, from 0: two forms may have the same indicators. */
  readonly form: number;
  readonly check: string;
  /** Key of the indicator; null where the finding is about the form as a whole, which is then told by its message. */
  readonly indicator: string | null;
  readonly message: string | null;
  readonly reason: string;
}

/** A finding with the reason for which it was accepted. */
export interface AcceptedFinding {
  readonly finding: Finding;
  readonly reason: string;
}

/** The findings of a form, parted. */
export interface PartedFindings {
  readonly open: readonly Finding[];
  readonly accepted: readonly AcceptedFinding[];
}

/** The key under which the acceptances of a sheet are kept in the workbook. */
function acceptedKey(sheetId: string): string {
  return `accepted:${sheetId}`;
}

/**
 * The longest reason that is kept, in characters.
 *
 * @internal a test writes a longer one
 */
export const longestReason = 200;

type Subject = Pick<Acceptance, 'form' | 'check' | 'indicator' | 'message'>;

/** What an acceptance of this finding is about. */
function subjectOf(form: number, { check, indicator, message }: Finding): Subject {
  return { form, check, indicator, message: indicator === null ? message : null };
}

function isSame(left: Subject, right: Subject): boolean {
  return (
    left.form === right.form &&
    left.check === right.check &&
    left.indicator === right.indicator &&
    left.message === right.message
  );
}

/** The acceptances with this one added, or its reason replaced. `reason` is cut to the longest that is kept. */
export function accept(
  acceptances: readonly Acceptance[],
  form: number,
  finding: Finding,
  reason: string,
): readonly Acceptance[] {
  const kept = reason.trim().slice(0, longestReason);
  return [...withdraw(acceptances, form, finding), { ...subjectOf(form, finding), reason: kept }];
}

/** The acceptances without the one of this finding. */
export function withdraw(acceptances: readonly Acceptance[], form: number, finding: Finding): readonly Acceptance[] {
  const subject = subjectOf(form, finding);
  return acceptances.filter((acceptance) => !isSame(acceptance, subject));
}

/** Parts the findings of the form at this place of its sheet; both parts keep their order. */
export function partFindings(
  findings: readonly Finding[],
  form: number,
  acceptances: readonly Acceptance[],
): PartedFindings {
  const open: Finding[] = [];
  const accepted: AcceptedFinding[] = [];
  for (const finding of findings) {
    const subject = subjectOf(form, finding);
    const acceptance = acceptances.find((one) => isSame(one, subject));
    if (acceptance) accepted.push({ finding, reason: acceptance.reason });
    else open.push(finding);
  }
  return { open, accepted };
}

const isTextOrNull = (value: unknown): value is string | null => value === null || typeof value === 'string';

function readAcceptance(fields: Readonly<Record<string, unknown>>): Acceptance | null {
  const { check, form, indicator, message, reason } = fields;
  if (typeof form !== 'number' || typeof check !== 'string' || typeof reason !== 'string') return null;
  if (!isTextOrNull(indicator) || !isTextOrNull(message)) return null;
  return { form, check, indicator, message, reason: reason.slice(0, longestReason) };
}

/**
 * How the acceptances of a sheet are kept. One is signed for the project of its form, so that it cannot be carried to
 * another project's form; `projects`: the projects of the forms of the sheet, in order.
 */
export function acceptedKind(sheetId: string, projects: readonly (string | null)[]): PieceKind<Acceptance> {
  const key = acceptedKey(sheetId);
  return {
    key,
    read: readAcceptance,
    fieldsOf: ({ check, form, indicator, message, reason }) => ({ form, check, indicator, message, reason }),
    placeOf: ({ form }) => `${key}\n${projects[form] ?? ''}`,
  };
}
