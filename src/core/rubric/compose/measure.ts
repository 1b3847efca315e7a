/** What a limit or a step measures, from the words before it. */
import type { Measure } from '../rule';

const execution = /执行率|支付率|支出率|执行进度|支出进度/u;
const completion =
  /完成率|完成比例|完成程度|完成进度|实际完成|(?:完成|到位)$|完成(?:计划|目标|任务|指标|年度|全部)|(?:计划|目标|任务|指标值?)的?$/u;
const otherYears = /[12][-—~至到][23]年|[1-9]年以上|上年[^提增]{0,4}(?:执行|资金)/u;
const lateness = /延期|延迟|延后|逾期|推迟|超期|滞后|迟|超时|(?:^|[^最])晚/u;
const timeUnit = /天|日|月|周|星期|年|季|小时|分钟/u;
const deviation = /偏差|偏离|误差/u;
const beyond =
  /(?:超过|超出|高于|超)(?:年度|年初|预期|设定|计划|绩效)?(?:目标|计划|指标|预算|批复|概算)(?:值|数|额|的)?$|超支|超额/u;
const beneath = /(?:低于|少于|未达到?|未完成|不足)(?:年度|年初|预期|设定|绩效)?(?:目标|计划|指标|预算)(?:值|数|额)?$/u;

/** Whether a name speaks of going beyond the target. */
export const goesBeyond = (name: string): boolean => beyond.test(name);

/** What may be known besides the words. */
export interface Around {
  readonly isExecutionRate: boolean;
  /** What the text measures where it names nothing. */
  readonly usual: Measure;
  /** Whether a time without a name is one after the deadline: the text speaks of 延期 elsewhere. */
  readonly isLate: boolean;
}

/** The measure that a name says; `usual` where the name says none. */
export function measureOf(name: string, unit: string, { isExecutionRate, usual, isLate }: Around): Measure {
  const isRate = unit === '%' || unit === '';
  if (timeUnit.test(unit)) return lateness.test(name) || (name === '' && isLate) ? 'lateness' : 'actual';
  if (!isRate) return unit.includes('百分点') && usual === 'execution-rate' ? usual : 'actual';
  if (usual === 'other-rate' || otherYears.test(name)) return 'other-rate';
  if (deviation.test(name)) return 'deviation';
  if (beyond.test(name)) return 'excess';
  if (beneath.test(name)) return 'shortfall';
  if (isExecutionRate || execution.test(name)) return 'execution-rate';
  if (completion.test(name)) return 'completion';
  return /[率度]|比[例重]|占比|增[幅长]/u.test(name) ? 'actual' : usual;
}

/** What a whole text measures: the first name that says it. */
export function usualMeasure(names: readonly string[], isExecutionRate: boolean): Measure {
  if (isExecutionRate && !names.some((name) => otherYears.test(name))) return 'execution-rate';
  const around: Around = { isExecutionRate, usual: 'actual', isLate: false };
  for (const name of names) {
    if (name === '') continue;
    const measure = measureOf(name, '%', around);
    if (measure !== 'excess' && measure !== 'shortfall') return measure;
  }
  return 'actual';
}

/** Whether one of the names speaks of lateness. */
export function speaksOfLateness(names: readonly string[]): boolean {
  return names.some((name) => lateness.test(name));
}
