/** What several readings leave open: shown with premises and sums, asked about, and written only as a choice. */
import './support/jsdom';
import { screen, within } from '@testing-library/react';
import { chooseEdits } from '../../src/core/report/chooseEdits';
import type { GoverningRule } from '../../src/core/score/scores';
import { formOfTwoReadings, formReport, sheetReport } from './support/fixtures';
import { FakeServices, good, openReviewed } from './support/pane';

const open = (report = formOfTwoReadings()) =>
  openReviewed(new FakeServices({ review: () => Promise.resolve(good(sheetReport({ forms: [report] }))) }));

test('a row of two readings is never called right or wrong; both sums and what decides stand there', async () => {
  const { user } = await open();
  await user.click(screen.getByRole('tab', { name: '得分' }));
  const cost = within(screen.getByRole('region', { name: '成本指标' }));
  expect(cost.getByText('待评定，填写的得分超出允许范围')).toBeTruthy();
  await user.click(cost.getByRole('button'));
  expect(cost.getByText(/^有 2 种读法：按反向 20，按正向 17\.59；请确认方向。/u)).toBeTruthy();
  const [reverse, positive] = cost.getAllByRole('listitem').slice(1);
  expect(reverse!.textContent).toBe('按反向：87.97% ≤ 100%，达到目标，得满分 20');
  expect(positive!.textContent).toMatch(/^按正向：.*17\.59/u);
  expect(cost.queryByText('一致')).toBeNull();
});

test('a finding about it shows both sums, and offers either value', async () => {
  const { services, user } = await open();
  const title = screen.getByRole('button', { name: /^I17/u });
  expect(title.textContent).toContain('有 2 种读法：按反向 20，按正向 17.59；请确认方向。');
  await user.click(title);
  const card = title.closest('li')!;
  const sums = within(card).getAllByRole('listitem');
  expect(sums.map(({ textContent }) => textContent)).toEqual([
    '按反向：87.97% ≤ 100%，达到目标，得满分 20',
    expect.stringMatching(/^按正向：.*17\.59$/u),
  ]);
  await user.click(within(card).getByRole('button', { name: '按正向：把 I17 改为 17.59' }));
  expect(services.applied[0]!.choice).toEqual({ editIds: ['score:I17:2'], marks: false });
});

test('nothing of a choice is ticked; choosing one reading leaves the other, and the total follows', async () => {
  const { services, user } = await open();
  await user.click(screen.getByRole('tab', { name: '写入' }));
  const choice = within(screen.getByRole('radiogroup', { name: /^I17 得分 · 成本控制率/u }));
  expect(choice.getByRole<HTMLInputElement>('radio', { name: '保持原值 10' }).checked).toBe(true);
  await user.click(choice.getByRole('radio', { name: /^按反向，写 20/u }));
  await user.click(choice.getByRole('radio', { name: /^按正向，写 17\.59/u }));
  await user.click(screen.getByRole('button', { name: '写入 3 处' }));
  const { choice: sent, plan } = services.applied[0]!;
  expect(sent.editIds).toEqual(['score:I17:2', 'note:J18', 'total:I20']);
  const written = chooseEdits(plan, new Set(sent.editIds)).map(({ after, kind }) => [kind, after]);
  expect(written).toContainEqual(['total', 94.89]);
});

test('ticking all does not decide a choice, and another review asks anew', async () => {
  const { services, user } = await open();
  await user.click(screen.getByRole('tab', { name: '写入' }));
  const all = screen.getByRole<HTMLInputElement>('checkbox', { name: '全部勾选' });
  expect(all.checked).toBe(true);
  const radio = (name: RegExp) => screen.getByRole<HTMLInputElement>('radio', { name });
  expect(radio(/^保持原值/u).checked).toBe(true);
  await user.click(radio(/^按反向/u));
  await user.click(screen.getByRole('button', { name: '重新复核' }));
  expect(radio(/^保持原值/u).checked).toBe(true);
  expect(services.reviewed).toHaveLength(2);
});

test('words of a rule that were not read are marked in it, for the eye and the ear', async () => {
  const text = '完成得满分，否则酌情扣分';
  const base = formReport();
  const [first, ...others] = base.scores.indicators;
  const own: GoverningRule = { ...first!.rule, source: 'form', text, document: null, notUnderstood: ['酌情扣分'] };
  const scores = { ...base.scores, indicators: [{ ...first!, rule: own }, ...others] };
  const { user } = await open({ ...base, scores });
  await user.click(screen.getByRole('tab', { name: '得分' }));
  const output = screen.getByRole('region', { name: '产出指标' });
  await user.click(within(output).getByRole('button'));
  const mark = output.querySelector<HTMLElement>('mark')!;
  expect(mark.textContent).toBe('没能识别：酌情扣分');
  expect(mark.parentElement!.textContent).toBe('完成得满分，否则没能识别：酌情扣分');
});

test('what writing would raise, and why no total is written, is said before anything is written', async () => {
  const base = formReport();
  const { user } = await open({ ...base, raises: [base.findings[2]!], totalWithheld: 'scores-missing' });
  await user.click(screen.getByRole('tab', { name: '写入' }));
  expect(screen.getByText('按默认的勾选写入之后，会新出现 1 个问题：')).toBeTruthy();
  expect(screen.getByText(/^P1 重要 J18：/u)).toBeTruthy();
  expect(screen.getByText('还有没填的得分，总分不写。')).toBeTruthy();
});
