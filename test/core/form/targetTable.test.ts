/** Tables of approved targets, in the layouts in which they are declared and approved. */
import { recognise } from '../../../src/core/form/recognise';
import { toA1 } from '../../../src/core/sheet/cellRef';
import type { CellValue } from '../../../src/core/sheet/snapshot';
import { snapshotOf } from '../../forms';

const tablesOf = (rows: readonly (readonly CellValue[])[], merges: readonly string[] = []) =>
  recognise(snapshotOf(rows, { sheetName: '目标', merges })).targetTables.map((table) => ({
    of: [table.projectName, table.year, table.standing],
    targets: table.targets.map(({ level2, name, sign, target, unit }) =>
      [level2, name, `${sign}${target.text}${unit}`, toA1(target.ref)].join(' '),
    ),
  }));

test('the national declaration, with the targets of the whole term before those of the year', () => {
  const rows = [
    ['项目支出绩效目标申报表'],
    ['（2023年度）'],
    ['项目名称', null, '农村道路养护'],
    ['主管部门及代码', null, '交通运输局', null, '实施单位', null, '公路中心'],
    ['项目资金（万元）', null, '实施期资金总额：', 600, '年度资金总额：', null, 200],
    ['总体目标', '实施期目标', null, null, '年度目标'],
    [null, '养护道路360公里', null, null, '养护道路120公里'],
    ['绩效指标', '一级指标', '二级指标', '三级指标', '指标值', '二级指标', '三级指标', '指标值'],
    [null, '产出指标', '数量指标', '养护里程', '≥360公里', '数量指标', '养护里程', '≥120公里'],
    [null, null, '质量指标', '验收合格率', '≥98%', '质量指标', '验收合格率', '≥97%'],
    [null, '满意度指标', '服务对象满意度指标', '群众满意度', '≥90%', '服务对象满意度指标', '群众满意度', '≥90%'],
  ];
  expect(tablesOf(rows, ['A8:A11', 'B9:B10'])).toEqual([
    {
      of: ['农村道路养护', 2023, 'declared'],
      targets: [
        '数量指标 养护里程 ≥120公里 H9',
        '质量指标 验收合格率 ≥97% H10',
        '服务对象满意度指标 群众满意度 ≥90% H11',
      ],
    },
  ]);
});

test('one table of many projects, each row under its own', () => {
  const rows = [
    ['2023年部门预算项目绩效目标批复表'],
    ['单位名称', '项目名称', '预算数', '一级指标', '二级指标', '三级指标', '指标性质', '指标值', '度量单位', '权重'],
    ['公路中心', '54232222T000000107594-道路养护', 200, '产出指标', '数量指标', '养护里程', '≥', 120, '公里', 50],
    [null, null, null, '满意度指标', '满意度指标', '群众满意度', '≥', 90, '%', 40],
    ['公路中心', '桥梁养护', 80, '产出指标', '数量指标', '养护座数', '≥', 12, '座', 50],
    [null, null, null, '效益指标', '社会效益指标', '通行条件', '定性', '改善', null, 40],
  ];
  expect(tablesOf(rows, ['B3:B4', 'A3:A4', 'C3:C4'])).toEqual([
    {
      of: ['54232222T000000107594-道路养护', 2023, 'approved'],
      targets: ['数量指标 养护里程 ≥120公里 H3', '满意度指标 群众满意度 ≥90% H4'],
    },
    {
      of: ['桥梁养护', 2023, 'approved'],
      targets: ['数量指标 养护座数 ≥12座 H5', '社会效益指标 通行条件 定性改善 H6'],
    },
  ]);
});

test.each([
  ['a form with actual values and scores', ['三级指标', '年度指标值', '实际完成值', '分值', '得分']],
  ['a monitoring table', ['三级指标', '年度指标值', '1-7月执行情况', '全年预计完成情况', '完成目标可能性']],
])('%s is none', (_, headings) => {
  const rows = [
    ['项目名称', '农村道路养护'],
    ['一级指标', '二级指标', ...headings],
    ['产出指标', '数量指标', '里程', '≥120公里', '120公里', 100, 100],
  ];
  expect(tablesOf(rows)).toEqual([]);
});
