/** One sound form in which a single row varies: weights of a hundred, a right execution score, a total that adds up. */
import { exact, type Exact } from '../../../../src/core/exact';
import type { Finding } from '../../../../src/core/checks/finding';
import { reviewSnapshot } from '../../../../src/core/report/reviewSnapshot';
import type { IndicatorScore } from '../../../../src/core/score/scores';
import { snapshotOf } from '../../../forms/snapshotOf';
import type { CellValue } from '../../../../src/core/sheet/snapshot';

/** What varies. */
export interface RowCase {
  readonly name?: string | undefined;
  readonly level2?: string | undefined;
  readonly target: string | number;
  readonly actual: string | number;
  /** Number formats of target and actual. */
  readonly targetFormat?: string | undefined;
  readonly actualFormat?: string | undefined;
  /** 指标性质, in a column of its own. */
  readonly sign?: string | undefined;
  readonly stated: number | null;
}

/** The row's score, and what is found at it or at the total. */
export interface RowReview {
  readonly score: IndicatorScore;
  readonly findings: readonly Finding[];
}

/** Points of the row. */
export const weight = 10;
const row = 5;
const totalRow = 8;

/** A share of the weight as a unit writes it. */
export function pointsOf(share: number): number {
  return exact(exact(share).times(weight).toFixed(2)).toNumber();
}

/** Reviews the form with this row. @throws Error when it is not recognised: then the fixture is at fault. */
export function reviewRow({ actual, level2, name, sign, stated, target, ...formats }: RowCase): RowReview {
  const head = [
    '一级指标',
    '二级指标',
    '三级指标',
    '年度指标值',
    '实际完成值',
    '分值',
    '得分',
    '偏差原因分析及改进措施',
  ];
  const withSign = (cells: readonly CellValue[], own: string): readonly CellValue[] =>
    sign === undefined ? cells : [...cells, own];
  const reason = '因汛期影响，已安排整改';
  const rows: readonly (readonly CellValue[])[] = [
    ['项目支出绩效自评表'],
    ['项目名称', '', '测试项目'],
    ['项目资金（万元）', '', '', '年初预算数', '全年预算数（A）', '全年执行数（B）', '分值', '执行率', '得分'],
    ['', '', '年度资金总额', 100, 100, 100, 10, '100.00%', 10],
    withSign(head, '指标性质'),
    withSign(
      ['产出指标', level2 ?? '数量指标', name ?? '甲项工作完成数', target, actual, weight, stated, reason],
      sign ?? '',
    ),
    withSign(['效益指标', '社会效益指标', '受益群众人数', '≥500人', '600人', 70, 70, ''], '正向'),
    withSign(['满意度指标', '服务对象满意度指标', '受访企业满意度', '≥90%', '95%', 10, 10, ''], '正向'),
    ['总分', null, null, null, null, 100, stated === null ? 90 : exact(stated).plus(90).toNumber()],
  ];
  const { actualFormat, targetFormat } = formats;
  const snapshot = snapshotOf(rows, {
    formats: {
      ...(targetFormat ? { [targetFormat]: ['D6'] } : {}),
      ...(actualFormat ? { [actualFormat]: ['E6'] } : {}),
    },
  });
  const [report] = reviewSnapshot(snapshot).forms;
  const score = report?.scores.indicators.find(({ indicator }) => indicator.line === row);
  if (!report || !score) throw new Error(`the row "${String(target)}" / "${String(actual)}" was not recognised`);
  const isNear = ({ cells }: Finding): boolean => cells.some((cell) => cell.row === row || cell.row === totalRow);
  return { score, findings: report.findings.filter(isNear) };
}

/** Whether a number is a right score, to the cent that rounding may differ by. */
export function isNear(left: Exact, right: number): boolean {
  return left.minus(right).abs().lt('0.0051');
}

/** Whether the limits leave room for a score; no limits leave room for all. */
export function admits({ interval }: IndicatorScore, points: number): boolean {
  return !interval || (interval.low.minus('0.0051').lte(points) && interval.high.plus('0.0051').gte(points));
}
