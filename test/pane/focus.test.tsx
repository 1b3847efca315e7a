/** The keyboard is never lost: whatever goes away under it, something that belongs there takes it. */
import './support/jsdom';
import { act, screen, waitFor, within } from '@testing-library/react';
import type { RecordedApply } from '../../src/review/applyAndRecord';
import { plan, sheetReport } from './support/fixtures';
import { FakeServices, good, openLine, openPane, openReviewed } from './support/pane';

const focused = (): string => {
  const { activeElement } = document;
  if (!activeElement || activeElement === document.body) return 'nothing';
  return activeElement.getAttribute('aria-label') ?? activeElement.textContent;
};
/** Lets what watches the page hear of its last change. */
const settle = () => act(() => Promise.resolve());
const written: RecordedApply = {
  results: [
    { id: 'score:I17', cell: plan.edits[0]!.cell, outcome: 'written', now: { ...plan.edits[0]!.before, value: 20 } },
  ],
  marked: null,
  record: { kind: 'kept', entryId: 'entry-1', dropped: 0, replacedDefective: false },
};

/** Moves with the Tab key until the keyboard is on what is so called. */
async function tabTo({ user }: Awaited<ReturnType<typeof openPane>>, name: RegExp): Promise<void> {
  for (let stop = 0; stop < 60; stop += 1) {
    if (name.test(focused())) return;
    await user.tab();
  }
  throw new Error(`The Tab key does not lead to ${String(name)}`);
}

test('after the first review, and after another, the button that reviews again has it', async () => {
  const pane = await openPane();
  await tabTo(pane, /^复核$/u);
  await pane.user.keyboard('{Enter}');
  await screen.findByRole('tablist');
  await settle();
  expect(focused()).toBe('重新复核');
  await pane.user.keyboard('{Enter}');
  await settle();
  expect(focused()).toBe('重新复核');
});

test('after accepting it is on the finding that took the place, and after withdrawing on the list', async () => {
  const pane = await openReviewed();
  await openLine(pane, /^I20/u);
  await tabTo(pane, /^说明后通过…$/u);
  await pane.user.keyboard('{Enter}');
  await pane.user.keyboard('已核实{Enter}');
  await settle();
  expect(focused()).toMatch(/^I14/u);
  await tabTo(pane, /^查看说明后通过/u);
  await pane.user.keyboard('{Enter}');
  await tabTo(pane, /^撤销通过$/u);
  await pane.user.keyboard('{Enter}');
  await settle();
  expect(focused()).toMatch(/^I\d+/u);
});

test('Esc in the field for a reason gives it back to the button that opened the field', async () => {
  const pane = await openReviewed();
  await openLine(pane, /^I20/u);
  await tabTo(pane, /^说明后通过…$/u);
  await pane.user.keyboard('{Enter}');
  expect(focused()).toMatch(/通过的理由/u);
  await pane.user.keyboard('{Escape}');
  await settle();
  expect(focused()).toBe('说明后通过…');
});

test.each([
  ['back', '返回结果{Enter}'],
  ['Esc', '{Escape}'],
])('%s leads from the settings to the button that opened them', async (_way, keys) => {
  const pane = await openReviewed();
  await tabTo(pane, /^设置$/u);
  await pane.user.keyboard('{Enter}');
  await screen.findByRole('heading', { name: '设置' });
  expect(focused()).toBe('设置');
  if (keys === '{Escape}') await pane.user.keyboard(keys);
  else await pane.user.click(screen.getByRole('button', { name: '返回结果' }));
  await settle();
  expect(focused()).toBe('设置');
  expect(screen.getByRole('tablist')).toBeTruthy();
});

test('back from the page of a check it is where the page was opened, with the finding still open', async () => {
  const pane = await openReviewed();
  await openLine(pane, /^I14/u);
  await tabTo(pane, /^这项检查的说明$/u);
  await pane.user.keyboard('{Enter}');
  const title = await screen.findByRole('heading', { name: '得分不超过分值' });
  expect(document.activeElement).toBe(title);
  await pane.user.keyboard('{Escape}');
  await settle();
  expect(focused()).toBe('这项检查的说明');
  expect(within(document.activeElement!.closest('li')!).getByRole('button', { name: /^I14/u })).toBeTruthy();
});

test('the place to which the result was scrolled is found again', async () => {
  const pane = await openReviewed();
  const main = screen.getByRole('main');
  main.scrollTop = 120;
  main.dispatchEvent(new Event('scroll'));
  await pane.user.click(screen.getByRole('button', { name: '设置' }));
  await screen.findByRole('heading', { name: '设置' });
  expect(main.scrollTop).toBe(0);
  await pane.user.click(screen.getByRole('button', { name: '返回结果' }));
  expect(main.scrollTop).toBe(120);
});

test('after writing it is on what became of it, and after taking that back on what became of that', async () => {
  const pane = await openReviewed(
    new FakeServices({
      apply: () => Promise.resolve(good(written)),
      revert: () =>
        Promise.resolve(
          good({
            state: 'reverted',
            sheetId: 'sheet-1',
            cells: [{ cell: plan.edits[0]!.cell, outcome: 'restored', now: plan.edits[0]!.before }],
            unmarked: false,
            brokenBy: null,
            journalFault: null,
          }),
        ),
    }),
  );
  await pane.user.click(screen.getByRole('tab', { name: '写入' }));
  await tabTo(pane, /^写入 3 处$/u);
  await pane.user.keyboard('{Enter}');
  await settle();
  expect(focused()).toBe('写入结果');
  await tabTo(pane, /^撤销本次写入$/u);
  await pane.user.keyboard('{Enter}');
  await settle();
  expect(focused()).toBe('撤销结果');
});

test('mending from the list leaves it in the list', async () => {
  const mendable = { ...sheetReport().forms[0]!.findings[1]!, cells: [{ row: 16, column: 8 }] };
  const forms = sheetReport().forms.map((form) => ({ ...form, findings: [mendable, ...form.findings.slice(2)] }));
  let reviews = 0;
  const pane = await openReviewed(
    new FakeServices({
      apply: () => Promise.resolve(good(written)),
      review: () => {
        reviews += 1;
        return Promise.resolve(good(reviews === 1 ? sheetReport({ forms }) : sheetReport()));
      },
    }),
  );
  await openLine(pane, /^I17/u);
  await tabTo(pane, /^把 I17 改为 20$/u);
  await pane.user.keyboard('{Enter}');
  // What was written is read and reviewed anew before the list is drawn again.
  await waitFor(() => expect(focused()).toMatch(/^I\d+/u));
});

test.each(['问题', '得分', '写入', '报告'])(
  'the view %s is walked by the Tab key from end to end, and never lets go of the keyboard',
  async (view) => {
    const pane = await openReviewed();
    await pane.user.click(screen.getByRole('tab', { name: view }));
    // From the first stop on.
    act(() => (document.activeElement as HTMLElement).blur());
    const seen = new Set<Element>();
    for (let stop = 0; stop < 40; stop += 1) {
      await pane.user.tab();
      const { activeElement } = document;
      // Past the last stop the page begins anew.
      if (!activeElement || activeElement === document.body || seen.has(activeElement)) break;
      seen.add(activeElement);
      expect(activeElement.closest('[data-place]')).not.toBeNull();
    }
    expect(seen.size).toBeGreaterThan(10);
    expect([...seen].some((element) => element.closest('[role=tabpanel]') !== null)).toBe(true);
  },
  60_000,
);
