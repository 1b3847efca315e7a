/** A session over the forms of a workbook: the table, one form after the other, where each stands, and the second round. */
import './support/jsdom';
import { screen, waitFor, within } from '@testing-library/react';
import { exact } from '../../src/core/exact';
import { stateDecision } from '../../src/core/report/rounds';
import { succeeded } from '../../src/port/outcome';
import type { ReviewedForm } from '../../src/review/memory/reviewed';
import type { WorkbookReport } from '../../src/review/reviewWorkbook';
import { formReport, sheetReport } from './support/fixtures';
import { bad, FakeServices, good, openPane } from './support/pane';

const button = (name: string) => screen.getByRole('button', { name });

const before = formReport();

function formNamed(projectName: string, score: string, changes: Partial<ReviewedForm> = {}): ReviewedForm {
  const { form, scores } = before;
  return {
    ...before,
    form: { ...form, projectName },
    scores: { ...scores, totals: { ...scores.totals, statedScore: exact(score) } },
    ...changes,
  };
}

const passed = stateDecision(before, 'passed', '2026-03-01T08:00:00.000Z');
const forms = [
  formNamed('甲项目', '87.3'),
  formNamed('乙项目', '9', { decisions: [{ decision: passed, fate: 'applied' }] }),
  formNamed('丙项目', '100'),
];
const sheets = forms.map((form, place) =>
  sheetReport({ sheetId: `sheet-${place + 1}`, sheetName: `表${place + 1}`, forms: [form] }),
);
const workbook: WorkbookReport = {
  isCancelled: false,
  sheets: sheets.map((report) => ({
    sheet: { id: report.sheetId, name: report.sheetName, visibility: 'visible', isActive: false },
    report: succeeded(report),
  })),
};

async function openSession(services = new FakeServices()) {
  services.answers = {
    reviewAll: () => Promise.resolve(good(workbook)),
    review: (sheetId) => Promise.resolve(good(sheets.find((sheet) => sheet.sheetId === sheetId) ?? sheets[0]!)),
    ...services.answers,
  };
  const { user } = await openPane(services);
  await user.click(button('整个工作簿'));
  await user.click(await screen.findByRole('button', { name: '复核整个工作簿' }));
  return { services, user, table: () => screen.getByRole('table', { name: '复核清单' }) };
}

const names = (table: HTMLElement) =>
  within(table)
    .getAllByRole('rowheader')
    .map(({ textContent }) => textContent.slice(0, 3));

test('the table is sorted by a click on a head, figures as figures, and back again', async () => {
  const { table, user } = await openSession();
  expect(names(table())).toEqual(['甲项目', '乙项目', '丙项目']);
  expect(within(table()).getByRole('row', { name: /乙项目.*已通过/u })).toBeTruthy();
  const head = () => within(table()).getByRole('columnheader', { name: '自评' });
  await user.click(within(head()).getByRole('button'));
  expect([names(table()), head().getAttribute('aria-sort')]).toEqual([['丙项目', '甲项目', '乙项目'], 'descending']);
  await user.click(within(head()).getByRole('button'));
  expect(names(table())).toEqual(['乙项目', '甲项目', '丙项目']);
  await user.click(within(head()).getByRole('button'));
  expect([names(table()), head().getAttribute('aria-sort')]).toEqual([['甲项目', '乙项目', '丙项目'], 'none']);
});

test('each form is told from another year of its project: unit, year and sheet stand below it', async () => {
  const { table } = await openSession();
  const { form } = before;
  const [first] = within(table()).getAllByRole('rowheader');
  expect(first?.textContent).toBe(`甲项目${[form.unit?.text ?? [], `${form.year}年度`, '表1'].flat().join(' · ')}`);
});

test('a form that is shown is reviewed anew, without a word, once the other files of its batch tell something else', async () => {
  const { services, table, user } = await openSession();
  await user.click(within(table()).getByRole('button', { name: /甲项目/u }));
  await screen.findByText('第 1 / 3 份');
  expect(services.reviewed).toHaveLength(1);
  services.tellElsewhere();
  await waitFor(() => expect(services.reviewed).toEqual([{ sheetId: 'sheet-1' }, { sheetId: 'sheet-1' }]));
  expect(await screen.findByText('第 1 / 3 份')).toBeTruthy();
});

