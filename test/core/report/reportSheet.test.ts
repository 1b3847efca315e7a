import { linkTo, reportSheet, workpaperSheet } from '../../../src/papers/reportSheet';
import { explain } from '../../../src/core/report/explained';
import { reviewSnapshot } from '../../../src/core/report/reviewSnapshot';
import { markedSheet } from '../../support/markedSheet';

const header = '| 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 偏差原因分析及改进措施 |';
const speaker = {
  finding: ({ check }: { readonly check: string }) => ({ title: `题:${check}`, message: '说明', remedy: '建议' }),
};

function reportOf(...rows: readonly string[]) {
  const report = reviewSnapshot(markedSheet([header, ...rows].join('\n')).snapshot).forms[0];
  if (!report) throw new Error('the fixture is no form');
  return report;
}

const report = reportOf(
  '| 产出指标 | 数量指标 | 就餐人数 | =20人 | 17人 | 50 | 50 | |',
  '| 效益指标 | 社会效益指标 | 受益人数 | ≥500人 | 500人 | 30 | | |',
  '| 满意度指标 | 满意度指标 | 群众满意度 | ≥95% | 98% | 20 | 20 | |',
  '| 总分 | < | < | < | < | 100 | 70 | |',
);

test('the report lists every finding once, in order, with a link to its cell', () => {
  const { boldRows, columnWidths, name, rows } = reportSheet(report, speaker);
  expect(name).toBe('自评复核报告');
  const headerAt = boldRows[1] ?? -1;
  const lines = rows.slice(headerAt + 1);
  expect(report.findings.length).toBeGreaterThan(2);
  expect(lines.map(([number, severity, , , title]) => [number, severity, title])).toEqual(
    report.findings.map(({ check, severity }, index) => [index + 1, severity, `题:${check}`]),
  );
  expect(lines[0]?.[2]).toEqual(linkTo(report, report.findings[0]!.cells[0]!));
  expect(new Set([rows[headerAt]?.length, columnWidths.length, ...lines.map((line) => line.length)])).toEqual(
    new Set([9]),
  );
});

test('what was accepted stands below the rest with its reason, and is not counted among it', () => {
  const [accepted, ...open] = report.findings;
  if (!accepted) throw new Error('the fixture has no finding');
  const decision = explain(report.key, accepted, '按合同一次付清', '');
  const { boldRows, rows } = reportSheet(
    { ...report, findings: open, accepted: [{ finding: accepted, decision }] },
    speaker,
  );
  expect(rows.at(-1)).toEqual([
    1,
    accepted.severity,
    linkTo(report, accepted.cells[0]!),
    rows.at(-1)?.[3],
    `题:${accepted.check}`,
    '说明',
    accepted.found,
    accepted.expected,
    '按合同一次付清',
  ]);
  const at = (boldRows[2] ?? -1) - 1;
  expect(rows[at]).toEqual([]);
  expect(rows[at - 1]?.[0]).toBe(open.length);
});

test('a form without findings says so', () => {
  const { rows } = reportSheet({ ...report, findings: [] }, speaker);
  expect(rows.at(-1)).toEqual(['未发现问题。']);
});

test('the workpaper has a line for every indicator with what the unit wrote and what the rule gives', () => {
  const { boldRows, name, rows } = workpaperSheet(report, ({ indicator }) => `算:${indicator.name.text}`);
  expect(name).toBe('自评复核底稿');
  const table = rows.slice((boldRows[1] ?? -1) + 1);
  expect(table.map((row) => [row[2], (row[3] as { text: string }).text, ...row.slice(4)])).toEqual([
    ['就餐人数', 'G2', 50, '=20人', '17人', 50, '17人', 42.5, '-15%', '算:就餐人数', null],
    ['受益人数', 'G3', 30, '≥500人', '500人', null, '500人', 30, '0%', '算:受益人数', null],
    ['群众满意度', 'G4', 20, '≥95%', '98%', 20, '98%', 20, '3.16%', '算:群众满意度', null],
    [null, 'G5', 100, null, null, 70, null, 92.5, null, null],
  ]);
  expect(table.at(-1)?.[0]).toBe('合计');
});
