/** Opens a form of the session: its sheet is reviewed anew and brought to the front, unless it is the one that is shown. */
import { useCallback } from 'react';
import { usePane } from '../context';
import type { SessionForm } from './workbookSession';

export function useOpenForm(): (form: SessionForm) => void {
  const { actions, dispatch, state } = usePane();
  const { report, workbook } = state;
  return useCallback(
    ({ form, isShown, sheetId }) => {
      if (report?.sheetId === sheetId) {
        dispatch({ type: 'form-picked', index: form });
        dispatch({ type: 'screen-opened', screen: { kind: 'result' } });
        return;
      }
      actions.review(sheetId, form);
      const entry = workbook?.sheets.find(({ sheet }) => sheet.id === sheetId);
      const first = entry?.report.ok ? entry.report.value.forms[form] : undefined;
      // A hidden sheet can be reviewed and not be brought to the front.
      if (isShown && first) actions.reveal(sheetId, first.form.title?.ref ?? { row: first.form.table.top, column: 0 });
    },
    [actions, dispatch, report, workbook],
  );
}
