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
  nameBeside: { flexShrink: 0, minWidth: '3.2em', maxWidth: '6em' },
  value: { margin: 0, minWidth: 0, overflowWrap: 'anywhere', whiteSpace: 'pre-line' },
  strong: { fontWeight: tokens.fontWeightBold },
});

/** One pair. `isWide`: on a line of its own, for sentences. `isStrong`: it differs from what it should be. */
export interface Fact {
  readonly name: string;
  readonly value: ReactNode;
  readonly isWide?: boolean;
  readonly isStrong?: boolean;
}

export function Facts({ facts }: { readonly facts: readonly Fact[] }): ReactNode {
  const styles = useStyles();
  return (
    <dl className={styles.list}>
      {facts.map(({ isStrong = false, isWide = false, name, value }, index) => (
        <div key={index} className={mergeClasses(styles.pair, isWide && styles.wide)}>
          <dt className={mergeClasses(styles.name, isWide && styles.nameBeside)}>{name}</dt>
          <dd className={mergeClasses(styles.value, isStrong && styles.strong)}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
