/** The pages beside the result: columns, rubric, workbook, settings, and the history of writes. */
import './support/jsdom';
import { act, screen, waitFor, within } from '@testing-library/react';
import { succeeded } from '../../src/port/outcome';
import type { WorkbookReport } from '../../src/review/reviewWorkbook';
import { explain } from '../../src/core/report/explained';
import { nothingBrought } from '../../src/review/memory/brought';
import { readSettings } from '../../src/pane/settings';
import { findings, formReport, sheetReport } from './support/fixtures';
import { bad, FakeServices, good, openPane, openReviewed, showDetails } from './support/pane';

const button = (name: string | RegExp) => screen.getByRole('button', { name });

describe('columns', () => {
  const open = async (services = new FakeServices()) => {
    const pane = await openReviewed(services);
    await showDetails(pane);
    await pane.user.click(button('列认错了？'));
    await screen.findByRole('heading', { name: '列的对应' });
    return pane;
  };

  const choice = (role: string) => screen.getByRole<HTMLSelectElement>('combobox', { name: role });
  const chosen = (role: string) => choice(role).selectedOptions[0]?.textContent;

  test('a heading, the selected cell or a typed address is chosen for a role, and the review follows it', async () => {
    const { services, user } = await open();
    expect(chosen('分值')).toBe('自动：没有找到');
    await user.selectOptions(choice('分值'), '别的单元格…');
    await user.click(button('分值：用选中的单元格'));
    expect(chosen('分值')).toBe('H12 分值');
    await user.selectOptions(choice('得分'), '别的单元格…');
    await user.type(screen.getByRole('textbox', { name: '得分的表头单元格' }), 'k12{Enter}');
    expect(chosen('得分')).toBe('由您指定：K12');
    await user.selectOptions(choice('得分'), 'I12 得分');
    await user.click(button('按这样复核'));
    expect(services.mapped).toEqual([
      [
        { role: 'weight', header: { row: 11, column: 7 } },
        { role: 'score', header: { row: 11, column: 8 } },
      ],
    ]);
    // Back to the result by itself.
    await screen.findByRole('tab', { name: '问题' });
  });

  test('a heading that is chosen twice is said at once in both places, and holds the review up', async () => {
    const { services, user } = await open();
    await user.selectOptions(choice('分值'), 'H12 分值');
    await user.selectOptions(choice('得分'), 'H12 分值');
    expect(screen.getByText('H12 也指定给了“得分”，请改掉一个。')).toBeTruthy();
    expect(screen.getByText('H12 也指定给了“分值”，请改掉一个。')).toBeTruthy();
    await user.click(button('按这样复核'));
    expect(services.mapped).toEqual([]);
    await user.selectOptions(choice('得分'), '自动：没有找到');
    expect(screen.queryByText(/请改掉一个/u)).toBeNull();
  });

  test('a heading that was recognised as another role is said to change hands', async () => {
    const report = formReport();
    const at = (role: 'weight' | 'score', column: number) => {
      const header = report.form.headings.find(({ ref }) => ref.column === column)!;
      return { role, index: column, header, because: 'header', certainty: 'certain' } as const;
    };
    const form = { ...report.form, columns: [at('weight', 7), at('score', 8)] };
    const services = new FakeServices({
      review: () => Promise.resolve(good(sheetReport({ forms: [{ ...report, form }] }))),
    });
    const { user } = await open(services);
    expect([chosen('分值'), chosen('得分')]).toEqual(['自动：H12 分值', '自动：I12 得分']);
    await user.selectOptions(choice('得分'), 'H12 分值');
    expect(screen.getByText('H12 原来认作“分值”，按您指定的为准。')).toBeTruthy();
    expect(screen.getByText('H12 已指定为“得分”，这一列另行识别。')).toBeTruthy();
  });

  test('a cell of another sheet and a text that is no address are said', async () => {
    const services = new FakeServices();
    const { user } = await open(services);
    services.answers = { selection: () => Promise.resolve(good({ sheetId: 'other', cell: { row: 0, column: 0 } })) };
    await user.selectOptions(choice('分值'), '别的单元格…');
    await user.click(button('分值：用选中的单元格'));
    expect(screen.getByText('请选中“食堂经费”上的单元格。')).toBeTruthy();
    services.answers = { selection: () => Promise.resolve(bad({ kind: 'cell-being-edited' })) };
    await user.click(button('分值：用选中的单元格'));
    expect(screen.getByText('请按 Enter 结束编辑，再重试。')).toBeTruthy();
    await user.type(screen.getByRole('textbox', { name: '分值的表头单元格' }), '12{Enter}');
    expect(screen.getByText('请填一个单元格的地址，如 F12。')).toBeTruthy();
  });

  test('a row without words is said to be one', async () => {
    const { user } = await open(new FakeServices({ mapColumns: () => Promise.resolve(good(null)) }));
    await user.selectOptions(choice('分值'), 'H12 分值');
    await user.click(button('按这样复核'));
    expect(screen.getByText(/这一行没有文字/u)).toBeTruthy();
  });

  test('what came with the file is an offer that can be looked at, taken over or turned down', async () => {
    const passed = (reason: string) => [explain(formReport().key, findings[0]!, reason, '')];
    const brought = { ...nothingBrought, decisions: passed('经同意'), strays: passed('别的表') };
    const services = new FakeServices({ review: () => Promise.resolve(good(sheetReport({ brought }))) });
    const { user } = await openReviewed(services);
    expect(screen.getByText(/^随文件带来的 2 项，不是在这台机器上做的/u)).toBeTruthy();
    expect(screen.queryByRole('list', { name: '随文件带来的记录' })).toBeNull();
    await user.click(button('查看'));
    const list = screen.getByRole('list', { name: '随文件带来的记录' });
    expect(within(list).getByText(/说明后通过，理由：经同意$/u)).toBeTruthy();
    expect(
      within(list).getByText(/理由：别的表（记的是另一张工作表，不在这个工作簿里；采用也不影响复核）$/u),
    ).toBeTruthy();
    await user.click(button('收起'));
    await user.click(button('采用'));
    expect(services.adopted).toHaveLength(1);
    expect(screen.queryByText(/^随文件带来的/u)).toBeNull();
  });

  test('what was turned down is offered no more', async () => {
    const brought = { ...nothingBrought, decisions: [explain(formReport().key, findings[0]!, '经同意', '')] };
    const services = new FakeServices({ review: () => Promise.resolve(good(sheetReport({ brought }))) });
    const { user } = await openReviewed(services);
    await user.click(button('不用'));
    expect([services.adopted.length, services.refused.length]).toEqual([0, 1]);
    expect(screen.queryByText(/^随文件带来的/u)).toBeNull();
  });

  test('a mapping of another workbook is offered, taken, and forgotten again', async () => {
    const mapping = { signature: '0:甲', roles: [{ role: 'score', offset: 1 }] } as const;
    const services = new FakeServices({
      review: () => Promise.resolve(good(sheetReport({ offeredMapping: mapping }))),
    });
    const { user } = await openReviewed(services);
    await user.click(button('照用'));
    expect(screen.queryByRole('button', { name: '照用' })).toBeNull();
    await showDetails({ user });
    await user.click(button('列认错了？'));
    await user.click(await screen.findByRole('button', { name: '改回自动识别' }));
    expect(screen.queryByText(/正按您指定的列复核/u)).toBeNull();
  });

  test('a sheet without a table leads there', async () => {
    const skipped = { kind: 'no-indicator-table' } as const;
    const services = new FakeServices({ review: () => Promise.resolve(good(sheetReport({ skipped, forms: [] }))) });
    const { user } = await openPane(services);
    await user.click(button('复核'));
    await user.click(await screen.findByRole('button', { name: '指定各列' }));
    expect(await screen.findByText(/没有找到指标表。指定各列的表头/u)).toBeTruthy();
  });
});

