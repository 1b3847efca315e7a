/** The forms of the reviewed workbook as a session: its rows, where each form stands, and what comes before and after. */
import type { PaneState } from '../state';
import { inSessionOrder, type SessionRow, sessionRow } from './sessionRows';

/** A form of the session, with where it is opened. */
export interface SessionForm {
  readonly row: SessionRow;
  readonly sheetId: string;
  /** Which form of the sheet, from 0. */
  readonly form: number;
  /** Whether its sheet can be brought to the front. */
  readonly isShown: boolean;
}

const idOf = (sheetId: string, form: number): string => `${sheetId}:${form}`;

/** The forms of the workbook in tab order; none before it was reviewed. */
export function workbookForms({ workbook }: Pick<PaneState, 'workbook'>): readonly SessionForm[] {
  return (workbook?.sheets ?? []).flatMap(({ report, sheet }) =>
    (report.ok ? report.value.forms : []).map((form, place) => ({
      row: sessionRow(idOf(sheet.id, place), form, sheet.name),
      sheetId: sheet.id,
      form: place,
      isShown: sheet.visibility === 'visible',
    })),
  );
}

/** The id of the form that is shown; null where none is. */
export function shownId({ formIndex, report }: Pick<PaneState, 'formIndex' | 'report'>): string | null {
  return report ? idOf(report.sheetId, formIndex) : null;
}

/** Where the shown form stands among the forms of the session, as they are sorted. */
export interface SessionPlace {
  /** From 1. */
  readonly number: number;
  readonly total: number;
  readonly previous: SessionForm | null;
  readonly next: SessionForm | null;
}

/** Null where the shown form belongs to no session of several forms. */
export function placeOf(state: PaneState): SessionPlace | null {
  const forms = workbookForms(state);
  if (forms.length < 2) return null;
  const byId = new Map(forms.map((form) => [form.row.id, form]));
  const rows = inSessionOrder(
    forms.map(({ row }) => row),
    state.sessionOrder,
  );
  const place = rows.findIndex(({ id }) => id === shownId(state));
  if (place < 0) return null;
  const at = (index: number): SessionForm | null => byId.get(rows[index]?.id ?? '') ?? null;
  return { number: place + 1, total: rows.length, previous: at(place - 1), next: at(place + 1) };
}
