/**
 * What every form is owed, whatever its layout: each sentence below is one demand, with a form that shows it. A marker in a
 * cell is a finding that must be told there; a form without markers must draw nothing graver than advice.
 */
import { reviewSnapshot } from '../../../src/core/report/reviewSnapshot';
import { toA1 } from '../../../src/core/sheet/cellRef';
import { createWords } from '../../../src/words';
import { publishedForms } from '../../forms';
import { markedSheet } from '../../support/markedSheet';

const transfer = '| 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 全年完成值 | 未完成原因和改进措施 |';
const bare = '| 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 全年完成值 |';
const scored = '| 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 偏差原因分析及改进措施 |';
const funds = '| 资金情况（万元） | | 全年预算数（A） | 全年执行数（B） | 预算执行率（B/A） |';
const fundsScored = '| 项目资金（万元） | | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分 |';
const content = '| 满意度指标 | 满意度指标 | 群众满意度 | ≥95% | 98% | |';
const title = '| 转移支付绩效自评表 |\n| （2023年度） |';

const withoutPoints = (row: string, more = ''): string => `${title}\n${more}${transfer}\n${row}\n${content}`;
const withPoints = (row: string, more = ''): string =>
  `| 项目支出绩效自评表 |\n${more}${scored}\n${row}\n| 满意度指标 | 满意度指标 | 群众满意度 | ≥95% | 98% | 40 | 40 | |`;