describe('rubric', () => {
  const open = async () => {
    const pane = await openReviewed();
    await pane.user.click(button('评分规则'));
    await screen.findByRole('combobox', { name: '这个工作簿按哪套规则评分' });
    return pane;
  };

  test('shows the one in force with its source, and another one is chosen', async () => {
    const { services, user } = await open();
    expect(screen.getByText(/财预〔2020〕10号.*（2020 年）$/u)).toBeTruthy();
    const choice = screen.getByRole('combobox', { name: '这个工作簿按哪套规则评分' });
    const options = within(choice).getAllByRole('option');
    expect(options.length).toBeGreaterThan(5);
    await user.selectOptions(choice, 'xixia-2019');
    expect(services.chosenRubrics.map((rubric) => rubric?.id)).toEqual(['xixia-2019']);
    expect(services.reviewed).toHaveLength(2);
  });

  test('is changed as a form: what is wrong is said at once, and it is used once it is sound', async () => {
    const { services, user } = await open();
    await user.click(button('修改现用的规则'));
    const weight = await screen.findByRole('spinbutton', { name: '产出的分值' });
    await user.clear(weight);
    await user.type(weight, '1');
    expect(await screen.findByText(/^一级指标的分值：一级指标分值合计 \d+，应为 100。$/u)).toBeTruthy();
    await user.click(button('采用这套规则'));
    expect(services.chosenRubrics).toEqual([]);
    const text = screen.getByRole<HTMLTextAreaElement>('textbox', { name: '规则的 JSON' });
    expect(text.value).toContain('"weight": 1');
    await user.clear(text);
    await user.type(text, '{{');
    expect(await screen.findByText(/不是 JSON/u)).toBeTruthy();
    await user.click(button('修改现用的规则'));
    await user.click(await screen.findByRole('button', { name: '采用这套规则' }));
    expect(services.chosenRubrics.map((rubric) => rubric?.id)).toEqual(['national-2020-edited']);
  });

  test('has its tiers, over-completion, rounding and grades in the form, shares in percent', async () => {
    const { services, user } = await open();
    await user.click(button('修改现用的规则'));
    const tier = await screen.findByRole<HTMLInputElement>('spinbutton', {
      name: '“部分达成预期指标并具有一定效果”的下限（%）',
    });
    expect(tier.value).toBe('60');
    await user.clear(tier);
    await user.type(tier, '50');
    await user.selectOptions(screen.getByRole('combobox', { name: '超额之后' }), '扣固定的分');
    await user.clear(screen.getByRole('spinbutton', { name: '得分保留几位小数' }));
    await user.type(screen.getByRole('spinbutton', { name: '得分保留几位小数' }), '1');
    await user.click(button('采用这套规则'));
    const [chosen] = services.chosenRubrics;
    expect(chosen?.tiers.map(({ from, to }) => `${from.toFixed()}-${to.toFixed()}`)).toEqual([
      '0.8-1',
      '0.5-0.8',
      '0-0.5',
    ]);
    expect([chosen?.overCompletion.kind, chosen?.rounding.places]).toEqual(['deduct', 1]);
  });
});

