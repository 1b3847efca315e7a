/** One message with its next step and its buttons. */
import { makeStyles, MessageBar, MessageBarBody, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  bar: { minWidth: 0, paddingTop: tokens.spacingVerticalS, paddingBottom: tokens.spacingVerticalS },
  body: { whiteSpace: 'normal', overflowWrap: 'anywhere' },
  text: { margin: 0 },
  buttons: {
    // All as wide as the widest.
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 8em), 1fr))',
    gap: tokens.spacingHorizontalS,
    marginTop: tokens.spacingVerticalS,
    '@container pane (min-width: 480px)': {
      width: 'fit-content',
      gridTemplateColumns: 'none',
      gridAutoFlow: 'column',
      gridAutoColumns: '1fr',
    },
  },
});

export interface NoticeProps {
  readonly intent: 'info' | 'success' | 'warning' | 'error';
  /** What is so, and on a line of its own what to do. */
  readonly lines: readonly string[];
  readonly children?: ReactNode;
}

/** It is shown where it belongs; what a screen reader hears comes from the one live region of the shell. */
export function Notice({ children, intent, lines }: NoticeProps): ReactNode {
  const styles = useStyles();
  return (
    <MessageBar intent={intent} layout="multiline" className={styles.bar}>
      <MessageBarBody className={styles.body}>
        {lines.map((line) => (
          <p key={line} className={styles.text}>
            {line}
          </p>
        ))}
        {children !== undefined && <div className={styles.buttons}>{children}</div>}
      </MessageBarBody>
    </MessageBar>
  );
}
