/** The second round: every point of the first is mended, answered or still there, wherever its row went. */
import fc from 'fast-check';
import type { Decision } from '../../../src/core/decisions/decision';
import { decisionRecord, readDecision } from '../../../src/core/decisions/decisionRecord';
import { explain } from '../../../src/core/report/explained';
import type { FormReport } from '../../../src/core/report/report';
import { returnedForms } from '../../../src/core/report/returnedForms';
import { isLeft } from '../../../src/core/report/roundFates';
import { printedState, stateDecision } from '../../../src/core/report/rounds';
import { reviewSnapshot } from '../../../src/core/report/reviewSnapshot';
import { markedSheet } from '../../support/markedSheet';
import { formOf } from '../decisions/decided';

interface Row {
  readonly level: string;
  readonly name: string;
  readonly target: string;
  readonly actual: string;
  readonly score: number;
  readonly reason: string;
}

const weight = 20;
const given = '因汛期停工两个月，工程量未完成；下一年度调整工期，六月底前补齐。';
const other = '设备到货推迟，第四季度才开工；已与供货方商定，下年二月前全部安装。';
const third = '两个村因征地协商推迟到年底；已签订协议，下一年度第一季度完成受益户登记。';
const row = (level: string, name: string, target: string, actual: string, score: number, reason = ''): Row => ({
  ...{ level, name, target, actual, score, reason },
});

/** Three rows with faults of their own, two without; and how the unit puts each right. */
const first: readonly Row[] = [
  row('产出指标|数量指标', '培训人数', '≥100人', '80人', 20),
  row('产出指标|质量指标', '验收合格率', '≥95%', '96%', 20),
  row('效益指标|社会效益指标', '受益户数', '≥200户', '150户', 15),
  row('效益指标|经济效益指标', '带动就业人数', '≥50人', '60人', 20),
  row('满意度指标|服务对象满意度指标', '群众满意度', '≥90%', '81%', 20, given),
];
const mended: Readonly<Record<string, Partial<Row>>> = {
  培训人数: { score: 16, reason: other },
  受益户数: { reason: third },
  群众满意度: { score: 18 },
};
const faulty = Object.keys(mended);

function sheet(rows: readonly Row[], blankLines = 0): string {
  const total = rows.reduce((sum, { score }) => sum + score, 0);
  return [
    ...Array.from({ length: blankLines }, () => '| | | | | | | | |'),
    '| 项目名称 | 农村道路养护 | 实施单位 | 县公路局 | | | | |',
    '| 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 偏差原因分析及改进措施 |',
    ...rows.map(({ actual, level, name, reason, score, target }) => {
      const [level1, level2] = level.split('|');
      return `| ${level1} | ${level2} | ${name} | ${target} | ${actual} | ${weight} | ${score} | ${reason} |`;
    }),
    `| 总分 | < | < | < | < | ${rows.length * weight} | ${total} | |`,
  ].join('\n');
}

const at = '2026-03-01T08:00:00.000Z';
const review = (rows: readonly Row[], decisions: readonly Decision[] = [], blankLines = 0): FormReport =>
  formOf(reviewSnapshot(markedSheet(sheet(rows, blankLines)).snapshot, { decisions }));

const before = review(first);
/** As it is kept and read back. */
const record: unknown = JSON.parse(JSON.stringify(decisionRecord(stateDecision(before, 'returned', at))));
const returned = readDecision(record as Readonly<Record<string, unknown>>)!;

function roundOfRows(rows: readonly Row[], blankLines = 0) {
  const { round } = review(rows, [returned], blankLines);
  if (!round) throw new Error('a returned form has a round');
  return round;
}
const nameOf = (key: string | null): string => key?.split('/').at(-1) ?? '';
const fatesOf = (rows: readonly Row[]) =>
  roundOfRows(rows).points.map(({ fate, point }) => `${nameOf(point.indicator)} ${point.check} ${fate}`);
const changed = (name: string, change: Partial<Row>): readonly Row[] =>
  first.map((each) => (each.name === name ? { ...each, ...change } : each));

test('the fixture: each faulty row has findings of its own, and the form as a whole has some', () => {
  expect(new Set(before.findings.map(({ indicator }) => nameOf(indicator)))).toEqual(new Set([...faulty, '']));
  expect(before.round).toBeNull();
});

test('what the unit puts right is mended, and nothing else moves, wherever the rows went', () => {
  fc.assert(
    fc.property(
      fc.subarray(faulty),
      fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5, maxLength: 5 }),
      fc.nat(6),
      (names, order, blankLines) => {
        const rows = order.map((place) => first[place]!);
        const sent = rows.map((each) => (names.includes(each.name) ? { ...each, ...mended[each.name] } : each));
        const { added, points, since } = roundOfRows(sent, blankLines);
        expect([since, added, points.length]).toEqual([at, [], before.findings.length]);
        for (const { fate, finding, point } of points) {
          const isMended = names.includes(nameOf(point.indicator));
          expect([point.check, fate]).toEqual([point.check, isMended ? 'mended' : 'unchanged']);
          expect(isLeft(fate)).toBe(finding !== null);
        }
      },
    ),
    { numRuns: 40 },
  );
});

