/**
 * One review, every paper: each figure of the JSON stands in the page, in the summary workbook and in the sheets of our own
 * as it is, what people decided among them.
 */
import { pageOf } from '../../src/command/page/pageOf';
import { refusedFile, type ReviewedFile, unreadOf } from '../../src/command/reviewedFile';
import type { Finding } from '../../src/core/checks/finding';
import type { Decision } from '../../src/core/decisions/decision';
import type { CellValue, Snapshot } from '../../src/core/sheet/snapshot';
import { summaryOf } from '../../src/main/batchSummary';
import { conclusion } from '../../src/papers/conclusion';
import { rollUpSheet, tablesSheet } from '../../src/papers/papers';
import { reportSheet, workpaperSheet } from '../../src/papers/reportSheet';
import { failed, succeeded } from '../../src/port/outcome';
import { holdTogether } from '../../src/review/besideFiles';
import { opinionTable } from '../../src/summary/findingTable';
import { formFacts } from '../../src/summary/formFacts';
import { indicatorTable, levelTable } from '../../src/summary/formTables';
import { formsTable } from '../../src/summary/rollUpTables';
import { createWords } from '../../src/words';
import {
  explainedDecision,
  formOf,
  premiseDecision,
  review,
  rowOf,
  ruleDecision,
  scoreDecision,
  sheetText,
} from '../core/decisions/decided';
import { valueOf } from '../contracts/workbookContract';
import { familyForms, publishedForms, snapshotOf } from '../forms';
import { linesOf } from '../support/linesOf';
import { markedSheet } from '../support/markedSheet';
import { approvedTargets, lastYearForm, loweredForm } from '../support/targetsBeside';
import { publishedOf, reviewed, reviewedInPage, toldOf } from './support/publishedBatch';
import { readWorkbook } from './support/readWorkbook';
import { summaryWorkbook } from './support/summaryWorkbook';

/** A form about which everything was decided that can be: a score, a direction, a rule, a finding, opinions, its state. */
const bare = formOf(review());
const at = '2026-03-01T08:00:00.000Z';
const opinion = (indicator: string | null, text: string): Decision => ({
  kind: 'opinion',
  ...{ at, form: bare.key, indicator, opinion: text },
});
const decisions: readonly Decision[] = [
  scoreDecision(bare, '服务能力', '16'),
  premiseDecision(bare, '户均用量', 'reverse'),
  ruleDecision('按完成比例得分'),
  explainedDecision(bare, 'score-matches-rule', '群众满意度'),
  opinion(rowOf(bare, '服务能力').indicator.key, '请补充佐证材料'),
  opinion(null, '总体可行'),
  { kind: 'state', at, form: bare.key, state: 'returned', returned: null },
];
const decidedPath = '已评定.xlsx';
const emptySheet = markedSheet('| 别的事 |').snapshot;
const decided = formOf(review(decisions));

/** Nobody else wants the time. */
const oneTurn = () => Promise.resolve({ isOver: () => false });

