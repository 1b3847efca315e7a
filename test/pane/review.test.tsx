/** The main way through the pane: review, read, jump, come back. */
import './support/jsdom';
import { cleanup, screen, within } from '@testing-library/react';
import type { FormState } from '../../src/core/decisions/decision';
import { stateDecision } from '../../src/core/report/rounds';
import type { ReviewedForm } from '../../src/review/memory/reviewed';
import { cleanForm, formReport, otherForm, settledForm, sheetReport } from './support/fixtures';
import { bad, FakeServices, good, openLine, openPane, openReviewed, showDetails } from './support/pane';

const finding = (name: RegExp) => screen.getByRole('button', { name });

test('it opens with one button and says what it will do', async () => {
  await openPane();
  expect(screen.getByRole('heading', { level: 1, name: '自评复核' })).toBeTruthy();
  expect(screen.getByText(/复核只读不写/u)).toBeTruthy();
});

test('a form whose scores are all settled shows both totals and grades', async () => {
  const report = sheetReport({ forms: [settledForm()] });
  const { services, user } = await openReviewed(new FakeServices({ review: () => Promise.resolve(good(report)) }));
  expect(services.reviewed).toEqual([{}]);
  const banner = within(screen.getByRole('banner'));
  expect(banner.getByText('87.3→97.3')).toBeTruthy();
  expect(banner.getByText('表中总分 87.3，按规则总分 97.3。')).toBeTruthy();
  const region = await showDetails({ user });
  expect(within(region).getByText('87.3')).toBeTruthy();
  expect(within(region).getByText('97.3')).toBeTruthy();
  expect(within(region).getByText('两个总分相差 10 分')).toBeTruthy();
  expect(within(region).getByText('良 → 优')).toBeTruthy();
  expect(within(region).getByText(/^国家通用（财预〔2020〕10号），依据财预〔2020〕10号/u)).toBeTruthy();
  expect(screen.getByText('复核了 11 个指标，7 项检查。')).toBeTruthy();
  expect(region.textContent).not.toContain('待评定');
  expect(screen.getByRole('heading', { level: 1, name: '食堂经费' })).toBeTruthy();
});

test('while a score is open no total and no grade is verified: what is settled, open and allowed stands apart', async () => {
  const { user } = await openReviewed();
  const banner = screen.getByRole('banner');
  expect(within(banner).getByText('87.3→52.5–58.5')).toBeTruthy();
  expect(within(banner).getByText('待评定 1')).toBeTruthy();
  expect(banner.textContent).not.toContain('97.3');
  const region = await showDetails({ user });
  const figures = [...region.querySelectorAll('dl:first-of-type > div')].map(({ textContent }) => textContent);
  expect(figures.slice(0, 5)).toEqual([
    '表中总分87.3',
    '可核定28.5',
    '待评定30（1 项）',
    '允许52.5–58.5',
    '表中等级良',
  ]);
  expect(within(region).getByText(/^还有 1 项待评定，总分和等级还不能核定。允许范围内，等级都是“差”。$/u)).toBeTruthy();
  expect(region.textContent).not.toContain('97.3');
  expect(within(region).queryByText(/两个总分/u)).toBeNull();
  expect(screen.getByText('其中 1 项待评定，没有唯一的应得分。')).toBeTruthy();
});

