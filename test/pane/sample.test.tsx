/** The sample form: offered until a review was done, shown with its result, and told apart from the user's own forms. */
import './support/jsdom';
import { act, screen, waitFor } from '@testing-library/react';
import type { Outcome } from '../../src/port/workbook';
import type { PaperWritten } from '../../src/review/writePaper';
import { sheetReport } from './support/fixtures';
import { bad, FakeServices, good, openPane } from './support/pane';

const made: PaperWritten = {
  state: 'written',
  sheetId: 'sample-1',
  name: '自评复核示例',
  isRenewed: false,
  different: 0,
};
const sample = sheetReport({ sheetId: 'sample-1', sheetName: '自评复核示例', isSample: true });
const services = (answers: FakeServices['answers'] = {}): FakeServices =>
  new FakeServices({
    writePaper: () => Promise.resolve(good(made)),
    review: () => Promise.resolve(good(sample)),
    ...answers,
  });
const heard = () => screen.getAllByRole('status')[0]!.textContent;
const offer = () => screen.findByRole('button', { name: '用示例表试一试' });
const mayGo = '试完请自行删除这张工作表，本工具不删除工作表；复核整个工作簿时不计入它。';

test('from the first screen it is made, brought to the front and reviewed, and may be deleted afterwards', async () => {
  const { services: asked, user } = await openPane(services());
  await user.click(await offer());
  expect(await screen.findByRole('tablist')).toBeTruthy();
  expect(asked.papers).toEqual([{ kind: 'sample', manner: 'careful' }]);
  expect(asked.revealed).toEqual([{ sheetId: 'sample-1', cell: { row: 0, column: 0 } }]);
  expect(asked.reviewed).toEqual([{ sheetId: 'sample-1' }]);
  expect(screen.getByRole('heading', { name: '自评复核示例' })).toBeTruthy();
  expect(screen.getByText(mayGo, { selector: 'p' })).toBeTruthy();
  expect(heard()).toMatch(new RegExp(`^复核完成：.*${mayGo}$`, 'u'));
});

test('a form of the user is not called a sample', async () => {
  const { user } = await openPane(new FakeServices());
  await user.click(screen.getByRole('button', { name: '复核' }));
  await screen.findByRole('tablist');
  expect(screen.queryByText(mayGo)).toBeNull();
  expect(heard()).not.toContain(mayGo);
});

test('once a review was done it is offered in the settings only, from where it leads to its result', async () => {
  const asked = services();
  asked.preferences.set('settings', JSON.stringify({ knowsReview: true }));
  const { user } = await openPane(asked);
  expect(screen.queryByRole('button', { name: '用示例表试一试' })).toBeNull();
  await user.click(screen.getByRole('button', { name: '设置' }));
  await user.click(await offer());
  expect(await screen.findByRole('tablist')).toBeTruthy();
});

test('one that somebody tried things on is left alone until they choose', async () => {
  const answers: PaperWritten[] = [{ state: 'edited', sheetId: 'sample-1', name: '自评复核示例' }, made];
  const { services: asked, user } = await openPane(
    services({ writePaper: () => Promise.resolve(good(answers.shift()!)) }),
  );
  await user.click(await offer());
  expect(heard()).toBe('工作表“自评复核示例”在生成之后有改动，没有覆盖。');
  expect(asked.reviewed).toEqual([]);
  await user.click(screen.getByRole('button', { name: '覆盖“自评复核示例”' }));
  expect(asked.papers.at(-1)).toEqual({ kind: 'sample', manner: 'replace' });
  expect(await screen.findByRole('tablist')).toBeTruthy();
});

test.each([
  ['writePaper', 2],
  ['reveal', 1],
  ['review', 1],
] as const)('a fault of %s has its sentence; trying again goes on, with %i calls to write', async (call, writes) => {
  let isWell = false;
  const answer = <T,>(value: T): Promise<Outcome<T>> =>
    Promise.resolve(isWell ? good(value) : bad({ kind: 'cell-being-edited' }));
  const failing = {
    writePaper: { writePaper: () => answer(made) },
    reveal: { reveal: () => answer(null) },
    review: { review: () => answer(sample) },
  }[call];
  const { services: asked, user } = await openPane(services(failing));
  await user.click(await offer());
  expect(screen.getAllByText(/有单元格正在编辑/u).length).toBeGreaterThan(0);
  isWell = true;
  await user.click(screen.getByRole('button', { name: '重试' }));
  expect(await screen.findByRole('tablist')).toBeTruthy();
  expect(asked.papers).toHaveLength(writes);
});

test('it is said what goes on; who stops waiting is told that the sheet is there, and nothing is reviewed', async () => {
  jest.useFakeTimers({ doNotFake: ['queueMicrotask'] });
  let finish: (outcome: Outcome<PaperWritten>) => void = () => undefined;
  const asked = services({
    writePaper: () =>
      new Promise((resolve) => {
        finish = resolve;
      }),
  });
  try {
    await openPane(asked);
    await act(() => jest.advanceTimersByTimeAsync(100));
    act(() => screen.getByRole('button', { name: '用示例表试一试' }).click());
    expect(heard()).toBe('正在准备并复核示例表…');
    expect(screen.getByText('正在准备并复核示例表…', { selector: 'label' })).toBeTruthy();
    await act(() => jest.advanceTimersByTimeAsync(15_000));
    act(() => screen.getByRole('button', { name: '不等了' }).click());
    await act(() => {
      finish(good(made));
      return Promise.resolve();
    });
    await act(() => jest.advanceTimersByTimeAsync(100));
  } finally {
    jest.useRealTimers();
  }
  await waitFor(() => expect(heard()).toBe('已生成工作表“自评复核示例”。'));
  expect(screen.getByRole('button', { name: '打开“自评复核示例”' })).toBeTruthy();
  expect(asked.reviewed).toEqual([]);
});
