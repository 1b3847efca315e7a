/** What is wrong: findings under headings, those that are new or gone, and those that were accepted. */
import { Button, Input, Select } from '@fluentui/react-components';
import { CheckmarkCircleFilled } from '@fluentui/react-icons/svg/checkmark-circle';
import { type ReactNode, useMemo } from 'react';
import { toA1 } from '../../core/sheet/cellRef';
import type { AcceptedFinding } from '../../review/memory/accepted';
import type { ReviewedForm, ReviewedSheet } from '../../review/memory/reviewed';
import type { Comparison } from '../comparison';
import { usePane } from '../context';
import { groupings } from '../state';
import { TextToCopy } from '../TextToCopy';
import { useRoving } from '../useRoving';
import { AppliedResults } from './AppliedResults';
import { FindingCard } from './FindingCard';
import { SeverityMark } from './SeverityMark';
import { findingsAsText, groupFindings, shownFindings } from './shownFindings';
import { useCardStyles } from './useCardStyles';

/** From how many findings on a search box helps more than it takes room. */
const searchFrom = 8;

/** What became of the findings of the last review. */
function SinceLastReview({ comparison }: { readonly comparison: Comparison }): ReactNode {
  const card = useCardStyles();
  const { words } = usePane();
  const { fresh, solved } = comparison;
  const line = words.say('sinceLast', { fresh: fresh.size, solved: solved.length });
  if (solved.length === 0) return <p className={card.aside}>{line}</p>;
  return (
    <details>
      <summary className={card.summary}>{line}</summary>
      <ul className={card.list} aria-label={words.say('solvedLabel')}>
        {solved.map((finding, index) => (
          <li key={index} className={card.aside}>
            {words.findingText(finding).message}
          </li>
        ))}
      </ul>
    </details>
  );
}

interface AcceptedListProps {
  readonly accepted: readonly AcceptedFinding[];
  readonly formIndex: number;
  readonly sheet: ReviewedSheet;
}

/** The findings that were accepted: counted, and listed on request. */
function AcceptedList({ accepted, formIndex, sheet }: AcceptedListProps): ReactNode {
  const card = useCardStyles();
  const { actions, dispatch, state, words } = usePane();
  if (accepted.length === 0) return null;
  const { showsAccepted } = state;
  return (
    <section className={card.section} aria-label={words.say('acceptedLabel')}>
      <Button
        size="small"
        appearance="subtle"
        aria-expanded={showsAccepted}
        onClick={() => dispatch({ type: 'accepted-shown', shown: !showsAccepted })}
      >
        {words.say(showsAccepted ? 'hideAccepted' : 'showAccepted', { n: accepted.length })}
      </Button>
      {showsAccepted && (
        <ul className={card.list}>
          {accepted.map(({ finding, reason }, index) => {
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
                  {first && <span className={card.cell}>{toA1(first)}</span>}
                  {words.findingText(finding).message}
                </button>
                <p className={card.text}>{words.say('acceptedBecause', { reason })}</p>
                <Button
                  size="small"
                  disabledFocusable={state.running !== null}
                  onClick={() => actions.accept(sheet, formIndex, finding, null)}
                >
                  {words.say('withdraw')}
                </Button>
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}

export interface FindingsViewProps {
  readonly report: ReviewedForm;
  readonly sheet: ReviewedSheet;
}

/** The list of findings. */
export function FindingsView({ report, sheet }: FindingsViewProps): ReactNode {
  const card = useCardStyles();
  const { actions, dispatch, state, words } = usePane();
  const { applied, formIndex, grouping, query, severity } = state;
  const { accepted, findings, form } = report;
  const groups = useMemo(
    () => groupFindings(shownFindings(findings, { query, severity }, words), grouping, form, words),
    [findings, form, grouping, query, severity, words],
  );
  const count = groups.reduce((sum, group) => sum + group.findings.length, 0);
  const roving = useRoving(count, state.findingIndex, 'vertical', (index) =>
    dispatch({ type: 'finding-reached', index }),
  );
  const comparison = state.comparisons[formIndex];
  const isBusy = state.running !== null;

  return (
    <div className={card.section}>
      {applied && <AppliedResults applied={applied} />}
      {comparison && <SinceLastReview comparison={comparison} />}
      {findings.length === 0 ? (
        <p className={card.heading}>
          <CheckmarkCircleFilled aria-hidden />
          {words.say(accepted.length > 0 ? 'allAccepted' : 'cleanTitle')}
        </p>
      ) : (
        <>
          {findings.length >= searchFrom && (
            <Input
              type="search"
              aria-label={words.say('searchLabel')}
              placeholder={words.say('searchLabel')}
              value={query}
              onChange={(_, { value }) => dispatch({ type: 'searched', query: value })}
            />
          )}
          <div className={card.row}>
            <Select
              size="small"
              aria-label={words.say('groupLabel')}
              value={grouping}
              onChange={(_, { value }) => {
                const picked = groupings.find((one) => one === value);
                if (picked) dispatch({ type: 'grouping-picked', grouping: picked });
              }}
            >
              {groupings.map((one) => (
                <option key={one} value={one}>
                  {words.say(`groupBy-${one}`)}
                </option>
              ))}
            </Select>
            <TextToCopy label={words.say('copyFindings')} text={() => findingsAsText(groups, words)} />
          </div>
          {count === 0 ? (
            <p className={card.text}>
              {query.trim() === '' ? words.say('nothingInFilter') : words.say('nothingFound', { query: query.trim() })}
            </p>
          ) : (
            <p className={card.aside}>{words.say('listHint')}</p>
          )}
        </>
      )}
      <div className={card.section} onKeyDown={roving.onKeyDown}>
        {groups.map((group, place) => (
          <section key={group.key} className={card.section} aria-labelledby={`findings-${place}`}>
            <h2 id={`findings-${place}`} className={card.heading}>
              {group.severity && <SeverityMark severity={group.severity} />}
              {words.say('severityCount', { severity: group.name, n: group.findings.length })}
            </h2>
            <ul className={card.list}>
              {group.findings.map((entry) => (
                <FindingCard
                  key={entry.index}
                  shown={entry}
                  isCurrent={entry.index === state.findingIndex}
                  isFresh={comparison?.fresh.has(entry.finding) ?? false}
                  hasMark={group.severity === null}
                  keep={roving.keep}
                  focus={roving.focus}
                  actions={actions}
                  dispatch={dispatch}
                  words={words}
                  form={report}
                  formIndex={formIndex}
                  sheet={sheet}
                  isBusy={isBusy}
                />
              ))}
            </ul>
          </section>
        ))}
      </div>
      <AcceptedList accepted={accepted} formIndex={formIndex} sheet={sheet} />
    </div>
  );
}
