/** From opening the page to a pane that can be used, in Chromium, with the processor as it is and slowed down. */
import type { DemoFolders } from '../../src/demo/server';
import { workbookOf } from '../support/workbookOf';
import { bigForm } from './bigForm';
import { median, timeOfReview, withPaneBrowser } from './paneBrowser';

export interface PaneStart {
  readonly slowdown: number;
  /** Median milliseconds from navigation of the pane's page to a painted 复核 button that can be pressed. */
  readonly usable: number;
  /** Median milliseconds from a click on 复核 to the painted result: of the published form, and of 200 rows. */
  readonly review: number;
  readonly reviewOf200: number;
}

/** Opens the demo in a fresh context for every run; `built` takes one that is there already. */
export async function paneStarts(
  slowdowns: readonly number[],
  runs = 7,
  built?: DemoFolders,
): Promise<readonly PaneStart[]> {
  const large = workbookOf(bigForm(200));
  return withPaneBrowser(async ({ visit }) => {
    const starts: PaneStart[] = [];
    for (const slowdown of slowdowns) {
      const usable: number[] = [];
      const review: number[] = [];
      const reviewOf200: number[] = [];
      for (let run = 0; run < runs; run += 1) {
        await visit(slowdown, 'published', async ({ frame }) => {
          usable.push(await frame.evaluate(() => window.usableAt ?? Number.NaN));
          review.push(await timeOfReview(frame, '复核了'));
        });
        await visit(slowdown, large, async ({ frame }) => {
          // A reviewer takes longer than that to reach the button; the core has been fetched by then.
          await frame.waitForLoadState('networkidle');
          reviewOf200.push(await timeOfReview(frame, '复核了'));
        });
      }
      starts.push({ slowdown, usable: median(usable), review: median(review), reviewOf200: median(reviewOf200) });
    }
    return starts;
  }, built);
}
