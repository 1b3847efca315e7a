/** One review, three reports: every figure of the JSON stands in the page and in the workbook as it is. */
import { pageOf } from '../../src/command/page/pageOf';
import type { ReviewedFile } from '../../src/command/reviewedFile';
import type { CellValue } from '../../src/core/sheet/snapshot';
import { familyForms, publishedForms } from '../forms';
import { publishedOf, reviewed } from './support/publishedBatch';
import { readWorkbook } from './support/readWorkbook';
import { summaryWorkbook } from './support/summaryWorkbook';

let files: readonly ReviewedFile[];
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
  const published = publishedOf(files);
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
] as const)('%s is the same on the page and in the workbook', (title, sheet, before) => {
  const page = inPage.get(title) ?? [];
  // On the sheets of all forms the number and name of the form stand before the columns of the table.
  const workbook = inWorkbook(sheet).map((row) => row.slice(before));
  expect(page.length).toBeGreaterThan(2);
  const nameless = (row: readonly CellValue[]) => row.map((value) => (value === '（未填项目名称）' ? null : value));
  expect(workbook.slice(0, page.length)).toEqual(page.map(nameless));
});

test('the figures of the JSON are those of both', () => {
  const forms = files.flatMap(({ file }) =>
    file.sheets.flatMap(({ findings, form }) => (form ? [{ findings, form }] : [])),
  );
  const page = inPage.get('项目支出绩效自评复核汇总表') ?? [];
  expect(page).toHaveLength(forms.length);
  forms.forEach(({ findings, form: { totals } }, place) => {
    const count = (wanted: string): number => findings.filter(({ severity }) => severity === wanted).length;
    const row = page[place] ?? [];
    expect([place, row[8]]).toEqual([place, totals.statedScore ?? totals.sumOfScores]);
    const { allowed, openCount, openWeight, settledScore } = totals;
    expect([place, ...row.slice(9, 14)]).toEqual([
      place,
      settledScore,
      openCount,
      openWeight,
      allowed?.[0] ?? null,
      allowed?.[1] ?? null,
    ]);
    // A total and a grade by the review only where nothing is open.
    expect([place, row[14]]).toEqual([place, openCount === 0 ? totals.computedScore : null]);
    expect([place, ...row.slice(16, 21)]).toEqual([
      place,
      totals.grade,
      openCount === 0 ? totals.computedGrade : '待评定',
      ...['P0', 'P1', 'P2'].map(count),
    ]);
  });
});
