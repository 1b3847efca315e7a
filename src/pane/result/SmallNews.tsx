/** A sentence that is said once, in as little room as it needs, until the user knows. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { InfoRegular } from '@fluentui/react-icons/svg/info';
import type { ReactNode } from 'react';
import { usePane } from '../context';
import { useCardStyles } from './useCardStyles';

const useStyles = makeStyles({
  news: {
    display: 'flex',
    columnGap: tokens.spacingHorizontalXS,
    padding: tokens.spacingHorizontalXS,
    backgroundColor: tokens.colorNeutralBackground3,
    borderRadius: tokens.borderRadiusSmall,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  text: { flexGrow: 1, margin: 0, minWidth: 0, overflowWrap: 'anywhere' },
  icon: { flexShrink: 0, marginTop: '2px' },
  known: { flexShrink: 0, alignSelf: 'flex-end', padding: 0 },
});

export interface SmallNewsProps {
  readonly text: string;
  readonly onKnown: () => void;
}

export function SmallNews({ onKnown, text }: SmallNewsProps): ReactNode {
  const card = useCardStyles();
  const styles = useStyles();
  const { words } = usePane();
  return (
    <div className={styles.news}>
      <InfoRegular aria-hidden className={styles.icon} />
      <p className={styles.text}>{text}</p>
      <button type="button" className={mergeClasses(card.link, styles.known)} onClick={onKnown}>
        {words.say('dismiss')}
      </button>
    </div>
  );
}
