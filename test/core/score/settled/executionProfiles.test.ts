/** The score of the execution rate in the fund block hangs on no profile that is only assumed. */
import fc from 'fast-check';
import { exact } from '../../../../src/core/exact';
import { executionVerdict } from '../../../../src/core/score/agreement';
import { executionStanding, isConfirmed } from '../../../../src/core/score/standing';
import type { FormReport } from '../../../../src/core/report/report';
import { reviewSnapshot } from '../../../../src/core/report/reviewSnapshot';
import { snapshotOf } from '../../../forms/snapshotOf';

interface RateCase {
  /** 全年执行数 of a budget of 100. */
  readonly executed: number;
  readonly score: number | null;
  /** Before the title: names the place whose rules hold. */
  readonly place?: string;
  readonly headings?: readonly [string, string, string, string];
  /** A note that states the rule itself. */
  readonly note?: string;
}

const ofPlace: NonNullable<RateCase['headings']> = ['项目决策', '项目管理', '项目产出', '项目效益'];
const national: NonNullable<RateCase['headings']> = ['产出指标', '产出指标', '效益指标', '满意度指标'];

/** A form whose headings speak for a place with steps for the rate, and not loudly enough to settle it. */
function review({ executed, headings = ofPlace, note, place = '', score }: RateCase): FormReport {
  const total = score === null ? 90 : exact(90).plus(score).toNumber();
  const row = (place1: 0 | 1 | 2 | 3, name: string, weight: number): readonly (string | number)[] => [
    headings[place1],
    '数量指标',
    name,
    '≥10个',
    '10个',
    weight,
    weight,
    '',
  ];
  const rows = [
    [`${place}项目支出绩效自评表`],
    ['项目名称', '', '测试项目'],
    ['项目资金（万元）', '', '', '年初预算数', '全年预算数（A）', '全年执行数（B）', '分值', '执行率', '得分'],
    ['', '', '年度资金总额', 100, 100, executed, 10, `${String(executed)}%`, score],
    ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分', '偏差原因分析及改进措施'],
    row(0, '立项依据数', 15),
    row(1, '管理制度数', 20),
    row(2, '新建桥涵数', 30),
    row(3, '服务企业数', 25),
    ['总分', null, null, null, null, 100, total],
    ...(note === undefined ? [] : [[note]]),
  ];
  const [report] = reviewSnapshot(snapshotOf(rows)).forms;
  if (!report) throw new Error('the fixture is no form');
  return report;
}

const accusations = ({ findings }: FormReport): readonly string[] =>
  findings
    .filter(({ severity }) => severity === 'P0')
    .map(({ cells: [cell], check }) => `${check} ${JSON.stringify(cell)}`);
const about = ({ findings }: FormReport): readonly string[] =>
  findings
    .filter(({ check }) => check === 'execution-score-matches-rule')
    .map(({ message, severity }) => `${severity} ${message}`);

describe('where nothing in the form decides the profile', () => {
  it('asks where one profile gives the written score and the likeliest another', () => {
    const report = review({ executed: 86, score: 5 });
    expect(accusations(report)).toEqual([]);
    expect(about(report)).toEqual(['P1 question']);
    expect(report.scores.execution?.computed).toBeNull();
    expect(report.scores.execution?.certainty).toBe('readings');
    const [finding] = report.findings.filter(({ check }) => check === 'execution-score-matches-rule');
    expect(finding?.readings.map(({ computed }) => computed?.toFixed())).toEqual(['8.6', '5']);
    expect(finding?.readings.flatMap(({ premises }) => premises.map((premise) => premise.about))).toEqual([
      'profile',
      'profile',
    ]);
    expect(finding?.expected).toBeNull();
  });

  it('is silent and still calls nothing confirmed where the likeliest gives the written score', () => {
    const report = review({ executed: 86, score: 8.6 });
    expect(about(report)).toEqual([]);
    const { execution, totals } = report.scores;
    expect(execution && isConfirmed(executionStanding(execution))).toBe(false);
    expect(totals.openCount).toBe(1);
    expect([totals.settledScore, totals.allowed?.low, totals.allowed?.high].map((each) => each?.toFixed())).toEqual([
      '90',
      '95',
      '98.6',
    ]);
  });

  it('accuses where no profile gives the written score, and names no single one', () => {
    const report = review({ executed: 86, score: 9.5 });
    expect(about(report)).toEqual(['P0 inNoReading']);
    expect(report.findings.find(({ check }) => check === 'execution-score-matches-rule')?.expected).toBeNull();
  });

  it('offers the scores as a choice and ticks none', () => {
    const { edits } = review({ executed: 86, score: 9.5 }).plan;
    const choices = edits.filter(({ kind }) => kind === 'execution-score');
    expect(choices.map(({ after, recommended }) => [after, recommended])).toEqual([
      [8.6, false],
      [5, false],
    ]);
  });

  it('settles it where all profiles agree', () => {
    const { execution } = review({ executed: 100, score: 10 }).scores;
    expect(execution && isConfirmed(executionStanding(execution))).toBe(true);
  });
});

it('a note of the form outranks every profile', () => {
  const note = '注：预算执行率≥95%得10分；95%>预算执行率≥80%得6分；预算执行率<80%，得0分。';
  const { execution } = review({ executed: 86, score: 5, note }).scores;
  expect(execution?.certainty).toBe('settled');
  expect(execution?.computed?.toFixed()).toBe('6');
});

it('the national headings leave only the national ratio', () => {
  const report = review({ executed: 86, score: 5, headings: national });
  expect(about(report)).toEqual(['P0 under']);
});

const executed = fc.integer({ min: 1, max: 100 });
const score = fc.integer({ min: 0, max: 1000 }).map((cents) => cents / 100);

it('taking the name of the place away never turns a question, or silence, into an accusation', () => {
  fc.assert(
    fc.property(executed, fc.oneof(score, fc.constantFrom(0, 5, 10)), (spent, written) => {
      const withIt = accusations(review({ executed: spent, score: written, place: '西夏区' }));
      const without = accusations(review({ executed: spent, score: written }));
      for (const accusation of without) expect(withIt).toContain(accusation);
    }),
    { numRuns: 60 },
  );
});

it('what is accused is wrong under every profile that may be in force', () => {
  fc.assert(
    fc.property(executed, fc.oneof(score, fc.constantFrom(0, 5, 10)), (spent, written) => {
      const report = review({ executed: spent, score: written });
      const { execution } = report.scores;
      if (!execution || !about(report).some((each) => each.startsWith('P0'))) return;
      expect(executionVerdict(execution).kind).toBe('wrong');
      const exactly = exact(spent).div(10).toFixed(2);
      expect(exact(written).toFixed(2)).not.toBe(exactly);
      const steps = spent >= 90 ? 10 : spent >= 80 ? 5 : 0;
      expect(written).not.toBe(steps);
    }),
    { numRuns: 60 },
  );
});
