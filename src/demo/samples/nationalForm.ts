/** Builds a form of the layout in national use since 2020, as a sheet of plain data, from the facts that fill it. */
import { columnLetters } from '../../core/sheet/cellRef';
import type { PlainCell, PlainSheet } from '../../simulator/model/plain';

/** One row of the indicator table; levels stand only on the first row of their group. */
export interface SampleIndicatorFacts {
  readonly level1?: string;
  readonly level2?: string;
  readonly name: string;
  readonly target: string;
  readonly actual: string;
  /** In points. */
  readonly weight: number;
  readonly score: number;
  readonly reason?: string;
}

/** What fills a form. */
export interface SampleFormFacts {
  readonly id: string;
  /** Of the sheet. */
  readonly name: string;
  readonly project: string;
  readonly department: string;
  readonly unit: string;
  /** In 万元: at the start of the year, after adjustment, spent. */
  readonly budget: readonly [initial: number, adjusted: number, spent: number];
  /** The execution rate as written, such as "87.97%". */
  readonly rate: string;
  /** Points for it, of 10. */
  readonly rateScore: number;
  readonly goal: string;
  readonly outcome: string;
  readonly indicators: readonly SampleIndicatorFacts[];
  /** The total as the form states it, in points. */
  readonly total: number;
  readonly protection?: PlainSheet['protection'];
}

type Row = readonly (string | number | PlainCell | null)[];

const money = (value: number): PlainCell => ({ value, numberFormat: '0.00' });

/** Cells by address, from rows that start at A1. */
export function cellsFrom(rows: readonly Row[]): Record<string, PlainCell> {
  const entries = rows.flatMap((row, rowIndex) =>
    row.flatMap((cell, column) => {
      if (cell === null) return [];
      const plain: PlainCell = typeof cell === 'object' ? cell : { value: cell };
      return [[`${columnLetters(column)}${rowIndex + 1}`, plain] as const];
    }),
  );
  return Object.fromEntries(entries);
}

/** The form: title, head, budget block, goals, indicators, total; merged as published forms are. */
export function nationalForm(facts: SampleFormFacts): PlainSheet {
  const [initial, adjusted, spent] = facts.budget;
  const first = 14;
  const last = first + facts.indicators.length - 1;
  const rows: readonly Row[] = [
    ['附件：'],
    [{ value: '项目支出绩效自评表', isBold: true }],
    ['（2023年度）'],
    ['项目名称', null, facts.project],
    ['主管部门', null, facts.department, null, null, '实施单位', null, facts.unit],
    ['项目资金\n（万元）', null, null, null, '年初预算数', '全年预算数', '全年执行数', '分值', '执行率', '得分'],
    [
      null,
      null,
      '年度资金总额：',
      null,
      money(initial),
      money(adjusted),
      money(spent),
      10,
      facts.rate,
      money(facts.rateScore),
    ],
    [null, null, '其中：本年财政拨款', null, money(initial), money(adjusted), money(spent), '—', '—', '—'],
    [null, null, '      上年结转资金', null, money(0), money(0), money(0), '—', '—', '—'],
    [null, null, '      其他资金', null, money(0), money(0), money(0), '—', '—', '—'],
    ['年度总体目标', '预期目标', null, null, null, '实际完成情况'],
    [null, facts.goal, null, null, null, facts.outcome],
    [
      '绩效指标',
      '一级指标',
      '二级指标',
      '三级指标',
      null,
      '年度指标值',
      '实际完成值',
      '分值',
      '得分',
      '偏差原因分析及改进措施',
    ],
    ...facts.indicators.map(({ level1, level2, name, target, actual, weight, score, reason }) => [
      null,
      level1 ?? null,
      level2 ?? null,
      name,
      null,
      target,
      actual,
      weight,
      score,
      reason || null,
    ]),
    [
      '总分',
      null,
      null,
      null,
      null,
      null,
      null,
      10 + facts.indicators.reduce((sum, { weight }) => sum + weight, 0),
      money(facts.total),
    ],
  ];
  return {
    id: facts.id,
    name: facts.name,
    cells: cellsFrom(rows),
    merges: [
      ...['A1:B1', 'A2:J2', 'A3:J3', 'A4:B4', 'C4:J4', 'A5:B5', 'C5:E5', 'F5:G5', 'H5:J5', 'A6:B10'],
      ...['C6:D6', 'C7:D7', 'C8:D8', 'C9:D9', 'C10:D10', 'A11:A12', 'B11:E11', 'F11:J11', 'B12:E12', 'F12:J12'],
      `A13:A${last}`,
      ...groups(facts.indicators, 'level1').map(([from, to]) => `B${first + from}:B${first + to}`),
      ...groups(facts.indicators, 'level2').map(([from, to]) => `C${first + from}:C${first + to}`),
      ...Array.from({ length: last - 12 }, (_, index) => `D${13 + index}:E${13 + index}`),
      `A${last + 1}:G${last + 1}`,
    ],
    protection: facts.protection ?? null,
  };
}

/** First and last index of every group of several rows that share the level named on its first row. */
function groups(
  indicators: readonly SampleIndicatorFacts[],
  level: 'level1' | 'level2',
): readonly (readonly [number, number])[] {
  const starts = indicators.flatMap((indicator, index) =>
    indicator[level] !== undefined || (level === 'level2' && indicator.level1 !== undefined) ? [index] : [],
  );
  return starts
    .map((start, place) => [start, (starts[place + 1] ?? indicators.length) - 1] as const)
    .filter(([start, end]) => end > start);
}
