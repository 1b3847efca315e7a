/** A whole workbook: progress, cancelling, sheets that cannot be read, and papers of our own. */
import { recogniseOwn } from '../../src/papers/ownPaper';
import { workpaperSheet } from '../../src/papers/reportSheet';
import { reviewWorkbook, type ReviewProgress } from '../../src/review/reviewWorkbook';
import { valueOf } from '../contracts/workbookContract';
import { createMemoryWorkbook, type DescribedSheet } from '../support/memoryWorkbook';
import { approvedTargets, loweredForm } from '../support/targetsBeside';

const form: DescribedSheet['rows'] = [
  ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分', '偏差原因分析及改进措施'],
  ['产出指标', '数量指标', '就餐人数', '=20人', '17人', 50, 50, null],
  ['满意度指标', '满意度指标', '群众满意度', '≥95%', '98%', 50, 50, null],
  ['总分', null, null, null, null, 100, 100, null],
];
const names = ['甲', '图', '乙', '空'];
const open = () =>
  createMemoryWorkbook([
    { name: '甲', rows: form },
    { name: '图', rows: [], hasNoCells: true },
    { name: '乙', rows: form, visibility: 'hidden' },
    { name: '空', rows: [] },
  ]);

test('every sheet has a report or a fault of its own, hidden ones too, with news after each', async () => {
  const news: ReviewProgress[] = [];
  const { isCancelled, sheets } = valueOf(await reviewWorkbook(open(), (progress) => void news.push(progress)));
  expect(isCancelled).toBe(false);
  expect(sheets.map(({ report }) => (report.ok ? report.value.forms.length : report.fault.kind))).toEqual([
    1,
    'sheet-without-cells',
    1,
    0,
  ]);
  expect(sheets.map(({ sheet }) => sheet.name)).toEqual(names);
  expect(news).toEqual(names.map((sheetName, index) => ({ done: index + 1, total: 4, sheetName })));
});

test('it stops where it is told to and keeps what it has', async () => {
  let seen = 0;
  const count = (): void => {
    seen += 1;
  };
  const { isCancelled, sheets } = valueOf(await reviewWorkbook(open(), count, () => seen === 2));
  expect(isCancelled).toBe(true);
  expect(sheets.map(({ sheet }) => sheet.name)).toEqual(['甲', '图']);
});

test('papers that the add-in wrote are not reviewed as forms; a sheet of the user by that name is', async () => {
  const workbook = open();
  const first = valueOf(await reviewWorkbook(workbook)).sheets[0]?.report;
  const report = first && valueOf(first).forms[0];
  if (!report) throw new Error('the fixture is no form');
  valueOf(await workbook.writeSheet(workpaperSheet(report, () => '备注')));
  const choices = () => ({ recogniseOwn });
  const again = valueOf(await reviewWorkbook(workbook, undefined, undefined, choices)).sheets;
  expect(again.map(({ sheet }) => sheet.name)).toEqual([...names, '自评复核底稿']);
  expect(valueOf(again.at(-1)!.report)).toMatchObject({ skipped: { kind: 'own-paper' }, forms: [] });
  const theirs = createMemoryWorkbook([{ name: '自评复核底稿', rows: form }]);
  expect(
    valueOf(valueOf(await reviewWorkbook(theirs, undefined, undefined, choices)).sheets[0]!.report).forms,
  ).toHaveLength(1);
});

test('a fault of the connection is the answer', async () => {
  const workbook = open();
  workbook.failNext({ kind: 'session-lost' }, 'readMany');
  expect(await reviewWorkbook(workbook)).toEqual({ ok: false, fault: { kind: 'session-lost' } });
});

test.each([
  ['before', ['目标表', '自评表']],
  ['after', ['自评表', '目标表']],
])('approved targets on a sheet %s the form are held against it', async (_, order) => {
  const rows = { 目标表: approvedTargets, 自评表: loweredForm };
  const workbook = createMemoryWorkbook(order.map((name) => ({ name, rows: rows[name as keyof typeof rows] })));
  const { sheets } = valueOf(await reviewWorkbook(workbook));
  const found = sheets.flatMap(({ report }) => valueOf(report).forms.flatMap(({ findings }) => findings));
  expect(found.filter(({ check }) => check === 'targets-as-approved')).toMatchObject([
    {
      ...{ message: 'weakened', severity: 'P1' },
      facts: { own: '≥100公里', approved: '≥120公里', place: '目标表!D4' },
      beside: { file: null, sheetName: '目标表', sheetId: expect.any(String) as string, cell: { row: 3, column: 3 } },
    },
  ]);
});
