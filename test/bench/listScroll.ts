/** How smoothly the lists of the four tabs scroll, and how quickly keys answer, with some two thousand findings. */
import type { Frame } from 'playwright-core';
import type { DemoFolders } from '../../src/demo/server';
import { faultyForm } from './bigForm';
import { median, quantile, timeOfReview, withPaneBrowser } from './paneBrowser';
import { workbookOf } from '../support/workbookOf';

/** Milliseconds between frames: the middle one, and the 95th of 100. */
interface Frames {
  readonly middle: number;
  readonly slow: number;
  /** How many of 100 frames came later than two turns of a 60 Hz screen. */
  readonly late: number;
}

/** One tab of the result. */
interface TabScroll {
  readonly name: string;
  /** Milliseconds from a click on its tab until it was painted. */
  readonly shown: number;
  /** Elements in the pane's document while it is shown. */
  readonly elements: number;
  readonly wheel: Frames;
}

export interface ListScroll {
  readonly slowdown: number;
  readonly findings: number;
  /** Milliseconds from a click on 复核 to the painted list. */
  readonly review: number;
  /** Elements in the pane's document while the list is shown. */
  readonly elements: number;
  /** Turning the wheel fast, 120 pixels a frame; and throwing the list from its top to its end in 120 frames. */
  readonly wheel: Frames;
  readonly thrown: Frames;
  /** Median milliseconds from ↓ to the painted next finding. */
  readonly key: number;
  /** Milliseconds from a typed letter to the painted list that holds only what was searched. */
  readonly search: number;
  readonly tabs: readonly TabScroll[];
}

/** Clicks a tab; milliseconds until what it shows was painted. */
function openTab(frame: Frame, name: string): Promise<number> {
  return frame.evaluate(
    (wanted) =>
      new Promise<number>((resolve) => {
        const tab = [...document.querySelectorAll<HTMLElement>('[role=tab]')].find((one) => one.innerText === wanted);
        if (!tab) throw new Error(`There is no tab ${wanted}`);
        const began = performance.now();
        tab.click();
        requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - began)));
      }),
    name,
  );
}

async function tabsOf(frame: Frame): Promise<readonly TabScroll[]> {
  const tabs: TabScroll[] = [];
  for (const name of ['得分', '写入', '报告', '问题']) {
    const shown = await openTab(frame, name);
    tabs.push({ name, shown, elements: await frame.locator('*').count(), wheel: await scroll(frame, 120) });
    await frame.locator('main').evaluate((list) => (list.scrollTop = 0));
  }
  return tabs;
}

/** Scrolls down for 120 frames, by so many pixels each; null: as many as reach the end. */
async function scroll(frame: Frame, step: number | null): Promise<Frames> {
  const times = await frame.evaluate(async (wanted) => {
    const list = document.querySelector('main');
    if (!list) throw new Error('There is no list');
    list.scrollTop = 0;
    const seen: number[] = [];
    for (let place = 0; place <= 120; place += 1) {
      seen.push(await new Promise<number>((resolve) => requestAnimationFrame(resolve)));
      list.scrollTop += wanted ?? (list.scrollHeight - list.scrollTop) / (120 - Math.min(place, 119));
    }
    return seen.slice(1).map((time, index) => time - (seen[index] ?? time));
  }, step);
  return {
    middle: median(times),
    slow: quantile(times, 0.95),
    late: (100 * times.filter((time) => time > 33.4).length) / times.length,
  };
}

/** Presses ↓ on the finding that has the keyboard; milliseconds until the next one has it and is painted. */
function pressDown(frame: Frame): Promise<number> {
  return frame.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const began = performance.now();
        document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true }));
        requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - began)));
      }),
  );
}

/** Measures a demo that was built once for each processor. */
export async function listScrolls(slowdowns: readonly number[], built: DemoFolders): Promise<readonly ListScroll[]> {
  const workbook = workbookOf(faultyForm(1000));
  return withPaneBrowser(built, async ({ visit }) => {
    const measured: ListScroll[] = [];
    for (const slowdown of slowdowns) {
      measured.push(
        await visit({ slowdown, opened: workbook }, async ({ frame }) => {
          await frame.waitForLoadState('networkidle');
          const review = await timeOfReview(frame, '复核了');
          const counts = await frame.getByRole('group', { name: '按严重程度筛选' }).getByRole('button').allInnerTexts();
          const findings = counts.reduce((sum, count) => sum + Number(count), 0);
          // By severity a thousand of a kind are one line; by check each has its own.
          await frame.getByRole('combobox', { name: '分组' }).selectOption('check');
          const elements = await frame.locator('*').count();
          const wheel = await scroll(frame, 120);
          const thrown = await scroll(frame, null);
          await frame.locator('main').evaluate((list) => (list.scrollTop = 0));
          await frame.locator('button[aria-current=true]').first().focus();
          const keys: number[] = [];
          for (let place = 0; place < 30; place += 1) keys.push(await pressDown(frame));
          const search = await frame.getByRole('searchbox').evaluate((box) => {
            const began = performance.now();
            // As typed: React hears of a value only through the field's own setter.
            Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(box, '第77批');
            box.dispatchEvent(new Event('input', { bubbles: true }));
            return new Promise<number>((resolve) => {
              requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - began)));
            });
          });
          await frame.getByRole('searchbox').fill('');
          const tabs = await tabsOf(frame);
          return {
            slowdown,
            findings,
            review,
            elements,
            wheel,
            thrown,
            key: median(keys),
            search,
            tabs,
          };
        }),
      );
    }
    return measured;
  });
}