describe('where the form stands is in the first line', () => {
  const standing = async (form: ReviewedForm) => {
    const report = sheetReport({ forms: [form] });
    await openReviewed(new FakeServices({ review: () => Promise.resolve(good(report)) }));
    return screen.getByRole('banner').textContent;
  };
  const said = (form: ReviewedForm, state: FormState): ReviewedForm => ({
    ...form,
    decisions: [{ decision: stateDecision(form, state, '2026-03-01T08:00:00.000Z'), fate: 'applied' }],
  });

  test.each([
    ['nothing left to a person', settledForm(), /已复核/u, /待评定|已看/u],
    ['looked at, one row left', said(formReport(), 'seen'), /待评定 1/u, /已看|已复核/u],
    ['looked at, nothing left', said(settledForm(), 'seen'), /已复核/u, /已看/u],
    ['returned', said(settledForm(), 'returned'), /已退回/u, /已复核/u],
    // The line has no room for both; what is left is told below it.
    ['passed with one row left', said(formReport(), 'passed'), /已通过/u, /已复核|待评定/u],
  ])('%s', async (_, form, says, saysNot) => {
    const text = await standing(form);
    expect(text).toMatch(says);
    expect(text).not.toMatch(saysNot);
  });

  test('displaced rows are never called reviewed, unless the reviewer says where the form stands', async () => {
    const displaced = { shift: 1, lines: [3], evidence: [] };
    const form = settledForm();
    const report: ReviewedForm = { ...form, form: { ...form.form, misalignment: displaced } };
    expect(await standing(report)).not.toMatch(/已复核|待评定/u);
    cleanup();
    expect(await standing(said(report, 'returned'))).toMatch(/已退回/u);
  });
});

test('progress has words and the button hears only one press', async () => {
  const services = new FakeServices({ review: () => new Promise(() => undefined) });
  const { user } = await openPane(services);
  const button = screen.getByRole('button', { name: '复核' });
  await user.click(button);
  expect(screen.getByText('正在读取并复核这张工作表…')).toBeTruthy();
  await user.click(button);
  expect(services.reviewed).toHaveLength(1);
});

test('findings stand by severity with figures, rule, source and remedy', async () => {
  const { user } = await openReviewed();
  const fatal = screen.getByRole('region', { name: 'P0 致命 2' });
  expect(within(fatal).getAllByRole('listitem')).toHaveLength(2);
  expect(within(fatal).queryByText(/核对各项得分/u)).toBeNull();
  for (const name of [/^I20/u, /^I14/u, /^J18/u]) await openLine({ user }, name);
  expect(within(fatal).getByText(/总分写为 87.3，3 项得分之和是 77.3，多 10。/u)).toBeTruthy();
  expect(within(fatal).getByText('先核对各项得分有没有漏填、填低；各项无误的，把总分改为 77.3。')).toBeTruthy();
  expect(within(fatal).getByText(/第十四条）/u)).toBeTruthy();
  const important = screen.getByRole('region', { name: 'P1 重要 1' });
  expect(within(important).getByText('未得满分的须说明原因（表中 K18）')).toBeTruthy();
});

test('the result is announced', async () => {
  await openReviewed();
  expect(screen.getAllByRole('status')[0]!.textContent).toBe(
    '复核完成：致命 2 项，重要 1 项，优化 0 项。还有 1 项待评定。',
  );
});

test('a click selects the cell and the list keeps the keyboard', async () => {
  const { services, user } = await openReviewed();
  await user.click(finding(/^J18/u));
  expect(services.revealed).toEqual([{ sheetId: 'sheet-1', cell: { row: 17, column: 9 } }]);
  expect(document.activeElement).toBe(finding(/^J18/u));
  expect(finding(/^J18/u).getAttribute('aria-current')).toBe('true');
});

test('arrow keys walk the findings across severities and Enter selects the cell', async () => {
  const { services, user } = await openReviewed();
  finding(/^I20/u).focus();
  await user.keyboard('{ArrowDown}');
  expect(document.activeElement).toBe(finding(/^I14/u));
  await user.keyboard('{ArrowDown}');
  expect(document.activeElement).toBe(finding(/^J18/u));
  await user.keyboard('{ArrowDown}');
  expect(document.activeElement).toBe(finding(/^J18/u));
  expect(services.revealed).toEqual([]);
  await user.keyboard('{Enter}');
  expect(services.revealed).toHaveLength(1);
  await user.keyboard('{Home}');
  expect(document.activeElement).toBe(finding(/^I20/u));
  await user.keyboard('{End}{ArrowUp}');
  expect(document.activeElement).toBe(finding(/^I14/u));
});

