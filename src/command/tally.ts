/** What a batch comes to, file by file: the roll-up, what was not read, what was written, and the exit code. */
import { rollUp, type RollUp } from '../summary/rollUp';
import { type RollUpEntry, rollUpEntry } from '../summary/rollUpEntry';
import { withFile } from './exitCode';
import type { Unread } from '../summary/published';
import { formsOf, type ReviewedFile, unreadOf } from './reviewedFile';

/** The sums of a batch. */
export interface Tally {
  /** Takes the next result, in the order of the files. */
  take(result: ReviewedFile): void;
  rollUp(): RollUp;
  unread(): readonly Unread[];
  /** 序号 of a file's first form, from one; zero for a file that was not taken. */
  firstNumber(path: string): number;
  /** Cells written and left in all copies, and how many copies there are; `converted` of another format. */
  written(): { readonly done: number; readonly left: number; readonly copies: number; readonly converted: number };
  code(): 0 | 1 | 2;
}

/** A tally of nothing yet. */
export function createTally(): Tally {
  const entries: RollUpEntry[] = [];
  const unread: Unread[] = [];
  const numbers = new Map<string, number>();
  const written = { done: 0, left: 0, copies: 0, converted: 0 };
  let code: 0 | 1 | 2 = 0;
  return {
    take(result) {
      const { file } = result;
      numbers.set(file.path, entries.length + 1);
      for (const [nth, { path, sheet }] of formsOf(result, entries.length + 1).entries()) {
        const form = result.forms[nth];
        if (form) entries.push(rollUpEntry({ path, sheet }, form.facts, form.problems));
      }
      unread.push(...unreadOf(result));
      code = withFile(code, file);
      if (!result.written) return;
      written.done += result.written.done;
      written.left += result.written.left;
      written.copies += 1;
      if (file.convertedFrom !== undefined) written.converted += 1;
    },
    rollUp: () => rollUp(entries),
    unread: () => unread,
    firstNumber: (path) => numbers.get(path) ?? 0,
    written: () => written,
    code: () => code,
  };
}