test('from one form to the next in the order of the table, and back to the table', async () => {
  const { services, table, user } = await openSession();
  await user.click(within(table()).getByRole('button', { name: /甲项目/u }));
  expect(await screen.findByText('第 1 / 3 份')).toBeTruthy();
  expect(button('上一份').getAttribute('aria-disabled')).toBe('true');
  await user.click(button('下一份'));
  expect(await screen.findByText('第 2 / 3 份')).toBeTruthy();
  expect(services.reviewed.map(({ sheetId }) => sheetId)).toEqual(['sheet-1', 'sheet-2']);
  await user.click(button('清单'));
  expect(within(table()).getByRole('row', { current: true }).textContent).toContain('乙项目');
});

test('where a form stands is said beside the letter, with what the unit is told of', async () => {
  const { services, user } = await openSession();
  await user.click(within(screen.getByRole('table')).getByRole('button', { name: /甲项目/u }));
  await user.click(await screen.findByRole('tab', { name: '报告' }));
  await user.selectOptions(screen.getByRole('combobox', { name: '复核状态' }), '已退回');
  const told = before.findings.filter(({ severity }) => severity !== 'P2').length;
  expect(services.statesSaid).toEqual([{ form: 0, state: 'returned', told }]);
  await user.click(button(`标为已退回，记下这 ${told} 项`));
  expect(services.statesSaid[1]).toEqual({ form: 0, state: 'returned', told });
});

describe('the forms of one letter', () => {
  const returned = async (services: FakeServices) => {
    const pane = await openSession(services);
    const told = before.findings.filter(({ severity }) => severity !== 'P2').length;
    const group = screen.getByRole('group', { name: '写进函里的表' });
    // Without the second form, which was passed.
    await pane.user.click(within(group).getAllByRole('checkbox')[1]!);
    await pane.user.click(button('把这 2 份标为已退回'));
    return { ...pane, told };
  };
  const stated = (sheetId: string) => {
    const sheet = sheets.find((one) => one.sheetId === sheetId)!;
    const [form] = sheet.forms;
    const decision = stateDecision(form!, 'returned', '2026-03-06T08:00:00.000Z');
    return { ...sheet, forms: [{ ...form!, decisions: [{ decision, fate: 'applied' as const }] }] };
  };

  test('are marked as returned together, each with what its unit is told, and the table says so', async () => {
    const { services, table, told } = await returned(
      new FakeServices({ setState: ({ sheetId }) => Promise.resolve(good(stated(sheetId))) }),
    );
    expect(services.statesSaid).toEqual([
      { form: 0, state: 'returned', told },
      { form: 0, state: 'returned', told },
    ]);
    expect(await within(table()).findByRole('row', { name: /甲项目.*已退回/u })).toBeTruthy();
    expect(within(table()).getByRole('row', { name: /丙项目.*已退回/u })).toBeTruthy();
    expect(within(table()).getByRole('row', { name: /乙项目.*已通过/u })).toBeTruthy();
  });

  test('are marked up to the one that a fault met, and the fault is told', async () => {
    const { services, table } = await returned(
      new FakeServices({
        setState: ({ sheetId }) =>
          Promise.resolve(sheetId === 'sheet-1' ? good(stated(sheetId)) : bad({ kind: 'sheet-missing', sheet: '表3' })),
      }),
    );
    expect(services.statesSaid).toHaveLength(2);
    expect(await screen.findByText('找不到工作表“表3”，它可能已被删除。')).toBeTruthy();
    expect(within(table()).getByRole('row', { name: /甲项目.*已退回/u })).toBeTruthy();
    expect(within(table()).queryByRole('row', { name: /丙项目.*已退回/u })).toBeNull();
  });
});

test('the second round is a line that opens into its points', async () => {
  const [finding] = before.findings;
  const [point] = stateDecision(before, 'returned', '').returned!.points;
  const round = { since: '', points: [{ point: point!, fate: 'mended' as const, name: '就餐人数', finding: null }] };
  const report = sheetReport({ forms: [formReport({ round: { ...round, added: [finding!] } })] });
  const first = await openSession(new FakeServices({ review: () => Promise.resolve(good(report)) }));
  await first.user.click(within(first.table()).getByRole('button', { name: /甲项目/u }));
  await first.user.click(await screen.findByText(/^第二轮：退回 1 项，已改 1/u));
  expect(screen.getByText(/^已改：P\d 就餐人数，/u)).toBeTruthy();
  expect(screen.getByText(/^新出现：/u)).toBeTruthy();
});

test('a file about another project is said to be one', async () => {
  const { table, user } = await openSession();
  await user.click(within(table()).getByRole('button', { name: /甲项目/u }));
  await user.click(await screen.findByRole('tab', { name: '报告' }));
  await user.upload(screen.getByLabelText('选首次的文件…', { selector: 'input' }), new File(['x'], '首次.xlsx'));
  expect(await screen.findByText(/^那个文件里没有这个项目的自评表/u)).toBeTruthy();
});
