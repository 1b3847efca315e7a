/** A button that copies a text, and the text itself, selected, where the page may not copy. */
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import { usePane } from './context';
import { useCopying } from './useCopying';
import { useCopyTextStyles } from './useCopyTextStyles';

const useStyles = makeStyles({
  outcome: { margin: 0, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
});

export interface TextToCopyProps {
  /** What the button says, and the name of the text. */
  readonly label: string;
  /** Made when the button is pressed. */
  readonly text: () => string;
  /** Shows the text all the time. */
  readonly isShown?: boolean;
}

export function TextToCopy({ isShown = false, label, text }: TextToCopyProps): ReactNode {
  const styles = useStyles();
  const copyText = useCopyTextStyles();
  const { words } = usePane();
  const { copy, outcome } = useCopying();
  const [copied, setCopied] = useState('');
  const shown = isShown ? text() : copied;
  return (
    <>
      <Button
        size="small"
        onClick={() => {
          const current = text();
          setCopied(current);
          copy(current);
        }}
      >
        {label}
      </Button>
      <span role="status" className={styles.outcome}>
        {outcome ? words.say(outcome) : ''}
      </span>
      {(isShown || outcome === 'copyByHand') && (
        <textarea
          ref={(element) => {
            if (outcome === 'copyByHand') element?.select();
          }}
          className={copyText.text}
          aria-label={label}
          readOnly
          value={shown}
        />
      )}
    </>
  );
}
