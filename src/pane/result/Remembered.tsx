/** What is known from before about this sheet and its columns: a mapping that could be used, and what cannot be read. */
import { Button } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { ReviewedSheet } from '../../review/memory/reviewed';
import { usePane } from '../context';
import { Notice } from '../Notice';
import { isHeld, shownForm } from '../state';
import { BroughtOffer } from './BroughtOffer';

/** Whether recognition of the form asks for the user's eye. */
function isDoubtful(sheet: ReviewedSheet, index: number): boolean {
  const form = sheet.forms[index]?.form;
  if (!form) return false;
  const kinds = ['two-columns-for-role', 'role-uncertain', 'role-missing'];
  return (
    form.columns.some(({ certainty }) => certainty === 'doubtful') ||
    form.doubts.some(({ kind }) => kinds.includes(kind))
  );
}

export function Remembered({ sheet }: { readonly sheet: ReviewedSheet }): ReactNode {
  const { actions, dispatch, state, words } = usePane();
  const { offeredMapping, unreadable } = sheet;
  const isBusy = isHeld(state);
  const openColumns = (): void => dispatch({ type: 'screen-opened', screen: { kind: 'columns' } });
  return (
    <>
      {unreadable.map((part) => (
        <Notice key={part} intent="warning" lines={[words.say(`unreadable-${part}`), words.say('unreadableNext')]}>
          <Button size="small" disabledFocusable={isBusy} onClick={() => actions.forget(sheet.sheetId, part)}>
            {words.say('forgetUnreadable')}
          </Button>
        </Notice>
      ))}
      <BroughtOffer key={sheet.sheetId} sheet={sheet} />
      {offeredMapping && (
        <Notice intent="info" lines={[words.say('mappingOffered')]}>
          <Button
            size="small"
            disabledFocusable={isBusy}
            onClick={() => actions.useMapping(sheet.sheetId, offeredMapping)}
          >
            {words.say('useMapping')}
          </Button>
        </Notice>
      )}
      {shownForm(state) && isDoubtful(sheet, state.formIndex) && (
        <Notice intent="warning" lines={[words.say('columnsDoubtful')]}>
          <Button size="small" onClick={openColumns}>
            {words.say('lookAtColumns')}
          </Button>
        </Notice>
      )}
    </>
  );
}
