/**
 * Findings accepted in the records of before, which are still read: told by check and indicator, kept sheet by sheet. They
 * become decisions when they are read, and are written as such when anything is decided on their sheet.
 */
import { type ExplainedDecision, longestWords } from '../../core/decisions/decision';
import { type FormKey, formKeysOf } from '../../core/decisions/formKey';
import type { Form } from '../../core/form/form';
import type { PieceKind } from './signedMemory';

/** One acceptance on one sheet. */
interface Acceptance {
  /** Which form of the sheet, from 0. */
  readonly form: number;
  readonly check: string;
  readonly indicator: string | null;
  readonly message: string | null;
  readonly reason: string;
}

const isTextOrNull = (value: unknown): value is string | null => value === null || typeof value === 'string';

function readAcceptance(fields: Readonly<Record<string, unknown>>): Acceptance | null {
  const { check, form, indicator, message, reason } = fields;
  if (typeof form !== 'number' || typeof check !== 'string' || typeof reason !== 'string') return null;
  if (!isTextOrNull(indicator) || !isTextOrNull(message)) return null;
  return { form, check, indicator, message, reason: reason.slice(0, longestWords.reason) };
}

/** The key under which the acceptances of a sheet are kept in the workbook. */
export function acceptedKey(sheetId: string): string {
  return `accepted:${sheetId}`;
}

/**
 * How the acceptances of a sheet are kept. One is signed for the project of its form, so that it cannot be carried to
 * another project's form; `forms`: the forms of the sheet, in order.
 */
export function acceptedKind(sheetId: string, forms: readonly Form[]): PieceKind<Acceptance> {
  const key = acceptedKey(sheetId);
  return {
    key,
    read: readAcceptance,
    fieldsOf: ({ check, form, indicator, message, reason }) => ({ form, check, indicator, message, reason }),
    placeOf: ({ form }) => `${key}\n${forms[form]?.projectName ?? ''}`,
  };
}

/** Whether two acceptances are of the same finding. */
export function isSameAcceptance(left: Acceptance, right: Acceptance): boolean {
  return (
    left.form === right.form &&
    left.check === right.check &&
    left.indicator === right.indicator &&
    left.message === right.message
  );
}

/** A form that is not on the sheet any more: the acceptance is kept, and finds no form. */
function nowhere(sheet: string, place: number): FormKey {
  return { project: null, unit: null, year: null, sheet, place };
}

/** The same as decisions about the forms of the sheet. */
export function explainedBy(
  acceptances: readonly Acceptance[],
  sheetId: string,
  forms: readonly Form[],
): readonly ExplainedDecision[] {
  const keys = formKeysOf(forms);
  return acceptances.map(({ check, form, indicator, message, reason }) => ({
    kind: 'explained',
    at: '',
    form: keys[form] ?? nowhere(sheetId, form),
    indicator,
    check,
    message,
    reason,
    ground: null,
  }));
}
