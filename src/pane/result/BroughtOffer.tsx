/** What came with the file and was not made on this machine: shown, and without effect until the user takes it over. */
import { Button } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import type { Brought } from '../../review/memory/brought';
import type { ReviewedSheet } from '../../review/memory/reviewed';
import type { Words } from '../../words';
import { usePane } from '../context';
import { decisionText } from '../decisions/decisionText';
import { Notice } from '../Notice';
import { isHeld } from '../state';
import { timeText } from './timeText';
import { useCardStyles } from './useCardStyles';

/** Each offer in one line. */
function linesOf({ applied, columns, decisions, rubrics, strays }: Brought, words: Words): readonly string[] {
  return [
    ...decisions.map((decision) => decisionText(decision, words)),
    ...strays.map((decision) => words.say('broughtStray', { decision: decisionText(decision, words) })),
    ...rubrics.map(({ id, title, version }) => words.say('broughtRubric', { id, title, version })),
    ...columns.map(({ signature }) => words.say('broughtColumns', { header: signature })),
    ...applied.map(({ cells, sheetName, time }) =>
      words.say('broughtApplied', { time: timeText(time, words.locale), sheet: sheetName, n: cells.length }),
    ),
  ];
}

export function BroughtOffer({ sheet }: { readonly sheet: ReviewedSheet }): ReactNode {
  const { actions, state, words } = usePane();
  const card = useCardStyles();
  const [isOpen, setOpen] = useState(false);
  const lines = linesOf(sheet.brought, words);
  if (lines.length === 0) return null;
  const isBusy = isHeld(state);
  return (
    <>
      <Notice intent="warning" lines={[words.say('brought', { n: lines.length }), words.say('broughtNext')]}>
        <Button size="small" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {words.say(isOpen ? 'broughtHide' : 'broughtLook')}
        </Button>
        <Button size="small" disabledFocusable={isBusy} onClick={() => actions.adopt(sheet)}>
          {words.say('broughtAdopt')}
        </Button>
        <Button size="small" disabledFocusable={isBusy} onClick={() => actions.refuse(sheet)}>
          {words.say('broughtRefuse')}
        </Button>
      </Notice>
      {isOpen && (
        <ul className={card.list} aria-label={words.say('broughtItems')}>
          {lines.map((line, index) => (
            <li key={index} className={card.card}>
              <p className={card.text}>{line}</p>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
