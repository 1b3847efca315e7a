/** What the first line sums up: totals, grade and the rules in force. */
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { CheckmarkCircleFilled } from '@fluentui/react-icons/svg/checkmark-circle';
import { PersonRegular } from '@fluentui/react-icons/svg/person';
import type { ReactNode } from 'react';
import { type Exact, plain } from '../../core/exact';
import type { FormReport } from '../../core/report/report';
import { agreementWith } from '../../core/score/agreement';
import { allowedGrades } from '../../core/score/totals';
import type { ReviewedForm } from '../../review/memory/reviewed';
import type { Words } from '../../words/wordsOf';
import { usePane } from '../context';
import { Facts } from './Facts';
import { rangeText } from './rangeText';
import { SeverityMark } from './SeverityMark';
import { useCardStyles } from './useCardStyles';

const useStyles = makeStyles({
  totals: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalXL,
    rowGap: tokens.spacingVerticalXS,
    margin: 0,
  },
  name: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  figure: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: 'tabular-nums',
  },
  shape: { flexShrink: 0, fontSize: tokens.fontSizeBase500 },
  agrees: { color: tokens.colorStatusSuccessForeground1 },
});

const points = (amount: Exact | null, words: Words): string => (amount ? plain(amount) : words.say('noFigure'));

/** What can be said of the total while rows are open: that it cannot be verified, and which grades are possible. */
function OpenTotals({ report: { rubric, scores } }: { readonly report: FormReport }): ReactNode {
  const card = useCardStyles();
  const styles = useStyles();
  const { words } = usePane();
  const grades = allowedGrades(scores.totals, rubric);
  return (
    <p className={card.heading}>
      <PersonRegular aria-hidden className={styles.shape} />
      <span>
        {words.say('totalsOpen', { n: scores.totals.openCount })}
        {grades &&
          (grades.worst === grades.best
            ? words.say('gradeWithin', { grade: grades.best })
            : words.say('gradesWithin', grades))}
      </span>
    </p>
  );
}

/** Whether the two totals agree, as a shape and a sentence; nothing is verified while a row is open. */
function Comparison({ report }: { readonly report: FormReport }): ReactNode {
  const card = useCardStyles();
  const styles = useStyles();
  const { words } = usePane();
  const { computedScore, openCount, statedScore } = report.scores.totals;
  // Of displaced rows something else is said below.
  if (report.form.misalignment) return null;
  if (openCount > 0) return <OpenTotals report={report} />;
  if (!computedScore || !statedScore) return null;
  const agreement = agreementWith(statedScore, computedScore, computedScore, null);
  if (agreement === 'agrees') {
    return (
      <p className={card.heading}>
        <CheckmarkCircleFilled aria-hidden className={styles.agrees} />
        {words.say('totalsAgree')}
      </p>
    );
  }
  const isRounded = agreement === 'rounded';
  return (
    <p className={card.heading}>
      <SeverityMark severity={isRounded ? 'P2' : 'P0'} />
      {isRounded
        ? words.say('totalsRounded')
        : words.say('totalsDiffer', { gap: plain(computedScore.minus(statedScore).abs()) })}
    </p>
  );
}

function gradeText({ scores }: FormReport, words: Words): string {
  const { computedGrade, grade } = scores.totals;
  if (grade !== null && computedGrade !== null && grade !== computedGrade)
    return words.say('gradeChange', { stated: grade, computed: computedGrade });
  return computedGrade ?? grade ?? words.say('noFigure');
}

interface Figure {
  readonly name: string;
  readonly value: string;
}

/** Total and grade; while rows are open what is verified, what is left to judge, and what the rules allow. */
function figuresOf(report: FormReport, words: Words): readonly Figure[] {
  const { allowed, computedScore, grade, openCount, openWeight, settledScore, statedScore } = report.scores.totals;
  const stated = { name: words.say('statedTotal'), value: points(statedScore, words) };
  const statedGrade = { name: words.say('statedGrade'), value: grade ?? words.say('noFigure') };
  const computed = { name: words.say('computedTotal'), value: points(computedScore, words) };
  if (report.form.misalignment) return [stated, computed, statedGrade];
  if (openCount === 0) return [stated, computed, { name: words.say('grade'), value: gradeText(report, words) }];
  return [
    stated,
    { name: words.say('settledTotal'), value: plain(settledScore) },
    { name: words.say('openTotal'), value: words.say('openPoints', { points: plain(openWeight), n: openCount }) },
    ...(allowed ? [{ name: words.say('allowedTotal'), value: rangeText(allowed, words) }] : []),
    statedGrade,
  ];
}

export interface SummaryProps {
  readonly report: ReviewedForm;
}

/** The whole of the result, where it is asked for. */
export function Summary({ report }: SummaryProps): ReactNode {
  const card = useCardStyles();
  const styles = useStyles();
  const { dispatch, state, words } = usePane();
  const { form, rubric, rubricChoice, scores } = report;
  const { weight } = scores.totals;
  return (
    <section className={card.card} aria-label={words.say('resultRegion')}>
      <dl className={styles.totals}>
        {figuresOf(report, words).map(({ name, value }) => (
          <div key={name}>
            <dt className={styles.name}>{name}</dt>
            <dd className={styles.figure}>{value}</dd>
          </div>
        ))}
      </dl>
      <Comparison report={report} />
      <Facts
        facts={[
          ...(form.projectName !== null ? [{ name: words.say('project'), value: form.projectName, isWide: true }] : []),
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
      {state.isWatching === false && <p className={card.aside}>{words.say('notWatching')}</p>}
      <div className={card.row}>
        {(['columns', 'rubric'] as const).map((kind) => (
          <Button
            key={kind}
            size="small"
            data-place={`details-${kind}`}
            onClick={() => dispatch({ type: 'screen-opened', screen: { kind } })}
          >
            {words.say(kind === 'columns' ? 'wrongColumns' : 'changeRubric')}
          </Button>
        ))}
      </div>
    </section>
  );
}
