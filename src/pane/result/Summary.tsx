/** The result at a glance: totals, grade, rules in force, and what was looked at. */
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { CheckmarkCircleFilled } from '@fluentui/react-icons/svg/checkmark-circle';
import { ErrorCircleFilled } from '@fluentui/react-icons/svg/error-circle';
import type { ReactNode } from 'react';
import { type Exact, plain } from '../../core/exact';
import type { FormReport } from '../../core/report/report';
import type { ReviewedForm, ReviewedSheet } from '../../review/memory/reviewed';
import type { Words } from '../../words/wordsOf';
import { usePane } from '../context';
import { countBySeverity, severities } from '../state';
import { Facts } from './Facts';
import { SeverityMark } from './SeverityMark';
import { useCardStyles } from './useCardStyles';

const useStyles = makeStyles({
  totals: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalXL, margin: 0 },
  name: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  figure: {
    margin: 0,
    fontSize: tokens.fontSizeBase600,
    lineHeight: tokens.lineHeightBase600,
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: 'tabular-nums',
  },
  differs: { color: tokens.colorStatusDangerForeground1 },
  agrees: { color: tokens.colorStatusSuccessForeground1 },
});

const points = (amount: Exact | null, words: Words): string => (amount ? plain(amount) : words.say('noFigure'));

/** Whether the two totals agree, as a shape and a sentence. */
function Comparison({ report: { scores } }: { readonly report: FormReport }): ReactNode {
  const card = useCardStyles();
  const styles = useStyles();
  const { words } = usePane();
  const { computedScore, statedScore } = scores.totals;
  if (!computedScore || !statedScore) return null;
  const gap = computedScore.minus(statedScore).abs();
  return gap.eq(0) ? (
    <p className={card.heading}>
      <CheckmarkCircleFilled aria-hidden className={styles.agrees} />
      {words.say('totalsAgree')}
    </p>
  ) : (
    <p className={card.heading}>
      <ErrorCircleFilled aria-hidden className={styles.differs} />
      {words.say('totalsDiffer', { gap: plain(gap) })}
    </p>
  );
}

function gradeText({ scores }: FormReport, words: Words): string {
  const { computedGrade, grade } = scores.totals;
  if (grade !== null && computedGrade !== null && grade !== computedGrade)
    return words.say('gradeChange', { stated: grade, computed: computedGrade });
  return computedGrade ?? grade ?? words.say('noFigure');
}

/** What was looked at, and everything that was not, so that silence is never taken for a clean bill. */
function examinedLines(
  { clippedFrom, mergesUnread }: ReviewedSheet,
  report: ReviewedForm,
  words: Words,
): readonly string[] {
  const { examined, form, scores } = report;
  const open = scores.indicators.filter(({ computed, leftOpen }) => computed === null && leftOpen !== 'misaligned');
  return [
    words.say('examined', { indicators: examined.indicators, checks: examined.checks }),
    ...(open.length > 0 ? [words.say('leftToPerson', { n: open.length })] : []),
    ...(examined.hiddenRows > 0 ? [words.say('hiddenRows', { n: examined.hiddenRows })] : []),
    ...(report.accepted.length > 0 ? [words.say('acceptedCount', { n: report.accepted.length })] : []),
    ...(form.misalignment ? [words.say('misaligned', { n: form.misalignment.lines.length })] : []),
    ...(clippedFrom ? [words.say('clipped', clippedFrom)] : []),
    ...(mergesUnread ? [words.say('mergesUnread')] : []),
  ];
}

/** Counts by severity; each is a switch that shows only its findings. */
function Counts({ report: { findings } }: { readonly report: FormReport }): ReactNode {
  const card = useCardStyles();
  const { dispatch, state, words } = usePane();
  const counts = countBySeverity(findings);
  return (
    <div role="group" aria-label={words.say('filterLabel')} className={card.row}>
      {severities.map((severity) => {
        const isPressed = state.severity === severity;
        return (
          <Button
            key={severity}
            size="small"
            appearance={isPressed ? 'primary' : 'outline'}
            aria-pressed={isPressed}
            icon={<SeverityMark severity={severity} />}
            onClick={() => {
              dispatch({ type: 'view-picked', view: 'findings' });
              dispatch({ type: 'severity-picked', severity: isPressed ? null : severity });
            }}
          >
            {words.say('severityCount', { severity: words.say(`severity-${severity}`), n: counts[severity] })}
          </Button>
        );
      })}
    </div>
  );
}

export interface SummaryProps {
  readonly sheet: ReviewedSheet;
  readonly report: ReviewedForm;
}

/** The result at a glance. */
export function Summary({ report, sheet }: SummaryProps): ReactNode {
  const card = useCardStyles();
  const styles = useStyles();
  const { dispatch, words } = usePane();
  const { form, rubric, rubricChoice, scores } = report;
  const { computedScore, statedScore, weight } = scores.totals;
  const figures = [
    { name: words.say('statedTotal'), value: points(statedScore, words) },
    { name: words.say('computedTotal'), value: points(computedScore, words) },
    { name: words.say('grade'), value: gradeText(report, words) },
  ];
  return (
    <section className={card.section} aria-label={words.say('resultRegion')}>
      <dl className={styles.totals}>
        {figures.map(({ name, value }) => (
          <div key={name}>
            <dt className={styles.name}>{name}</dt>
            <dd className={styles.figure}>{value}</dd>
          </div>
        ))}
      </dl>
      <Comparison report={report} />
      <Counts report={report} />
      <details>
        <summary className={card.summary}>{words.say('rubricInForce', { title: rubric.title })}</summary>
        <Facts
          facts={[
            ...(form.projectName !== null
              ? [{ name: words.say('project'), value: form.projectName, isWide: true }]
              : []),
            { name: words.say('weightTotal'), value: points(weight, words), isWide: true },
            {
              name: words.say('rubric'),
              value: words.say('rubricSource', {
                title: rubric.title,
                document: rubric.source.document,
                choice: words.say(`rubricChoice-${rubricChoice}`),
              }),
              isWide: true,
            },
          ]}
        />
      </details>
      <p className={card.aside}>
        {examinedLines(sheet, report, words).map((line) => (
          <span key={line}>{line} </span>
        ))}
      </p>
      <div className={card.row}>
        {(['columns', 'rubric'] as const).map((kind) => (
          <Button key={kind} size="small" onClick={() => dispatch({ type: 'screen-opened', screen: { kind } })}>
            {words.say(kind === 'columns' ? 'wrongColumns' : 'changeRubric')}
          </Button>
        ))}
      </div>
    </section>
  );
}
