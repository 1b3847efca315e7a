/** What can be done with findings: accept, mend, group, copy, compare, and read about their checks. */
import './support/jsdom';
import { screen, within } from '@testing-library/react';
import { explain } from '../../src/core/report/explained';
import { findings, formReport, sheetReport } from './support/fixtures';
import { bad, FakeServices, good, openReviewed, showDetails } from './support/pane';

const finding = (name: RegExp) => screen.getByRole('button', { name });

describe('accepting', () => {
  test('asks for a reason, takes the finding out of the list, counts it, and gives it back', async () => {
    const { services, user } = await openReviewed();
    await user.click(finding(/^I14/u));
    await user.click(screen.getByRole('button', { name: '说明后通过…' }));
    await user.type(screen.getByRole('textbox', { name: /通过的理由/u }), '含附加分{Enter}');
    expect(services.accepted).toEqual([{ form: 0, finding: findings[1], reason: '含附加分' }]);
    expect(screen.queryByRole('button', { name: /^I14/u })).toBeNull();
    expect(screen.getByRole('button', { name: 'P0 致命 1' })).toBeTruthy();
    await showDetails({ user });
    expect(screen.getByText('另有 1 项说明后通过，不再列出，也不标记。')).toBeTruthy();

    await user.click(screen.getByRole('button', { name: '查看说明后通过的 1 项' }));
    const accepted = within(screen.getByRole('region', { name: '说明后通过的问题' }));
    expect(accepted.getByText('理由：含附加分')).toBeTruthy();
    await user.click(accepted.getByRole('button', { name: '撤销通过' }));
    expect(finding(/^I14/u)).toBeTruthy();
    expect(screen.queryByText(/项说明后通过/u)).toBeNull();
  });

  test('without a reason is not possible', async () => {
    const { services, user } = await openReviewed();
    await user.click(finding(/^I20/u));
    await user.click(screen.getByRole('button', { name: '说明后通过…' }));
    await user.type(screen.getByRole('textbox', { name: /通过的理由/u }), '  {Enter}');
    await user.click(screen.getByRole('button', { name: '通过' }));
    expect(services.accepted).toEqual([]);
  });

  test('that Excel refuses leaves the finding and says why', async () => {
    const services = new FakeServices({ accept: () => Promise.resolve(bad({ kind: 'read-only' })) });
    const { user } = await openReviewed(services);
    await user.click(finding(/^I20/u));
    await user.click(screen.getByRole('button', { name: '说明后通过…' }));
    await user.type(screen.getByRole('textbox', { name: /通过的理由/u }), '已核实{Enter}');
    expect(screen.getByText('工作簿是只读的、在受保护的视图里，或保护了结构，不能写入。')).toBeTruthy();
    expect(finding(/^I20/u)).toBeTruthy();
  });

  test('that contradicts a score which a person gave is refused with both, and the reason stays typed', async () => {
    const [report] = sheetReport().forms;
    const at = '2026-03-01T08:00:00.000Z';
    const wanted = explain(report!.key, report!.findings[0]!, '已核实', at);
    const score = {
      ...wanted,
      kind: 'score',
      indicator: '产出/数量/就餐人数',
      score: '15',
      reason: '材料不全',
    } as const;
    const existing = [{ ...score, basis: '' }];
    const services = new FakeServices({
      accept: () => Promise.resolve(good({ kind: 'contradicts', wanted, existing })),
    });
    const { user } = await openReviewed(services);
    await user.click(finding(/^I20/u));
    await user.click(screen.getByRole('button', { name: '说明后通过…' }));
    await user.type(screen.getByRole('textbox', { name: /通过的理由/u }), '已核实{Enter}');
    expect(
      screen.getByText(
        /^没有记下，与已有的决定矛盾。想记的：.*说明后通过，理由：已核实；已有的：就餐人数：复核得分 15，理由：材料不全。$/u,
      ),
    ).toBeTruthy();
    expect(screen.getByText(/请先在“复核记录”里撤销/u)).toBeTruthy();
    expect(screen.queryByRole('button', { name: '改用新的' })).toBeNull();
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: /通过的理由/u }).value).toBe('已核实');
  });

  test('the field keeps its arrow keys', async () => {
    const { user } = await openReviewed();
    await user.click(finding(/^I20/u));
    await user.click(screen.getByRole('button', { name: '说明后通过…' }));
    const field = screen.getByRole('textbox', { name: /通过的理由/u });
    await user.type(field, '已核实{ArrowDown}{Home}');
    expect(document.activeElement).toBe(field);
    expect(finding(/^I20/u).getAttribute('aria-current')).toBe('true');
  });

  test('an unreadable record is named and can be thrown away', async () => {
    const forgotten: string[] = [];
    const services = new FakeServices({
      review: () => Promise.resolve(good(sheetReport({ unreadable: forgotten.length > 0 ? [] : ['accepted'] }))),
      forget: (sheetId, part) => {
        forgotten.push(`${sheetId} ${part}`);
        return Promise.resolve(good(null));
      },
    });
    const { user } = await openReviewed(services);
    expect(screen.getByText(/说明后通过的记录读不出来/u)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: '丢弃' }));
    expect(forgotten).toEqual(['sheet-1 accepted']);
    expect(screen.queryByText(/说明后通过的记录读不出来/u)).toBeNull();
  });
});

