/** The pane on the screen of a test, over services that the test holds in its hands. */
import { render, screen } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import { act } from 'react';
import type { CellRef } from '../../../src/core/sheet/cellRef';
import type { Plan } from '../../../src/core/report/edit';
import { App } from '../../../src/pane/App';
import type { PaneServices, ReviewRequest } from '../../../src/pane/services';
import type { PlanChoice } from '../../../src/review/applyPlan';
import type { Capabilities, HostFault, Outcome, SheetChange } from '../../../src/review/workbook';
import { createWords, type Locale, type Words } from '../../../src/words';
import { sheetReport } from './fixtures';

export const capabilities: Capabilities = {
  host: 'memory',
  canMark: true,
  nativeUndo: true,
  details: { platform: 'test' },
};

export function good<T>(value: T): Outcome<T> {
  return { ok: true, value };
}
export function bad(fault: HostFault): { ok: false; fault: HostFault } {
  return { ok: false, fault };
}

/** Services that succeed, unless a test says otherwise, and remember what they were asked. */
export class FakeServices implements PaneServices {
  readonly reviewed: ReviewRequest[] = [];
  readonly applied: { plan: Plan; choice: PlanChoice }[] = [];
  readonly unmarked: string[] = [];
  readonly revealed: { sheetId: string; cell: CellRef }[] = [];
  stopped = 0;
  private listener: ((change: SheetChange) => void) | null = null;

  answers: Partial<PaneServices>;

  constructor(answers: Partial<PaneServices> = {}) {
    this.answers = answers;
  }

  capabilities: PaneServices['capabilities'] = () =>
    this.answers.capabilities?.() ?? Promise.resolve(good(capabilities));

  review: PaneServices['review'] = (request) => {
    this.reviewed.push(request);
    return this.answers.review?.(request) ?? Promise.resolve(good(sheetReport()));
  };

  apply: PaneServices['apply'] = (plan, choice) => {
    this.applied.push({ plan, choice });
    return this.answers.apply?.(plan, choice) ?? Promise.resolve(good({ results: [], marked: null }));
  };

  unmark: PaneServices['unmark'] = (sheetId) => {
    this.unmarked.push(sheetId);
    return this.answers.unmark?.(sheetId) ?? Promise.resolve(good({ removed: 3 }));
  };

  reveal: PaneServices['reveal'] = (sheetId, cell) => {
    this.revealed.push({ sheetId, cell });
    return this.answers.reveal?.(sheetId, cell) ?? Promise.resolve(good(null));
  };

  watch: PaneServices['watch'] = (onChange) => {
    if (this.answers.watch) return this.answers.watch(onChange);
    this.listener = onChange;
    return Promise.resolve(
      good(() => {
        this.stopped += 1;
      }),
    );
  };

  /** What a user or a co-author changed. */
  change(sheetId: string): void {
    act(() => this.listener?.({ sheetId, address: null }));
  }
}

export interface OpenPane {
  readonly services: FakeServices;
  readonly user: UserEvent;
  readonly words: Words;
  readonly close: () => void;
}

/** Opens the pane and waits until it is connected. */
export async function openPane(
  services: FakeServices = new FakeServices(),
  locale: Locale = 'zh-CN',
): Promise<OpenPane> {
  const user = userEvent.setup();
  const words = createWords(locale);
  const { unmount } = render(<App services={services} locale={locale} words={words} hostTheme={() => null} />);
  await act(() => Promise.resolve());
  return { services, user, words, close: unmount };
}

/** Opens the pane, presses 复核 and waits for the result. */
export async function openReviewed(services?: FakeServices): Promise<OpenPane> {
  const pane = await openPane(services);
  await pane.user.click(screen.getByRole('button', { name: '复核' }));
  await screen.findByRole('tablist');
  return pane;
}
