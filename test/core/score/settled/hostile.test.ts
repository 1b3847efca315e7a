/** Small forms that were once accused in the wrong, or passed without a look: each states what must and must not be said. */
import { reviewSnapshot } from '../../../../src/core/report/reviewSnapshot';
import type { FormReport } from '../../../../src/core/report/report';
import type { CellValue } from '../../../../src/core/sheet/snapshot';
import { snapshotOf, type SheetDetails } from '../../../forms/snapshotOf';

type Row = readonly CellValue[];

const fundHead: Row = ['项目资金（万元）', '', '', '年初预算数', '全年预算数', '全年执行数', '分值', '执行率', '得分'];
const soundFunds: readonly Row[] = [fundHead, ['', '', '年度资金总额', 100, 100, 100, 10, '100%', 10]];
const plainHead: Row = ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分', '偏差原因'];
const ruleHead: Row = [
  '一级指标',
  '二级指标',
  '三级指标',
  '年度指标值',
  '实际完成值',
  '分值',
  '得分',
  '偏差原因',
  '评分标准',
];

interface Small {
  readonly funds?: readonly Row[];
  readonly head?: Row;
  readonly rows: readonly Row[];
  readonly total: Row;
  readonly details?: SheetDetails;
}

function review({ details, funds = soundFunds, head = plainHead, rows, total }: Small): FormReport {
  const sheet = [['项目支出绩效自评表'], ['项目名称', '', '测试项目'], ...funds, head, ...rows, total];
  const [report] = reviewSnapshot(snapshotOf(sheet, details)).forms;
  if (!report) throw new Error('the fixture is no form');
  return report;
}

const row = (name: string, target: CellValue, actual: CellValue, weight: number, score: number, rule = ''): Row => [
  '产出指标',
  '数量指标',
  name,
  target,
  actual,
  weight,
  score,
  '因雨停工，已整改',
  rule,
];
const others = (weight: number): readonly Row[] => [
  row('新建桥涵数', '≥10座', '10座', weight - 10, weight - 10),
  row('群众满意度', '≥90%', '95%', 10, 10),
];
const totalOf = (points: number): Row => ['总分', null, null, null, null, 100, points];
const said = ({ findings }: FormReport, severity: string): readonly string[] =>
  findings.filter((each) => each.severity === severity).map(({ check, message }) => `${check}:${message}`);

describe('the fund block', () => {
  const withFunds = (funds: readonly Row[], score: number): FormReport =>
    review({ funds, rows: others(90), total: totalOf(90 + score) });

  it('two rows between heading and amounts, one of them the unit', () => {
    const report = withFunds(
      [fundHead, ['单位：万元'], [null], ['', '', '年度资金总额', 100, 80, 72, 10, '90%', 9]],
      9,
    );
    expect(said(report, 'P0')).toEqual([]);
    expect(report.scores.execution?.computed?.toFixed()).toBe('9');
  });

  it('a rate written as far as it earns points, where more was spent than planned, is a question', () => {
    const report = withFunds([fundHead, ['', '', '年度资金总额', 100, 100, 110, 10, '100%', 10]], 10);
    expect(said(report, 'P0')).toEqual([]);
    expect(said(report, 'P1')).toContain('budget-amounts-plausible:overspentFull');
  });

  it('元 in one cell under 万元: asked, and no rate of 0.01% is taken for true', () => {
    const report = withFunds([fundHead, ['', '', '年度资金总额', 1000000, 1000000, 100, 10, '100%', 10]], 10);
    expect(said(report, 'P0')).toEqual([]);
    expect(said(report, 'P1')).toContain('budget-amounts-plausible:unitWithin');
    expect(report.scores.execution?.certainty).toBe('open');
    expect(report.notChecked).toEqual([{ because: 'execution-unfit', count: 0 }]);
  });

  it('a rate that really is so small stays one', () => {
    const report = withFunds([fundHead, ['', '', '年度资金总额', 1000000, 1000000, 100, 10, '0.01%', 0]], 0);
    expect(report.scores.execution?.computed?.toFixed()).toBe('0');
    expect(said(report, 'P1')).not.toContain('budget-amounts-plausible:unitWithin');
  });

  it('a rate of the initial budget where the budget of the year was left out is asked about', () => {
    const report = withFunds([fundHead, ['', '', '年度资金总额', 100, null, 72, 10, '72%', 7.2]], 7.2);
    expect(said(report, 'P0')).toEqual([]);
    expect(said(report, 'P1')).toContain('budget-denominator-present:byInitial');
  });

  it('a rate of some other budget than the initial one, with the budget left out, rests on nothing', () => {
    const report = withFunds([fundHead, ['', '', '年度资金总额', 100, null, 72, 10, '90%', 9]], 9);
    expect(said(report, 'P0')).toEqual(['budget-denominator-present:missing']);
  });

  it('a total over the rows alone, beside their weight, is asked about once', () => {
    const report = review({ rows: others(90), total: ['总分', null, null, null, null, 90, 90] });
    expect(said(report, 'P0')).toEqual([]);
    expect(said(report, 'P1')).toContain('scores-reach-total:withoutRate');
  });
});

