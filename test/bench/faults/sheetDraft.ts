/** A sheet that can be changed cell by cell, and reviewed again after every change. */
import { reviewSnapshot } from '../../../src/core/report/reviewSnapshot';
import type { FormReport } from '../../../src/core/report/report';
import type { CellRef } from '../../../src/core/sheet/cellRef';
import type { CellValue, Snapshot } from '../../../src/core/sheet/snapshot';

/** The text that a host shows for a value in the General format. */
function shown(value: CellValue): string {
  if (value === null) return '';
  return typeof value === 'object' ? value.error : String(value);
}

export class SheetDraft {
  private readonly values: CellValue[][];
  private readonly text: string[][];

  constructor(private readonly original: Snapshot) {
    this.values = original.values.map((row) => [...row]);
    this.text = original.text.map((row) => [...row]);
  }

  /** Puts a value into a cell; `text` is what is displayed where that differs. */
  set({ row, column }: CellRef, value: CellValue, text = shown(value)): void {
    const { area } = this.original;
    if (!area) throw new Error('an empty sheet has no cells to change');
    const line = this.values[row - area.top];
    const texts = this.text[row - area.top];
    if (!line || !texts) throw new Error(`row ${row} was not read`);
    line[column - area.left] = value;
    texts[column - area.left] = text;
  }

  /** A ratio: a percent number where the cell held a number, else its text. */
  setRate(ref: CellRef, ratio: number, places = 2): void {
    const { area } = this.original;
    const before = area ? this.values[ref.row - area.top]?.[ref.column - area.left] : null;
    const text = `${(ratio * 100).toFixed(places)}%`;
    this.set(ref, typeof before === 'number' ? Number(ratio.toFixed(places + 2)) : text, text);
  }

  snapshot(): Snapshot {
    return { ...this.original, values: this.values.map((row) => [...row]), text: this.text.map((row) => [...row]) };
  }

  /** The one form on the sheet. @throws Error when recognition does not find exactly one. */
  review(): FormReport {
    const { forms } = reviewSnapshot(this.snapshot());
    const [only] = forms;
    if (!only || forms.length > 1) throw new Error(`found ${forms.length} forms instead of one`);
    return only;
  }
}
