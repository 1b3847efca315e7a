/** The ways in which a row can be read: what each takes for granted, and its sum. */
import { makeStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Edit } from '../../core/report/edit';
import type { ScoreReading } from '../../core/score/scores';
import type { Words } from '../../words/wordsOf';
import { usePane } from '../context';

const useStyles = makeStyles({ list: { margin: 0, paddingInlineStart: '1.2em' } });

/** What a reading takes for granted. */
export function premisesText({ premises = [] }: Pick<Edit, 'premises'>, words: Words): string {
  return premises.map((premise) => words.premiseText(premise)).join(words.say('listComma'));
}

export interface WaysProps {
  /** With only those premises in which they differ (`byOpenPremises`), the likeliest first. */
  readonly readings: readonly ScoreReading[];
}

/** The sum of each reading. */
export function WaySums({ readings }: WaysProps): ReactNode {
  const styles = useStyles();
  const { words } = usePane();
  return (
    <ul className={styles.list}>
      {readings.map((reading, place) => (
        <li key={place}>
          {words.say('wayOf', {
            reading: premisesText(reading, words),
            derivation: words.derivationText(reading.derivation),
          })}
        </li>
      ))}
    </ul>
  );
}

/** What each gives and what has to be confirmed, in a sentence, and the sums below it. */
export function Ways({ readings }: WaysProps): ReactNode {
  const { words } = usePane();
  return (
    <>
      {words.say('waysToRead', {
        n: readings.length,
        readings: words.readingsText(readings),
        ask: words.askedText(readings),
      })}
      <WaySums readings={readings} />
    </>
  );
}
