/** What can be done with a finding from its line: mend the cell, accept it with a reason, read about its check. */
import { Button, Input } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import type { Finding } from '../../core/checks/finding';
import type { Edit } from '../../core/report/edit';
import { sameCell, toA1 } from '../../core/sheet/cellRef';
import type { ReviewedForm, ReviewedSheet } from '../../review/memory/reviewed';
import type { Pane, RefusedDecision } from '../context';
import { RefusalNotice } from '../decisions/RefusalNotice';
import { isChoice } from './isChoice';
import { useCardStyles } from './useCardStyles';
import { premisesText } from './Ways';

/** What mends the finding's first cell, where the plan has it: one settled value, or the values of the readings. */
function fixesOf({ cells: [first] }: Finding, { plan }: ReviewedForm): readonly Edit[] {
  return plan.edits.filter(
    ({ cell, kind }) => first !== undefined && sameCell(cell, first) && kind !== 'note' && kind !== 'total',
  );
}

function fixText(edit: Edit, words: Pane['words']): string {
  const facts = { cell: toA1(edit.cell), value: edit.after };
  if (!isChoice(edit)) return words.say('fixCell', facts);
  return words.say('fixCellBy', { ...facts, reading: premisesText(edit, words) });
}

export interface FindingDeedsProps extends Pick<Pane, 'actions' | 'dispatch' | 'words'> {
  readonly finding: Finding;
  readonly form: ReviewedForm;
  readonly formIndex: number;
  readonly sheet: ReviewedSheet;
  readonly isBusy: boolean;
}

export function FindingDeeds({
  actions,
  dispatch,
  finding,
  form,
  formIndex,
  isBusy,
  sheet,
  words,
}: FindingDeedsProps): ReactNode {
  const card = useCardStyles();
  const [reason, setReason] = useState<string | null>(null);
  const [refused, setRefused] = useState<RefusedDecision | null>(null);
  const fixes = fixesOf(finding, form);
  const isReady = reason !== null && reason.trim() !== '' && !isBusy;
  const accept = (): void => {
    if (!isReady) return;
    setRefused(null);
    actions.accept(sheet, formIndex, finding, reason, setRefused);
  };
  return (
    <>
      <div className={card.buttons}>
        {fixes.map((fix) => (
          <Button
            key={fix.id}
            size="small"
            disabledFocusable={isBusy}
            onClick={() => actions.apply(form, [fix.id], false)}
          >
            {fixText(fix, words)}
          </Button>
        ))}
        {/* The field goes when its button, which opened it, is what one comes back to. */}
        <span data-place="accepting" className={card.holder}>
          <Button size="small" aria-expanded={reason !== null} onClick={() => setReason(reason === null ? '' : null)}>
            {words.say('acceptFinding')}
          </Button>
        </span>
        <Button
          size="small"
          appearance="subtle"
          data-place="about-check"
          onClick={() => dispatch({ type: 'screen-opened', screen: { kind: 'check', check: finding.check } })}
        >
          {words.say('aboutCheck')}
        </Button>
      </div>
      {reason !== null && (
        <div className={card.row} data-place="accepting">
          <Input
            size="small"
            autoFocus
            className={card.grow}
            aria-label={words.say('acceptReason')}
            placeholder={words.say('acceptReason')}
            maxLength={200}
            value={reason}
            onChange={(_, { value }) => setReason(value)}
            onKeyDown={({ key }) => {
              if (key === 'Enter') accept();
              if (key === 'Escape') setReason(null);
            }}
          />
          <Button size="small" appearance="primary" disabledFocusable={!isReady} onClick={accept}>
            {words.say('acceptNow')}
          </Button>
        </div>
      )}
      <RefusalNotice because={refused} onReplace={null} />
    </>
  );
}
