/** What is drawn and what is asked until the first screen can be used. */
import { preparePane, type PaneOptions } from '../../src/pane/mount';
import { first } from '../../src/words/zh-CN/first';
import { waitFor } from '@testing-library/react';
import { preferDark } from './support/jsdom';
import { capabilities, FakeServices, good } from './support/pane';

declare const globalThis: { IS_REACT_ACT_ENVIRONMENT?: boolean };

/** How often the first screen was drawn: a sentence that stands in it once is looked up each time. */
let drawn = 0;
const { welcomeTitle } = first;

beforeAll(() => {
  // The pane is drawn when React wants to draw it, as in a browser.
  globalThis.IS_REACT_ACT_ENVIRONMENT = false;
  Object.defineProperty(first, 'welcomeTitle', {
    get: () => {
      drawn += 1;
      return welcomeTitle;
    },
  });
});
beforeEach(() => {
  document.body.innerHTML = '<div id="pane"><p>正在连接</p></div>';
  drawn = 0;
});
afterEach(() => preferDark(false));

const button = (): HTMLElement | null => document.querySelector('[data-place=review]');

/** Prepares a pane and waits until it is drawn out of sight. */
async function prepared(services = new FakeServices()) {
  const pane = preparePane(document.getElementById('pane')!, services);
  await waitFor(() => expect(button()).toBeTruthy());
  expect(document.body.textContent).toContain('正在连接');
  expect(drawn).toBeGreaterThan(0);
  return pane;
}

/** Shows it, and takes it away; yields how often it was drawn when it came to stand there. */
async function timesDrawn(pane: Awaited<ReturnType<typeof prepared>>, options: PaneOptions): Promise<number> {
  const takeAway = await pane.show(options);
  const times = drawn;
  expect(document.body.textContent).not.toContain('正在连接');
  expect(button()).toBeTruthy();
  takeAway();
  return times;
}

test('what was drawn while Excel got ready is shown as it is, and not drawn again', async () => {
  const pane = await prepared();
  const before = drawn;
  expect(await timesDrawn(pane, { locale: 'zh-CN', hostTheme: () => false })).toBe(before);
});

test('nor is it drawn again where a dark Excel stands on a dark system', async () => {
  preferDark(true);
  const pane = await prepared();
  const before = drawn;
  expect(await timesDrawn(pane, { locale: 'zh-CN', hostTheme: () => true })).toBe(before);
});

test('an Excel that is darker than the system has it drawn in its theme before it is seen', async () => {
  const pane = await prepared();
  const isIn = (background: string): boolean =>
    [...document.styleSheets]
      .flatMap(({ cssRules }) => [...cssRules].map(({ cssText }) => cssText))
      .some((rule) => rule.includes(`--colorNeutralBackground1: ${background}`));
  expect([isIn('#ffffff'), isIn('#292929')]).toEqual([true, false]);
  const takeAway = await pane.show({ locale: 'zh-CN', hostTheme: () => true });
  expect([isIn('#ffffff'), isIn('#292929')]).toEqual([false, true]);
  takeAway();
});

test('an Excel of another language has it drawn in that', async () => {
  const pane = await prepared();
  const takeAway = await pane.show({ locale: 'en', hostTheme: () => false });
  expect(button()?.textContent).toBe('Review');
  takeAway();
});

test('the workbook is asked once the button stands on the screen, and not before', async () => {
  const asked: boolean[] = [];
  const services = new FakeServices({
    capabilities: () => {
      asked.push(document.body.textContent.includes('正在连接'));
      return Promise.resolve(good(capabilities));
    },
  });
  const pane = await prepared(services);
  const takeAway = await pane.show({ locale: 'zh-CN' });
  expect(asked).toEqual([]);
  await waitFor(() => expect(asked).toEqual([false]));
  takeAway();
});
