/** The score that the reviewer gives: the scores that the rule allows as buttons, any other typed, always with its reason. */
import { Button, Input } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import { basisOf } from '../../core/decisions/basis';
import { longestWords } from '../../core/decisions/decision';
import { plain } from '../../core/exact';
import type { FormReport } from '../../core/report/report';
import type { IndicatorScore } from '../../core/score/scores';
import { weightOf } from '../../core/score/situation';
import { usePane } from '../context';
import { useCardStyles } from '../result/useCardStyles';
import { isHeld } from '../state';
import type { Deciding } from './useDecide';

/** No more buttons than fit beside each other; others can be typed. */
const mostButtons = 8;

/** The scores to choose from: the only possible ones, or those of the readings, else the ends of the limits. */
function offeredScores({ admissible, indicator, interval, readings }: IndicatorScore): readonly string[] {
  const ofReadings = readings.flatMap(({ computed }) => computed ?? []);
  const ends = interval ? [interval.low, ...(interval.includesHigh ? [interval.high] : [])] : [];
  const weight = weightOf(indicator);
  const all = admissible ?? (ofReadings.length > 0 ? ofReadings : ends);
  return [...new Set([...all.map(plain), ...(all.length === 0 && weight ? ['0', plain(weight)] : [])])].slice(
    0,
    mostButtons,
  );
}

interface ScoreSectionProps extends Pick<Deciding, 'decide'> {
  readonly report: FormReport;
  readonly score: IndicatorScore;
}

export function ScoreSection({ decide, report, score }: ScoreSectionProps): ReactNode {
  const card = useCardStyles();
  const { state, words } = usePane();
  const { decided, indicator } = score;
  const byRule = decided?.byRule ?? score;
  const [points, setPoints] = useState(decided ? plain(decided.score) : '');
  const [reason, setReason] = useState('');
  const weight = weightOf(indicator);
  const isReady = /^-?\d{1,6}(?:\.\d{1,6})?$/u.test(points.trim()) && reason.trim() !== '' && !isHeld(state);
  const keep = (): void => {
    if (!isReady) return;
    decide({
      kind: 'score',
      form: report.key,
      indicator: indicator.key,
      score: points.trim(),
      reason: reason.trim(),
      basis: basisOf(indicator),
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
        {offeredScores(byRule).map((offered) => (
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
