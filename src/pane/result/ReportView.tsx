/** What leaves the pane: the closing paragraph to copy, and sheets of our own about the form. */
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { type ReactNode, useCallback, useMemo } from 'react';
import type { ReviewedForm, ReviewedSheet } from '../../review/memory/reviewed';
import { usePane } from '../context';
import { OpinionSection } from '../decisions/OpinionSection';
import { RefusalNotice } from '../decisions/RefusalNotice';
import { useDecide } from '../decisions/useDecide';
import { Notice } from '../Notice';
import { FirstRoundOffer } from '../session/FirstRoundOffer';
import { StateChoice } from '../session/StateChoice';
import { staleness } from '../state';
import { TextToCopy } from '../TextToCopy';
import { useLoaded } from '../useLoaded';
import { CleanCopyOffer } from './CleanCopyOffer';
import { LetterOffer } from './LetterOffer';
import { PaperOffer } from './PaperOffer';
import { useCardStyles } from './useCardStyles';

const useStyles = makeStyles({
  groups: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL, minWidth: 0 },
  group: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, minWidth: 0 },
  name: {
    margin: 0,
    paddingBottom: tokens.spacingVerticalXXS,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStrokeAccessible}`,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
  },
});

const kinds = ['report', 'workpaper', 'tables'] as const;

function Conclusion({ report }: { readonly report: ReviewedForm }): ReactNode {
  const card = useCardStyles();
  const { services, words } = usePane();
  const text = useLoaded(useCallback(() => services.conclusion(report), [services, report]));
  return (
    <section className={card.section} aria-labelledby="conclusion">
      <h3 id="conclusion" className={card.heading}>
        {words.say('conclusion')}
      </h3>
      <p className={card.aside}>{words.say('conclusionWhat')}</p>
      {text !== null && (
        <>
          <p className={card.text} lang="zh-CN">
            {text}
          </p>
          <div className={card.row}>
            <TextToCopy label={words.say('copyConclusion')} text={() => text} />
          </div>
        </>
      )}
    </section>
  );
}

/** The sheets that are made of the review. */
function Papers({ isStale, report }: { readonly report: ReviewedForm; readonly isStale: boolean }): ReactNode {
  const card = useCardStyles();
  const { actions, state, words } = usePane();
  return (
    <section className={card.section} aria-labelledby="papers">
      <h3 id="papers" className={card.heading}>
        {words.say('papers')}
      </h3>
      <p className={card.aside}>{words.say('papersWhat')}</p>
      {isStale && (
        <Notice intent="warning" lines={[words.say('papersStale')]}>
          <Button
            size="small"
            disabledFocusable={state.running !== null}
            onClick={() => actions.review(report.form.sheetId)}
          >
            {words.say('reviewAgain')}
          </Button>
        </Notice>
      )}
      {kinds.map((kind) => (
        <PaperOffer key={kind} request={{ kind, form: report }} isStale={isStale} />
      ))}
    </section>
  );
}

/** What serves one purpose, under its name. */
function Group({ children, id, name }: { readonly id: string; readonly name: string; readonly children: ReactNode }) {
  const styles = useStyles();
  return (
    <section className={styles.group} aria-labelledby={id}>
      <h2 id={id} className={styles.name}>
        {name}
      </h2>
      {children}
    </section>
  );
}

export interface ReportViewProps {
  readonly report: ReviewedForm;
  readonly sheet: ReviewedSheet;
}

export function ReportView({ report, sheet }: ReportViewProps): ReactNode {
  const styles = useStyles();
  const { state, words } = usePane();
  const isStale = staleness(state) !== null;
  const forms = useMemo(() => [report], [report]);
  const sheets = useMemo(() => [sheet], [sheet]);
  const deciding = useDecide(sheet);
  return (
    <div className={styles.groups}>
      <StateChoice report={report} sheet={sheet} />
      <Group id="for-us" name={words.say('reportForUs')}>
        <Conclusion report={report} />
        <RefusalNotice because={deciding.because} onReplace={deciding.onReplace} />
        <OpinionSection report={report} indicator={null} decide={deciding.decide} />
        <Papers report={report} isStale={isStale} />
      </Group>
      <Group id="for-unit" name={words.say('reportForUnit')}>
        <LetterOffer forms={forms} sheets={sheets} isStale={isStale} />
        <FirstRoundOffer report={report} sheet={sheet} />
        <CleanCopyOffer />
      </Group>
    </div>
  );
}
