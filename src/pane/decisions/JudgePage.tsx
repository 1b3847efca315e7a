/** One row judged by a person: its rule, its open questions, its score and an opinion; previous and next of what is open. */
import { Button } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { basisOf } from '../../core/decisions/basis';
import { ruleKey } from '../../core/decisions/formDecisions';
import { evidenceFor } from '../../core/report/evidence';
import { openPlaces } from '../../core/report/openPlaces';
import type { FormReport } from '../../core/report/report';
import type { IndicatorScore } from '../../core/score/scores';
import { weightOf } from '../../core/score/situation';
import type { ReviewedSheet } from '../../review/memory/reviewed';
import { usePane } from '../context';
import { Facts } from '../result/Facts';
import { useCardStyles } from '../result/useCardStyles';
import { shownForm } from '../state';
import { DecisionLine } from './DecisionLine';
import { EvidenceLine } from './EvidenceLine';
import { ExecutionRow } from './ExecutionRow';
import { neighboursOf } from './openRows';
import { OpinionSection } from './OpinionSection';
import { PremiseSection } from './PremiseSection';
import { RefusalNotice } from './RefusalNotice';
import { RuleSection } from './RuleSection';
import { ScoreSection } from './ScoreSection';
import { useDecide } from './useDecide';

/** How much is left, and the way to the open rows around this one. */
function Steps({ indicator, report }: { readonly indicator: string | null; readonly report: FormReport }): ReactNode {
  const card = useCardStyles();
  const { dispatch, words } = usePane();
  const left = openPlaces(report).length;
  const { next, previous } = neighboursOf(report, indicator);
  const go = (key: string | null | undefined): void => {
    if (key !== undefined) dispatch({ type: 'screen-opened', screen: { kind: 'judge', indicator: key } });
  };
  return (
    <div className={card.row}>
      <span className={card.text} role="status">
        {left > 0 ? words.say('stillOpen', { n: left }) : words.say('nothingOpen')}
      </span>
      <Button size="small" disabledFocusable={previous === undefined} onClick={() => go(previous)}>
        {words.say('judgePrevious')}
      </Button>
      <Button size="small" disabledFocusable={next === undefined} onClick={() => go(next)}>
        {words.say('judgeNext')}
      </Button>
    </div>
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
      <EvidenceLine score={score} kind={evidenceFor(score)} />
      <RefusalNotice because={deciding.because} onReplace={deciding.onReplace} />
      <RuleSection report={report} score={score} decide={deciding.decide} />
      <PremiseSection report={report} score={score} decide={deciding.decide} />
      <ScoreSection
        report={report}
        score={score}
        indicator={indicator.key}
        weight={weightOf(indicator)}
        basis={basisOf(indicator)}
        decide={deciding.decide}
      />
      <OpinionSection report={report} indicator={indicator.key} decide={deciding.decide} />
      <RowDecisions report={report} score={score} sheet={sheet} />
    </>
  );
}

export function JudgePage({ indicator }: { readonly indicator: string | null }): ReactNode {
  const card = useCardStyles();
  const { state, words } = usePane();
  const sheet = state.report;
  const report = shownForm(state);
  const score = report?.scores.indicators.find((each) => each.indicator.key === indicator);
  if (sheet && report && indicator === null && report.scores.execution)
    return (
      <div className={card.section}>
        <Steps indicator={null} report={report} />
        <ExecutionRow report={report} score={report.scores.execution} sheet={sheet} />
      </div>
    );
  if (!sheet || !report || !score || indicator === null) return <p className={card.text}>{words.say('judgeGone')}</p>;
  return (
    <div className={card.section}>
      <Steps indicator={indicator} report={report} />
      <Row report={report} score={score} sheet={sheet} />
    </div>
  );
}
