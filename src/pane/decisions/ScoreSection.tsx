/** The score that the reviewer gives: the scores that the rule allows as buttons, any other typed, always with its reason. */
import { Button, Input } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import { longestWords } from '../../core/decisions/decision';
import type { GivenScore } from '../../core/decisions/formDecisions';
import { type Exact, plain } from '../../core/exact';
import type { FormReport } from '../../core/report/report';
import type { IndicatorScore, ScoreReading } from '../../core/score/scores';
import { usePane } from '../context';
import { useCardStyles } from '../result/useCardStyles';
import { isHeld } from '../state';
import type { Deciding } from './useDecide';

/** No more buttons than fit beside each other; others can be typed. */
const mostButtons = 8;

/** The score of a row or of the execution rate, with what the rule gives without a person. */
type Judged = Pick<IndicatorScore, 'derivation' | 'interval'> & {
  readonly readings: readonly Pick<ScoreReading, 'computed'>[];
  /** The only scores that some reading can give; left out: any within the limits. */
  readonly admissible?: IndicatorScore['admissible'];
};

/** The scores to choose from: the only possible ones, or those of the readings, else the ends of the limits. */
function offeredScores({ admissible, interval, readings }: Judged, weight: Exact | null): readonly string[] {
  const ofReadings = readings.flatMap(({ computed }) => computed ?? []);
  const ends = interval ? [interval.low, ...(interval.includesHigh ? [interval.high] : [])] : [];
  const all = admissible ?? (ofReadings.length > 0 ? ofReadings : ends);
  return [...new Set([...all.map(plain), ...(all.length === 0 && weight ? ['0', plain(weight)] : [])])].slice(
    0,
    mostButtons,
  );
}

interface ScoreSectionProps extends Pick<Deciding, 'decide'> {
  readonly report: FormReport;
  readonly score: Judged & { readonly decided?: GivenScore & { readonly byRule: Judged } };
  /** Null: the execution rate of the fund block. */
  readonly indicator: string | null;
  /** In points; null where nothing says it. */
  readonly weight: Exact | null;
  /** What the score rests on: where that is another later, the decision no longer counts. */
  readonly basis: string;
}

export function ScoreSection({ basis, decide, indicator, report, score, weight }: ScoreSectionProps): ReactNode {
  const card = useCardStyles();
  const { state, words } = usePane();
  const { decided } = score;
  const byRule = decided?.byRule ?? score;
  const [points, setPoints] = useState(decided ? plain(decided.score) : '');
  const [reason, setReason] = useState('');
  const isReady = /^-?\d{1,6}(?:\.\d{1,6})?$/u.test(points.trim()) && reason.trim() !== '' && !isHeld(state);
  const keep = (): void => {
    if (!isReady) return;
    decide({
      kind: 'score',
      form: report.key,
      indicator,
      score: points.trim(),
      reason: reason.trim(),
      basis,
    });
  };
  return (
    <section className={card.section} aria-labelledby="judge-score">
      <h3 id="judge-score" className={card.heading}>
        {words.say('scoreHead')}
      </h3>
      {decided && (
        <p className={card.text}>{words.say('scoreNow', { score: plain(decided.score), reason: decided.reason })}</p>
      )}
      <p className={card.aside}>{words.say('byRuleIs', { sum: words.derivationText(byRule.derivation) })}</p>
      <div className={card.row} role="group" aria-label={words.say('scoreHead')}>
        {offeredScores(byRule, weight).map((offered) => (
          <Button
            key={offered}
            size="small"
            aria-pressed={points === offered}
            appearance={points === offered ? 'primary' : 'outline'}
            onClick={() => setPoints(offered)}
          >
            {words.say('scorePick', { score: offered })}
          </Button>
        ))}
        <Input
          size="small"
          inputMode="decimal"
          aria-label={words.say('scoreLabel', { weight: weight ? plain(weight) : '—' })}
          maxLength={12}
          value={points}
          onChange={(_, { value }) => setPoints(value)}
        />
      </div>
      <div className={card.row}>
        <Input
          size="small"
          className={card.grow}
          aria-label={words.say('scoreReason')}
          placeholder={words.say('scoreReason')}
          maxLength={longestWords.reason}
          value={reason}
          onChange={(_, { value }) => setReason(value)}
          onKeyDown={({ key }) => {
            if (key === 'Enter') keep();
          }}
        />
        <Button size="small" appearance="primary" disabledFocusable={!isReady} onClick={keep}>
          {words.say('scoreKeep')}
        </Button>
      </div>
    </section>
  );
}
