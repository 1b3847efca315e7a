/** What Ctrl+Z would take back, the newest last: enough to see whether somebody lost it. */
import type { Change } from '../model/workbook';

/** One step of undo. */
export interface UndoStep {
  /** Whose step it is; a co-author's cannot be undone here and is none. */
  readonly by: 'user' | 'add-in';
}

/** The level of Excel's interface from which writes of add-ins are steps of undo instead of the end of all. */
const levelWithUndo = 20;

export class UndoStack {
  private list: UndoStep[] = [];
  private isGrouping = false;

  /** `level`: the minor number of the ExcelApi set. */
  constructor(private readonly level: number) {}

  /** The newest last. */
  get steps(): readonly UndoStep[] {
    return this.list;
  }

  /** Notes what the user changed in the workbook. */
  follow({ kind, origin }: Change): void {
    const isEdit = kind === 'cells' || kind === 'rows-inserted' || kind === 'rows-deleted' || kind === 'appearance';
    if (origin === 'user' && isEdit) this.list.push({ by: 'user' });
  }

  /** A batch ran that the client flagged as a write; `changes`: whether it changes the workbook. */
  batchRan(changes: boolean): void {
    if (this.level < levelWithUndo) this.list = [];
    else if (changes && !(this.isGrouping && this.list.at(-1)?.by === 'add-in')) this.list.push({ by: 'add-in' });
  }

  /** From here on the add-in's batches are one step. */
  group(isOn: boolean): void {
    this.isGrouping = isOn;
  }
}
