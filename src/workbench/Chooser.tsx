/** Buttons that open the browser's list of files, or of folders. */
import { Button } from '@fluentui/react-components';
import { type InputHTMLAttributes, type ReactNode, useRef } from 'react';
import { tablesOfFolder } from './chosenFiles';

interface PickerProps {
  readonly label: string;
  readonly appearance: 'primary' | 'secondary';
  readonly onFiles: (files: readonly File[]) => void;
  readonly attributes: InputHTMLAttributes<HTMLInputElement>;
}

function Picker({ appearance, attributes, label, onFiles }: PickerProps): ReactNode {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button appearance={appearance} onClick={() => input.current?.click()}>
        {label}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        {...attributes}
        // No list of endings: a file of another kind is told how to become one of these.
        onChange={({ currentTarget }) => {
          onFiles([...(currentTarget.files ?? [])]);
          // So that choosing the same file once more is a change, too.
          currentTarget.value = '';
        }}
      />
    </>
  );
}

export type ChooserProps = Omit<PickerProps, 'attributes'>;

/** Chooses files, several at once. */
export function Chooser(props: ChooserProps): ReactNode {
  return <Picker {...props} attributes={{ multiple: true }} />;
}

/** Only the browser has a word for it, and React has none. */
const ofFolder = { multiple: true, webkitdirectory: '' } as InputHTMLAttributes<HTMLInputElement>;

/** Chooses a folder: the tables in it and below it. */
export function FolderChooser({ label, onFiles }: Omit<ChooserProps, 'appearance'>): ReactNode {
  return (
    <Picker
      appearance="secondary"
      label={label}
      attributes={ofFolder}
      onFiles={(files) => onFiles(tablesOfFolder(files))}
    />
  );
}
