/**
 * A button that saves a text as a file. Whether a file arrives is the host's to decide, and no page hears of it: the
 * desktop's web view and the frame of Excel on the web may each forbid downloads without a word. So whoever offers this
 * also offers the same text to copy, and says so.
 */
import { Button } from '@fluentui/react-components';
import type { ReactNode } from 'react';

/** How long the browser may take to begin the download before the text is let go of, in milliseconds. */
const patience = 60_000;

export interface TextToSaveProps {
  /** What the button says. */
  readonly label: string;
  /** With its ending. */
  readonly fileName: string;
  /** Such as "application/json". */
  readonly type: string;
  readonly text: string;
}

export function TextToSave({ fileName, label, text, type }: TextToSaveProps): ReactNode {
  return (
    <Button
      size="small"
      onClick={() => {
        const url = URL.createObjectURL(new Blob([text], { type }));
        const link = document.createElement('a');
        link.href = url;
        link.download = fileName;
        link.click();
        setTimeout(() => URL.revokeObjectURL(url), patience);
      }}
    >
      {label}
    </Button>
  );
}
