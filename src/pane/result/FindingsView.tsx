/** What is wrong: findings by severity, each with its figures, its rule, its sum and what to do. */
import { Input, mergeClasses } from '@fluentui/react-components';
import { CheckmarkCircleFilled } from '@fluentui/react-icons/svg/checkmark-circle';
import { memo, type ReactNode, useMemo } from 'react';
import type { FormReport } from '../../core/report/report';
import { toA1 } from '../../core/sheet/cellRef';
import { type Pane, usePane } from '../context';
import { severities } from '../state';
import { type Roving, useRoving } from '../useRoving';
import { type Fact, Facts } from './Facts';
import { ruleText } from './ruleText';
import { SeverityMark } from './SeverityMark';
import { type ShownFinding, shownFindings } from './shownFindings';
import { useCardStyles } from './useCardStyles';

/** From how many findings on a search box helps more than it takes room. */
const searchFrom = 8;

interface CardProps extends Pick<Roving, 'keep' | 'focus'>, Pick<Pane, 'actions' | 'dispatch' | 'words'> {
  readonly shown: ShownFinding;
  readonly isCurrent: boolean;
  readonly sheetId: string;
}

/** Takes what it needs as props that stay the same, so that a move repaints two cards and not two thousand. */
const FindingCard = memo(function FindingCard(props: CardProps): ReactNode {
  const { actions, dispatch, focus, isCurrent, keep, sheetId, shown, words } = props;
  const card = useCardStyles();
  const { finding, index, text } = shown;
  const [first, ...others] = finding.cells;
  const { rule } = finding;
  const facts: Fact[] = [{ name: words.say('remedy'), value: text.remedy, isWide: true }];
  if (rule) facts.push({ name: words.say('rule'), value: ruleText(rule, words), isWide: true });
  if (rule && rule.notUnderstood.length > 0)
    facts.push({ name: words.say('notUnderstood'), value: rule.notUnderstood.join('\n'), isWide: true });
  if (text.sum !== null) facts.push({ name: words.say('sum'), value: text.sum, isWide: true });
  // Why it matters is said where the reader stands; said on every card it would only lengthen the list.
  if (isCurrent) facts.push({ name: words.say('why'), value: text.why, isWide: true });

  const place = useMemo(() => keep(index), [keep, index]);
  const go = (): void => {
    dispatch({ type: 'finding-reached', index });
    // Excel takes the keyboard when it selects a cell; the list takes it back.
    if (first) actions.reveal(sheetId, first, () => focus(index));
  };
  return (
    <li className={mergeClasses(card.card, isCurrent && card.current)}>
      <button
        ref={place}
        type="button"
        className={card.title}
        tabIndex={isCurrent ? 0 : -1}
        aria-current={isCurrent}
        onClick={go}
        onFocus={() => {
          if (!isCurrent) dispatch({ type: 'finding-reached', index });
        }}
      >
        {first && <span className={card.cell}>{toA1(first)}</span>}
        {text.message}
      </button>
      {others.length > 0 && (
        <p className={card.aside}>{words.say('moreCells', { cells: finding.cells.map(toA1).join(' ') })}</p>
      )}
      <Facts facts={facts} />
    </li>
  );
});

/** The list of findings. */
export function FindingsView({ report: { findings, form } }: { readonly report: FormReport }): ReactNode {
  const card = useCardStyles();
  const { actions, dispatch, state, words } = usePane();
  const { query, severity } = state;
  const shown = useMemo(() => shownFindings(findings, { query, severity }, words), [findings, query, severity, words]);
  const roving = useRoving(shown.length, state.findingIndex, 'vertical', (index) =>
    dispatch({ type: 'finding-reached', index }),
  );

  if (findings.length === 0) {
    return (
      <p className={card.heading}>
        <CheckmarkCircleFilled aria-hidden />
        {words.say('cleanTitle')}
      </p>
    );
  }
  return (
    <div className={card.section}>
      {findings.length >= searchFrom && (
        <Input
          type="search"
          aria-label={words.say('searchLabel')}
          placeholder={words.say('searchLabel')}
          value={query}
          onChange={(_, { value }) => dispatch({ type: 'searched', query: value })}
        />
      )}
      {shown.length === 0 ? (
        <p className={card.text}>
          {query.trim() === '' ? words.say('nothingInFilter') : words.say('nothingFound', { query: query.trim() })}
        </p>
      ) : (
        <p className={card.aside}>{words.say('listHint')}</p>
      )}
      <div className={card.section} onKeyDown={roving.onKeyDown}>
        {severities.map((one) => {
          const ofSeverity = shown.filter(({ finding }) => finding.severity === one);
          if (ofSeverity.length === 0) return null;
          const name = words.say('severityCount', { severity: words.say(`severity-${one}`), n: ofSeverity.length });
          return (
            <section key={one} className={card.section} aria-labelledby={`findings-${one}`}>
              <h2 id={`findings-${one}`} className={card.heading}>
                <SeverityMark severity={one} />
                {name}
              </h2>
              <ul className={card.list}>
                {ofSeverity.map((entry) => (
                  <FindingCard
                    key={entry.index}
                    shown={entry}
                    isCurrent={entry.index === state.findingIndex}
                    sheetId={form.sheetId}
                    keep={roving.keep}
                    focus={roving.focus}
                    actions={actions}
                    dispatch={dispatch}
                    words={words}
                  />
                ))}
              </ul>
            </section>
          );
        })}
      </div>
    </div>
  );
}
