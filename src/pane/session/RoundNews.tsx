/** The second round: what became of what was returned, in one line that opens into its points. */
import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { isLeft, type PointFate, type Round, type RoundPoint } from '../../core/report/roundFates';
import type { ReviewedForm } from '../../review/memory/reviewed';
import type { Words } from '../../words/wordsOf';
import { usePane } from '../context';
import { timeText } from '../result/timeText';
import { useCardStyles } from '../result/useCardStyles';

const useStyles = makeStyles({ list: { margin: 0, paddingLeft: tokens.spacingHorizontalL } });

/** In the order in which a reviewer asks: what is left first. */
const fates: readonly PointFate[] = ['unchanged', 'answered', 'changed', 'row-gone', 'unsure', 'mended', 'accepted'];

function pointText({ fate, finding, name, point }: RoundPoint, words: Words): string {
  const { title } = words.checkText(finding?.check ?? point.check);
  return words.say('roundPoint', {
    fate: words.say(`round-${fate}`),
    severity: point.severity,
    where: name ?? (point.indicator === null ? words.say('wholeForm') : point.cells),
    title,
  });
}

function summaryText({ added, points }: Round, words: Words): string {
  const of = (...wanted: readonly PointFate[]): number => points.filter(({ fate }) => wanted.includes(fate)).length;
  return words.say('roundSummary', {
    total: points.length,
    mended: of('mended'),
    accepted: of('accepted'),
    unchanged: of('unchanged'),
    answered: of('answered', 'changed', 'row-gone', 'unsure'),
    added: added.length,
  });
}

/** Nothing where the form was not returned before. */
export function RoundNews({ report }: { readonly report: ReviewedForm }): ReactNode {
  const card = useCardStyles();
  const styles = useStyles();
  const { words } = usePane();
  const { round } = report;
  if (!round) return null;
  const since =
    round.since === ''
      ? words.say('roundSinceFile')
      : words.say('roundSince', { time: timeText(round.since, words.locale) });
  const ordered = fates.flatMap((fate) => round.points.filter((each) => each.fate === fate));
  const left = round.points.filter(({ fate }) => isLeft(fate)).length;
  return (
    <details className={card.card} data-place="round">
      <summary className={card.summary}>
        <strong>{summaryText(round, words)}</strong>
      </summary>
      <p className={card.aside}>{since}</p>
      <ul className={styles.list} aria-label={words.say('roundLabel', { n: left })}>
        {ordered.map((each, index) => (
          <li key={index}>{pointText(each, words)}</li>
        ))}
        {round.added.map((finding, index) => (
          <li key={`new-${index}`}>
            {words.say('roundAdded', {
              severity: finding.severity,
              title: words.findingText(finding).title,
            })}
          </li>
        ))}
      </ul>
    </details>
  );
}
