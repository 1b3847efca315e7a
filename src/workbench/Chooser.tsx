/**
 * Buttons that open the browser's list of files, or of folders: the one whose files can be opened again on another visit,
 * and where the browser has none, or does not let this page use it, the ordinary one.
 */
import { Button } from '@fluentui/react-components';
import { type InputHTMLAttributes, type ReactNode, useRef } from 'react';
import { useRaise } from '../pane/useRaise';
import { tablesOfFolder } from './chosenFiles';
import type { FileHandles, Picked } from './handles';
import { type FileOrigin, passingFiles, type PlaceRead, readChosen } from './places';

interface PickerProps {
  readonly label: string;
  readonly appearance: 'primary' | 'secondary';
  readonly handles: FileHandles | null;
  readonly onFiles: (read: PlaceRead) => void;
  readonly attributes: InputHTMLAttributes<HTMLInputElement>;
  readonly pick: (handles: FileHandles) => Promise<Picked<readonly FileOrigin['handle'][]>>;
  /** Which of the files that the ordinary list yields are meant. */
  readonly meant: (files: readonly File[]) => readonly File[];
}

function Picker({ appearance, attributes, handles, label, meant, onFiles, pick }: PickerProps): ReactNode {
  const input = useRef<HTMLInputElement>(null);
  const raise = useRaise();
  const open = async (): Promise<void> => {
    const picked = handles && (await pick(handles));
    if (picked?.kind === 'picked') onFiles(await readChosen(picked.value));
    if (!picked || picked.kind === 'unavailable') input.current?.click();
  };
  return (
    <>
      <Button appearance={appearance} onClick={() => void open().catch(raise)}>
        {label}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        {...attributes}
        // No list of endings: a file of another kind is told how to become one of these.
        onChange={({ currentTarget }) => {
          onFiles(passingFiles(meant([...(currentTarget.files ?? [])])));
          // So that choosing the same file once more is a change, too.
          currentTarget.value = '';
        }}
      />
    </>
  );
}

export type ChooserProps = Omit<PickerProps, 'attributes' | 'pick' | 'meant'>;

/** Chooses files, several at once. */
export function Chooser(props: ChooserProps): ReactNode {
  return (
    <Picker
      {...props}
      attributes={{ multiple: true }}
      pick={(handles) => handles.pickFiles()}
      meant={(files) => files}
    />
  );
}

/** Only the browser has a word for it, and React has none. */
const ofFolder = { multiple: true, webkitdirectory: '' } as InputHTMLAttributes<HTMLInputElement>;

/** Chooses a folder: the tables in it and below it. */
export function FolderChooser(props: Omit<ChooserProps, 'appearance'>): ReactNode {
  return (
    <Picker
      {...props}
      appearance="secondary"
      attributes={ofFolder}
      pick={async (handles) => {
        const picked = await handles.pickFolder();
        return picked.kind === 'picked' ? { kind: 'picked', value: [picked.value] } : picked;
      }}
      meant={tablesOfFolder}
    />
  );
}
