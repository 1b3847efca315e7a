/**
 * From opening the page to a pane that can be used, and from a click to its result, in Chromium, with the processor as it
 * is and slowed down; beside a pane as Microsoft's generator makes it, in turns within the same run.
 */
import type { CDPSession, Frame } from 'playwright-core';
import type { DemoFolders } from '../../src/demo/server';
import type { PlainWorkbook } from '../../src/simulator/model';
import { workbookOf } from '../support/workbookOf';
import { bigForm } from './bigForm';
import { type ClickShares, profiled } from './clickShares';
import { type Spread, spreadOf } from './measure';
import { aheadIsDone, type PaneBrowser, timeOfReview, withPaneBrowser } from './paneBrowser';

/** When the button is pressed, and in which Excel. */
const occasions = ['at once', 'reviewed ahead', 'before'] as const;
type Occasion = (typeof occasions)[number];

/** Milliseconds from a click on 复核 to the painted result. */
interface Click {
  readonly form: string;
  readonly occasion: Occasion;
  readonly time: Spread;
  readonly shares: ClickShares;
}

export interface PaneStart {
  readonly slowdown: number;
  /** Milliseconds from navigation of the pane's page to a painted 复核 button that can be pressed. */
  readonly usable: Spread;
  /** The same of the template. */
  readonly template: Spread;
  readonly clicks: readonly Click[];
}

/** What a click is measured on. `before`: no review ahead, and the core has been fetched, as it was measured before. */
const cases: readonly { form: string; opened: string | PlainWorkbook; occasion: Occasion }[] = [
  { form: '食堂经费', opened: 'published', occasion: 'at once' },
  { form: '食堂经费', opened: 'published', occasion: 'reviewed ahead' },
  ...occasions.map((occasion) => ({ form: '200 rows', opened: workbookOf(bigForm(200)), occasion })),
];

/** Below this set of ExcelApi reading costs the user Ctrl+Z, and nothing is read ahead. */
const levelOf = (occasion: Occasion): string => (occasion === 'before' ? '1.15' : '1.20');

async function waitFor(occasion: Occasion, frame: Frame): Promise<void> {
  if (occasion === 'reviewed ahead') await aheadIsDone(frame);
  else if (occasion === 'before') await frame.waitForLoadState('networkidle');
}

type Visit = PaneBrowser['visit'];

const usableIn = (visit: Visit, slowdown: number): Promise<number> =>
  visit({ slowdown, opened: 'published' }, ({ frame }) => frame.evaluate(() => window.usableAt ?? Number.NaN));

async function clicksIn(visit: Visit, slowdown: number, runs: number): Promise<readonly Click[]> {
  const clicks: Click[] = [];
  for (const { form, occasion, opened } of cases) {
    const click = <Told>(work: (frame: Frame, session: CDPSession) => Promise<Told>): Promise<Told> =>
      visit({ slowdown, opened, level: levelOf(occasion) }, async ({ frame, session }) => {
        await waitFor(occasion, frame);
        return work(frame, session);
      });
    const times: number[] = [];
    for (let run = 0; run < runs; run += 1) times.push(await click((frame) => timeOfReview(frame, '复核了')));
    const shares = await click((frame, session) => profiled(session, () => timeOfReview(frame, '复核了')));
    clicks.push({ form, occasion, time: spreadOf(times), shares });
  }
  return clicks;
}

/** Opens both panes in a fresh context for every run. */
export async function paneStarts(
  slowdowns: readonly number[],
  own: DemoFolders,
  template: DemoFolders,
  runs = 5,
): Promise<readonly PaneStart[]> {
  return withPaneBrowser(own, ({ visit }) =>
    withPaneBrowser(template, async ({ visit: visitTemplate }) => {
      const starts: PaneStart[] = [];
      for (const slowdown of slowdowns) {
        const times: number[] = [];
        const ofTemplate: number[] = [];
        for (let run = 0; run < 2 * runs + 1; run += 1) {
          times.push(await usableIn(visit, slowdown));
          ofTemplate.push(await usableIn(visitTemplate, slowdown));
        }
        const clicks = await clicksIn(visit, slowdown, runs);
        starts.push({ slowdown, usable: spreadOf(times), template: spreadOf(ofTemplate), clicks });
      }
      return starts;
    }),
  );
}
