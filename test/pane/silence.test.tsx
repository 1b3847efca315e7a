/** A host that does not answer: it is said, the user may go on waiting or not, and no write is ever done twice. */
import './support/jsdom';
import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { App } from '../../src/pane/App';
import type { RecordedApply } from '../../src/review/applyAndRecord';
import type { Outcome } from '../../src/port/workbook';
import { createWords } from '../../src/words';
import { plan, sheetReport } from './support/fixtures';
import { bad, FakeServices, good } from './support/pane';

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

/** An answer that comes when the test says so. */
function later<T>() {
  let answer: (outcome: Outcome<T>) => void = () => undefined;
  const promise = new Promise<Outcome<T>>((resolve) => {
    answer = resolve;
  });
  return {
    promise,
    answer: (outcome: Outcome<T>) =>
      act(() => {
        answer(outcome);
        return Promise.resolve();
      }),
  };
}

const pass = (seconds: number) => act(() => jest.advanceTimersByTimeAsync(seconds * 1000));
const press = (name: string) => user().click(screen.getByRole('button', { name }));
const user = () => userEvent.setup({ advanceTimers: (ms) => jest.advanceTimersByTime(ms) });
const heard = () => screen.getAllByRole('status')[0]!.textContent;
const noLanguage = () => undefined;

async function open(services: FakeServices) {
  render(
    <App
      services={services}
      locale="zh-CN"
      firstWords={createWords('zh-CN')}
      words={createWords('zh-CN')}
      hostTheme={() => null}
      onLanguage={noLanguage}
    />,
  );
  await act(() => Promise.resolve());
}

async function openWrite(services: FakeServices) {
  await open(services);
  await press('复核');
  await screen.findByRole('tablist');
  await user().click(screen.getByRole('tab', { name: '写入' }));
}

const silent = (seconds: number) => `Excel 已有 ${seconds} 秒没有回应。`;
const written = good<RecordedApply>({
  results: [
    {
      id: 'score:I17',
      cell: plan.edits[0]!.cell,
      outcome: 'written',
      now: { ...plan.edits[0]!.before, value: 20 },
    },
  ],
  marked: null,
  record: { kind: 'kept', entryId: 'entry-1', dropped: 0, replacedDefective: false },
});

test('silence is told after a while, again after as long, and ends with the answer', async () => {
  const { answer, promise } = later<ReturnType<typeof sheetReport>>();
  await open(new FakeServices({ review: () => promise }));
  await press('复核');
  await pass(14);
  expect(screen.queryByText(silent(15))).toBeNull();
  await pass(1);
  expect(screen.getByText(silent(15))).toBeTruthy();
  expect(screen.getByText(/有没有打开的对话框/u, { selector: 'p' })).toBeTruthy();
  expect(heard()).toContain(silent(15));
  await press('继续等');
  expect(screen.queryByText(silent(15))).toBeNull();
  await pass(15);
  expect(screen.getByText(silent(30))).toBeTruthy();
  await pass(30);
  expect(screen.getByText(silent(60))).toBeTruthy();
  await answer(good(sheetReport()));
  expect(screen.queryByText(silent(60))).toBeNull();
  expect(await screen.findByRole('tablist')).toBeTruthy();
});

test('a review that is not awaited any more is dropped, and another can be begun', async () => {
  const { answer, promise } = later<ReturnType<typeof sheetReport>>();
  let calls = 0;
  const services = new FakeServices({
    review: () => {
      calls += 1;
      return calls === 1 ? promise : Promise.resolve(good(sheetReport({ sheetName: '第二次' })));
    },
  });
  await open(services);
  await press('复核');
  await pass(15);
  await press('不等了');
  expect(screen.getByText('没有等到 Excel 的回应，已经放下；表格没有改动。', { selector: 'p' })).toBeTruthy();
  expect(heard()).toBe('没有等到 Excel 的回应，已经放下；表格没有改动。');
  await press('复核');
  expect(await screen.findByRole('heading', { name: '第二次' })).toBeTruthy();
  await answer(good(sheetReport({ sheetName: '第一次' })));
  expect(screen.getByRole('heading', { name: '第二次' })).toBeTruthy();
});

test('a write that is not awaited any more is never repeated, and its late answer is shown', async () => {
  const { answer, promise } = later<RecordedApply>();
  const services = new FakeServices({ apply: () => promise });
  await openWrite(services);
  await press('写入 3 处');
  await pass(15);
  await press('不等了');
  expect(screen.getByText('没有等到 Excel 的回应，还不知道有没有写入。', { selector: 'p' })).toBeTruthy();
  expect(heard()).toBe('没有等到 Excel 的回应，还不知道有没有写入。');
  await press('写入 3 处');
  await press('移除标记');
  expect(services.applied).toHaveLength(1);
  expect(services.unmarked).toEqual([]);
  // Reading goes on, and the answer is still awaited after it.
  await press('重新复核');
  expect(screen.getByText('没有等到 Excel 的回应，还不知道有没有写入。', { selector: 'p' })).toBeTruthy();
  await answer(written);
  expect(screen.queryByText('没有等到 Excel 的回应，还不知道有没有写入。', { selector: 'p' })).toBeNull();
  expect(screen.getByText('已写入 1 处')).toBeTruthy();
  // And the sheet is reviewed again by itself.
  expect(services.reviewed).toEqual([{}, {}, { sheetId: 'sheet-1' }]);
  expect(services.applied).toHaveLength(1);
  await press('撤销本次写入');
  expect(services.reverted).toEqual(['entry-1']);
});

test('a write whose late answer is a fault says so', async () => {
  const { answer, promise } = later<never>();
  const services = new FakeServices({ apply: () => promise });
  await openWrite(services);
  await press('写入 3 处');
  await pass(15);
  await press('不等了');
  await answer(bad({ kind: 'read-only' }));
  expect(
    screen.getByText('工作簿是只读的、在受保护的视图里，或保护了结构，不能写入。', { selector: 'p' }),
  ).toBeTruthy();
  expect(screen.getByRole('button', { name: '写入 3 处' })).toBeTruthy();
});

test('a review of the workbook that makes progress is not silent', async () => {
  let progress: (done: number) => void = () => undefined;
  const { promise } = later<never>();
  const services = new FakeServices({
    reviewAll: (onProgress) => {
      progress = (done) => void onProgress({ done, total: 9, sheetName: `第${done}张` });
      return promise;
    },
  });
  await open(services);
  await press('整个工作簿');
  await user().click(await screen.findByRole('button', { name: '复核整个工作簿' }));
  await pass(10);
  act(() => progress(1));
  await pass(10);
  expect(screen.queryByText(silent(15))).toBeNull();
  await pass(5);
  expect(screen.getByText(silent(15))).toBeTruthy();
  await press('不等了');
  act(() => progress(2));
  expect(screen.queryByText(/第2张/u)).toBeNull();
});
