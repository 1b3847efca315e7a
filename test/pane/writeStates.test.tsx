/** Every way in which a write, a taking back and their record can end, each with its sentence and its next step. */
import './support/jsdom';
import { screen, within } from '@testing-library/react';
import { fromA1 } from '../../src/core/sheet/cellRef';
import type { ApplyRecord, RecordedApply } from '../../src/review/applyAndRecord';
import type { Reverted, RevertedCell } from '../../src/review/revertApply';
import type { EditResult, HostFault, Outcome } from '../../src/port/workbook';
import { plan } from './support/fixtures';
import { bad, FakeServices, good, openReviewed } from './support/pane';

const stateOf = (value: string | number | null) => ({ value, formula: null, numberFormat: 'General' });
const resultOf = (id: string, outcome: EditResult['outcome'], now: string | number | null): EditResult => ({
  id,
  cell: plan.edits.find((edit) => edit.id === id)!.cell,
  outcome,
  now: stateOf(now),
});
const kept: ApplyRecord = { kind: 'kept', entryId: 'entry-1', dropped: 0, replacedDefective: false };
const allWritten = [
  resultOf('score:I17', 'written', 20),
  resultOf('note:J18', 'written', '复核提示：就餐环境：【需填写】'),
  resultOf('total:I20', 'written', 97.3),
];

async function write(outcome: Outcome<RecordedApply>, more: Partial<FakeServices['answers']> = {}) {
  const services = new FakeServices({ apply: () => Promise.resolve(outcome), ...more });
  const pane = await openReviewed(services);
  await pane.user.click(screen.getByRole('tab', { name: '写入' }));
  await pane.user.click(screen.getByRole('button', { name: '写入 3 处' }));
  return { ...pane, view: within(screen.getByRole('tabpanel')) };
}
const ending = (changes: Partial<RecordedApply>) =>
  good({ results: allWritten, marked: null, record: kept, ...changes });

test('a write that went well offers to take it back and has nothing left to list', async () => {
  const { services, user, view } = await write(ending({}));
  expect(view.queryByRole('button', { name: '重新复核，再列出没有写入的' })).toBeNull();
  await user.click(view.getByRole('button', { name: '撤销本次写入' }));
  expect(services.reverted).toEqual(['entry-1']);
});

test('a write that broke off says how far it got, cell by cell, and can be taken back from there', async () => {
  const { services, user, view } = await write(
    ending({
      results: [resultOf('score:I17', 'written', 20), resultOf('note:J18', 'different', null)],
      brokenBy: { kind: 'session-lost' },
    }),
  );
  expect(view.getByText('写到一半断开了：1 处已写入，2 处没有写到。')).toBeTruthy();
  expect(view.getByText('与工作簿的连接断开了，断开前写入的内容会保留。')).toBeTruthy();
  expect(view.getByText('请关闭并重新打开这个窗格，再重新复核。')).toBeTruthy();
  expect(view.getByText('已写入的可以撤销，恢复成原样。')).toBeTruthy();
  expect(view.getByText('2 处没有写到，保持原样')).toBeTruthy();
  expect(view.getByText('J18：原来是 （空）')).toBeTruthy();
  expect(view.getByText('I20：原来是 87.3')).toBeTruthy();
  expect(view.getByText('I17：20')).toBeTruthy();
  expect(screen.getAllByRole('status')[0]!.textContent).toBe('写入中断：已写入 1 处，没有写到 2 处。');
  await user.click(view.getByRole('button', { name: '撤销本次写入' }));
  expect(services.reverted).toEqual(['entry-1']);
});

test.each<[EditResult, string, string, string]>([
  [resultOf('score:I17', 'changed', 15), '1 处在复核后改过，没有写入', '请重新复核，再决定要不要写入。', 'I17：15'],
  [
    resultOf('score:I17', 'refused', 10),
    '1 处不能写入，保持原样',
    '这些单元格里有公式、被锁定或被合并盖住。',
    'I17：10',
  ],
  [
    resultOf('score:I17', 'different', 19),
    '1 处写入后读回的内容不同，请核对',
    '可能有数据有效性或工作表事件改了它们。',
    'I17：要写 20，现在是 19',
  ],
])(
  'a cell that was not written as wanted is named, and the rest is offered again: %j',
  async (result, ...sentences) => {
    const { services, user, view } = await write(ending({ results: [result, ...allWritten.slice(1)] }));
    for (const sentence of sentences) expect(view.getByText(sentence)).toBeTruthy();
    await user.click(view.getByRole('button', { name: '重新复核，再列出没有写入的' }));
    expect(services.reviewed.at(-1)).toEqual({ sheetId: 'sheet-1' });
    expect(await screen.findByRole('button', { name: '写入 3 处' })).toBeTruthy();
  },
);

test('a number that a cell keeps as text is said to be text', async () => {
  const { view } = await write(ending({ results: [{ ...allWritten[0]!, now: stateOf('20'), asText: true }] }));
  expect(view.getByText('I17：20（单元格是文本格式，数字存成了文本）')).toBeTruthy();
});

