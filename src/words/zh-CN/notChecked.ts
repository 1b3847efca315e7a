/** What of a form could not be reviewed, in Chinese. */
import type { NotChecked } from '../../core/report/notChecked';

export const notChecked: Readonly<Record<NotChecked['because'], string>> = {
  clipped: '工作表太大，只读了前面一部分',
  displaced: '{count} 行与表头错位，没有评分',
  unreadable: '{count} 行在看不懂的表头下面，没有读',
  'no-points': '{count} 项没有分值和得分，只核对了目标值、完成值和原因',
  'no-weights': '{count} 项没有分值，得分无法按规则重算，只核对了目标值、完成值和原因',
  'no-scores': '{count} 项都没有填得分，得分和总分无从核对',
  'no-actuals': '{count} 项都没有填完成值，得分无从核对',
  'no-actual-column': '表上没有完成值一栏，{count} 项得分只能核对是不是规则允许的分',
  'none-settled': '{count} 项得分都要由评审人评定，没有一项能按规则算定',
  execution: '资金表缺少预算数或执行数，执行率和它的得分无从核对',
  'execution-of-nothing': '资金表的预算数不大于 0，执行率和它的得分无从核对',
  'execution-unfit': '资金表的预算数和执行数对不上（单位不同，或是负数），执行率和它的得分无从核对',
};

/** How they are put together in the first line of a form. */
export const inPart = { sentence: '只复核了一部分：{parts}。', between: '；' } as const;
