/** All sheets of the workbook: reviewed in one go, with progress and a way to stop, and opened from here. */
import { Button, makeStyles, ProgressBar, tokens } from '@fluentui/react-components';
import { type ReactNode, useMemo } from 'react';
import type { WorkbookReport } from '../../review/reviewWorkbook';
import { usePane } from '../context';
import { Notice } from '../Notice';
import { LetterOffer } from '../result/LetterOffer';
import { PaperOffer } from '../result/PaperOffer';
import { PictureOffer } from '../result/PictureOffer';
import { useCardStyles } from '../result/useCardStyles';
import { ImportEntry } from '../result/ImportEntry';
import { SessionTable } from '../session/SessionTable';
import { sessionText } from '../session/sessionText';
import { useOpenForm } from '../session/useOpenForm';
import { shownId, workbookForms } from '../session/workbookSession';
import { countBySeverity } from '../state';

const useStyles = makeStyles({
  progress: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
});

/** Sheets without a form, with the reason. */
function Skipped({ workbook }: { readonly workbook: WorkbookReport }): ReactNode {
  const card = useCardStyles();
  const { words } = usePane();
  const lines = workbook.sheets.flatMap(({ report, sheet }) => {
    if (!report.ok) return [{ sheet, because: words.faultText(report.fault).sentence }];
    const { skipped } = report.value;
    return skipped ? [{ sheet, because: words.noFormText(skipped).sentence }] : [];
  });
  if (lines.length === 0) return null;
  return (
    <ul className={card.lines}>
      {lines.map(({ because, sheet }) => (
        <li key={sheet.id} className={card.line}>
          <strong className={card.text}>{sheet.name}</strong>
          {sheet.visibility !== 'visible' && <span className={card.aside}>{words.say('hiddenSheet')}</span>}
          <span className={card.text}>{words.say('skippedBecause', { because })}</span>
        </li>
      ))}
    </ul>
  );
}

/** The forms of the workbook in a table, each to be opened. */
function Session(): ReactNode {
  const card = useCardStyles();
  const { dispatch, state, words } = usePane();
  const open = useOpenForm();
  const forms = workbookForms(state);
  if (forms.length === 0) return null;
  const rows = forms.map(({ row }) => row);
  return (
    <>
      <p className={card.aside}>{sessionText(rows, words)}</p>
      <SessionTable
        rows={rows}
        order={state.sessionOrder}
        onOrder={(order) => dispatch({ type: 'session-sorted', order })}
        onOpen={({ id }) => {
          const form = forms.find(({ row }) => row.id === id);
          if (form) open(form);
        }}
        current={shownId(state)}
        isHeld={state.running !== null}
        words={words}
      />
    </>
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

interface LetterProps {
  readonly workbook: WorkbookReport;
  readonly isStale: boolean;
}

/** One letter about several forms; of a single one it is offered where that is shown. */
function Letter({ isStale, workbook }: LetterProps): ReactNode {
  const sheets = useMemo(() => workbook.sheets.flatMap(({ report }) => (report.ok ? [report.value] : [])), [workbook]);
  const forms = useMemo(() => sheets.flatMap((sheet) => sheet.forms), [sheets]);
  return forms.length > 1 ? <LetterOffer forms={forms} sheets={sheets} isStale={isStale} /> : null;
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
        <Button
          appearance="primary"
          className={card.action}
          disabledFocusable={running !== null}
          onClick={actions.reviewAll}
        >
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
          {hasForms && <Letter workbook={workbook} isStale={isWorkbookStale} />}
          <Session />
          <Skipped workbook={workbook} />
        </>
      )}
    </div>
  );
}