describe('the whole workbook', () => {
  const entry = (id: string, name: string, report: WorkbookReport['sheets'][number]['report']) => ({
    sheet: { id, name, visibility: 'visible', isActive: false } as const,
    report,
  });
  const workbook: WorkbookReport = {
    isCancelled: false,
    sheets: [
      entry('sheet-1', '食堂经费', succeeded(sheetReport())),
      entry('sheet-2', '收支明细', succeeded(sheetReport({ skipped: { kind: 'no-indicator-table' }, forms: [] }))),
      entry('sheet-3', '图表', bad({ kind: 'sheet-without-cells' })),
    ],
  };

  test('is a list of sheets with totals, counts and why some have none; one is opened from it', async () => {
    const services = new FakeServices({ reviewAll: () => Promise.resolve(good(workbook)) });
    const { user } = await openPane(services);
    await user.click(button('整个工作簿'));
    await user.click(await screen.findByRole('button', { name: '复核整个工作簿' }));
    expect(screen.getByText('3 张工作表，1 份自评表，2 张没有结果。致命 2，重要 1，优化 0。')).toBeTruthy();
    expect(screen.getByText('1 份：未看 1，已看 0，已退回 0，已通过 0。')).toBeTruthy();
    expect(screen.getByText(/^没有结果：没有在这张工作表上找到/u)).toBeTruthy();
    expect(screen.getByText('没有结果：当前是图表工作表，上面没有单元格。')).toBeTruthy();
    await user.click(
      within(screen.getByRole('table', { name: '复核清单' })).getByRole('button', { name: /食堂经费/u }),
    );
    expect(services.reviewed).toEqual([{ sheetId: 'sheet-1' }]);
    expect(await screen.findByRole('tablist')).toBeTruthy();
  });

  test('shows how far it is and stops when told to', async () => {
    let finish: (isCancelled: boolean) => void = () => undefined;
    let asksCancelled: () => boolean = () => false;
    const services = new FakeServices({
      reviewAll: (onProgress, isCancelled) => {
        void onProgress({ done: 1, total: 3, sheetName: '食堂经费' });
        asksCancelled = isCancelled;
        return new Promise((resolve) => {
          finish = (cancelled) =>
            resolve(good({ ...workbook, isCancelled: cancelled, sheets: workbook.sheets.slice(0, 1) }));
        });
      },
    });
    const { user } = await openPane(services);
    await user.click(button('整个工作簿'));
    await user.click(await screen.findByRole('button', { name: '复核整个工作簿' }));
    expect(screen.getByText('已完成 1 / 3：食堂经费')).toBeTruthy();
    expect(asksCancelled()).toBe(false);
    await user.click(button('停止'));
    expect(asksCancelled()).toBe(true);
    await act(async () => {
      finish(true);
      await Promise.resolve();
    });
    expect(screen.getByText('已停止，下面是停止之前复核的工作表。')).toBeTruthy();
  });
});

