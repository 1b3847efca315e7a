/** Writing back: preview, ticks, results, marks. */
import './support/jsdom';
import { screen, waitFor, within } from '@testing-library/react';
import type { EditResult } from '../../src/port/workbook';
import { cleanForm, plan, sheetReport } from './support/fixtures';
import { bad, capabilities, FakeServices, good, openReviewed } from './support/pane';

async function openWrite(services?: FakeServices) {
  const pane = await openReviewed(services);
  await pane.user.click(screen.getByRole('tab', { name: '写入' }));
  return pane;
}

const box = (name: string) => screen.getByRole<HTMLInputElement>('checkbox', { name });
const entry = (name: string) => within(box(name).closest('li')!);

function result(id: string, outcome: EditResult['outcome'], now: string | number): EditResult {
  const edit = plan.edits.find((one) => one.id === id)!;
  return { id, cell: edit.cell, outcome, now: { value: now, formula: null, numberFormat: 'General' } };
}

test('the preview lists cell, old value, new value and reason, all ticked', async () => {
  await openWrite();
  expect(box('I17 得分 · 成本控制率').checked).toBe(true);
  expect(box('J18 偏差原因 · 就餐环境').checked).toBe(true);
  expect(box('I20 总分').checked).toBe(true);
  const score = entry('I17 得分 · 成本控制率');
  expect(score.getByText('10')).toBeTruthy();
  expect(score.getByText('20')).toBeTruthy();
  const note = entry('J18 偏差原因 · 就餐环境');
  expect(note.getByText('（空）')).toBeTruthy();
  expect(note.getByText('复核提示：就餐环境：【需填写】')).toBeTruthy();
  expect(note.getByText(/扣 2 分（28\/30）/u)).toBeTruthy();
  expect(screen.getByRole('button', { name: '写入 3 处' })).toBeTruthy();
});

test('unticking a score takes it and its share of the total out', async () => {
  const { services, user } = await openWrite();
  await user.click(box('I17 得分 · 成本控制率'));
  expect(entry('I20 总分').getByText('按现在的勾选，总分不用改')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: '写入 1 处' }));
  expect(services.applied).toEqual([{ plan, choice: { editIds: ['note:J18', 'total:I20'], marks: true } }]);
});

test('all can be ticked and unticked at once, and marks alone can be made', async () => {
  const { services, user } = await openWrite();
  const all = box('全部勾选');
  await user.click(box('J18 偏差原因 · 就餐环境'));
  expect(all.indeterminate).toBe(true);
  await user.click(all);
  expect(box('J18 偏差原因 · 就餐环境').checked).toBe(true);
  await user.click(all);
  expect(box('I17 得分 · 成本控制率').checked).toBe(false);
  await user.click(screen.getByRole('button', { name: '只做标记' }));
  expect(services.applied[0]!.choice).toEqual({ editIds: [], marks: true });
});

test('with nothing ticked and no marks there is nothing to press', async () => {
  const { user } = await openWrite();
  await user.click(box('全部勾选'));
  await user.click(screen.getByRole('switch', { name: '标记问题单元格（3 处）' }));
  expect(screen.queryByRole('button', { name: /^(写入|只做标记)/u })).toBeNull();
});

test('marks can be switched off', async () => {
  const { services, user } = await openWrite();
  await user.click(screen.getByRole('switch', { name: '标记问题单元格（3 处）' }));
  await user.click(screen.getByRole('button', { name: '写入 3 处' }));
  expect(services.applied[0]!.choice.marks).toBe(false);
});

test('an Excel that cannot mark says so and is never asked to', async () => {
  const { services, user } = await openWrite(
    new FakeServices({ capabilities: () => Promise.resolve(good({ ...capabilities, canMark: false })) }),
  );
  expect(screen.getByText('这个版本的 Excel 不能标记单元格。')).toBeTruthy();
  expect(screen.queryByRole('button', { name: '移除标记' })).toBeNull();
  await user.click(screen.getByRole('button', { name: '写入 3 处' }));
  expect(services.applied[0]!.choice.marks).toBe(false);
});

test('what became of every cell is told cell by cell, and the sheet is reviewed again by itself', async () => {
  const results = [
    result('score:I17', 'written', 20),
    result('note:J18', 'changed', '已补充说明'),
    result('total:I20', 'refused', 87.3),
  ];
  const { services, user } = await openWrite(
    new FakeServices({
      apply: () => Promise.resolve(good({ results, marked: 3, record: { kind: 'nothing-written' } })),
    }),
  );
  await user.click(screen.getByRole('button', { name: '写入 3 处' }));
  const region = within(screen.getByRole('region', { name: '写入结果' }));
  expect(region.getByText('已写入 1 处')).toBeTruthy();
  expect(region.getByText('I17：20')).toBeTruthy();
  expect(region.getByText('1 处在复核后改过，没有写入')).toBeTruthy();
  expect(region.getByText('J18：已补充说明')).toBeTruthy();
  expect(region.getByText('1 处不能写入，保持原样')).toBeTruthy();
  expect(region.getByText('I20：87.3')).toBeTruthy();
  expect(region.getByText('已标记 3 个单元格。')).toBeTruthy();
  expect(screen.getAllByRole('status')[0]!.textContent).toBe('写入完成：已写入 1 处，未写入 2 处。');
  // Reviewed again by itself, with what became of the write still there; a review that is asked for ends that.
  await waitFor(() => expect(services.reviewed).toEqual([{}, { sheetId: 'sheet-1' }]));
  await screen.findByRole('button', { name: '写入 3 处' });
  expect(screen.queryByText('刚才写入了内容，下面是写入前的结果。')).toBeNull();
  await user.click(screen.getByRole('button', { name: '重新复核' }));
  expect(screen.queryByRole('region', { name: '写入结果' })).toBeNull();
  expect(screen.getByRole('tab', { name: '写入', selected: true })).toBeTruthy();
});

