/** What the last taking back did, cell by cell, the ones to look at first. */
import { type ReactNode, useId } from 'react';
import { toA1 } from '../../core/sheet/cellRef';
import type { RevertedCell } from '../../review/revertApply';
import type { Words } from '../../words/wordsOf';
import { usePane } from '../context';
import { Notice } from '../Notice';
import { cellText } from './cellText';
import { useCardStyles } from './useCardStyles';

type Outcome = RevertedCell['outcome'];

/** Whether all is well with an outcome, in the order in which they are shown. */
const isFine: Readonly<Record<Outcome, boolean>> = {
  different: false,
  changed: false,
  refused: false,
  restored: true,
  already: true,
};
const outcomes = Object.keys(isFine) as readonly Outcome[];

function linesOf(outcome: Outcome, n: number, words: Words): readonly string[] {
  const what = words.say(`reverted-${outcome}`, { n });
  switch (outcome) {
    case 'restored':
    case 'already':
      return [what];
    case 'changed':
    case 'refused':
    case 'different':
      return [what, words.say(`revertedWhy-${outcome}`)];
  }
}

function cellLine({ asText, cell, now }: RevertedCell, words: Words): string {
  const text = words.say('resultCell', { cell: toA1(cell), now: cellText(now.value, now.numberFormat, words) });
  return asText ? `${text}${words.say('writtenAsText')}` : text;
}

export function RevertResults(): ReactNode {
  const card = useCardStyles();
  const { state, words } = usePane();
  const titleId = useId();
  const { reverted } = state;
  if (!reverted) return null;
  if (reverted.state !== 'reverted') {
    const lines = [words.say(`revert-${reverted.state}`), words.say(`revertNext-${reverted.state}`)];
    return <Notice intent="warning" lines={lines} />;
  }
  const { brokenBy, cells, journalFault, rulesLeft, unmarked } = reverted;
  return (
    <section className={card.section} aria-labelledby={titleId}>
      <h2 id={titleId} className={card.heading} tabIndex={-1} data-place="written">
        {words.say('revertedTitle')}
      </h2>
      {brokenBy && (
        <Notice
          intent="error"
          lines={[words.say('revertBrokenOff'), words.faultText(brokenBy).sentence, words.faultText(brokenBy).nextStep]}
        />
      )}
      {outcomes.map((outcome) => {
        const ofOutcome = cells.filter((cell) => cell.outcome === outcome);
        if (ofOutcome.length === 0) return null;
        return (
          <Notice
            key={outcome}
            intent={isFine[outcome] ? 'success' : 'warning'}
            lines={linesOf(outcome, ofOutcome.length, words)}
          >
            <ul className={card.list}>
              {ofOutcome.map((cell) => (
                <li key={toA1(cell.cell)} className={card.text}>
                  {cellLine(cell, words)}
                </li>
              ))}
            </ul>
          </Notice>
        );
      })}
      {unmarked && <p className={card.text}>{words.say('revertUnmarked')}</p>}
      {rulesLeft !== undefined && (
        <Notice intent="warning" lines={[words.say('rulesLeft', { n: rulesLeft }), words.say('rulesLeftNext')]} />
      )}
      {journalFault && (
        <Notice intent="warning" lines={[words.say('revertJournalFault'), words.faultText(journalFault).sentence]} />
      )}
    </section>
  );
}