const demands: readonly (readonly [string, string])[] = [
  [
    'a target missed and no reason',
    withoutPoints('| 产出指标 | 数量指标 | 培训人数 | ≥100人 | 80人 | {reason-given:missed} |'),
  ],
  [
    'a target missed, and no column for reasons',
    `${title}\n${bare}\n| 产出指标 | 质量指标 | 验收合格率 | ≥100% | 80% {reason-given:missed} |\n| 满意度指标 | 满意度指标 | 群众满意度 | ≥95% | 98% |`,
  ],
  [
    '已完成 where a number is asked for',
    withoutPoints('| 产出指标 | 数量指标 | 印发手册 | ≥2400份 | 已完成 {actual-measured:words} | |'),
  ],
  [
    '未超预算 where an amount is asked for',
    withoutPoints('| 产出指标 | 成本指标 | 会议成本 | ≤100万元 | 未超预算 {actual-measured:words} | |'),
  ],
  [
    '无 where a share is asked for',
    withoutPoints('| 产出指标 | 质量指标 | 验收合格率 | 100% | 无 {actual-measured:words} | |'),
  ],
  [
    'over-completion without a word',
    withoutPoints('| 产出指标 | 数量指标 | 培训人数 | ≥100人 | 430人 | {over-completion-explained:unexplained} |'),
  ],
  [
    'over-completion, and no column for reasons',
    `${title}\n${bare}\n| 产出指标 | 数量指标 | 培训人数 | ≥100人 | 430人 {over-completion-explained:unexplained} |\n| 满意度指标 | 满意度指标 | 群众满意度 | ≥95% | 98% |`,
  ],
  [
    'a reason that says the target was reached, beside a number that says it was not',
    withoutPoints(
      '| 产出指标 | 数量指标 | 培训人数 | ≥100人 | 80人 | 已全部完成 {reason-agrees-with-numbers:saysDone} |',
    ),
  ],
  [
    'a figure of the achievements that is not the actual',
    withoutPoints(
      '| 产出指标 | 数量指标 | 修建渠道 | ≥50公里 | 52公里 | |',
      '| 总体目标 | 年初设定目标 | < | 全年实际完成情况 | < | < |\n| ^ | 修建渠道50公里。 | < | 已修建渠道48公里。 {goals-agree-with-figures:achieved} | < | < |\n',
    ),
  ],
  [
    'a figure of the conclusion that is not the actual',
    `${withPoints('| 产出指标 | 数量指标 | 修建渠道 | ≥50公里 | 52公里 | 60 | 60 | |')}
| 总分 | < | < | < | < | 100 | 100 | |
| 评价结论 | 已修建渠道48公里，群众满意。 {goals-agree-with-figures:conclusion} | < | < | < | < | < | < |`,
  ],
  [
    'a score of the conclusion that is not the total',
    `${withPoints('| 产出指标 | 数量指标 | 修建渠道 | ≥50公里 | 52公里 | 60 | 60 | |')}
| 总分 | < | < | < | < | 100 | 100 {narrative-agrees:score} | |
| 评价结论 | 项目自评总分为98分，按计划完成。 | < | < | < | < | < | < |`,
  ],
  [
    'a date of completion before the year',
    withoutPoints('| 产出指标 | 时效指标 | 完工时间 | 12月底前 | 2022年11月 {date-within-year:before} | |'),
  ],
  [
    'a cost above what was executed',
    withoutPoints(
      '| 产出指标 | 成本指标 | 项目总成本 | ≤100万元 | 98万元 {cost-agrees-with-amounts:above} | |',
      `${funds}\n| | 年度资金总额 | 100 | 95 | 95% |\n`,
    ),
  ],
  [
    'a cost below what was executed',
    withoutPoints(
      '| 产出指标 | 成本指标 | 项目总成本 | ≤100万元 | 90万元 {cost-agrees-with-amounts:below} | |',
      `${funds}\n| | 年度资金总额 | 100 | 95 | 95% |\n`,
    ),
  ],
  [
    'more executed than planned, without points',
    withoutPoints(
      '| 产出指标 | 数量指标 | 培训人数 | ≥100人 | 100人 | |',
      `${funds}\n| | 年度资金总额 | 100 | 120 {budget-amounts-plausible:overspent} | 120% |\n`,
    ),
  ],
  [
    'more executed than planned, with full points',
    withPoints(
      '| 产出指标 | 数量指标 | 培训人数 | ≥100人 | 100人 | 50 | 50 | |',
      `${fundsScored}\n| | 年度资金总额 | 100 | 100 | 120 {budget-amounts-plausible:overspentFull} | 10 | 100% | 10 |\n`,
    ),
  ],
  [
    '元 under 万元, seen by the actual of a row',
    withoutPoints(
      '| 产出指标 | 成本指标 | 工程费用 | 不超预算 | 95万元 | |',
      `${funds}\n| | 年度资金总额 | 950000 {budget-amounts-plausible:unit} | 950000 | 100% |\n`,
    ),
  ],
  [
    'a negative amount',
    withoutPoints(
      '| 产出指标 | 数量指标 | 培训人数 | ≥100人 | 100人 | |',
      `${funds}\n| | 年度资金总额 | 100 | -5 {budget-amounts-plausible:negative} | |\n`,
    ),
  ],
  [
    'points of headings that do not reach the whole',
    `| 项目自评表 |
| 一级指标 | 二级指标 | 三级指标 | 年初目标值（A） | 实际完成值（B） | 得分 |
| 产出指标（60分） | 数量指标（60分） {weights-reach-total:short} | 修建渠道 | ≥50公里 | 52公里 | 60 |
| 满意度 20 | 服务对象满意度 | 群众满意度 | ≥95% | 98% | 20 |`,
  ],
  [
    'a total in the head that is not the sum of the rows',
    `| 部门整体绩效自评表 |\n| 自评总分 | 99 {scores-reach-total:over} |\n${scored}
| 产出指标 | 数量指标 | 培训人数 | ≥100人 | 100人 | 60 | 60 | |
| 满意度指标 | 满意度指标 | 群众满意度 | ≥95% | 98% | 40 | 38 | 有老人反映排队久，今后分时段。 |`,
  ],
  [
    'a grade in the head that the total does not earn',
    `| 部门整体绩效自评表 |\n| 自评等级 | 良 {grade-matches-total:differs} |\n${withPoints('| 产出指标 | 数量指标 | 培训人数 | ≥100人 | 100人 | 60 | 60 | |').split('\n').slice(1).join('\n')}
| 总分 | < | < | < | < | 100 | 100 | |`,
  ],
  [
    'full marks for a target that was missed are no rounding',
    withPoints(
      '| 产出指标 | 数量指标 | 救助人数 | ≥4754人 | 4604人 | 60 | 60 {score-matches-rule:over} | 外出务工者多。今后提前核实。 |',
    ),
  ],
  [
    'numbers kept as text in one row are one finding',
    withPoints("| 产出指标 | 数量指标 | 培训人数 | ≥100人 | 100人 | '60 {number-not-text:row} | '60 | |"),
  ],
];

