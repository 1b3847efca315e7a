/** All sheets of the workbook: reviewed in one go, with progress and a way to stop, and opened from here. */
import { Button, makeStyles, ProgressBar, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { plain } from '../../core/exact';
import type { FormReport } from '../../core/report/report';
import type { WorkbookReport } from '../../review/reviewWorkbook';
import type { Words } from '../../words/wordsOf';
import { usePane } from '../context';
import { Notice } from '../Notice';
import { type ShownFact, Facts } from '../result/Facts';
import { rangeText } from '../result/rangeText';
import { PaperOffer } from '../result/PaperOffer';
import { PictureOffer } from '../result/PictureOffer';
import { useCardStyles } from '../result/useCardStyles';
import { ImportEntry } from '../result/ImportEntry';
import { countBySeverity, severities } from '../state';

const useStyles = makeStyles({
  progress: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
});

type Entry = WorkbookReport['sheets'][number];

function factsOf({ findings, form, scores }: FormReport, words: Words): readonly ShownFact[] {
  const { allowed, computedGrade, computedScore, grade, openCount, openWeight, settledScore, statedScore } =
    scores.totals;
  const counts = countBySeverity(findings);
  const points = (score: typeof statedScore): string => (score ? plain(score) : words.say('noFigure'));
  const differs = computedScore !== null && statedScore !== null && !computedScore.eq(statedScore);
  return [
    { name: words.say('project'), value: form.projectName ?? words.say('unnamedProject'), isWide: true },
    { name: words.say('statedTotal'), value: points(statedScore) },
    ...(openCount === 0
      ? [
          { name: words.say('computedTotal'), value: points(computedScore), isStrong: differs },
          { name: words.say('grade'), value: computedGrade ?? grade ?? words.say('noFigure') },
        ]
      : [
          { name: words.say('settledTotal'), value: plain(settledScore) },
          { name: words.say('openTotal'), value: words.say('openPoints', { points: plain(openWeight), n: openCount }) },
          { name: words.say('allowedTotal'), value: allowed ? rangeText(allowed, words) : words.say('noFigure') },
          { name: words.say('statedGrade'), value: grade ?? words.say('noFigure') },
        ]),
    ...severities.map((severity) => ({
      name: words.say(`severity-${severity}`),
      value: counts[severity],
      isStrong: severity === 'P0' && counts[severity] > 0,
    })),
  ];
}

/** Why there is no result for a sheet; null where there is one. */
function skippedText({ report }: Entry, words: Words): string | null {
  if (!report.ok) return words.faultText(report.fault).sentence;
  return report.value.skipped && words.noFormText(report.value.skipped).sentence;
}

function SheetCard({ entry }: { readonly entry: Entry }): ReactNode {
  const card = useCardStyles();
  const { actions, state, words } = usePane();
  const { report, sheet } = entry;
  const forms = report.ok ? report.value.forms : [];
  const [first] = forms;
  const isShown = sheet.visibility === 'visible';
  return (
    <li className={card.card}>
      {first ? (
        <button
          type="button"
          className={card.title}
          disabled={state.running !== null}
          onClick={() => {
            actions.review(sheet.id);
            // A hidden sheet can be reviewed and not be brought to the front.
            if (isShown) actions.reveal(sheet.id, first.form.title?.ref ?? { row: first.form.table.top, column: 0 });
          }}
        >
          <span className={card.cell}>{sheet.name}</span>
          {words.say('openSheet')}
        </button>
      ) : (
        <strong className={card.text}>{sheet.name}</strong>
      )}
      {!isShown && <p className={card.aside}>{words.say('hiddenSheet')}</p>}
      {first ? (
        forms.map((form, index) => <Facts key={index} facts={factsOf(form, words)} />)
      ) : (
        <p className={card.text}>{words.say('skippedBecause', { because: skippedText(entry, words) ?? '' })}</p>
      )}
    </li>
  );
}

/** What all forms together come to. */
function Totals({ workbook }: { readonly workbook: WorkbookReport }): ReactNode {
  const card = useCardStyles();
  const { words } = usePane();
  const forms = workbook.sheets.flatMap(({ report }) => (report.ok ? report.value.forms : []));
  const skipped = workbook.sheets.filter(({ report }) => !report.ok || report.value.forms.length === 0).length;
  const { P0: p0, P1: p1, P2: p2 } = countBySeverity(forms.flatMap(({ findings }) => findings));
  return (
    <p className={card.heading}>
      {words.say('workbookSummary', { sheets: workbook.sheets.length, forms: forms.length, skipped, p0, p1, p2 })}
    </p>
  );
}

export function WorkbookPage(): ReactNode {
  const card = useCardStyles();
  const styles = useStyles();
  const { actions, state, words } = usePane();
  const { isWorkbookStale, progress, running, workbook } = state;
  const isRunning = running?.kind === 'review-all';
  const forms = workbook?.sheets.flatMap(({ report }) => (report.ok ? report.value.forms : [])) ?? [];
  const hasForms = forms.length > 0;
  return (
    <div className={card.section}>
      <p className={card.text}>{words.say('workbookWhat')}</p>
      {isRunning ? (
        <div className={styles.progress}>
          <ProgressBar
            aria-label={words.say('reviewingAll')}
            {...(progress ? { value: progress.done, max: progress.total } : {})}
          />
          <p className={card.text}>
            {progress ? words.say('progressOf', { ...progress, sheet: progress.sheetName }) : words.say('reviewingAll')}
          </p>
          <Button onClick={actions.cancelReviewAll}>{words.say('cancel')}</Button>
        </div>
      ) : (
        <Button appearance="primary" disabledFocusable={running !== null} onClick={actions.reviewAll}>
          {words.say('reviewAll')}
        </Button>
      )}
      <ImportEntry />
      {workbook && (
        <>
          {workbook.isCancelled && <Notice intent="warning" lines={[words.say('workbookCancelled')]} />}
          {isWorkbookStale && !isRunning && <Notice intent="warning" lines={[words.say('workbookStale')]} />}
          <Totals workbook={workbook} />
          {forms.length > 1 && (
            <PictureOffer
              name={words.say('workbookPicture')}
              draw={({ WorkbookCharts }) => <WorkbookCharts forms={forms} />}
            />
          )}
          {hasForms && <PaperOffer request={{ kind: 'roll-up', workbook }} isStale={isWorkbookStale} />}
          <ul className={card.list}>
            {workbook.sheets.map((entry) => (
              <SheetCard key={entry.sheet.id} entry={entry} />
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
