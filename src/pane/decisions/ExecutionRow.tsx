/** The execution rate of the fund block, judged by a person: its amounts, its rule, and the score that is given for it. */
import type { ReactNode } from 'react';
import { executionBasisOf } from '../../core/decisions/basis';
import { plain } from '../../core/exact';
import type { FormReport } from '../../core/report/report';
import { percentText, totalLineOf } from '../../core/score/executionRate';
import type { ExecutionScore } from '../../core/score/scores';
import type { ReviewedSheet } from '../../review/memory/reviewed';
import { usePane } from '../context';
import { Facts } from '../result/Facts';
import { RuleText } from '../result/RuleText';
import { useCardStyles } from '../result/useCardStyles';
import { DecisionLine } from './DecisionLine';
import { EvidenceLine } from './EvidenceLine';
import { RefusalNotice } from './RefusalNotice';
import { ScoreSection } from './ScoreSection';
import { useDecide } from './useDecide';

interface ExecutionRowProps {
  readonly report: FormReport;
  readonly score: ExecutionScore;
  readonly sheet: ReviewedSheet;
}

export function ExecutionRow({ report, score, sheet }: ExecutionRowProps): ReactNode {
  const card = useCardStyles();
  const { words } = usePane();
  const deciding = useDecide(sheet);
  const { block, rate, weight } = score;
  const line = totalLineOf(block);
  const shown = (text: string | undefined): string => text?.trim() || words.say('emptyCell');
  const own = report.decisions.filter(({ decision }) => decision.kind === 'score' && decision.indicator === null);
  return (
    <>
      <strong className={card.text}>{words.say('executionRate')}</strong>
      <Facts
        facts={[
          { name: words.say('budgetAmount'), value: shown(line?.budget?.cell.text) },
          { name: words.say('executedAmount'), value: shown(line?.executed?.cell.text) },
          { name: words.say('rate'), value: rate ? percentText(rate) : words.say('noFigure') },
          { name: words.say('weight'), value: weight ? plain(weight) : words.say('noFigure') },
          { name: words.say('stated'), value: shown(block.score?.cell.text) },
          { name: words.say('rule'), value: <RuleText rule={score.rule} />, isWide: true },
        ]}
      />
      <EvidenceLine score={score} kind="execution" />
      <RefusalNotice because={deciding.because} onReplace={deciding.onReplace} />
      <ScoreSection
        report={report}
        score={score}
        indicator={null}
        weight={weight}
        basis={executionBasisOf(block)}
        decide={deciding.decide}
      />
      {own.length > 0 && (
        <ul className={card.list}>
          {own.map(({ decision, fate }, place) => (
            <DecisionLine key={place} decision={decision} fate={fate} sheet={sheet} />
          ))}
        </ul>
      )}
    </>
  );
}
