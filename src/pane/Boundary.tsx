/** Catches bugs, and says honestly that they are ours. */
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { Component, type ReactNode, useRef } from 'react';
import type { FirstWords } from '../words/firstWords';
import { useCopying } from './useCopying';
import { useCopyTextStyles } from './useCopyTextStyles';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    padding: `${tokens.spacingVerticalXXXL} ${tokens.spacingHorizontalL}`,
    overflowY: 'auto',
    height: '100%',
    boxSizing: 'border-box',
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500 },
  message: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  text: { margin: 0 },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

/** The text to hand to the maintainers. */
function detailsOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const own = error.stack ?? `${error.name}: ${error.message}`;
  return error.cause === undefined ? own : `${own}\n${detailsOf(error.cause)}`;
}

interface BugReportProps {
  readonly error: unknown;
  readonly words: FirstWords;
  readonly onStartOver: () => void;
}

function BugReport({ error, onStartOver, words }: BugReportProps): ReactNode {
  const styles = useStyles();
  const copyText = useCopyTextStyles();
  const details = useRef<HTMLTextAreaElement>(null);
  const { copy, outcome } = useCopying();

  return (
    <main className={styles.root}>
      <h1 className={styles.title}>{words.say('bugTitle')}</h1>
      <div role="alert" className={styles.message}>
        <p className={styles.text}>{words.say('bugWhat')}</p>
        <p className={styles.text}>{words.say('bugNext')}</p>
      </div>
      <textarea
        ref={details}
        className={copyText.text}
        aria-label={words.say('bugDetails')}
        readOnly
        value={detailsOf(error)}
      />
      <div className={styles.buttons}>
        <Button
          appearance="primary"
          onClick={() => {
            // Where the page may not copy, the selected text can still be copied by hand.
            details.current?.select();
            copy(detailsOf(error));
          }}
        >
          {words.say('copyDetails')}
        </Button>
        <Button onClick={onStartOver}>{words.say('startOver')}</Button>
      </div>
      <p className={styles.text} role="status">
        {outcome ? words.say(outcome) : ''}
      </p>
    </main>
  );
}

interface BoundaryProps {
  readonly words: FirstWords;
  readonly children: ReactNode;
}

interface BoundaryState {
  readonly caught: { readonly error: unknown } | null;
}

/** Shows its children, or the bug that one of them threw. Starting over begins with a fresh pane. */
export class Boundary extends Component<BoundaryProps, BoundaryState> {
  override state: BoundaryState = { caught: null };

  static getDerivedStateFromError(error: unknown): BoundaryState {
    return { caught: { error } };
  }

  override render(): ReactNode {
    const { children, words } = this.props;
    const { caught } = this.state;
    return caught ? (
      <BugReport error={caught.error} words={words} onStartOver={() => this.setState({ caught: null })} />
    ) : (
      children
    );
  }
}
