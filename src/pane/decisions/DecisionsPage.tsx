/** The page of decisions: everything that was decided, with its time and what became of it, to be taken back one by one. */
import type { ReactNode } from 'react';
import { usePane } from '../context';
import { useCardStyles } from '../result/useCardStyles';
import { shownForm } from '../state';
import { DecisionLine, type DecisionLineProps } from './DecisionLine';

interface ListProps {
  readonly id: string;
  readonly heading: string;
  readonly aside?: string;
  readonly lines: readonly DecisionLineProps[];
}

function List({ aside, heading, id, lines }: ListProps): ReactNode {
  const card = useCardStyles();
  if (lines.length === 0) return null;
  return (
    <section className={card.section} aria-labelledby={id}>
      <h3 id={id} className={card.heading}>
        {heading}
      </h3>
      {aside !== undefined && <p className={card.aside}>{aside}</p>}
      <ul className={card.list}>
        {lines.map((line, index) => (
          <DecisionLine key={index} {...line} />
        ))}
      </ul>
    </section>
  );
}

export function DecisionsPage(): ReactNode {
  const card = useCardStyles();
  const { state, words } = usePane();
  const sheet = state.report;
  const form = shownForm(state);
  if (!sheet) return <p className={card.text}>{words.say('noDecisions')}</p>;
  const own = (form?.decisions ?? []).map(({ decision, fate }) => ({ decision, fate, sheet }));
  const pairs = [...new Set(sheet.contradictions.flat())].map((decision) => ({ decision, fate: null, sheet }));
  const ofOtherForms = sheet.forms.flatMap((each) => (each === form ? [] : each.decisions));
  const here = new Set(own.map(({ decision }) => decision));
  const others = [
    // A rule for a text of both forms is told once.
    ...ofOtherForms.flatMap(({ decision, fate }) => (here.has(decision) ? [] : [{ decision, fate, sheet }])),
    ...sheet.elsewhere.map((decision) => ({ decision, fate: null, sheet })),
  ];
  if (own.length + pairs.length + others.length === 0) return <p className={card.text}>{words.say('noDecisions')}</p>;
  return (
    <div className={card.section}>
      <List
        id="decisions-contradicting"
        heading={words.say('contradictionsHead', { n: sheet.contradictions.length })}
        aside={words.say('contradictionsNext')}
        lines={pairs}
      />
      <List id="decisions-own" heading={words.say('decisionsOfForm', { n: own.length })} lines={own} />
      <List id="decisions-others" heading={words.say('decisionsElsewhere', { n: others.length })} lines={others} />
    </div>
  );
}