test('a value that was read back otherwise is pointed out', async () => {
  const results = [result('score:I17', 'different', 19)];
  const { user } = await openWrite(
    new FakeServices({ apply: () => Promise.resolve(good({ results, marked: null, record: { kind: 'not-kept' } })) }),
  );
  await user.click(screen.getByRole('button', { name: '写入 3 处' }));
  expect(screen.getByText('1 处写入后读回的内容不同，请核对')).toBeTruthy();
  expect(screen.getByText('I17：要写 20，现在是 19')).toBeTruthy();
});

test('a write that fails keeps the ticks and can be tried again', async () => {
  let calls = 0;
  const services = new FakeServices({
    apply: () => {
      calls += 1;
      return Promise.resolve(
        calls === 1
          ? bad({ kind: 'cell-being-edited' })
          : good({ results: [result('score:I17', 'written', 20)], marked: 0, record: { kind: 'nothing-written' } }),
      );
    },
  });
  const { user } = await openWrite(services);
  await user.click(box('J18 偏差原因 · 就餐环境'));
  await user.click(screen.getByRole('button', { name: '写入 2 处' }));
  expect(screen.getAllByText(/有单元格正在编辑/u).length).toBeGreaterThan(0);
  expect(box('J18 偏差原因 · 就餐环境').checked).toBe(false);
  await user.click(screen.getByRole('button', { name: '重试' }));
  expect(services.applied[1]).toEqual(services.applied[0]);
  expect(screen.getByText('已写入 1 处')).toBeTruthy();
});

test('marks are removed on request, and it says when there were none', async () => {
  let removed = 3;
  const services = new FakeServices({ unmark: () => Promise.resolve(good({ removed })) });
  const { user } = await openWrite(services);
  await user.click(screen.getByRole('button', { name: '移除标记' }));
  expect(services.unmarked).toEqual(['sheet-1']);
  expect(screen.getByRole('tabpanel').textContent).toContain('已移除 3 处标记。');
  removed = 0;
  await user.click(screen.getByRole('button', { name: '移除标记' }));
  expect(screen.getByText('这张工作表上没有本工具的标记。')).toBeTruthy();
});

test('a clean form has nothing to write', async () => {
  await openWrite(new FakeServices({ review: () => Promise.resolve(good(sheetReport({ forms: [cleanForm()] }))) }));
  expect(screen.getByText('没有需要写入的内容。')).toBeTruthy();
  expect(screen.queryByRole('button', { name: /^写入/u })).toBeNull();
});

test('a protected sheet is said to be one before anything is written', async () => {
  await openWrite(new FakeServices({ review: () => Promise.resolve(good(sheetReport({ isProtected: true }))) }));
  expect(screen.getByText(/工作表受保护，锁定的单元格不会写入/u)).toBeTruthy();
});

const withUndo = (nativeUndo: boolean) => () => Promise.resolve(good({ ...capabilities, nativeUndo }));
const undoNews = /Ctrl\+Z 退不回写入之前/u;

test('where Ctrl+Z takes a write back nothing is said of it before writing', async () => {
  await openWrite(new FakeServices({ capabilities: withUndo(true) }));
  expect(screen.queryByText(/Ctrl\+Z/u)).toBeNull();
});

test.each([
  ['knows it', '知道了'],
  ['writes', '写入 3 处'],
])('elsewhere it is said until the user %s, then never again but in the settings', async (_what, button) => {
  const services = new FakeServices({ capabilities: withUndo(false) });
  const { close, user } = await openWrite(services);
  expect(screen.getByText(undoNews)).toBeTruthy();
  await user.click(within(screen.getByRole('tabpanel')).getByRole('button', { name: button }));
  expect(screen.queryByText(undoNews)).toBeNull();
  close();
  await openWrite(services);
  expect(screen.getByRole('button', { name: '写入 3 处' })).toBeTruthy();
  expect(screen.queryByText(undoNews)).toBeNull();
  await user.click(screen.getByRole('button', { name: '设置' }));
  expect(await screen.findByText(undoNews)).toBeTruthy();
});

const leftNews = /条条件格式 Excel 读不出来或删不掉/u;

test('what was left of marks is said with the results, beside what was written', async () => {
  const marksLeft = { rules: 2, unplaced: 4 };
  const { user } = await openWrite(
    new FakeServices({
      apply: () => Promise.resolve(good({ results: [], marked: 1, marksLeft, record: { kind: 'nothing-written' } })),
    }),
  );
  await user.click(within(screen.getByRole('tabpanel')).getByRole('button', { name: '写入 3 处' }));
  expect(screen.getByText(/有 2 条条件格式/u)).toBeTruthy();
  expect(screen.getByText(/有 4 个单元格没能做上标记/u)).toBeTruthy();
});

test('what could not be removed of marks is said, and is not said where nothing was left', async () => {
  let left: number | undefined = 1;
  const unmark = () => Promise.resolve(good(left === undefined ? { removed: 2 } : { removed: 2, left }));
  const { user } = await openWrite(new FakeServices({ unmark }));
  await user.click(screen.getByRole('button', { name: '移除标记' }));
  expect(screen.getByText(leftNews)).toBeTruthy();
  left = undefined;
  await user.click(screen.getByRole('button', { name: '移除标记' }));
  expect(screen.queryByText(leftNews)).toBeNull();
});
