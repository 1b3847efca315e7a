/** What is wrong: findings under headings, those that are new or gone, and those that were accepted. */
import { Button, Input, mergeClasses, Select } from '@fluentui/react-components';
import { CheckmarkCircleFilled } from '@fluentui/react-icons/svg/checkmark-circle';
import { PersonRegular } from '@fluentui/react-icons/svg/person';
import { type ReactNode, useMemo } from 'react';
import { flushSync } from 'react-dom';
import { toA1 } from '../../core/sheet/cellRef';
import type { AcceptedFinding } from '../../core/report/explained';
import type { ReviewedForm, ReviewedSheet } from '../../review/memory/reviewed';
import type { ReviewComparison } from '../comparison';
import { usePane } from '../context';
import { groupings, isHeld } from '../state';
import { TextToCopy } from '../TextToCopy';
import { rowGap } from '../theme';
import { useRoving } from '../useRoving';
import { AppliedResults } from './AppliedResults';
import { FindingCard } from './FindingCard';
import { SeverityMark } from './SeverityMark';
import { describeFindings, type FindingGroup, findingsAsText, groupFindings, shownFindings } from './shownFindings';
import { useCardStyles } from './useCardStyles';
import { useListWindow } from './useListWindow';

/** From how many findings on a search box helps more than it takes room. */
const searchFrom = 8;

/** What became of the findings of the last review. */
function SinceLastReview({ comparison }: { readonly comparison: ReviewComparison }): ReactNode {
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
                  {first && <span className={card.cell}>{toA1(first)}</span>}
                  {words.findingText(finding).message}
                </button>
                <p className={card.text}>{words.say('acceptedBecause', { reason: decision.reason })}</p>
                <Button
                  size="small"
                  disabledFocusable={isHeld(state)}
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

interface GroupsProps extends FindingsViewProps {
  readonly groups: readonly FindingGroup[];
  /** Of all findings in them. */
  readonly count: number;
}

/** The rows of the list from top to bottom: the heading of a group, then its findings. */
function rowsOf(groups: readonly FindingGroup[]): readonly object[] {
  return groups.flatMap((group) => [group, ...group.findings.map(({ finding }) => finding)]);
}

/** The findings under their headings; of very many only those near the screen are drawn. */
function Groups({ count, groups, report, sheet }: GroupsProps): ReactNode {
  const card = useCardStyles();
  const { actions, dispatch, state, words } = usePane();
  const { findingIndex, formIndex } = state;
  const comparison = state.comparisons[formIndex];
  const rows = useMemo(() => rowsOf(groups), [groups]);
  const headingsBefore = groups.findIndex(({ findings }) => findings.some(({ index }) => index === findingIndex)) + 1;
  const { pieces, refs } = useListWindow(rows, findingIndex + headingsBefore);
  // The next one must be drawn before it can take the keyboard.
  const roving = useRoving(count, findingIndex, 'vertical', (index) =>
    flushSync(() => dispatch({ type: 'finding-reached', index })),
  );

  const sections: ReactNode[] = [];
  let leftOut = 0;
  let start = 0;
  for (const group of groups) {
    const end = start + group.findings.length + 1;
    const cards = pieces(start + 1, end);
    const [only] = pieces(start, end);
    const key = `findings-${start}`;
    start = end;
    if (only?.kind === 'space' && cards.every(({ kind }) => kind === 'space')) {
      leftOut += only.height + rowGap;
      continue;
    }
    if (leftOut > 0) sections.push(<div key={`before-${key}`} aria-hidden style={{ height: leftOut - rowGap }} />);
    leftOut = 0;
    sections.push(
      <section key={group.key} className={card.section} aria-labelledby={key}>
        <h2 id={key} ref={refs?.measure(group) ?? null} className={card.heading}>
          {group.severity && <SeverityMark severity={group.severity} />}
          {words.say('severityCount', { severity: group.name, n: group.findings.length })}
        </h2>
        <ul className={card.list}>
          {cards.map((piece, index) => {
            if (piece.kind === 'space')
              return <li key={`space-${index}`} aria-hidden style={{ height: piece.height }} />;
            const place = piece.place - end + group.findings.length;
            const entry = group.findings[place];
            return (
              entry && (
                <FindingCard
                  key={entry.index}
                  shown={entry}
                  isCurrent={entry.index === findingIndex}
                  isFresh={comparison?.fresh.has(entry.finding) ?? false}
                  hasMark={group.severity === null}
                  measure={refs?.measure(entry.finding) ?? null}
                  place={place + 1}
                  of={group.findings.length}
                  keep={roving.keep}
                  focus={roving.focus}
                  actions={actions}
                  dispatch={dispatch}
                  words={words}
                  form={report}
                  formIndex={formIndex}
                  sheet={sheet}
                  isBusy={isHeld(state)}
                />
              )
            );
          })}
        </ul>
      </section>,
    );
  }
  if (leftOut > 0) sections.push(<div key="rest" aria-hidden style={{ height: leftOut - rowGap }} />);
  return (
    <div
      ref={refs?.attach ?? null}
      className={mergeClasses(card.section, refs !== null && card.windowed)}
      onKeyDown={roving.onKeyDown}
    >
      {sections}
    </div>
  );
}

/** The list of findings. */
export function FindingsView({ report, sheet }: FindingsViewProps): ReactNode {
  const card = useCardStyles();
  const { dispatch, state, words } = usePane();
  const { applied, formIndex, grouping, query, severity } = state;
  const { accepted, findings, form, scores } = report;
  const open = scores.totals.openCount;
  const described = useMemo(() => describeFindings(findings, words), [findings, words]);
  const groups = useMemo(
    () => groupFindings(shownFindings(described, { query, severity }), grouping, form, words),
    [described, form, grouping, query, severity, words],
  );
  const count = groups.reduce((sum, group) => sum + group.findings.length, 0);
  const comparison = state.comparisons[formIndex];

  return (
    <div className={card.section}>
      {applied && <AppliedResults applied={applied} />}
      {comparison && <SinceLastReview comparison={comparison} />}
      {findings.length === 0 ? (
        <p className={card.heading}>
          {open > 0 ? <PersonRegular aria-hidden /> : <CheckmarkCircleFilled aria-hidden />}
          {accepted.length > 0
            ? words.say('allAccepted')
            : open > 0
              ? words.say('cleanButOpen', { n: open })
              : words.say('cleanTitle')}
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
      <Groups groups={groups} count={count} report={report} sheet={sheet} />
      <AcceptedList accepted={accepted} formIndex={formIndex} sheet={sheet} />
    </div>
  );
}