describe('targets and scores', () => {
  const withRow = (own: Row, score: number): FormReport =>
    review({ rows: [own, ...others(80)], total: totalOf(90 + score) });

  it.each<[string, Row, number]>([
    ['95 and 0.98 under a rate, without a sign', row('验收合格率', '≥95', 0.98, 10, 10), 10],
    ['0.9 and 95 under a rate, without a sign', row('验收合格率', '≥0.9', 95, 10, 10), 10],
    ['9.0476 cut off', row('培训人数', '21人', '19人', 10, 9.04), 9.04],
    ['a unit that takes marks off for going far beyond', row('培训人数', '20人', '60人', 10, 8), 8],
  ])('%s: no accusation', (_, own, score) => {
    expect(said(withRow(own, score), 'P0')).toEqual([]);
  });

  it('marks taken off for a small excess are still wrong', () => {
    expect(said(withRow(row('培训人数', '20人', '22人', 10, 8), 8), 'P0')).toEqual(['score-matches-rule:under']);
  });

  it.each([9, 9.47])('an execution rate in a row with a target of its own may score %s', (score) => {
    const report = review({
      funds: [fundHead.slice(0, 6), ['', '', '年度资金总额', 100, 80, 72]],
      rows: [row('预算执行率', '≥95%', '90%', 10, score), ...others(90)],
      total: totalOf(90 + score),
    });
    expect(said(report, 'P0')).toEqual([]);
    expect(report.scores.indicators[0]?.readings.map(({ computed }) => computed?.toFixed())).toEqual(['9', '9.47']);
  });
});

describe('one weight over two rows', () => {
  const merged = (second: string, score: number): FormReport =>
    review({
      rows: [
        row('新建桥涵数', '≥10座', '10座', 20, score),
        ['产出指标', '数量指标', '新修水渠', '≥5公里', second, null, null, '因雨停工，已整改'],
        ...others(70),
      ],
      total: totalOf(80 + score),
      details: { merges: ['F6:F7', 'G6:G7'] },
    });

  it('settles where both are met', () => {
    const [first, second] = merged('5公里', 20).scores.indicators;
    expect([first?.certainty, first?.computed?.toFixed(), second?.leftOpen]).toEqual([
      'settled',
      '20',
      'weight-shared',
    ]);
  });

  it('is a person’s where one is missed, and full marks are no certainty', () => {
    for (const score of [20, 16]) {
      const report = merged('3公里', score);
      expect(said(report, 'P0')).toEqual([]);
      expect(report.scores.indicators[0]?.certainty).not.toBe('settled');
      const { allowed, openCount } = report.scores.totals;
      expect([openCount, allowed?.low.toFixed(), allowed?.high.toFixed()]).toEqual([1, '80', '100']);
    }
  });
});

describe('rule texts', () => {
  it.each<[string, string, string, number]>([
    ['节约率每1%得1分，最高10分', '≤100万元', '95万元', 5],
    ['评分值10分。根据完成情况打分', '≥10座', '8座', 8],
    ['共10分，视完成质量评分', '≥10座', '8座', 8],
  ])('%s leaves %s / %s open', (rule, target, actual, score) => {
    const rows = [row('项目总成本', target, actual, 10, score, rule), ...others(80)];
    const report = review({ head: ruleHead, rows, total: totalOf(90 + score) });
    expect(said(report, 'P0')).toEqual([]);
    expect(report.scores.indicators[0]?.computed).toBeNull();
  });
});
