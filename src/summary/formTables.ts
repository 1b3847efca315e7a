/** The tables that an evaluation report carries for one form. */
import type { PremiseAbout } from '../core/score/premises';
import { ratioText } from './amount';
import type { FormFacts, IndicatorFacts } from './formFacts';
import {
  countColumn,
  differenceColumn,
  moneyColumn,
  pointsColumn,
  quotientColumn,
  type SummaryTable,
  tableOf,
  textColumn,
} from './table';

/** 一级指标得分情况表: a row a level-1 heading. */
export function levelTable({ levels }: FormFacts): SummaryTable {
  return tableOf(
    '一级指标得分情况表',
    {
      name: textColumn('一级指标'),
      weight: pointsColumn('权重'),
      stated: pointsColumn('自评得分'),
      settled: pointsColumn('可核定得分'),
      openCount: countColumn('待评定（项）'),
      openWeight: pointsColumn('待评定分值'),
      reviewed: pointsColumn('得分'),
      rate: quotientColumn('得分率', ['reviewed', 'weight']),
      grade: textColumn('等级'),
    },
    levels.map(({ grade, name, openCount, openWeight, rate, reviewed, settled, stated, weight }) => ({
      ...{ name, weight, stated, settled, openWeight, reviewed, rate, grade },
      openCount: String(openCount),
    })),
  );
}

/** What the reviewer can have answered of a row, as a paper calls it. */
const questions: Readonly<Partial<Record<PremiseAbout, string>>> = {
  rule: '规则',
  direction: '方向',
  scale: '口径',
  sort: '指标性质',
};

/** What the score rests on: a rule, a person's word with its reason, or nothing yet but limits. */
function basisText({ basis, because, high, low, settledBy }: IndicatorFacts): string | null {
  if (basis === 'given') return `复核人评定：${because}`;
  if (basis === 'explained') return `说明后保留自评得分：${because}`;
  const answered = settledBy.flatMap((about) => questions[about] ?? []);
  if (basis === 'rule') return answered.length === 0 ? '按规则计算' : `按规则计算（复核人确认${answered.join('、')}）`;
  if (basis === null) return null;
  if (low === null || high === null) return '待评定';
  return low === high ? `待评定，允许 ${low}` : `待评定，允许 ${low}–${high}`;
}

/** 二、三级指标得分表: a row an indicator. */
export function indicatorTable({ indicators }: FormFacts): SummaryTable {
  return tableOf(
    '二、三级指标得分表',
    {
      level1: textColumn('一级指标'),
      level2: textColumn('二级指标'),
      name: textColumn('三级指标'),
      weight: pointsColumn('分值'),
      target: textColumn('年度指标值'),
      actual: textColumn('实际完成值'),
      stated: pointsColumn('自评得分'),
      ruled: pointsColumn('按规则得分'),
      reviewed: pointsColumn('得分'),
      lost: differenceColumn('扣分', ['weight', 'reviewed']),
      basis: textColumn('得分依据'),
      opinion: textColumn('复核意见'),
      reason: textColumn('偏差原因（表内原文）'),
    },
    indicators.map((indicator) => {
      const { actual, level1, level2, lost, name, opinion, reason, reviewed, ruled, stated, target, weight } =
        indicator;
      return {
        ...{ level1, level2, name, weight, target, actual, stated, ruled, reviewed, lost, opinion, reason },
        basis: basisText(indicator),
      };
    }),
  );
}

/** 项目支出预算执行情况表: a row a budget line; 万元. */
export function budgetTable({ budgetLines }: FormFacts): SummaryTable {
  return tableOf(
    '项目支出预算执行情况表（万元）',
    {
      label: textColumn('资金来源'),
      initial: moneyColumn('年初预算数'),
      budget: moneyColumn('全年预算数'),
      executed: moneyColumn('全年执行数'),
      rate: quotientColumn('执行率', ['executed', 'budget']),
    },
    budgetLines.map(({ budget, executed, initial, label }) => ({
      ...{ label, initial, budget, executed },
      rate: ratioText(executed, budget),
    })),
  );
}
