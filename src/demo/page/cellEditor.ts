/** The one cell of the grid that is being edited, as long as one is. */

/** What becomes of an editing. */
export interface CellEditorOptions {
  /** Called when a cell begins or ceases to be edited. */
  readonly onEditing: (isEditing: boolean) => void;
  /** The person turned to something else: what was typed counts. */
  readonly onLeft: () => void;
}

export interface CellEditor {
  /** Opens over a cell with a text in it; where one is open it stays as it is. */
  open(cell: HTMLElement, address: string, text: string): void;
  /** Takes it away and says what was in it; null when none was open. */
  close(): string | null;
  readonly isOpen: boolean;
  /** Whether this is the field that is typed into. */
  is(target: EventTarget | null): boolean;
}

/** Makes the editor; nothing is open yet. */
export function createCellEditor({ onEditing, onLeft }: CellEditorOptions): CellEditor {
  let editor: HTMLTextAreaElement | null = null;
  return {
    open(cell, address, text) {
      if (editor) return;
      const input = document.createElement('textarea');
      input.className = 'editor';
      input.setAttribute('aria-label', `编辑 ${address}`);
      input.value = text;
      input.spellcheck = false;
      editor = input;
      cell.append(input);
      input.focus();
      input.setSelectionRange(text.length, text.length);
      input.addEventListener('blur', () => {
        // As in Excel, a click into the task pane does not end editing; a click anywhere else does.
        setTimeout(() => {
          if (editor === input && !(document.activeElement instanceof HTMLIFrameElement)) onLeft();
        });
      });
      onEditing(true);
    },
    close() {
      if (!editor) return null;
      const input = editor;
      // First forgotten, then removed: removal fires blur, which must find no editor to commit.
      editor = null;
      input.remove();
      onEditing(false);
      return input.value;
    },
    get isOpen() {
      return editor !== null;
    },
    is: (target) => editor !== null && target === editor,
  };
}
