/** Name and value in pairs, as many side by side as fit. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  list: {
    margin: 0,
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(84px, 100%), 1fr))',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXS,
  },
  pair: { minWidth: 0 },
  // A sentence stands beside its name, so that a card of several sentences stays short.
  wide: { gridColumn: '1 / -1', display: 'flex', columnGap: tokens.spacingHorizontalS },
  name: {
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
  },
  nameBeside: { flexShrink: 0, overflowWrap: 'anywhere' },
  value: { margin: 0, minWidth: 0, overflowWrap: 'anywhere', whiteSpace: 'pre-line' },
  strong: { fontWeight: tokens.fontWeightBold },
});

/** One pair. `isWide`: on a line of its own, for sentences. `isStrong`: it differs from what it should be. */
export interface ShownFact {
  readonly name: string;
  readonly value: ReactNode;
  readonly isWide?: boolean;
  readonly isStrong?: boolean;
}

/** What a name may take beside its sentence, in em: beyond that it breaks. */
const widestName = 6;

/** About how wide a text is in em: a Chinese character is as wide as high, others are a little over half of that. */
function widthOf(text: string): number {
  const square = text.match(/[\u2E80-\uFFEF]/gu)?.length ?? 0;
  return square + (text.length - square) * 0.58;
}

export function Facts({ facts }: { readonly facts: readonly ShownFact[] }): ReactNode {
  const styles = useStyles();
  // All sentences of a list begin at one line.
  const beside = Math.min(Math.max(...facts.map(({ isWide, name }) => (isWide ? widthOf(name) : 0))), widestName);
  return (
    <dl className={styles.list}>
      {facts.map(({ isStrong = false, isWide = false, name, value }, index) => (
        <div key={index} className={mergeClasses(styles.pair, isWide && styles.wide)}>
          <dt
            className={mergeClasses(styles.name, isWide && styles.nameBeside)}
            style={isWide ? { width: `${beside}em` } : undefined}
          >
            {name}
          </dt>
          <dd className={mergeClasses(styles.value, isStrong && styles.strong)}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