test('the list is one stop of the Tab key', async () => {
  await openReviewed();
  const stops = [/^I20/u, /^I14/u, /^J18/u].map((name) => finding(name).tabIndex);
  expect(stops).toEqual([0, -1, -1]);
});

test('a severity shows alone when its count is pressed, and all again when pressed twice', async () => {
  const { user } = await openReviewed();
  const filter = screen.getByRole('group', { name: '按严重程度筛选' });
  const important = within(filter).getByRole('button', { name: 'P1 重要 1' });
  await user.click(important);
  expect(important.getAttribute('aria-pressed')).toBe('true');
  expect(screen.queryByRole('region', { name: 'P0 致命 2' })).toBeNull();
  expect(screen.getByRole('region', { name: 'P1 重要 1' })).toBeTruthy();
  await user.click(important);
  expect(screen.getByRole('region', { name: 'P0 致命 2' })).toBeTruthy();
  await user.click(within(filter).getByRole('button', { name: 'P2 优化 0' }));
  expect(screen.getByText('P2 优化 里没有问题；其他级别有 3 项。')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: '全部显示' }));
  expect(screen.getByRole('region', { name: 'P0 致命 2' })).toBeTruthy();
});

test('many findings can be searched', async () => {
  const { findings } = formReport();
  const many = Array.from({ length: 4 }, () => findings).flat();
  const { user } = await openReviewed(
    new FakeServices({ review: () => Promise.resolve(good(sheetReport({ forms: [formReport({ findings: many })] }))) }),
  );
  const box = screen.getByRole('searchbox', { name: '在问题中查找' });
  await user.type(box, '就餐环境');
  expect(screen.getByRole('region', { name: 'P1 重要 4' })).toBeTruthy();
  expect(screen.queryByRole('region', { name: /P0/u })).toBeNull();
  await user.type(box, '没有这句话');
  expect(screen.getByText('没有含“就餐环境没有这句话”的问题。')).toBeTruthy();
});

test('a clean form says so, says what was examined and leads on', async () => {
  const { user } = await openReviewed(
    new FakeServices({ review: () => Promise.resolve(good(sheetReport({ forms: [cleanForm()] }))) }),
  );
  expect(screen.getByText('没有发现问题')).toBeTruthy();
  expect(screen.getByRole('button', { name: '去做报告' })).toBeTruthy();
  await showDetails({ user });
  expect(screen.getByText('复核了 11 个指标，7 项检查。')).toBeTruthy();
  expect(screen.getAllByRole('status')[0]!.textContent).toBe('复核完成，没有发现问题。');
});

test('a form without findings whose scores are open is not called clean', async () => {
  const open = formReport({ findings: [], plan: cleanForm().plan });
  await openReviewed(new FakeServices({ review: () => Promise.resolve(good(sheetReport({ forms: [open] }))) }));
  expect(screen.getByText('没有发现问题，还有 1 项待评定')).toBeTruthy();
  expect(screen.queryByText('没有发现问题')).toBeNull();
  expect(screen.getAllByRole('status')[0]!.textContent).toBe('复核完成，没有发现问题。还有 1 项待评定。');
});

test('hidden rows, displaced rows and clipping are said', async () => {
  const report = formReport();
  const odd = formReport({
    examined: { indicators: 11, checks: 7, hiddenRows: 2 },
    form: { ...report.form, misalignment: { shift: 1, lines: [13, 14, 15], evidence: [] } },
  });
  const { user } = await openReviewed(
    new FakeServices({
      review: () => Promise.resolve(good(sheetReport({ forms: [odd], clippedFrom: { rows: 9000, columns: 120 } }))),
    }),
  );
  await showDetails({ user });
  expect(screen.getByText('包括 2 个隐藏行。')).toBeTruthy();
  expect(screen.getByText('有 3 行与表头错位，这些行没有计分。')).toBeTruthy();
  expect(screen.getByText('工作表有 9000 行 120 列，超出的部分没有读取。')).toBeTruthy();
});

