/** One row judged by a person: its rule, its open questions, its score and an opinion; previous and next of what is open. */
import { Button, Textarea } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import { longestWords } from '../../core/decisions/decision';
import { ruleKey } from '../../core/decisions/formDecisions';
import type { FormReport } from '../../core/report/report';
import type { IndicatorScore } from '../../core/score/scores';
import type { ReviewedSheet } from '../../review/memory/reviewed';
import { usePane } from '../context';
import { Facts } from '../result/Facts';
import { useCardStyles } from '../result/useCardStyles';
import { isHeld, shownForm } from '../state';
import { DecisionLine } from './DecisionLine';
import { neighboursOf, openRows } from './openRows';
import { PremiseSection } from './PremiseSection';
import { RefusalNotice } from './RefusalNotice';
import { RuleSection } from './RuleSection';
import { ScoreSection } from './ScoreSection';
import { type Deciding, useDecide } from './useDecide';

/** How much is left, and the way to the open rows around this one. */
function Steps({ indicator, report }: { readonly indicator: string; readonly report: FormReport }): ReactNode {
  const card = useCardStyles();
  const { dispatch, words } = usePane();
  const left = openRows(report).length;
  const { next, previous } = neighboursOf(report, indicator);
  const go = (key: string | null): void => {
    if (key !== null) dispatch({ type: 'screen-opened', screen: { kind: 'judge', indicator: key } });
  };
  return (
    <div className={card.row}>
      <span className={card.text} role="status">
        {left > 0 ? words.say('stillOpen', { n: left }) : words.say('nothingOpen')}
      </span>
      <Button size="small" disabledFocusable={previous === null} onClick={() => go(previous)}>
        {words.say('judgePrevious')}
      </Button>
      <Button size="small" disabledFocusable={next === null} onClick={() => go(next)}>
        {words.say('judgeNext')}
      </Button>
    </div>
  );
}

interface OpinionProps extends Pick<Deciding, 'decide'> {
  readonly report: FormReport;
  readonly indicator: string;
}

function Opinion({ decide, indicator, report }: OpinionProps): ReactNode {
  const card = useCardStyles();
  const { state, words } = usePane();
  const kept = report.decisions.find(
    ({ decision }) => decision.kind === 'opinion' && decision.indicator === indicator,
  )?.decision;
  const before = kept?.kind === 'opinion' ? kept.opinion : '';
  const [opinion, setOpinion] = useState(before);
  const isReady = opinion.trim() !== '' && opinion.trim() !== before && !isHeld(state);
  return (
    <section className={card.section} aria-labelledby="judge-opinion">
      <h3 id="judge-opinion" className={card.heading}>
        {words.say('opinionHead')}
      </h3>
      <Textarea
        aria-label={words.say('opinionLabel')}
        placeholder={words.say('opinionLabel')}
        maxLength={longestWords.opinion}
        resize="vertical"
        value={opinion}
        onChange={(_, { value }) => setOpinion(value)}
      />
      <div className={card.row}>
        <Button
          size="small"
          disabledFocusable={!isReady}
          onClick={() => {
            // What was typed into the field that shows the old words is meant to take their place.
            if (isReady) decide({ kind: 'opinion', form: report.key, indicator, opinion: opinion.trim() }, true);
          }}
        >
          {words.say('opinionKeep')}
        </Button>
      </div>
    </section>
  );
}

interface RowProps {
  readonly report: FormReport;
  readonly score: IndicatorScore;
  readonly sheet: ReviewedSheet;
}

/** The decisions about this row, and the rule for its text. */
function RowDecisions({ report, score, sheet }: RowProps): ReactNode {
  const card = useCardStyles();
  const { key, rule } = score.indicator;
  const text = rule ? ruleKey(rule.text) : null;
  const own = report.decisions.filter(({ decision }) =>
    decision.kind === 'rule' ? decision.text === text : decision.kind !== 'state' && decision.indicator === key,
  );
  if (own.length === 0) return null;
  return (
    <ul className={card.list}>
      {own.map(({ decision, fate }, place) => (
        <DecisionLine key={place} decision={decision} fate={fate} sheet={sheet} />
      ))}
    </ul>
  );
}

function Row({ report, score, sheet }: RowProps): ReactNode {
  const card = useCardStyles();
  const { actions, words } = usePane();
  const deciding = useDecide(sheet);
  const { indicator } = score;
  const shown = (text: string | undefined): string => text?.trim() || words.say('emptyCell');
  return (
    <>
      <button
        type="button"
        className={card.title}
        onClick={({ currentTarget }) =>
          actions.reveal(sheet.sheetId, indicator.name.cell.ref, () => currentTarget.focus())
        }
      >
        <strong>{indicator.name.text}</strong>
      </button>
      <Facts
        facts={[
          { name: words.say('target'), value: shown(indicator.target?.cell.text) },
          { name: words.say('actual'), value: shown(indicator.actual?.cell.text) },
          { name: words.say('weight'), value: shown(indicator.weight?.cell.text) },
          { name: words.say('stated'), value: shown(indicator.score?.cell.text) },
        ]}
      />
      <RefusalNotice {...deciding} />
      <RuleSection report={report} score={score} decide={deciding.decide} />
      <PremiseSection report={report} score={score} decide={deciding.decide} />
      <ScoreSection report={report} score={score} decide={deciding.decide} />
      <Opinion report={report} indicator={indicator.key} decide={deciding.decide} />
      <RowDecisions report={report} score={score} sheet={sheet} />
    </>
  );
}

export function JudgePage({ indicator }: { readonly indicator: string }): ReactNode {
  const card = useCardStyles();
  const { state, words } = usePane();
  const sheet = state.report;
  const report = shownForm(state);
  const score = report?.scores.indicators.find((each) => each.indicator.key === indicator);
  if (!sheet || !report || !score) return <p className={card.text}>{words.say('judgeGone')}</p>;
  return (
    <div className={card.section}>
      <Steps indicator={indicator} report={report} />
      <Row report={report} score={score} sheet={sheet} />
    </div>
  );
}