test.each<[ApplyRecord, readonly string[]]>([
  [{ kind: 'nothing-written' }, ['没有单元格被写入，也就没有要撤销的。']],
  [
    { kind: 'not-kept' },
    [
      'Excel 没有保存写入记录，这次写入不能在这里撤销。',
      '要退回时，请按下面的原值改回，或者不保存就关闭工作簿。',
      'I17：原来是 10',
      'J18：原来是 （空）',
    ],
  ],
  [{ ...kept, dropped: 2 }, ['写入记录已满，更早的 2 次写入不能再撤销。']],
  [{ ...kept, replacedDefective: true }, ['原来的写入记录读不出来，已换成新的；这次写入可以撤销，更早的不能。']],
])('the record of a write is told: %j', async (record, sentences) => {
  const { view } = await write(ending({ record }));
  for (const sentence of sentences) expect(view.getByText(sentence)).toBeTruthy();
  expect(view.queryByRole('button', { name: '撤销本次写入' }) !== null).toBe(record.kind === 'kept');
});

test('when nobody can say whether a write took place, it is said where that will be seen', async () => {
  const { view } = await write(bad({ kind: 'session-lost' }));
  expect(view.getByText('断开时可能已经写入了一部分。重新打开窗格后，写入记录会列出这次写入，可以撤销。')).toBeTruthy();
  expect(screen.queryByRole('button', { name: '重试' })).toBeNull();
});

test('what is tried again after a failed look at the record is that look, never the write', async () => {
  let looks = 0;
  const { services, user } = await write(ending({}), {
    listApplied: () => {
      looks += 1;
      return Promise.resolve(
        looks === 2 ? bad({ kind: 'busy' }) : good({ state: 'readable', entries: [], dropped: 0 }),
      );
    },
  });
  await user.click(await screen.findByRole('button', { name: '重试' }));
  expect(looks).toBe(3);
  expect(services.applied).toHaveLength(1);
});

const cell = (outcome: RevertedCell['outcome'], now: string | number | null = 10): RevertedCell => ({
  cell: fromA1('I17'),
  outcome,
  now: stateOf(now),
});
const reverted = (changes: Partial<Extract<Reverted, { state: 'reverted' }>>): Reverted => ({
  state: 'reverted',
  sheetId: 'sheet-1',
  cells: [cell('restored')],
  unmarked: false,
  brokenBy: null,
  journalFault: null,
  ...changes,
});
const lost: HostFault = { kind: 'session-lost' };

test.each<[string, Reverted, readonly string[]]>([
  ['restored', reverted({}), ['已恢复 1 处', 'I17：10']],
  ['already', reverted({ cells: [cell('already')] }), ['1 处本来就是原值', 'I17：10']],
  [
    'changed',
    reverted({ cells: [cell('changed', 3)] }),
    ['1 处在写入后又改过，保持原样', '这些单元格以最后的改动为准；不需要改动时，请手工改回。', 'I17：3'],
  ],
  [
    'refused',
    reverted({ cells: [cell('refused', 20)] }),
    ['1 处现在不能写入，保持原样', '单元格里有公式、被锁定或被合并盖住；解除之后可以再撤销一次。'],
  ],
  [
    'different',
    reverted({ cells: [cell('different', 20)] }),
    ['1 处没有恢复成原值，请核对', '可能有数据有效性或工作表事件改了它们，也可能还没有恢复到这里；可以再撤销一次。'],
  ],
  [
    'as text',
    reverted({ cells: [{ ...cell('restored', '10'), asText: true }] }),
    ['I17：10（单元格是文本格式，数字存成了文本）'],
  ],
  ['marks', reverted({ unmarked: true }), ['那次写入做的标记也已移除。']],
  [
    'broken off',
    reverted({ cells: [cell('different', 20)], brokenBy: lost }),
    [
      '撤销到一半断开了，可以再撤销一次，接着做完。',
      '与工作簿的连接断开了，断开前写入的内容会保留。',
      '请关闭并重新打开这个窗格，再重新复核。',
    ],
  ],
  [
    'record not brought up to date',
    reverted({ journalFault: { kind: 'busy' } }),
    ['写入记录没有更新，再撤销一次不会改动任何单元格。', 'Excel 正忙，没有响应。'],
  ],
  ['taken back before', { state: 'no-such-entry' }, ['这次写入已经撤销过了。', '工作表上没有要恢复的内容。']],
  [
    'defective record',
    { state: 'defective' },
    ['写入记录读不出来，没有撤销。', '记录可能由新版本保存或已损坏；请用新版本打开，或按写入前的文件改回。'],
  ],
])('a taking back that ended as %s says so', async (_name, answer, sentences) => {
  const { user, view } = await write(ending({}), { revert: () => Promise.resolve(good(answer)) });
  await user.click(view.getByRole('button', { name: '撤销本次写入' }));
  for (const sentence of sentences) expect(view.getByText(sentence)).toBeTruthy();
  expect(screen.getAllByRole('status')[0]!.textContent).not.toBe('');
});

test('a record of writes that cannot be read is said to be so', async () => {
  const { view } = await write(ending({}), { listApplied: () => Promise.resolve(good({ state: 'defective' })) });
  expect(await view.findByText('写入记录读不出来，以前的写入不能在这里撤销。')).toBeTruthy();
});
