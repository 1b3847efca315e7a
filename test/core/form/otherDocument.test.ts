/** Sheets that are no self-evaluation are refused with the reason, whatever their columns look like; forms never are. */
import { recognise } from '../../../src/core/form/recognise';
import { toA1 } from '../../../src/core/sheet/cellRef';
import type { CellValue } from '../../../src/core/sheet/snapshot';
import { snapshotOf } from '../../forms';

type Rows = readonly (readonly CellValue[])[];

function reasonOf(rows: Rows): unknown {
  const recognition = recognise(snapshotOf(rows));
  if (recognition.found) return 'a form';
  const { because } = recognition;
  return because.kind === 'other-document' ? [because.what, toA1(because.cell)] : because.kind;
}

const levels = ['一级指标', '二级指标', '三级指标'];
const labels = ['产出指标', '数量指标', '修路里程'];

test.each<[string, Rows, unknown]>([
  [
    'a table of goals',
    [['项目支出绩效目标申报表'], ['（2023年度）'], [...levels, '指标值'], [...labels, '≥10公里']],
    ['绩效目标申报表', 'A1'],
  ],
  [
    'a table of goals with weights, under no title',
    [
      [...levels, '指标值', '分值'],
      [...labels, '≥10公里', 10],
    ],
    ['绩效目标申报表', 'A1'],
  ],
  [
    'a monitoring table',
    [
      ['项目支出绩效运行监控表'],
      [...levels, '年度指标值', '1-7月执行情况', '全年预计完成情况', '偏差原因分析', '完成目标可能性', '备注'],
      [...labels, '≥10公里', '6公里', '10公里', null, '确定能', null],
    ],
    ['绩效运行监控表', 'E2'],
  ],
  [
    'a monitoring table with an ordinary heading for the actual',
    [
      ['2023年绩效执行监控表'],
      [...levels, '年度指标值', '实际完成值', '偏差原因'],
      [...labels, '≥10公里', '6公里', null],
    ],
    ['绩效运行监控表', 'A1'],
  ],
  [
    'a framework without scores',
    [['评价指标体系'], [...levels, '分值', '指标解释', '评价标准'], [...labels, 10, '里程', '按比例']],
    ['绩效评价指标体系', 'A2'],
  ],
  ['the grounds of a project', [['项目立项依据'], ['一、政策依据'], ['县政府文件']], ['立项依据', 'A1']],
  [
    'a list of payments',
    [['支出明细表'], ['序号', '摘要', '金额', '备注'], [1, '购买水表', 5.5, null], ['合计', null, 5.5]],
    ['支出明细', 'A1'],
  ],
  [
    'an appraisal of people with weights and scores',
    [['2023年度员工绩效考核表'], ['考核指标', '目标值', '完成值', '权重', '得分'], ['出勤', '≥95%', '96%', 100, 100]],
    ['人员考核表', 'A1'],
  ],
  [
    'a list of people',
    [
      ['姓名', '部门', '得分'],
      ['甲', '一科', 90],
      ['乙', '二科', 95],
    ],
    'no-indicator-table',
  ],
  [
    'a budget block alone',
    [
      ['年初预算数', '全年预算数', '全年执行数', '分值', '执行率', '得分'],
      [10, 10, 9, 10, 0.9, 9],
    ],
    'no-indicator-table',
  ],
  [
    'numbers',
    [
      [1, 2, 3],
      [4, 5, 6],
    ],
    'no-indicator-table',
  ],
  ['a header with nothing below it', [[...levels, '年度指标值', '实际完成值', '分值', '得分']], 'not-filled-in'],
  ['nothing', [], 'empty'],
  [
    'blanks',
    [
      [null, ' '],
      [null, null],
    ],
    'empty',
  ],
])('%s is no form', (_, rows, reason) => {
  expect(reasonOf(rows)).toEqual(reason);
});

test.each([
  '附件3',
  '绩效目标完成情况表',
  '项目绩效跟踪及自评情况',
  '2022年度支出明细与绩效自评',
  '监控表',
  'Sheet1',
  '教师培训项目绩效自评表',
  '职工食堂经费支出评分表',
])('a table with scores is a form under the title %j', (title) => {
  const rows = [
    [title],
    [...levels, '年度指标值', '实际完成值', '分值', '得分'],
    [...labels, '≥10公里', '10公里', 10, 10],
  ];
  expect(reasonOf(rows)).toBe('a form');
});

test('a sentence about people above a form is not taken for the title of an appraisal', () => {
  const rows = [
    ['年度总体目标', '共设置10个绩效指标，全年培训基层干部400人。'],
    [...levels, '年度指标值', '实际完成值', '分值', '得分'],
    [...labels, '≥10公里', '10公里', 10, 10],
  ];
  expect(reasonOf(rows)).toBe('a form');
});
