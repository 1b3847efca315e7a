/** What was written to the workbook and can be taken back. */
import { Button } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { rangesText } from '../../core/sheet/rangesText';
import { usePane } from '../context';
import { Notice } from '../Notice';
import { isHeld } from '../state';
import { timeText } from './timeText';
import { useCardStyles } from './useCardStyles';

/** The list of what can be taken back, the newest first. */
export function History(): ReactNode {
  const card = useCardStyles();
  const { actions, state, words } = usePane();
  const { applied, history } = state;
  if (!history) return null;
  // The last write is taken back where its result stands.
  const shown = applied?.record.kind === 'kept' ? applied.record.entryId : null;
  const entries = history.state === 'readable' ? history.entries.filter(({ entryId }) => entryId !== shown) : [];
  if (history.state === 'readable' && entries.length === 0 && history.dropped === 0) return null;
  return (
    <section className={card.section} aria-labelledby="history">
      <h2 id="history" className={card.heading}>
        {words.say('history')}
      </h2>
      {history.state === 'defective' ? (
        <Notice intent="warning" lines={[words.say('historyDefective')]} />
      ) : (
        <>
          <p className={card.aside}>{words.say('historyWhat')}</p>
          <ul className={card.list}>
            {entries.map(({ cells, entryId, sheetName, time }, index) => (
              <li key={entryId} className={card.card}>
                <p className={card.text}>
                  {words.say('historyEntry', {
                    time: timeText(time, words.locale),
                    sheet: sheetName,
                    n: cells.length,
                  })}
                </p>
                <p className={card.aside}>{rangesText(cells)}</p>
                <Button size="small" disabledFocusable={isHeld(state)} onClick={() => actions.revert(entryId)}>
                  {words.say(index === 0 && shown === null ? 'revertThis' : 'revertEarlier')}
                </Button>
              </li>
            ))}
          </ul>
          {history.dropped > 0 && <p className={card.aside}>{words.say('historyDropped', { n: history.dropped })}</p>}
        </>
      )}
    </section>
  );
}
