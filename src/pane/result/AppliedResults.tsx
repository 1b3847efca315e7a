/** What became of every cell of the last apply, the ones to look at first. */
import { Button } from '@fluentui/react-components';
import { type ReactNode, useId } from 'react';
import { toA1 } from '../../core/sheet/cellRef';
import type { RecordedApply } from '../../review/applyAndRecord';
import type { EditResult } from '../../review/workbook';
import { usePane } from '../context';
import { Notice } from '../Notice';
import { cellText } from './cellText';
import { useCardStyles } from './useCardStyles';

const outcomes: readonly EditResult['outcome'][] = ['different', 'changed', 'refused', 'written'];

export function AppliedResults({ applied }: { readonly applied: RecordedApply }): ReactNode {
  const card = useCardStyles();
  const titleId = useId();
  const { actions, state, words } = usePane();
  const { record } = applied;
  return (
    <section className={card.section} aria-labelledby={titleId}>
      <h2 id={titleId} className={card.heading}>
        {words.say('appliedTitle')}
      </h2>
      {applied.brokenBy && (
        <Notice intent="error" lines={[words.say('brokenOff'), words.faultText(applied.brokenBy).nextStep]} />
      )}
      {outcomes.map((outcome) => {
        const results = applied.results.filter((result) => result.outcome === outcome);
        if (results.length === 0) return null;
        const lines = [words.say(`outcome-${outcome}`, { n: results.length })];
        if (outcome !== 'written') lines.push(words.say(`outcomeWhy-${outcome}`));
        return (
          <Notice key={outcome} intent={outcome === 'written' ? 'success' : 'warning'} lines={lines}>
            <ul className={card.list}>
              {results.map(({ asText, cell, id, now }) => (
                <li key={id} className={card.text}>
                  {words.say('resultCell', { cell: toA1(cell), now: cellText(now.value, now.numberFormat, words) })}
                  {asText && words.say('writtenAsText')}
                </li>
              ))}
            </ul>
          </Notice>
        );
      })}
      {applied.marked !== null && <p className={card.text}>{words.say('markedCells', { n: applied.marked })}</p>}
      {record.kind === 'not-kept' && <Notice intent="warning" lines={[words.say('recordNotKept')]} />}
      {record.kind === 'kept' && (
        <div className={card.row}>
          <Button
            size="small"
            disabledFocusable={state.running !== null}
            onClick={() => actions.revert(record.entryId)}
          >
            {words.say('revertThis')}
          </Button>
        </div>
      )}
    </section>
  );
}
