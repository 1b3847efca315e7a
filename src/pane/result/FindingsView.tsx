/** What is wrong: findings under headings, those that are new or gone, and those that were accepted. */
import { Input, makeStyles, Select, tokens } from '@fluentui/react-components';
import { CheckmarkCircleFilled } from '@fluentui/react-icons/svg/checkmark-circle';
import { PersonRegular } from '@fluentui/react-icons/svg/person';
import { type ReactNode, useMemo } from 'react';
import type { ReviewedForm, ReviewedSheet } from '../../review/memory/reviewed';
import type { ReviewComparison } from '../comparison';
import { usePane } from '../context';
import { groupings } from '../state';
import { TextToCopy } from '../TextToCopy';
import { AcceptedList } from './AcceptedList';
import { AppliedResults } from './AppliedResults';
import { CleanNextStep } from './CleanNextStep';
import { ExaminedLine } from './ExaminedLine';
import { FindingList } from './FindingList';
import { linesOf } from './findingLines';
import { NothingShown } from './NothingShown';
import { RevertResults } from './RevertResults';
import { describeFindings, findingsAsText, groupFindings, shownFindings } from './shownFindings';
import { useCardStyles } from './useCardStyles';

/** From how many findings on a search box helps more than it takes room. */
const searchFrom = 8;

const useStyles = makeStyles({
  tools: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalXS },
  search: { flexGrow: 1, flexBasis: '96px', minWidth: 0 },
});

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

export interface FindingsViewProps {
  readonly report: ReviewedForm;
  readonly sheet: ReviewedSheet;
}

/** Search, grouping and copying: the tools of the list in one line. */
function Tools({ count, text }: { readonly count: number; readonly text: () => string }): ReactNode {
  const styles = useStyles();
  const { dispatch, state, words } = usePane();
  return (
    <div className={styles.tools}>
      {count >= searchFrom && (
        <Input
          type="search"
          size="small"
          className={styles.search}
          input={{ size: 6 }}
          aria-label={words.say('searchLabel')}
          placeholder={words.say('searchLabel')}
          value={state.query}
          onChange={(_, { value }) => dispatch({ type: 'searched', query: value })}
        />
      )}
      <Select
        size="small"
        aria-label={words.say('groupLabel')}
        value={state.grouping}
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
      <TextToCopy label={words.say('copyFindings')} text={text} />
    </div>
  );
}

/** Said where there is no finding: clean, or all of them accepted, or nothing but what a person has to judge. */
function NoFindings({ accepted, open }: { readonly accepted: number; readonly open: number }): ReactNode {
  const card = useCardStyles();
  const { words } = usePane();
  return (
    <p className={card.heading}>
      {open > 0 ? <PersonRegular aria-hidden /> : <CheckmarkCircleFilled aria-hidden />}
      {accepted > 0
        ? words.say('allAccepted')
        : open > 0
          ? words.say('cleanButOpen', { n: open })
          : words.say('cleanTitle')}
    </p>
  );
}

/** The list of findings. */
export function FindingsView({ report, sheet }: FindingsViewProps): ReactNode {
  const card = useCardStyles();
  const { state, words } = usePane();
  const { applied, formIndex, grouping, openLines, query, severity } = state;
  const { accepted, findings, form, scores } = report;
  const described = useMemo(() => describeFindings(findings, words), [findings, words]);
  const found = useMemo(
    () => groupFindings(shownFindings(described, { query, severity }), grouping, form, words),
    [described, form, grouping, query, severity, words],
  );
  const open = useMemo(() => new Set(openLines), [openLines]);
  const isSearching = query.trim() !== '';
  const groups = useMemo(() => linesOf(found, { grouping, isSearching, open }), [found, grouping, isSearching, open]);
  const comparison = state.comparisons[formIndex];

  return (
    <div className={card.section} data-place="findings-view">
      <RevertResults />
      {applied && <AppliedResults applied={applied} />}
      {comparison && <SinceLastReview comparison={comparison} />}
      {findings.length === 0 ? (
        <>
          <NoFindings accepted={accepted.length} open={scores.totals.openCount} />
          <CleanNextStep report={report} />
        </>
      ) : (
        <>
          <Tools count={findings.length} text={() => findingsAsText(found, words)} />
          {groups.length === 0 && <NothingShown described={described} />}
        </>
      )}
      <FindingList groups={groups} open={open} report={report} sheet={sheet} />
      <ExaminedLine report={report} sheet={sheet} />
      <AcceptedList accepted={accepted} formIndex={formIndex} sheet={sheet} />
    </div>
  );
}
