/** Copying text, and what to say where the page may not. */
import { useState } from 'react';

export interface Copying {
  /** What became of the last attempt, as a sentence of the catalogue; null before it. */
  readonly outcome: 'copied' | 'copyByHand' | null;
  readonly copy: (text: string) => void;
}

/** A frame may not be allowed to use the clipboard; then the text has to be shown and copied by hand. */
export function useCopying(): Copying {
  const [outcome, setOutcome] = useState<Copying['outcome']>(null);
  return {
    outcome,
    copy(text) {
      const clipboard = navigator.clipboard as Clipboard | undefined;
      if (!clipboard) {
        setOutcome('copyByHand');
        return;
      }
      clipboard.writeText(text).then(
        () => setOutcome('copied'),
        () => setOutcome('copyByHand'),
      );
    },
  };
}
