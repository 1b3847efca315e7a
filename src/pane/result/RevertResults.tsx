/** What the last taking back did, cell by cell, the ones to look at first. */
import { type ReactNode, useId } from 'react';
import { toA1 } from '../../core/sheet/cellRef';
import type { RevertedCell } from '../../review/revertApply';
import { usePane } from '../context';
import { Notice } from '../Notice';
import { cellText } from './cellText';
import { useCardStyles } from './useCardStyles';

const outcomes: readonly RevertedCell['outcome'][] = ['different', 'changed', 'refused', 'restored', 'already'];

export function RevertResults(): ReactNode {
  const card = useCardStyles();
  const { state, words } = usePane();
  const titleId = useId();
  const { reverted } = state;
  if (!reverted) return null;
  if (reverted.state !== 'reverted') {
    return <Notice intent="warning" lines={[words.say(`revert-${reverted.state}`)]} />;
  }
  const { brokenBy, cells, journalFault, unmarked } = reverted;
  return (
    <section className={card.section} aria-labelledby={titleId}>
      <h2 id={titleId} className={card.heading}>
        {words.say('revertedTitle')}
      </h2>
      {brokenBy && <Notice intent="error" lines={[words.say('revertBrokenOff'), words.faultText(brokenBy).nextStep]} />}
      {outcomes.map((outcome) => {
        const ofOutcome = cells.filter((cell) => cell.outcome === outcome);
        if (ofOutcome.length === 0) return null;
        const isGood = outcome === 'restored' || outcome === 'already';
        return (
          <Notice
            key={outcome}
            intent={isGood ? 'success' : 'warning'}
            lines={[words.say(`reverted-${outcome}`, { n: ofOutcome.length })]}
          >
            <ul className={card.list}>
              {ofOutcome.map(({ cell, now }) => (
                <li key={toA1(cell)} className={card.text}>
                  {words.say('resultCell', { cell: toA1(cell), now: cellText(now.value, now.numberFormat, words) })}
                </li>
              ))}
            </ul>
          </Notice>
        );
      })}
      {unmarked && <p className={card.text}>{words.say('revertUnmarked')}</p>}
      {journalFault && <p className={card.text}>{words.say('revertJournalFault')}</p>}
    </section>
  );
}
