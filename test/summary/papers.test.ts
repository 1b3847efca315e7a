/** The tables of one form and the roll-up of many, as the sheets that are put into a workbook. */
import { isOwnPaper, recogniseOwn } from '../../src/papers/ownPaper';
import type { OwnCell, OwnSheet } from '../../src/core/sheet/ownSheet';
import type { FormReport } from '../../src/core/report/report';
import { reviewSnapshot } from '../../src/core/report/reviewSnapshot';
import { conclusion } from '../../src/papers/conclusion';
import { formFacts } from '../../src/summary/formFacts';
import { rollUpSheet, tablesSheet } from '../../src/papers/papers';
import { valueOf } from '../contracts/workbookContract';
import { publishedForm } from '../forms';
import { createMemoryWorkbook } from '../support/memoryWorkbook';

const speaker = {
  finding: ({ check }: { readonly check: string }) => ({ title: `题:${check}`, message: '说明', remedy: '建议' }),
};

function reportOf(name: string): FormReport {
  const report = reviewSnapshot(publishedForm(name).snapshot).forms[0];
  if (!report) throw new Error(`${name} was not recognised`);
  return report;
}

const canteen = reportOf('canteen-2023');
const lineOf = ({ rows }: OwnSheet, first: OwnCell): readonly OwnCell[] => {
  const line = rows.find((cells) => cells[0] === first);
  if (!line) throw new Error('no such line');
  return line;
};

test('the tables state the figures of the review, percentages as numbers', () => {
  const sheet = tablesSheet(canteen, speaker);
  expect(lineOf(sheet, '产出指标')).toEqual(['产出指标', 50, 38.5, 48.5, 0, 0, 48.5, { ratio: 0.97 }, '优']);
  expect(lineOf(sheet, '年度资金总额')).toEqual(['年度资金总额', 11.28, 11.28, 9.92, { ratio: 0.879433 }]);
  const diners = sheet.rows.find((cells) => cells[2] === '就餐人数');
  expect(diners?.slice(3, 10)).toEqual([10, '=20人', '17人', 8.5, 8.5, 8.5, 1.5]);
});

test('the closing paragraph stands whole above the tables, a sentence a line', () => {
  const { openRows, rows } = tablesSheet(canteen, speaker);
  const from = rows.findIndex(([first]) => first === '复核结论') + 1;
  const to = rows.findIndex((cells, row) => row > from && cells.length === 0);
  expect(
    rows
      .slice(from, to)
      .map(([sentence]) => (typeof sentence === 'string' ? sentence : null))
      .join(''),
  ).toBe(conclusion(formFacts(canteen)));
  expect(rows.slice(from, to).every((_, index) => openRows?.includes(from + index))).toBe(true);
});

test('every finding is listed with a link to its first cell', () => {
  const { rows } = tablesSheet(canteen, speaker);
  const heading = rows.findIndex(([first]) => first === '级别');
  const lines = rows.slice(heading + 1);
  expect(lines.map(([severity, title]) => [severity, title])).toEqual(
    canteen.findings.map(({ check, severity }) => [severity, `题:${check}`]),
  );
  expect(lines.map((line) => (line[3] as { link: { cell: unknown } }).link.cell)).toEqual(
    canteen.findings.map(({ cells }) => cells[0]),
  );
});

test('the roll-up has a line a form with the columns of the command line, sums, and the sheets without a form', () => {
  const forms = [canteen, reportOf('planning-2023')];
  const sheet = rollUpSheet({ forms, unread: [{ sheet: '封面', reason: '没有指标表' }] }, speaker);
  const heading = lineOf(sheet, '序号');
  expect(heading).not.toContain('文件');
  expect(heading.at(-1)).toBe('工作表');
  const at = (title: string): number => heading.indexOf(title);
  const first = lineOf(sheet, 1);
  const shown = ['自评得分', '可核定得分', '待评定（项）', '允许最低', '允许最高', '复核得分', '复核等级', '执行率'];
  // Four rows of the canteen form are a person's to judge, so it has no total by the review.
  expect(shown.map((title) => first[at(title)])).toEqual([
    ...[87.3, 67.3, 4, 91.3, 97.3, null, '待评定'],
    { ratio: 0.879433 },
  ]);
  expect(first.at(-1)).toMatchObject({ link: { sheetName: canteen.form.sheetName } });
  const total = lineOf(sheet, '合计');
  const count = (severity: string): number =>
    forms.flatMap(({ findings }) => findings).filter((finding) => finding.severity === severity).length;
  expect([at('问题P0'), at('问题P1'), at('问题P2')].map((place) => total[place])).toEqual(
    ['P0', 'P1', 'P2'].map(count),
  );
  expect(lineOf(sheet, '封面')).toEqual(['封面', '没有指标表']);
});

test('a workbook without a form has a roll-up that says why', () => {
  const { rows } = rollUpSheet({ forms: [], unread: [{ sheet: '封面', reason: '没有指标表' }] }, speaker);
  expect(rows.some(([first]) => first === '合计')).toBe(false);
  expect(rows.at(-1)).toEqual(['封面', '没有指标表']);
});

test('both are known again as papers of our own', async () => {
  const workbook = createMemoryWorkbook([{ name: '甲', rows: [['x']] }]);
  for (const sheet of [tablesSheet(canteen, speaker), rollUpSheet({ forms: [canteen], unread: [] }, speaker)]) {
    const { sheetId } = valueOf(await workbook.writeSheet(sheet));
    const snapshot = valueOf(await workbook.read(sheetId));
    expect(isOwnPaper(snapshot)).toBe(true);
    expect(isOwnPaper({ ...snapshot, sheetName: '改了名' })).toBe(true);
    expect(reviewSnapshot(snapshot, { recogniseOwn }).skipped).toEqual({ kind: 'own-paper' });
  }
});
