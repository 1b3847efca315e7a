/** What leaves the pane: the closing paragraph to copy, and sheets of our own about the form. */
import { Button } from '@fluentui/react-components';
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

const kinds = ['report', 'workpaper', 'tables'] as const;

function Conclusion({ report }: { readonly report: ReviewedForm }): ReactNode {
  const card = useCardStyles();
  const { services, words } = usePane();
  const text = useLoaded(useCallback(() => services.conclusion(report), [services, report]));
  return (
    <section className={card.section} aria-labelledby="conclusion">
      <h2 id="conclusion" className={card.heading}>
        {words.say('conclusion')}
      </h2>
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

export interface ReportViewProps {
  readonly report: ReviewedForm;
  readonly sheet: ReviewedSheet;
}

export function ReportView({ report, sheet }: ReportViewProps): ReactNode {
  const card = useCardStyles();
  const { actions, state, words } = usePane();
  const isStale = staleness(state) !== null;
  const forms = useMemo(() => [report], [report]);
  const deciding = useDecide(sheet);
  return (
    <div className={card.section}>
      <StateChoice report={report} sheet={sheet} />
      <Conclusion report={report} />
      <RefusalNotice {...deciding} />
      <OpinionSection report={report} indicator={null} decide={deciding.decide} />
      <section className={card.section} aria-labelledby="papers">
        <h2 id="papers" className={card.heading}>
          {words.say('papers')}
        </h2>
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
      <LetterOffer forms={forms} sheet={sheet} isStale={isStale} />
      <FirstRoundOffer report={report} sheet={sheet} />
      <CleanCopyOffer />
    </div>
  );
}