describe('settings', () => {
  test('are kept, and the diagnostics hold nothing of the form', async () => {
    const { services, user } = await openReviewed();
    await user.click(button('设置'));
    await user.click(await screen.findByRole('switch', { name: '表格改动后自动重新复核' }));
    await user.click(screen.getByRole('switch', { name: '打开窗格就复核当前工作表' }));
    await user.click(screen.getByRole('switch', { name: /^空闲时先复核/u }));
    await user.selectOptions(screen.getByRole('combobox', { name: '语言' }), 'en');
    expect(readSettings(services.preferences)).toEqual({
      language: 'en',
      liveReview: true,
      looksAhead: false,
      followsKeys: false,
      reviewOnOpening: true,
      knowsReview: true,
      knowsUndo: false,
      knowsReviewUndo: false,
    });
    await user.click(button('复制诊断信息'));
    const text = await navigator.clipboard.readText();
    expect(text).toMatch(/^version: 1\.2\.3\nhost: memory$/mu);
    expect(text).toMatch(/^lastReview: \d+ ms$/mu);
    expect(text).not.toMatch(/\p{Script=Han}/u);
  });

  test('that are damaged fall back to what they are without any', () => {
    const { preferences } = new FakeServices();
    preferences.set('settings', '{"language":"fr","liveReview":1');
    expect(readSettings(preferences)).toEqual(readSettings(new FakeServices().preferences));
    preferences.set('settings', '{"language":"fr","liveReview":true}');
    expect(readSettings(preferences)).toMatchObject({ language: 'auto', liveReview: true });
  });
});

