/** Pictures: whole steps on the scale, and every figure of a picture in the table that is heard. */
import './support/jsdom';
import { screen, within } from '@testing-library/react';
import { succeeded } from '../../src/port/outcome';
import { exact } from '../../src/core/exact';
import { scaleOf } from '../../src/pane/charts/scale';
import type { ReviewedForm } from '../../src/review/memory/reviewed';
import { formReport, settledForm, sheetReport } from './support/fixtures';
import { FakeServices, openPane, openReviewed } from './support/pane';

test.each([
  [0, 1, [1]],
  [3, 3, [1, 2, 3]],
  [20, 20, [5, 10, 15, 20]],
  [37.5, 40, [10, 20, 30, 40]],
  [50, 50, [10, 20, 30, 40, 50]],
  [1234, 1500, [500, 1000, 1500]],
])('a scale for %d ends at %d', (longest, end, ticks) => {
  expect(scaleOf(longest)).toEqual({ end, ticks });
});

/** The rows of the only table in a part of the screen, cells joined. */
const rowsIn = (region: HTMLElement): readonly string[] =>
  within(region)
    .getAllByRole('row')
    .map((row) => [...row.children].map(({ textContent }) => textContent).join(' '));

test('the levels of a form are heard as a table with the figures of the bars', async () => {
  const { user } = await openReviewed(new FakeServices());
  await user.click(screen.getByRole('tab', { name: '得分' }));
  await user.click(screen.getByRole('button', { name: '得分与分值' }));
  const picture = await screen.findByRole('region', { name: '得分与分值' });
  expect(rowsIn(picture)).toEqual([
    '名称 分值 自评 按规则',
    '产出指标 10 8.5 8.5',
    '成本指标 20 10 20',
    '效益指标 30 28 24–30，待评定 1 项',
  ]);
  const drawn = picture.querySelector('[aria-hidden]')?.textContent ?? '';
  for (const figure of ['产出指标', '8.5', '24–30（1 项）']) expect(drawn).toContain(figure);
  await user.click(within(picture).getByRole('button', { name: '按指标' }));
  expect(rowsIn(picture)).toContain('成本控制率 20 10 20');
});

/** The form as that of a project, with a stated total. */
function ofProject(projectName: string, form: ReviewedForm, stated: string): ReviewedForm {
  const totals = { ...form.scores.totals, statedScore: exact(stated) };
  return { ...form, form: { ...form.form, projectName }, scores: { ...form.scores, totals } };
}

test('a workbook shows where its totals lie, what is fatal and where most is still to be judged', async () => {
  const forms = [
    ofProject('食堂经费', formReport(), '87.3'),
    ofProject('道路养护', settledForm({ findings: [] }), '100'),
    ofProject('助学补助', settledForm({ findings: [] }), '59.5'),
  ];
  const sheets = forms.map((form, index) => ({
    sheet: { id: `sheet-${index}`, name: `表${index}`, visibility: 'visible', isActive: index === 0 } as const,
    report: succeeded(sheetReport({ forms: [form] })),
  }));
  const reviewAll = () => Promise.resolve(succeeded({ sheets, isCancelled: false }));
  const { user } = await openPane(new FakeServices({ reviewAll }));
  await user.click(screen.getByRole('button', { name: '整个工作簿' }));
  await user.click(await screen.findByRole('button', { name: '复核整个工作簿' }));
  await user.click(await screen.findByRole('button', { name: '一览图' }));
  const totals = await screen.findByRole('region', { name: '总分分布（份）' });
  expect(rowsIn(totals)).toEqual([
    '名称 自评 复核',
    '95 分以上 1 2',
    '80–90 分 1 0',
    '60 分以下 1 0',
    '没有总分或待评定 0 1',
  ]);
  expect(rowsIn(screen.getByRole('region', { name: '致命问题的种类（处）' }))).toEqual([
    '名称 数量',
    '总分等于各项得分之和 1',
    '得分不超过分值 1',
  ]);
  expect(rowsIn(screen.getByRole('region', { name: '待评定最多的（项）' }))).toEqual(['名称 数量', '食堂经费 1']);
});
