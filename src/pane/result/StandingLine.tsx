/** What is said of one score at a glance, as a shape and a sentence: ✔ for nothing but what is settled and right. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { CheckmarkCircleFilled } from '@fluentui/react-icons/svg/checkmark-circle';
import { PersonRegular } from '@fluentui/react-icons/svg/person';
import type { ReactNode } from 'react';
import { isConfirmed, type Standing } from '../../core/score/standing';
import type { Words } from '../../words/wordsOf';
import { usePane } from '../context';
import { SeverityMark } from './SeverityMark';

const useStyles = makeStyles({
  line: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalXS, margin: 0 },
  agrees: { color: tokens.colorStatusSuccessForeground1 },
  // The shape keeps its size beside a sentence that breaks.
  shape: { flexShrink: 0, fontSize: tokens.fontSizeBase500 },
});

/** The standing in words. */
function standingText({ isSettled, written }: Standing, words: Words): string {
  return words.say(`standing-${isSettled ? 'settled' : 'open'}-${written}`);
}

function Shape({ standing }: { readonly standing: Standing }): ReactNode {
  const styles = useStyles();
  const { isSettled, written } = standing;
  if (isConfirmed(standing))
    return <CheckmarkCircleFilled aria-hidden className={mergeClasses(styles.shape, styles.agrees)} />;
  if (written === 'wrong') return <SeverityMark severity="P0" />;
  if (written === 'question') return <SeverityMark severity="P1" />;
  if (!isSettled) return <PersonRegular aria-hidden className={styles.shape} />;
  return <SeverityMark severity={written === 'missing' ? 'P1' : 'P2'} />;
}

export function StandingLine({ standing }: { readonly standing: Standing }): ReactNode {
  const styles = useStyles();
  const { words } = usePane();
  const text = standingText(standing, words);
  return (
    <span className={styles.line}>
      <Shape standing={standing} />
      {standing.written === 'wrong' ? <strong>{text}</strong> : text}
    </span>
  );
}
