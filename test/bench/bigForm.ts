/** National forms of any number of indicators, for measuring and for long lists: a sound one and a faulty one. */
import { markedSheet } from '../support/markedSheet';
import type { Snapshot } from '../../src/core/sheet/snapshot';

const kinds = [
  { level2: '数量指标', name: '培训人数', target: '≥200人', actual: '210人' },
  { level2: '质量指标', name: '验收合格率', target: '=100%', actual: '97.5%' },
  { level2: '时效指标', name: '完成及时率', target: '≥95%', actual: '96%' },
  { level2: '成本指标', name: '成本控制率', target: '≤100%', actual: '98.2%' },
  { level2: '社会效益指标', name: '带动就业', target: '成效显著', actual: '达成预期指标' },
] as const;

/** The sheet around rows of half a point each, of which `points` were given; the budget's execution adds 9.5 of 10. */
function nationalForm(rows: readonly string[], points: number): Snapshot {
  return markedSheet(
    [
      '| 项目支出绩效自评表 |',
      '| （2023年度） |',
      '| 项目名称 | 大型项目 |',
      '| 项目资金（万元） | | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分 |',
      '| ^ | 年度资金总额： | 100 | 100 | 95 | 10 | 95.00% | 9.5 |',
      '| 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 偏差原因分析及改进措施 |',
      ...rows,
      `| 总分 | < | < | < | < | ${rows.length / 2 + 10} | ${points + 9.5} | |`,
    ].join('\n'),
  ).snapshot;
}

/** A form of `count` indicators whose weights are equal; a tenth of the rows lost marks and say why. */
export function bigForm(count: number): Snapshot {
  const rows = Array.from({ length: count }, (_, place) => {
    const kind = kinds[place % kinds.length] ?? kinds[0];
    const level1 = place === 0 ? '产出指标' : '';
    return `| ${level1} | ${kind.level2} | ${kind.name}${place + 1} | ${kind.target} | ${kind.actual} | 0.5 | 0.5 | 第${place + 1}项因天气原因延后，下一步加强调度。 |`;
  });
  return nationalForm(rows, count * 0.5);
}

/** A form whose every indicator has a score above its rule and no reason for its deviation. */
export function faultyForm(count: number): Snapshot {
  const rows = Array.from({ length: count }, (_, place) => {
    const level1 = place === 0 ? '产出指标' : '';
    return `| ${level1} | 数量指标 | 培训第${place + 1}批人数 | =200人 | ${100 + (place % 50)}人 | 0.5 | 0.4 | |`;
  });
  return nationalForm(rows, count * 0.4);
}