test.each(demands)('%s', (_, source) => {
  const { expected, snapshot } = markedSheet(source);
  const findings = reviewSnapshot(snapshot).forms.flatMap((form) => form.findings);
  const told = findings.map(({ cells: [cell], check, message }) => `${check}:${message}@${cell ? toA1(cell) : ''}`);
  expect(expected.length).toBe(1);
  expect(told).toEqual(
    expect.arrayContaining(expected.map(({ cell, check, message }) => `${check}:${message}@${cell}`)),
  );
});

const sound: readonly (readonly [string, string])[] = [
  [
    '达成预期指标 in a column of reasons is like 无',
    withPoints('| 产出指标 | 数量指标 | 培训人数 | ≥100人 | 100人 | 60 | 60 | 达成预期指标 |').replace(
      '| 40 | 40 | |',
      '| 40 | 40 | 达成预期指标 |',
    ),
  ],
  ['无 against an accident that shall not happen', withoutPoints('| 产出指标 | 质量指标 | 安全事故 | 0起 | 无 | |')],
  [
    'a rounded score is compared with the unrounded one',
    withPoints(
      '| 产出指标 | 质量指标 | 资料归档率 | ≥100% | 97.3% | 2 | 1.9 | 两卷未装订，今后按月归档。 |\n| ^ | 数量指标 | 培训人数 | ≥100人 | 100人 | 58 | 58 | |',
    ),
  ],
  [
    'a cost that may run over several years is no cost of the year',
    withoutPoints(
      '| 产出指标 | 成本指标 | 项目总成本 | ≤8000万元 | 7600万元 | |',
      `${funds}\n| | 年度资金总额 | 500 | 500 | 100% |\n`,
    ),
  ],
  [
    'the newer template with costs as a first level',
    `| 项目支出绩效自评表 |\n${fundsScored}\n| | 年度资金总额 | 100 | 100 | 100 | 10 | 100% | 10 |\n${scored}
| 成本指标 | 经济成本指标 | 人均成本 | ≤400元 | 386元 | 20 | 20 | |
| 产出指标 | 数量指标 | 培训人数 | ≥100人 | 100人 | 40 | 40 | |
| 效益指标 | 社会效益指标 | 受益人数 | ≥500人 | 500人 | 20 | 20 | |
| 满意度指标 | 满意度指标 | 群众满意度 | ≥95% | 98% | 10 | 10 | |
| 总分 | < | < | < | < | 100 | 100 | |`,
  ],
];

test.each(sound)('%s', (_, source) => {
  const findings = reviewSnapshot(markedSheet(source).snapshot).forms.flatMap((form) => form.findings);
  const grave = findings.filter(({ severity }) => severity !== 'P2');
  expect(grave.map(({ check, message }) => `${check}:${message}`)).toEqual([]);
});

test('no remedy proposes a total above the full mark', () => {
  const words = createWords('zh-CN');
  for (const { snapshot } of publishedForms) {
    for (const { findings, rubric } of reviewSnapshot(snapshot).forms) {
      const remedies = findings
        .filter(({ check }) => ['scores-reach-total', 'weights-reach-total'].includes(check))
        .flatMap((finding) => /(?:改为|等于) (\d+(?:\.\d+)?)/u.exec(words.findingText(finding).remedy)?.[1] ?? []);
      for (const proposed of remedies) expect(rubric.total.gte(proposed)).toBe(true);
    }
  }
});

test('a form that was reviewed in part says so', () => {
  const [form] = reviewSnapshot(
    markedSheet(withoutPoints('| 产出指标 | 数量指标 | 培训人数 | ≥100人 | 100人 | |')).snapshot,
  ).forms;
  expect(form?.notChecked.map(({ because }) => because)).toContain('no-points');
});