describe('the history of writes', () => {
  const entry = {
    entryId: '2026-01-05T08:30:00.000Z sheet-1',
    time: '2026-01-05T08:30:00.000Z',
    sheetId: 'sheet-1',
    sheetName: '食堂经费',
    cells: [{ row: 16, column: 8 }],
    marks: true,
  };
  const now = { value: 10, formula: null, numberFormat: 'General' };

  test('lists what can be taken back, and says what became of it', async () => {
    let isBack = false;
    const services = new FakeServices({
      listApplied: () => Promise.resolve(good({ state: 'readable', entries: isBack ? [] : [entry], dropped: 2 })),
      revert: () => {
        isBack = true;
        return Promise.resolve(
          good({
            state: 'reverted',
            sheetId: 'sheet-1',
            cells: [
              { cell: { row: 16, column: 8 }, outcome: 'restored', now },
              { cell: { row: 17, column: 9 }, outcome: 'changed', now: { ...now, value: '改过' } },
            ],
            unmarked: true,
            brokenBy: null,
            journalFault: null,
          }),
        );
      },
    });
    const { user } = await openReviewed(services);
    await user.click(screen.getByRole('tab', { name: '写入' }));
    const history = () => within(screen.getByRole('region', { name: '写入记录' }));
    expect(history().getByText(/食堂经费 · 1 处$/u)).toBeTruthy();
    expect(history().getByText('更早的 2 次写入已不能撤销。')).toBeTruthy();
    await user.click(history().getByRole('button', { name: '撤销本次写入' }));
    expect(services.reverted).toEqual([entry.entryId]);
    const results = within(screen.getByRole('region', { name: '撤销结果' }));
    expect(results.getByText('已恢复 1 处')).toBeTruthy();
    expect(results.getByText('1 处在写入后又改过，保持原样')).toBeTruthy();
    expect(history().queryByRole('button', { name: '撤销本次写入' })).toBeNull();
    await waitFor(() => expect(services.reviewed).toEqual([{}, { sheetId: 'sheet-1' }]));
  });

  test('that cannot be read is said to be so', async () => {
    const services = new FakeServices({ listApplied: () => Promise.resolve(good({ state: 'defective' })) });
    const { user } = await openReviewed(services);
    await user.click(screen.getByRole('tab', { name: '写入' }));
    expect(screen.getByText(/写入记录读不出来，以前的写入/u)).toBeTruthy();
  });
});

test('an edit that is not recommended begins without a tick', async () => {
  const { plan } = formReport();
  const edits = plan.edits.map((edit) => ({ ...edit, recommended: edit.kind !== 'note' }));
  const { user } = await openReviewed(
    new FakeServices({
      review: () => Promise.resolve(good(sheetReport({ forms: [formReport({ plan: { ...plan, edits } })] }))),
    }),
  );
  await user.click(screen.getByRole('tab', { name: '写入' }));
  expect(screen.getByRole<HTMLInputElement>('checkbox', { name: /^J18/u }).checked).toBe(false);
  expect(screen.getByRole<HTMLInputElement>('checkbox', { name: /^I17/u }).checked).toBe(true);
});

test('score against weight stands in a table, by level 1 and by indicator', async () => {
  const { user } = await openReviewed();
  await user.click(screen.getByRole('tab', { name: '得分' }));
  await user.click(screen.getByRole('button', { name: '得分与分值' }));
  const picture = within(screen.getByRole('region', { name: '得分与分值' }));
  const rows = () => picture.getAllByRole('row').map(({ textContent }) => textContent);
  expect(rows()).toEqual([
    '名称分值自评按规则',
    '产出指标108.58.5',
    '成本指标201020',
    '效益指标302824–30，待评定 1 项',
  ]);
  await user.click(picture.getByRole('button', { name: '按指标' }));
  expect(rows()).toContain('就餐环境302824–30，待评定 1 项');
});