test.each([
  [{ kind: 'empty' as const }, '这张工作表是空的。'],
  [{ kind: 'other-document' as const, what: '绩效目标申报表', cell: { row: 0, column: 0 } }, /“绩效目标申报表”/u],
  [{ kind: 'no-indicator-table' as const }, '没有在这张工作表上找到自评表的指标表。'],
])('a sheet without a form gets one sentence and a next step: %j', async (skipped, sentence) => {
  const services = new FakeServices({ review: () => Promise.resolve(good(sheetReport({ skipped, forms: [] }))) });
  const { user, words } = await openPane(services);
  await user.click(screen.getByRole('button', { name: '复核' }));
  const { nextStep } = words.noFormText(skipped);
  expect(await screen.findByText(nextStep)).toBeTruthy();
  expect(screen.getAllByText(sentence).length).toBeGreaterThan(0);
  expect(screen.queryByRole('tablist')).toBeNull();
});

test('several forms on one sheet can be chosen', async () => {
  const { user } = await openReviewed(
    new FakeServices({ review: () => Promise.resolve(good(sheetReport({ forms: [formReport(), otherForm()] }))) }),
  );
  const picker = screen.getByRole('combobox', { name: '这张工作表上有 2 份自评表，正在看：' });
  await showDetails({ user });
  expect(screen.getByText('机关食堂经费')).toBeTruthy();
  await user.selectOptions(picker, '第 2 份 · 乡村道路养护');
  expect(screen.getByText('没有发现问题')).toBeTruthy();
});

test('a change of the reviewed sheet marks the result as stale, and a new review clears it', async () => {
  const { services, user } = await openReviewed();
  services.change('another-sheet');
  expect(screen.queryByText(/可能已经过时/u)).toBeNull();
  services.change('sheet-1');
  expect(screen.getByText(/可能已经过时/u)).toBeTruthy();
  await user.click(screen.getByRole('button', { name: '重新复核' }));
  expect(services.reviewed).toEqual([{}, { sheetId: 'sheet-1' }]);
  expect(screen.queryByText(/可能已经过时/u)).toBeNull();
});

test('an Excel that tells of no changes is said to be one', async () => {
  const { user } = await openReviewed(
    new FakeServices({ watch: () => Promise.resolve(bad({ kind: 'too-old', needs: 'ExcelApi 1.7' })) }),
  );
  await showDetails({ user });
  expect(screen.getByText(/不会告知表格的改动/u)).toBeTruthy();
});

test('closing the pane ends the watch', async () => {
  const { close, services } = await openReviewed();
  close();
  expect(services.stopped).toBe(1);
});

test('scores show both figures and what differs in a line, and open to values and sum', async () => {
  const { services, user } = await openReviewed();
  await user.click(screen.getByRole('tab', { name: '得分' }));
  const cost = screen.getByRole('region', { name: '成本指标' });
  const line = within(cost).getByRole('button', { name: /^D17.*成本控制率/u });
  expect(line.textContent).toBe('D17：成本控制率分值20自评10按规则20不一致');
  await user.click(line);
  expect(within(cost).getByText('≤100%')).toBeTruthy();
  expect(within(cost).getByText('87.97%')).toBeTruthy();
  expect(within(cost).getByText('87.97% ≤ 100%，达到目标，得满分 20')).toBeTruthy();
  expect(services.revealed).toEqual([{ sheetId: 'sheet-1', cell: { row: 16, column: 3 } }]);
  const output = within(screen.getByRole('region', { name: '产出指标' }));
  expect(output.getByText('一致')).toBeTruthy();
  await user.click(output.getByRole('button'));
  expect(output.getByText('17 ÷ 20 × 10 = 8.5')).toBeTruthy();
  const benefit = within(screen.getByRole('region', { name: '效益指标' }));
  expect(benefit.getAllByText('待评定')).toHaveLength(2);
  await user.click(benefit.getByRole('button'));
  expect(benefit.getByText('待评定，24 到 30')).toBeTruthy();
  expect(benefit.queryByText('一致')).toBeNull();
});