test('a reason that the unit wrote is an answer, other figures are a change', () => {
  expect(fatesOf(changed('群众满意度', { reason: third }))).toContain('群众满意度 score-matches-rule answered');
  expect(fatesOf(changed('培训人数', { score: 19 }))).toContain('培训人数 score-matches-rule changed');
  expect(fatesOf(changed('培训人数', { reason: other }))).toEqual(
    expect.arrayContaining(['培训人数 score-matches-rule answered', '培训人数 reason-given mended']),
  );
});

test('a row that was reworded is the same row, one that was left out is gone and not mended', () => {
  const reworded = fatesOf(changed('培训人数', { name: '全年培训人数' }));
  expect(reworded).toContain('培训人数 score-matches-rule unchanged');
  expect(fatesOf(first.filter(({ name }) => name !== '培训人数'))).toContain('培训人数 score-matches-rule row-gone');
});

test('an actual that was taken out leaves the point open: the check is silent because another speaks', () => {
  const fates = fatesOf(changed('培训人数', { actual: '' }));
  expect(fates).not.toContain('培训人数 score-matches-rule mended');
});

test('what is found now and was not then is new; what the unit was not told of is neither new nor asked after', () => {
  const { added, points } = roundOfRows(changed('验收合格率', { actual: '90%' }));
  expect(added.map(({ indicator }) => nameOf(indicator))).toContain('验收合格率');
  expect(points.every(({ fate }) => fate === 'unchanged')).toBe(true);
  const told = before.findings.filter(({ severity }) => severity === 'P0');
  const { round } = review(first, [stateDecision(before, 'returned', at, told)]);
  expect(round!.points).toHaveLength(told.length);
  expect(round!.added).toEqual([]);
});

test('who has the first file and no record asks after what its letter told, and after nothing else', () => {
  const severities = before.findings.map(({ severity }) => severity);
  expect(severities).toContain('P2');
  const [state] = returnedForms([markedSheet(sheet(first)).snapshot], undefined);
  const { round } = review(first, [state!]);
  expect(round!.points.map(({ point }) => point.severity)).toEqual(severities.filter((severity) => severity !== 'P2'));
  expect(round!.added).toEqual([]);
});

test('a total that was too high and is too low now was changed, and is neither mended nor new', () => {
  const withTotal = (total: number) => sheet(first.slice(3)).replace(/\| \d+ \| \|$/u, `| ${total} | |`);
  const high = formOf(reviewSnapshot(markedSheet(withTotal(50)).snapshot));
  const low = formOf(
    reviewSnapshot(markedSheet(withTotal(30)).snapshot, { decisions: [stateDecision(high, 'returned', at)] }),
  );
  const isOfTotal = ({ check }: { readonly check: string }): boolean => check === 'scores-reach-total';
  expect(low.round?.points.filter(({ point }) => isOfTotal(point)).map(({ fate }) => fate)).toEqual(['changed']);
  expect(low.round?.added.filter(isOfTotal)).toEqual([]);
});

test('a point that the reviewer let pass is left no more; the state that follows keeps what was returned', () => {
  const finding = before.findings.find(({ check }) => check === 'score-matches-rule')!;
  const passed = review(first, [returned, explain(before.key, finding, '已核实', at)]);
  expect(passed.round!.points.filter(({ fate }) => fate === 'accepted')).toHaveLength(1);
  const seen = stateDecision(passed, 'seen', at);
  expect(seen.returned).toEqual(stateDecision(before, 'returned', at).returned);
  expect(review(first, [seen]).round).not.toBeNull();
  expect(stateDecision(before, 'passed', at).returned).toBeNull();
});

test('what is kept outside of the workbook has no word of the form, and gives the same round', () => {
  const printed = printedState(stateDecision(before, 'returned', at));
  expect(JSON.stringify(printed)).not.toMatch(/[\u4e00-\u9fff]/u);
  const { snapshot } = markedSheet(sheet(changed('培训人数', { score: 19 }), 2));
  const { round } = formOf(reviewSnapshot(snapshot, { earlierStates: { states: [printed], isNamed: false } }));
  const known = roundOfRows(changed('培训人数', { score: 19 }), 2);
  expect(round!.points.map(({ fate, name }) => [fate, name])).toEqual(
    known.points.map(({ fate, name }) => [fate, name]),
  );
  const elsewhere = markedSheet(sheet(first).replace('县公路局', '县水利局')).snapshot;
  expect(formOf(reviewSnapshot(elsewhere, { earlierStates: { states: [printed], isNamed: false } })).round).toBeNull();
});
