/** The connection that lasts as long as the pane: changes by others, live reviews, a review on opening. */
import './support/jsdom';
import { act, screen, waitFor } from '@testing-library/react';
import type { SheetChange } from '../../src/port/workbook';
import { keepSettings, defaultSettings } from '../../src/pane/settings';
import { cleanForm, sheetReport } from './support/fixtures';
import { bad, capabilities, FakeServices, good, openPane, openReviewed } from './support/pane';

/** A host that knows only whether anybody listens: one who stops listening stops it for all. */
class OneListener {
  private listener: ((change: SheetChange) => void) | null = null;
  watches = 0;
  readonly watch = async (onChange: (change: SheetChange) => void) => {
    this.watches += 1;
    this.listener = onChange;
    await Promise.resolve();
    return good(() => {
      this.listener = null;
    });
  };
  tell(sheetId: string): void {
    act(() => this.listener?.({ sheetId, address: null }));
  }
}

test('a pane that is mounted twice, as in a development build, still hears of changes', async () => {
  const host = new OneListener();
  const { user } = await openPane(new FakeServices({ watch: host.watch }), 'zh-CN', true);
  await user.click(screen.getByRole('button', { name: '复核' }));
  await screen.findByRole('tablist');
  host.tell('sheet-1');
  expect(screen.getByText(/可能已经过时/u)).toBeTruthy();
  expect(host.watches).toBe(1);
});

describe('live review', () => {
  const live = (): FakeServices => {
    const services = new FakeServices();
    keepSettings(services.preferences, { ...defaultSettings, liveReview: true, knowsReview: true });
    return services;
  };
  const pass = (ms: number) => act(() => new Promise((done) => setTimeout(done, ms)));

  test('reviews again once nobody edits any more, and only then', async () => {
    const { services } = await openReviewed(live());
    services.change('sheet-1');
    services.change('sheet-1');
    await pass(300);
    expect(services.reviewed).toHaveLength(1);
    await pass(1_000);
    expect(services.reviewed).toEqual([{}, { sheetId: 'sheet-1' }]);
    expect(screen.queryByText(/可能已经过时/u)).toBeNull();
  });

  test('that cannot be done now says nothing and is tried again', async () => {
    const services = live();
    await openReviewed(services);
    services.answers = { review: () => Promise.resolve(bad({ kind: 'cell-being-edited' })) };
    services.change('sheet-1');
    await pass(1_200);
    expect(services.reviewed).toHaveLength(2);
    expect(screen.queryByText(/正在编辑/u)).toBeNull();
    services.answers = {};
    await pass(1_200);
    expect(services.reviewed).toHaveLength(3);
    expect(screen.queryByText(/可能已经过时/u)).toBeNull();
  });

  test('is left out where it was not chosen', async () => {
    const { services } = await openReviewed();
    services.change('sheet-1');
    await pass(1_200);
    expect(services.reviewed).toHaveLength(1);
  });
});

test('the sheet in front is reviewed on opening where the user chose that', async () => {
  const services = new FakeServices();
  keepSettings(services.preferences, { ...defaultSettings, reviewOnOpening: true });
  await openPane(services);
  expect(await screen.findByRole('tablist')).toBeTruthy();
  expect(services.reviewed).toEqual([{}]);
});

describe('looking ahead', () => {
  const pass = (ms: number) => act(() => new Promise((done) => setTimeout(done, ms)));

  test('begins once the pane is connected, and again when nobody edits any more', async () => {
    const { services, user } = await openPane();
    await pass(20);
    expect(services.lookedAhead).toEqual([null]);
    services.change('sheet-1');
    services.change('sheet-1');
    await pass(300);
    expect(services.lookedAhead).toHaveLength(1);
    await pass(1_000);
    expect(services.lookedAhead).toEqual([null, null]);
    await user.click(screen.getByRole('button', { name: '复核' }));
    await screen.findByRole('tablist');
    services.change('sheet-1');
    await pass(1_200);
    expect(services.lookedAhead).toEqual([null, null, 'sheet-1']);
    // Nothing of it is shown, or asked of the user's result.
    expect(services.reviewed).toHaveLength(1);
    expect(screen.getByText(/可能已经过时/u)).toBeTruthy();
  });

  // What is drawn out of sight is in the document, and no query by role finds it.
  const hidden = (): Element | null => document.querySelector('[role=tablist]');

  test('draws the result where nobody sees or hears it, and shows it when it is asked for', async () => {
    const ahead = sheetReport();
    const { services, user } = await openPane(
      new FakeServices({ lookAhead: () => Promise.resolve(ahead), review: () => Promise.resolve(good(ahead)) }),
    );
    await waitFor(() => expect(hidden()).toBeTruthy());
    const drawn = hidden()!;
    expect(screen.queryByRole('tablist')).toBeNull();
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('自评复核');
    expect(services.reviewed).toEqual([]);
    await user.click(screen.getByRole('button', { name: '复核' }));
    expect(await screen.findByRole('tablist')).toBe(drawn);
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe(ahead.sheetName);
    expect(services.reviewed).toEqual([{}]);
  });

  test('shows what the review says and not what was drawn, and draws nothing once something changed', async () => {
    const ahead = sheetReport();
    const now = sheetReport({ sheetName: '改过的表', forms: [cleanForm()] });
    const { services, user } = await openPane(
      new FakeServices({ lookAhead: () => Promise.resolve(ahead), review: () => Promise.resolve(good(now)) }),
    );
    await waitFor(() => expect(hidden()).toBeTruthy());
    services.change('sheet-1');
    await waitFor(() => expect(hidden()).toBeNull());
    await waitFor(() => expect(hidden()).toBeTruthy(), { timeout: 3_000 });
    await user.click(screen.getByRole('button', { name: '复核' }));
    await screen.findByRole('tablist');
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('改过的表');
    expect(screen.queryByText(/应为/u)).toBeNull();
  });

  test.each([
    ['the user does not want it', { looksAhead: false }, {}],
    ['reading empties the undo of Excel', {}, { host: 'excel' as const, nativeUndo: false }],
  ])('is left where %s', async (_, settings, capable) => {
    const services = new FakeServices({
      capabilities: () => Promise.resolve(good({ ...capabilities, ...capable })),
    });
    keepSettings(services.preferences, { ...defaultSettings, ...settings });
    await openPane(services);
    await pass(20);
    expect(services.lookedAhead).toEqual([]);
  });
});
