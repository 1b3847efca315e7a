/**
 * Whether a sheet holds more long text than may be worked through where somebody waits and nothing can be stopped
 * meanwhile. The rows of a sheet are limited by reading; its texts are limited here. In a thread of its own a review
 * has a limit of time instead.
 */
import type { Snapshot } from '../core/sheet/snapshot';

/** Characters that any cell may have: a rule text with its grades has some hundreds. */
const usual = 200;

/** Characters beyond those, over the sheet: 200 rows of rule texts of 5,000 characters, some seconds of work. */
const mostBeyond = 1_000_000;

/** Whether the texts are too long to be reviewed on the page's own thread. */
export function isTooLongToWaitFor({ text }: Snapshot): boolean {
  let beyond = 0;
  for (const row of text) {
    for (const shown of row) beyond += Math.max(0, shown.length - usual);
  }
  return beyond > mostBeyond;
}