test('of the scores only those that differ, or only those that are open, are listed', async () => {
  const { user } = await openReviewed();
  await user.click(screen.getByRole('tab', { name: '得分' }));
  const names = () =>
    screen.getAllByRole('button', { name: /^D\d+/u }).map(({ textContent }) => textContent.slice(0, 8));
  expect(names()).toHaveLength(3);
  await user.click(screen.getByRole('button', { name: '只看不一致 1' }));
  expect(names()).toEqual(['D17：成本控制']);
  await user.click(screen.getByRole('button', { name: '只看待评定 1' }));
  expect(names()).toEqual(['D18：就餐环境']);
});

test('the views are tabs that the arrow keys choose', async () => {
  const { user } = await openReviewed();
  screen.getByRole('tab', { name: '问题' }).focus();
  await user.keyboard('{ArrowRight}');
  expect(screen.getByRole('tab', { name: '得分', selected: true })).toBe(document.activeElement);
  await user.keyboard('{ArrowLeft}{ArrowLeft}');
  expect(screen.getByRole('tab', { name: '报告', selected: true })).toBe(document.activeElement);
  expect(screen.getByRole('tabpanel', { name: '报告' })).toBeTruthy();
});

test('text from cells stays text', async () => {
  const hostile = '<img src=x onerror="document.title=1">';
  const report = formReport();
  const [first] = report.findings;
  const bold = { ...first!, check: 'score-within-weight', facts: { name: hostile, score: 1, weight: 1 } };
  await openReviewed(
    new FakeServices({
      review: () =>
        Promise.resolve(good(sheetReport({ sheetName: hostile, forms: [formReport({ findings: [bold] })] }))),
    }),
  );
  expect(screen.getAllByText((text) => text.includes(hostile)).length).toBeGreaterThan(1);
  expect(document.querySelector('img')).toBeNull();
});

const rowsWithoutReason = (count: number) => {
  const { findings } = formReport();
  return Array.from({ length: count }, (_, index) => ({ ...findings[2]!, cells: [{ row: index, column: 0 }] }));
};
const openMany = (count: number) =>
  openReviewed(
    new FakeServices({
      review: () => Promise.resolve(good(sheetReport({ forms: [formReport({ findings: rowsWithoutReason(count) })] }))),
    }),
  );

test('findings of one check over many rows are one line that opens to theirs, and their rule stands once', async () => {
  const { user } = await openMany(6);
  const region = screen.getByRole('region', { name: 'P1 重要 6' });
  expect(within(region).getAllByRole('listitem')).toHaveLength(1);
  const bundle = within(region).getByRole('button', { expanded: false });
  expect(bundle.textContent).toBe('A1:A6：6 处不符合“扣分须说明原因”');
  await user.click(bundle);
  expect(within(region).getAllByRole('listitem')).toHaveLength(7);
  await user.click(within(region).getByRole('button', { name: /^A3/u }));
  await user.click(within(region).getByRole('button', { name: /^A4/u }));
  expect(within(region).getAllByText(/未得满分的须说明原因/u)).toHaveLength(1);
});

test('two thousand findings are listed and walked', async () => {
  const { user } = await openMany(2000);
  await user.click(screen.getByRole('button', { name: /2000 处不符合/u }));
  const cards = document.querySelectorAll<HTMLElement>('li > button');
  // Only those near the screen are drawn, and each says which of how many it is.
  expect(cards.length).toBeLessThan(200);
  cards[0]!.focus();
  await user.keyboard('{ArrowDown}{End}');
  const item = document.activeElement?.closest('li');
  expect([item?.getAttribute('aria-posinset'), item?.getAttribute('aria-setsize')]).toEqual(['2001', '2001']);
});
