/** The findings that were accepted: counted, and listed on request. */
import { Button } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { toA1 } from '../../core/sheet/cellRef';
import type { AcceptedFinding } from '../../core/report/explained';
import type { ReviewedSheet } from '../../review/memory/reviewed';
import { usePane } from '../context';
import { isHeld } from '../state';
import { useCardStyles } from './useCardStyles';

export interface AcceptedListProps {
  readonly accepted: readonly AcceptedFinding[];
  readonly formIndex: number;
  readonly sheet: ReviewedSheet;
}

export function AcceptedList({ accepted, formIndex, sheet }: AcceptedListProps): ReactNode {
  const card = useCardStyles();
  const { actions, dispatch, state, words } = usePane();
  if (accepted.length === 0) return null;
  const { showsAccepted } = state;
  return (
    <section className={card.section} aria-label={words.say('acceptedLabel')} data-place="accepted">
      <div className={card.row}>
        <Button
          size="small"
          appearance="subtle"
          aria-expanded={showsAccepted}
          onClick={() => dispatch({ type: 'accepted-shown', shown: !showsAccepted })}
        >
          {words.say(showsAccepted ? 'hideAccepted' : 'showAccepted', { n: accepted.length })}
        </Button>
      </div>
      {showsAccepted && (
        <ul className={card.list}>
          {accepted.map(({ decision, finding }, index) => {
            const [first] = finding.cells;
            return (
              <li key={index} className={card.card}>
                <button
                  type="button"
                  className={card.title}
                  onClick={({ currentTarget }) => {
                    if (first) actions.reveal(sheet.sheetId, first, () => currentTarget.focus());
                  }}
                >
                  {first && (
                    <>
                      <span className={card.address}>{toA1(first)}</span>
                      {words.say('addressEnd')}
                    </>
                  )}
                  {words.findingText(finding).message}
                </button>
                <p className={card.text}>{words.say('acceptedBecause', { reason: decision.reason })}</p>
                <div className={card.row}>
                  <Button
                    size="small"
                    disabledFocusable={isHeld(state)}
                    onClick={() => actions.accept(sheet, formIndex, finding, null, () => undefined)}
                  >
                    {words.say('withdraw')}
                  </Button>
                </div>
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}