let files: readonly ReviewedFile[];
let forms: ReturnType<typeof formsTable>;
/** Rows of tables by title, figures as numbers, the rest as text. */
let inPage: ReadonlyMap<string, readonly (readonly CellValue[])[]>;
let inWorkbook: (sheet: string) => readonly (readonly CellValue[])[];

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
const textOf = (html: string): string =>
  html.replace(/<[^>]*>/gu, '').replace(/&(amp|lt|gt|quot|#39);/gu, (_whole, name: string) => entities[name] ?? '');

/** The tables of the page in order; those of the forms have the same titles, so their rows follow each other. */
function tablesOf(page: string): ReadonlyMap<string, readonly (readonly CellValue[])[]> {
  const tables = new Map<string, (readonly CellValue[])[]>();
  for (const [, title = '', body = ''] of page.matchAll(/<caption>([^<]*)<\/caption>.*?<tbody>(.*?)<\/tbody>/gsu)) {
    const rows = [...body.matchAll(/<tr>(.*?)<\/tr>/gsu)].map(([, row = '']) =>
      [...row.matchAll(/<td(?: class="[^"]*")?(?: data-value="([^"]*)")?>(.*?)<\/td>/gsu)].map(
        ([, figure, shown = '']): CellValue => (figure !== undefined ? Number(figure) : textOf(shown) || null),
      ),
    );
    tables.set(title, [...(tables.get(title) ?? []), ...rows]);
  }
  return tables;
}

beforeAll(async () => {
  files = await Promise.all(
    [...publishedForms, ...familyForms].map(({ name, snapshot }) => reviewed(`${name}.xlsx`, [snapshot])),
  );
  files = [...files, await reviewed(decidedPath, [markedSheet(sheetText()).snapshot], decisions)];
  const published = publishedOf(files);
  forms = formsTable(published.rollUp);
  inPage = tablesOf([...pageOf(published)].join(''));
  const sheets = await readWorkbook(summaryWorkbook(published));
  inWorkbook = (sheet) => sheets.get(sheet)?.values.slice(2) ?? [];
}, 120_000);

test.each([
  ['项目支出绩效自评复核汇总表', '汇总表', 0],
  ['等级分布', '等级分布', 0],
  ['常见问题', '常见问题', 0],
  ['一级指标得分情况表', '一级指标得分', 2],
  ['二、三级指标得分表', '二三级指标得分', 2],
  ['项目支出预算执行情况表（万元）', '预算执行情况', 2],
  ['问题清单', '问题清单', 2],
  ['说明后通过的问题', '说明后通过', 2],
  ['复核意见', '复核意见', 2],
] as const)('%s is the same on the page and in the workbook', (title, sheet, before) => {
  const page = inPage.get(title) ?? [];
  // On the sheets of all forms the number and name of the form stand before the columns of the table.
  const workbook = inWorkbook(sheet).map((row) => row.slice(before));
  expect(page.length).toBeGreaterThan(before === 2 && title.endsWith('意见') ? 1 : 0);
  const nameless = (row: readonly CellValue[]) => row.map((value) => (value === '（未填项目名称）' ? null : value));
  expect(workbook.slice(0, page.length)).toEqual(page.map(nameless));
});

test('the figures of the JSON are those of both', () => {
  const reviewedForms = files.flatMap(({ file }) =>
    file.sheets.flatMap(({ accepted, findings, form }) => (form ? [{ accepted, findings, form }] : [])),
  );
  const page = inPage.get('项目支出绩效自评复核汇总表') ?? [];
  expect(page).toHaveLength(reviewedForms.length);
  reviewedForms.forEach(({ accepted, findings, form: { review: said, totals } }, place) => {
    const count = (wanted: string): number => findings.filter(({ severity }) => severity === wanted).length;
    const cell = (key: (typeof forms.columns)[number]['key']): CellValue | undefined =>
      (page[place] ?? [])[forms.columns.findIndex((column) => column.key === key)];
    const { allowed, openCount, openWeight, settledScore } = totals;
    expect([place, cell('stated'), cell('settled'), cell('openCount'), cell('openWeight')]).toEqual([
      place,
      totals.statedScore ?? totals.sumOfScores,
      ...[settledScore, openCount, openWeight],
    ]);
    expect([place, cell('low'), cell('high')]).toEqual([place, allowed?.[0] ?? null, allowed?.[1] ?? null]);
    // A total and a grade by the review only where nothing is open.
    expect([place, cell('reviewed'), cell('grade'), cell('reviewedGrade')]).toEqual([
      place,
      openCount === 0 ? totals.computedScore : null,
      totals.grade,
      openCount === 0 ? totals.computedGrade : '待评定',
    ]);
    expect([place, cell('P0'), cell('P1'), cell('P2')]).toEqual([place, ...['P0', 'P1', 'P2'].map(count)]);
    expect([place, cell('standing'), cell('passed')]).toEqual([place, said.standing, accepted.length]);
  });
});

test('the summary that the page makes of the same files is the workbook of the command line, cell by cell', async () => {
  const fault = { kind: 'file-empty', path: '坏的.xlsx' } as const;
  const inPageToo = await Promise.all([
    ...[...publishedForms, ...familyForms].map(({ name, snapshot }) => reviewedInPage(`${name}.xlsx`, [snapshot])),
    reviewedInPage('空的.xlsx', [emptySheet]),
    reviewedInPage(decidedPath, [markedSheet(sheetText()).snapshot], decisions),
  ]);
  const summary = await summaryOf([...inPageToo, { path: fault.path, reviewed: failed(fault) }], oneTurn);
  const made = await readWorkbook(summary.bytes);
  const { nextStep, sentence } = createWords('zh-CN').faultText(fault);
  const byCommand = [
    ...files.slice(0, -1),
    await reviewed('空的.xlsx', [emptySheet]),
    ...files.slice(-1),
    refusedFile(fault.path, fault.kind, `${sentence}${nextStep}`),
  ];
  const expected = await readWorkbook(summaryWorkbook(publishedOf(byCommand, byCommand.flatMap(unreadOf))));
  expect([...made.keys()]).toEqual([...expected.keys()]);
  for (const [name, sheet] of expected) expect([name, made.get(name)]).toEqual([name, sheet]);
  expect(
    expected
      .get('未能复核')
      ?.values.slice(2)
      .map(([path]) => path),
  ).toEqual(['空的.xlsx', '坏的.xlsx']);
});

test('it is so, too, where the forms of one file are held against targets and the year before in others', async () => {
  const sheets: readonly (readonly [string, Snapshot])[] = [
    ['今年.xlsx', snapshotOf(loweredForm)],
    ['批复.xlsx', snapshotOf(approvedTargets)],
    ['去年.xlsx', snapshotOf(lastYearForm)],
  ];
  const told = await Promise.all(sheets.map(([path, snapshot]) => toldOf(path, [snapshot])));
  const beside = {
    targetTables: told.flatMap(({ targetTables }) => targetTables),
    yearForms: told.flatMap(({ yearForms }) => yearForms),
    returned: [],
  };
  const byCommand = await Promise.all(sheets.map(([path, snapshot]) => reviewed(path, [snapshot], [], beside)));
  const inPage = await Promise.all(sheets.map(([path, snapshot]) => reviewedInPage(path, [snapshot])));
  const held = await holdTogether(
    inPage.map(({ path, reviewed: one }) => ({ id: path, name: path, report: valueOf(one) })),
    oneTurn,
    () => undefined,
    () => false,
  );
  const summed = inPage.map(({ path }, place) => ({ path, reviewed: succeeded(held![place]!) }));
  const { bytes } = await summaryOf(summed, oneTurn);
  const made = await readWorkbook(bytes);
  const expected = await readWorkbook(summaryWorkbook(publishedOf(byCommand, byCommand.flatMap(unreadOf))));
  for (const [name, sheet] of expected) expect([name, made.get(name)]).toEqual([name, sheet]);
  const said = JSON.stringify(expected.get('问题清单')!.values);
  expect(said).toContain('批复.xlsx');
  expect(said).toContain('去年.xlsx');
});

describe('what people decided', () => {
  const sheet = () => files.at(-1)!.file.sheets[0]!;
  const row = (name: string) => sheet().form!.indicators.find((one) => one.name === name)!;
  const facts = formFacts(decided);
  const speaker = { finding: (finding: Finding) => createWords('zh-CN').findingText(finding) };

  test('stands in the JSON field by field', () => {
    const { accepted, form } = sheet();
    expect(form?.totals).toMatchObject({ computedScore: 86.67, ruledScore: 88.67, openCount: 0 });
    expect(row('服务能力')).toMatchObject({
      computed: 16,
      decided: { how: 'given', score: 16, reason: '佐证材料不全', byRule: null },
      opinion: '请补充佐证材料',
    });
    expect(row('群众满意度').decided).toEqual({ how: 'explained', score: 20, reason: '已核实', byRule: 18 });
    expect(row('培训人数')).toMatchObject({ computed: 16, means: '按完成比例得分', decided: null });
    expect(row('户均用量').premises).toContainEqual(expect.objectContaining({ about: 'direction', source: 'decided' }));
    expect(accepted).toMatchObject([{ check: 'score-matches-rule', reason: '已核实', at }]);
    expect(form?.review).toEqual({
      ...{ state: 'returned', isReviewed: true, standing: '已退回', opinion: '总体可行' },
      unmatched: [],
    });
  });

  test('is the same in the tables of the page, of the workbook and of the sheet beside the form', () => {
    const tables = [levelTable(facts), indicatorTable(facts), opinionTable(facts)];
    const lines = tables.flatMap((table) => linesOf(table));
    const sheetRows = tablesSheet(decided, speaker).rows.map((cells) =>
      cells.map((each) => (typeof each === 'object' && each && 'ratio' in each ? String(each.ratio) : each)),
    );
    const plain = (cells: readonly unknown[]): string =>
      cells
        .map((each) => (typeof each === 'string' || typeof each === 'number' ? `${each}` : ''))
        .join('|')
        .replace(/\|+$/u, '');
    const beside = new Set(sheetRows.map(plain));
    for (const line of lines) expect([plain(line), beside.has(plain(line))]).toEqual([plain(line), true]);
    const inTables = (title: string): readonly string[] => (inPage.get(title) ?? []).map(plain);
    for (const [title, table] of [
      ['二、三级指标得分表', indicatorTable(facts)],
      ['复核意见', opinionTable(facts)],
    ] as const)
      expect(inTables(title)).toEqual(expect.arrayContaining(linesOf(table).map(plain)));
  });

  test('is told with its reason where the points come from', () => {
    const basis: Readonly<Record<string, string | null | undefined>> = Object.fromEntries(
      indicatorTable(facts).rows.map(({ basis: text, name }) => [name ?? '', text]),
    );
    expect(basis).toEqual({
      培训人数: '按规则计算（复核人确认规则）',
      考核得分: '按规则计算（复核人确认规则）',
      户均用量: '按规则计算（复核人确认方向）',
      服务能力: '复核人评定：佐证材料不全',
      群众满意度: '说明后保留自评得分：已核实',
    });
  });

  test('makes the conclusion, the report, the workpaper and the roll-up say the same totals', () => {
    const { computedScore, ruledScore } = sheet().form!.totals;
    const text = conclusion(facts);
    expect(text).toContain(`总分${computedScore}分`);
    expect(text).toContain('由复核人评定1项，经单位说明保留自评得分1项');
    const report = reportSheet(decided, speaker).rows.map((cells) =>
      cells.map((each) => (typeof each === 'object' ? '' : each)).join(' '),
    );
    expect(report).toEqual(expect.arrayContaining([`复核状态 已退回`, '整张表 总体可行', '服务能力 请补充佐证材料']));
    expect(report.find((line) => line.startsWith('复核得分'))).toContain(String(computedScore));
    const paper = workpaperSheet(decided, () => '算式').rows.at(-1)!;
    expect(paper).toContain(computedScore);
    const roll = rollUpSheet({ forms: [decided], unread: [] }, speaker).rows;
    expect(roll.find((cells) => cells.includes('已退回'))).toEqual(expect.arrayContaining([computedScore]));
    // The rules alone leave a row to a person: no total by them.
    expect([facts.ruled, ruledScore]).toEqual([null, 88.67]);
  });
});