test('a value that mends the cell is one click away', async () => {
  const mendable = { ...findings[1]!, cells: [{ row: 16, column: 8 }] };
  const services = new FakeServices({
    review: () => Promise.resolve(good(sheetReport({ forms: [formReport({ findings: [mendable] })] }))),
  });
  const { user } = await openReviewed(services);
  await user.click(finding(/^I17/u));
  await user.click(screen.getByRole('button', { name: '把 I17 改为 20' }));
  expect(services.applied.map(({ choice }) => choice)).toEqual([{ editIds: ['score:I17'], marks: false }]);
});

test('findings are grouped by indicator or by check, and the arrows follow the screen', async () => {
  const { user } = await openReviewed();
  await user.selectOptions(screen.getByRole('combobox', { name: '分组' }), '按指标');
  const headings = () => screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent);
  expect(headings()).toEqual(['整张表 1', '就餐人数 1', '就餐环境 1']);
  finding(/^I20/u).focus();
  await user.keyboard('{ArrowDown}{ArrowDown}');
  expect(document.activeElement).toBe(finding(/^J18/u));
  await user.selectOptions(screen.getByRole('combobox', { name: '分组' }), '按检查项');
  expect(headings()).toContain('总分等于各项得分之和 1');
});

test('findings are copied as text', async () => {
  const { user } = await openReviewed();
  await user.click(screen.getByRole('button', { name: '复制问题' }));
  const text = await navigator.clipboard.readText();
  expect(text.split('\n')).toHaveLength(3);
  expect(text).toMatch(/^1\. 【P0 致命】I20：总分写为 87\.3/u);
});

test('a second review says what is new and what is solved', async () => {
  const services = new FakeServices();
  const { user } = await openReviewed(services);
  expect(screen.queryByText(/与上次复核相比/u)).toBeNull();
  const another = {
    ...findings[2]!,
    check: 'reason-has-remedy',
    message: 'missing',
    facts: { name: '就餐环境', text: 'x' },
  };
  services.answers = {
    review: () =>
      Promise.resolve(
        good(sheetReport({ forms: [formReport({ findings: [findings[0]!, { ...findings[1]!, indicator: 'x' }] })] })),
      ),
  };
  expect(another.check).toBe('reason-has-remedy');
  await user.click(screen.getByRole('button', { name: '重新复核' }));
  await user.click(screen.getByText('与上次复核相比：新增 1 项，已解决 2 项。'));
  expect(within(screen.getByRole('list', { name: '已解决的问题' })).getAllByRole('listitem')).toHaveLength(2);
  expect(screen.getByRole('button', { name: /^I14\s*：\s*新增/u })).toBeTruthy();
});

test('the page of a check is shown, and going back returns to the finding', async () => {
  const { user } = await openReviewed();
  await user.click(finding(/^I20/u));
  await user.click(screen.getByRole('button', { name: '这项检查的说明' }));
  const title = await screen.findByRole('heading', { name: '总分等于各项得分之和' });
  expect(document.activeElement).toBe(title);
  expect(await screen.findByRole('heading', { name: '不通过的表' })).toBeTruthy();
  expect(screen.getAllByRole('group', { name: '示例表' }).length).toBeGreaterThan(1);
  await user.click(screen.getByRole('button', { name: '返回结果' }));
  expect(finding(/^I20/u)).toBeTruthy();
});
