/** The tables that an evaluation report carries for one form. */
import { ratioText } from './amount';
import type { FormFacts } from './formFacts';
import type { SummaryTable, TableColumn } from './table';

const text = (title: string): TableColumn => ({ title, kind: 'text' });
const points = (title: string): TableColumn => ({ title, kind: 'points' });
const money = (title: string): TableColumn => ({ title, kind: 'money' });

/** 一级指标得分情况表: levels × (heading, weight, stated, reviewed, rate, grade). */
export function levelTable({ levels }: FormFacts): SummaryTable {
  return {
    title: '一级指标得分情况表',
    columns: [
      text('一级指标'),
      points('权重'),
      points('自评得分'),
      points('得分'),
      { title: '得分率', kind: 'ratio', derived: { kind: 'quotient', of: [3, 1] } },
      text('等级'),
    ],
    rows: levels.map(({ grade, name, rate, reviewed, stated, weight }) => [
      name,
      weight,
      stated,
      reviewed,
      rate,
      grade,
    ]),
  };
}

const bases = { rule: '按规则计算', written: '按自评分（须人工判断）' } as const;

/** 二、三级指标得分表: indicators × (levels, name, weight, target, actual, stated, reviewed, lost, basis, reason). */
export function indicatorTable({ indicators }: FormFacts): SummaryTable {
  return {
    title: '二、三级指标得分表',
    columns: [
      text('一级指标'),
      text('二级指标'),
      text('三级指标'),
      points('分值'),
      text('年度指标值'),
      text('实际完成值'),
      points('自评得分'),
      points('得分'),
      { title: '扣分', kind: 'points', derived: { kind: 'difference', of: [3, 7] } },
      text('得分依据'),
      text('偏差原因（表内原文）'),
    ],
    rows: indicators.map((indicator) => [
      indicator.level1,
      indicator.level2,
      indicator.name,
      indicator.weight,
      indicator.target,
      indicator.actual,
      indicator.stated,
      indicator.reviewed,
      indicator.lost,
      indicator.basis && bases[indicator.basis],
      indicator.reason,
    ]),
  };
}

/** 项目支出预算执行情况表: budget lines × (label, initial, budget, executed, rate); 万元. */
export function budgetTable({ budgetLines }: FormFacts): SummaryTable {
  return {
    title: '项目支出预算执行情况表（万元）',
    columns: [
      text('资金来源'),
      money('年初预算数'),
      money('全年预算数'),
      money('全年执行数'),
      { title: '执行率', kind: 'ratio', derived: { kind: 'quotient', of: [3, 2] } },
    ],
    rows: budgetLines.map(({ budget, executed, initial, label }) => [
      label,
      initial,
      budget,
      executed,
      ratioText(executed, budget),
    ]),
  };
}
