/** The result in one line: the form, its totals, how many findings of each severity, what is open; and what it leads to. */
import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ArrowSyncRegular } from '@fluentui/react-icons/svg/arrow-sync';
import { ChevronDownRegular } from '@fluentui/react-icons/svg/chevron-down';
import { ChevronUpRegular } from '@fluentui/react-icons/svg/chevron-up';
import type { ReactNode } from 'react';
import { plain } from '../../core/exact';
import { formStanding } from '../../core/report/formStanding';
import type { FormReport } from '../../core/report/report';
import { agreementWith } from '../../core/score/agreement';
import type { ReviewedSheet } from '../../review/memory/reviewed';
import type { Words } from '../../words/wordsOf';
import { usePane } from '../context';
import { countBySeverity, severities, shownForm, staleness } from '../state';
import { framedApart } from '../theme';
import { rangeText } from './rangeText';
import { SeverityMark } from './SeverityMark';
import { useCardStyles } from './useCardStyles';
import { useToggleStyles } from './useToggleStyles';

/** What Office's own menu covers at the top right. */
const officeMenu = '30px';

const useStyles = makeStyles({
  root: {
    flexGrow: 1,
    minWidth: 0,
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    // In one row with the title the counts keep clear of Office's menu too.
    '@container pane (min-width: 480px)': { paddingRight: officeMenu },
  },
  // As high as Office's menu, and short of it.
  line: {
    boxSizing: 'border-box',
    flexGrow: 1,
    display: 'flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    minWidth: 0,
    maxWidth: '100%',
    minHeight: '32px',
    paddingRight: officeMenu,
    '@container pane (min-width: 480px)': { paddingRight: 0 },
  },
  title: {
    margin: 0,
    minWidth: '3em',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  figures: { margin: 0, flexShrink: 0, whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums' },
  open: { margin: 0, flexShrink: 0, whiteSpace: 'nowrap', fontSize: tokens.fontSizeBase200 },
  counts: { display: 'flex', ...framedApart },
  count: {
    minWidth: 0,
    padding: `0 ${tokens.spacingHorizontalXS}`,
    fontVariantNumeric: 'tabular-nums',
  },
  buttons: { display: 'flex', ...framedApart },
  button: { minWidth: 0, padding: `0 ${tokens.spacingHorizontalXS}`, whiteSpace: 'nowrap' },
});

/** The totals in short, for the eye and for the ear; null where the form states none. */
function totalsOf(
  { form, scores }: FormReport,
  words: Words,
): { readonly short: string; readonly told: string } | null {
  const { allowed, computedScore, openCount, statedScore } = scores.totals;
  if (!statedScore) return null;
  const stated = plain(statedScore);
  const alone = { short: stated, told: words.say('totalStatedTold', { stated }) };
  if (form.misalignment) return alone;
  if (openCount > 0) {
    if (!allowed) return alone;
    const range = rangeText(allowed, words);
    return {
      short: words.say('totalsInShort', { stated, computed: range }),
      told: words.say('totalsAllowedTold', { stated, allowed: range }),
    };
  }
  if (!computedScore) return alone;
  const computed = plain(computedScore);
  if (agreementWith(statedScore, computedScore, computedScore, null) === 'agrees')
    return { short: stated, told: words.say('totalsAgreeTold', { stated }) };
  return {
    short: words.say('totalsInShort', { stated, computed }),
    told: words.say('totalsDifferTold', { stated, computed }),
  };
}

/**
 * Where the review of the form stands, in short: what the reviewer said of it, else how much is left to a person, else
 * that nothing is. The line has no room for two of them; what is left stands below it too.
 */
function Standing({ report }: { readonly report: FormReport }): ReactNode {
  const styles = useStyles();
  const { words } = usePane();
  const { isReviewed, openCount, state } = formStanding(report);
  const isSaid = state === 'returned' || state === 'passed';
  // Of displaced rows nothing was scored: none is left open, and none is reviewed.
  if (report.form.misalignment && !isSaid) return null;
  const told = isSaid
    ? words.say(`state-${state}`)
    : isReviewed
      ? words.say('state-reviewed')
      : words.say('openInShort', { n: openCount });
  return <p className={styles.open}>{told}</p>;
}

/** Counts by severity; each is a switch that shows only its findings. */
function Counts({ report: { findings } }: { readonly report: FormReport }): ReactNode {
  const styles = useStyles();
  const toggle = useToggleStyles();
  const { dispatch, state, words } = usePane();
  const counts = countBySeverity(findings);
  return (
    <div role="group" aria-label={words.say('filterLabel')} className={styles.counts}>
      {severities.map((severity) => {
        const isPressed = state.severity === severity;
        const name = words.say('severityCount', { severity: words.say(`severity-${severity}`), n: counts[severity] });
        return (
          <Button
            key={severity}
            size="small"
            appearance="subtle"
            className={mergeClasses(styles.count, isPressed && toggle.pressed)}
            aria-pressed={isPressed}
            aria-label={name}
            title={name}
            icon={<SeverityMark severity={severity} />}
            onClick={() => {
              dispatch({ type: 'screen-opened', screen: { kind: 'result' } });
              dispatch({ type: 'view-picked', view: 'findings' });
              dispatch({ type: 'severity-picked', severity: isPressed ? null : severity });
            }}
          >
            {String(counts[severity])}
          </Button>
        );
      })}
    </div>
  );
}

/** Reviews again: the sheet in front, or the one whose result is out of date. */
function ReviewAgain({ sheetId }: { readonly sheetId: string }): ReactNode {
  const styles = useStyles();
  const { actions, state, words } = usePane();
  const isStale = staleness(state) !== null;
  return (
    <Button
      size="small"
      appearance={isStale ? 'primary' : 'subtle'}
      className={styles.button}
      icon={<ArrowSyncRegular />}
      data-place="review"
      disabledFocusable={state.running !== null}
      onClick={() => actions.review(isStale || state.otherSheet !== null ? sheetId : null)}
    >
      {words.say('reviewAgain')}
    </Button>
  );
}

export function Headline({ report: sheet }: { readonly report: ReviewedSheet }): ReactNode {
  const card = useCardStyles();
  const styles = useStyles();
  const { dispatch, state, words } = usePane();
  const report = shownForm(state);
  const totals = report && totalsOf(report, words);
  const { showsDetails } = state;
  return (
    <div className={styles.root} data-place="headline">
      <div className={styles.line}>
        <h1 className={styles.title} title={sheet.sheetName}>
          {sheet.sheetName}
        </h1>
        {totals && (
          <p className={styles.figures}>
            <span aria-hidden>{totals.short}</span>
            <span className={card.heardOnly}>{totals.told}</span>
          </p>
        )}
        {report && <Standing report={report} />}
      </div>
      {report && <Counts report={report} />}
      <div className={styles.buttons}>
        <ReviewAgain sheetId={sheet.sheetId} />
        {report && state.screen.kind === 'result' && (
          <Button
            size="small"
            appearance="subtle"
            className={styles.button}
            icon={showsDetails ? <ChevronUpRegular /> : <ChevronDownRegular />}
            iconPosition="after"
            aria-expanded={showsDetails}
            data-place="details"
            onClick={() => dispatch({ type: 'details-shown', shown: !showsDetails })}
          >
            {words.say('details')}
          </Button>
        )}
      </div>
    </div>
  );
}
