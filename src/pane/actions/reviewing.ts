/** What reviews: one sheet, all of them, the sample form. */
import { succeeded } from '../../port/outcome';
import type { Outcome } from '../../port/workbook';
import type { PaperManner, PaperWritten } from '../../review/writePaper';
import type { Actions } from '../context';
import type { PaneServices } from '../services';
import type { PaneEvent } from '../state';
import type { Attempt } from './attempt';
import type { Runner } from './runner';

/** Reviews a sheet by its id; with null the active one. */
export function reviewOf(services: PaneServices, sheetId: string | null): ReturnType<PaneServices['review']> {
  return services.review(sheetId ?? undefined);
}

/** Makes the sample form once, however often what follows is tried again; brings it to the front and reviews it. */
function sampleTrial(services: PaneServices, manner: PaperManner): (attempt: Attempt) => Promise<Outcome<PaneEvent>> {
  let made: PaperWritten | null = null;
  return async (attempt) => {
    if (!made) {
      const written = await services.writePaper({ kind: 'sample' }, manner);
      if (!written.ok) return written;
      made = written.value;
    }
    const isLeft = (): boolean => attempt.isAbandoned;
    const told = succeeded<PaneEvent>({ type: 'paper-written', paper: { kind: 'sample', written: made } });
    // Who no longer waits is told that it is there, and stays where they are.
    if (made.state === 'edited' || isLeft()) return told;
    attempt.heard();
    const shown = await services.reveal(made.sheetId, { row: 0, column: 0 });
    if (!shown.ok) return shown;
    const began = performance.now();
    const report = await services.review(made.sheetId);
    if (!report.ok) return report;
    const time = performance.now() - began;
    return isLeft() ? told : succeeded<PaneEvent>({ type: 'reviewed', report: report.value, time });
  };
}

/** The actions that review. */
export function reviewing(
  runner: Runner,
  services: PaneServices,
): Pick<Actions, 'review' | 'reviewAll' | 'cancelReviewAll' | 'trySample'> {
  let isCancelled = false;
  return {
    review: (sheetId, form) =>
      runner.review({ kind: 'review', sheetId, isLive: false, ...(form === undefined ? {} : { form }) }, () =>
        reviewOf(services, sheetId),
      ),
    reviewAll: () => {
      isCancelled = false;
      runner.run(
        { kind: 'review-all' },
        (attempt) =>
          services.reviewAll(
            (progress) => {
              if (attempt.isAbandoned) return undefined;
              attempt.heard();
              runner.dispatch({ type: 'workbook-progressed', progress });
              // A turn for the screen and for clicks: a host that read many sheets at once has them all ready.
              return new Promise((resolve) => setTimeout(resolve));
            },
            () => isCancelled || attempt.isAbandoned,
          ),
        (workbook) => ({ type: 'workbook-reviewed', workbook }),
      );
    },
    cancelReviewAll: () => {
      isCancelled = true;
    },
    trySample: (manner) =>
      runner.run<PaneEvent>({ kind: 'paper', paper: 'sample' }, sampleTrial(services, manner), (event) => event),
  };
}
