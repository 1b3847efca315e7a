/** The pane's state as data: one event at a time. */
import type { HostFault } from '../../src/port/workbook';
import {
  countBySeverity,
  initialState,
  markedCellCount,
  type PaneEvent,
  type PaneState,
  shownForm,
  staleness,
  tickedIds,
} from '../../src/pane/state';
import { chosenEdits } from '../../src/pane/result/chosenEdits';
import { reduce } from '../../src/pane/reduce';
import { findings, formReport, otherForm, plan, sheetReport } from './support/fixtures';

const after = (...events: readonly PaneEvent[]): PaneState => events.reduce(reduce, initialState);
const started: PaneEvent = { type: 'started', task: { kind: 'review', sheetId: null, isLive: false } };
const reviewed: PaneEvent = { type: 'reviewed', report: sheetReport(), time: 7 };
const changed: PaneEvent = { type: 'sheet-changed', sheetId: 'sheet-1' };
const busy: HostFault = { kind: 'busy' };
const written: PaneEvent = {
  type: 'applied',
  applied: {
    results: [
      { id: 'score:I17', cell: plan.edits[0]!.cell, outcome: 'written', now: { ...plan.edits[0]!.before, value: 20 } },
    ],
    marked: null,
    record: { kind: 'nothing-written' },
  },
  edits: plan.edits.slice(0, 1),
};

test('a result is fresh until its sheet changes', () => {
  expect(staleness(after(started, reviewed))).toBeNull();
  expect(staleness(after(started, reviewed, { type: 'sheet-changed', sheetId: 'sheet-2' }))).toBeNull();
  expect(staleness(after(started, reviewed, changed))).toBe('edited');
});

test('a change while the review runs makes its result stale at once', () => {
  expect(staleness(after(started, changed, reviewed))).toBe('edited');
});

test('a change before the review does not', () => {
  expect(staleness(after(changed, started, reviewed))).toBeNull();
});

test('a review that fails does not make a stale result fresh', () => {
  const failed: PaneEvent = { type: 'failed', task: { kind: 'review', sheetId: null, isLive: false }, fault: busy };
  expect(staleness(after(started, reviewed, changed, started, failed))).toBe('edited');
});

test('writing makes the result one from before, unless nothing was written', () => {
  expect(staleness(after(started, reviewed, written))).toBe('written');
  const refused: PaneEvent = {
    type: 'applied',
    applied: { results: [], marked: 2, record: { kind: 'nothing-written' } },
    edits: [],
  };
  expect(staleness(after(started, reviewed, refused))).toBeNull();
});

test('a new task clears the failure of the last', () => {
  const failed = after(started, {
    type: 'failed',
    task: { kind: 'review', sheetId: null, isLive: false },
    fault: busy,
  });
  expect(failed.running).toBeNull();
  expect(failed.failure?.fault).toEqual(busy);
  expect(reduce(failed, started).failure).toBeNull();
});

test('a jump that fails while a review runs does not end the review', () => {
  const state = after(started, { type: 'failed', task: { kind: 'reveal' }, fault: busy });
  expect(state.running?.kind).toBe('review');
});

test('reviewing the same sheet again keeps view and form, another sheet begins with findings', () => {
  const two = { type: 'reviewed', report: sheetReport({ forms: [formReport(), otherForm()] }), time: 7 } as const;
  const state = after(two, { type: 'form-picked', index: 1 }, { type: 'view-picked', view: 'scores' }, two);
  expect([state.view, state.formIndex]).toEqual(['scores', 1]);
  const other = reduce(state, { type: 'reviewed', report: sheetReport({ sheetId: 'sheet-2' }), time: 7 });
  expect([other.view, other.formIndex]).toEqual(['findings', 0]);
  const fewer = reduce(state, reviewed);
  expect(shownForm(fewer)?.form.projectName).toBe('机关食堂经费');
});

test('another form begins with all edits ticked and no filter', () => {
  const state = after(
    reviewed,
    { type: 'edits-ticked', ids: ['score:I17'], ticked: false },
    { type: 'severity-picked', severity: 'P1' },
    { type: 'searched', query: '食堂' },
    { type: 'form-picked', index: 0 },
  );
  expect([state.unticked, state.severity, state.query]).toEqual([[], null, '']);
});

test('ticks are kept by id', () => {
  const form = formReport();
  const less = after(reviewed, { type: 'edits-ticked', ids: ['score:I17', 'note:J18'], ticked: false });
  expect(tickedIds(less, form)).toEqual(['total:I20']);
  const more = reduce(less, { type: 'edits-ticked', ids: ['note:J18'], ticked: true });
  expect(tickedIds(more, form)).toEqual(['note:J18', 'total:I20']);
});

test('the total that would be written follows the ticks', () => {
  const form = formReport();
  expect(chosenEdits(initialState, form).map(({ id, after: value }) => [id, value])).toEqual([
    ['score:I17', 20],
    ['note:J18', '复核提示：就餐环境：【需填写】'],
    ['total:I20', 97.3],
  ]);
  const less = reduce(initialState, { type: 'edits-ticked', ids: ['score:I17'], ticked: false });
  expect(chosenEdits(less, form).map(({ id }) => id)).toEqual(['note:J18']);
});

test('a filter or a search begins at the first finding', () => {
  const third: PaneEvent = { type: 'finding-reached', index: 2 };
  expect(after(reviewed, third).findingIndex).toBe(2);
  expect(after(reviewed, third, { type: 'severity-picked', severity: 'P1' }).findingIndex).toBe(0);
  expect(after(reviewed, third, { type: 'searched', query: '分' }).findingIndex).toBe(0);
});

test('counts', () => {
  expect(countBySeverity(findings)).toEqual({ P0: 2, P1: 1, P2: 0 });
  expect(markedCellCount(formReport())).toBe(3);
});
