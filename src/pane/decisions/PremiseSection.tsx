/** The open questions of a row, each answer as a button with the score that it gives. */
import { Button } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { PremiseDecision, SettledPremise } from '../../core/decisions/decision';
import { plain } from '../../core/exact';
import type { FormReport } from '../../core/report/report';
import type { Premise } from '../../core/score/premises';
import { byOpenPremises } from '../../core/score/readings';
import type { IndicatorScore, ScoreReading } from '../../core/score/scores';
import { usePane } from '../context';
import { useCardStyles } from '../result/useCardStyles';
import { isHeld } from '../state';
import type { Deciding } from './useDecide';

const questions: readonly SettledPremise[] = ['direction', 'scale', 'sort'];

/** What a person can settle of a reading: one choice each of the questions in which the readings differ. */
function choicesOf({ premises }: ScoreReading): readonly (Premise & { readonly about: SettledPremise })[] {
  return premises.flatMap((premise) => {
    const about = questions.find((question) => question === premise.about);
    return about ? [{ ...premise, about }] : [];
  });
}

interface PremiseSectionProps extends Pick<Deciding, 'decide'> {
  readonly report: FormReport;
  readonly score: IndicatorScore;
}

export function PremiseSection({ decide, report, score }: PremiseSectionProps): ReactNode {
  const card = useCardStyles();
  const { state, words } = usePane();
  const { indicator, readings } = score.decided?.byRule ?? score;
  if (readings.length < 2) return null;
  const open = byOpenPremises(readings);
  const seen = new Set<string>();
  const answers = open.flatMap((reading) =>
    choicesOf(reading).flatMap(({ about, choice, facts }) => {
      const key = JSON.stringify([about, choice, facts]);
      if (seen.has(key)) return [];
      seen.add(key);
      const wanted: Omit<PremiseDecision, 'at'> = {
        kind: 'premise',
        ...{ form: report.key, indicator: indicator.key, about, choice, facts },
      };
      return [{ key, reading, wanted }];
    }),
  );
  if (answers.length === 0) return null;
  return (
    <section className={card.section} aria-labelledby="judge-premises">
      <h3 id="judge-premises" className={card.heading}>
        {words.say('settleThis', { about: words.askedText(open) })}
      </h3>
      <div className={card.row}>
        {answers.map(({ key, reading, wanted }) => (
          <Button key={key} size="small" disabledFocusable={isHeld(state)} onClick={() => decide(wanted)}>
            {words.say('settleAs', {
              choice: words.premiseText({ ...wanted, source: 'decided', cell: null, clause: null }),
              score: reading.computed ? plain(reading.computed) : '?',
            })}
          </Button>
        ))}
      </div>
    </section>
  );
}
