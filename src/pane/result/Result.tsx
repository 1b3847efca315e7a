/** The result of a review: why there is no form, or the chosen form in four views. */
import { Button, makeStyles, Select, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { ReviewedForm, ReviewedSheet } from '../../review/memory/reviewed';
import { usePane } from '../context';
import { DecisionEntries } from '../decisions/DecisionEntries';
import { Stale } from '../PaneNews';
import { Notice } from '../Notice';
import { RoundNews } from '../session/RoundNews';
import { SessionBar } from '../session/SessionBar';
import { isReviewUndoNews, shownForm, views } from '../state';
import { FindingsView } from './FindingsView';
import { ScoresView } from './ScoresView';
import { Remembered } from './Remembered';
import { ReportView } from './ReportView';
import { SmallNews } from './SmallNews';
import { Summary } from './Summary';
import { Tabs } from './Tabs';
import { useCardStyles } from './useCardStyles';
import { WriteView } from './WriteView';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS, minWidth: 0 },
  picker: { minWidth: 0, width: '100%' },
});

// The first screen has it from here: it comes with what the first result needs, and not with the first paint.
export { ImportEntry } from './ImportEntry';
export { SampleOffer } from './SampleOffer';
// And the first line of the result, which stands above what scrolls, with what stands around the result.
export { Headline } from './Headline';
export { Announcement, PaneNews } from '../PaneNews';
export { OtherSheet } from '../OtherSheet';

const panelId = 'view';

/** Chooses among several forms on one sheet. */
function FormPicker({ forms }: { readonly forms: readonly ReviewedForm[] }): ReactNode {
  const card = useCardStyles();
  const styles = useStyles();
  const { dispatch, state, words } = usePane();
  const label = words.say('pickForm', { n: forms.length });
  return (
    <div className={card.section}>
      <label className={card.text} htmlFor="form">
        {label}
      </label>
      <Select
        id="form"
        className={styles.picker}
        value={state.formIndex}
        onChange={(_, { value }) => dispatch({ type: 'form-picked', index: Number(value) })}
      >
        {forms.map(({ form }, index) => (
          <option key={index} value={index}>
            {words.say('formOption', { n: index + 1, name: form.projectName ?? words.say('unnamedProject') })}
          </option>
        ))}
      </Select>
    </div>
  );
}

function View({ report, sheet }: { readonly report: ReviewedForm; readonly sheet: ReviewedSheet }): ReactNode {
  const { state } = usePane();
  switch (state.view) {
    case 'findings':
      return <FindingsView report={report} sheet={sheet} />;
    case 'scores':
      return <ScoresView report={report} />;
    case 'write':
      return <WriteView report={report} isProtected={sheet.isProtected} />;
    case 'report':
      return <ReportView report={report} sheet={sheet} />;
  }
}

/** Said once after a review, where it cost the user's Ctrl+Z. */
function ReviewUndoNews(): ReactNode {
  const { actions, state, words } = usePane();
  const { settings } = state;
  if (!isReviewUndoNews(state)) return null;
  return (
    <SmallNews
      text={words.say('reviewUndoAfter')}
      onKnown={() => actions.changeSettings({ ...settings, knowsReviewUndo: true })}
    />
  );
}

export interface ResultProps {
  readonly report: ReviewedSheet;
}

/** The result of a review, and first of all whether it is still true. */
export function Result({ report }: ResultProps): ReactNode {
  return (
    <>
      <Stale />
      <Shown report={report} />
    </>
  );
}

function Shown({ report: sheet }: ResultProps): ReactNode {
  const styles = useStyles();
  const { dispatch, state, words } = usePane();
  if (sheet.skipped) {
    const { nextStep, sentence } = words.noFormText(sheet.skipped);
    return (
      <div className={styles.root}>
        <Notice intent="info" lines={[sentence, nextStep]}>
          {sheet.skipped.kind === 'no-indicator-table' && (
            <Button size="small" onClick={() => dispatch({ type: 'screen-opened', screen: { kind: 'columns' } })}>
              {words.say('mapColumns')}
            </Button>
          )}
        </Notice>
        <Remembered sheet={sheet} />
      </div>
    );
  }
  const report = shownForm(state);
  if (!report) return null;
  const inPart = words.notCheckedText(report.notChecked);
  return (
    <div className={styles.root}>
      <SessionBar />
      {sheet.forms.length > 1 && <FormPicker forms={sheet.forms} />}
      {sheet.isSample && <Notice intent="info" lines={[words.say('sampleShown'), words.say('sampleMayGo')]} />}
      <ReviewUndoNews />
      <Remembered sheet={sheet} />
      {inPart !== null && <Notice intent="warning" lines={[inPart]} />}
      <RoundNews report={report} />
      {state.showsDetails && <Summary report={report} />}
      <DecisionEntries sheet={sheet} report={report} />
      <Tabs
        label={words.say('viewsLabel')}
        tabs={views.map((id) => ({ id, name: words.say(`view-${id}`) }))}
        selected={state.view}
        onSelect={(view) => dispatch({ type: 'view-picked', view })}
        panelId={panelId}
      />
      <section role="tabpanel" data-place="view" id={panelId} aria-labelledby={`${panelId}-${state.view}`}>
        <View report={report} sheet={sheet} />
      </section>
    </div>
  );
}
