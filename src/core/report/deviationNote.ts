/**
 * Drafts the note that explains a deviation. It is written into an official Chinese form and therefore Chinese
 * whatever language the pane speaks. It states figures only and never invents a cause: that is left to the unit.
 *
 * Source of the duty: 财预〔2020〕10号, 自评表 column 偏差原因分析及改进措施.
 */
import type { IndicatorScore } from '../score/scores';
import { hundred, plain, type Exact } from '../exact';

/** What a person must still fill in. */
export const slot = '【需填写】';

/** The words a note of ours begins with, by which it is known again. */
export const noteOpening = '复核提示：';

/**
 * The note for one indicator whose score is below its weight. Two rows never get the same text: it names the indicator
 * and its figures.
 */
export function deviationNote({ indicator, completion }: IndicatorScore, score: Exact, weight: Exact): string {
  const target = indicator.target?.cell.text.trim() ?? '';
  const actual = indicator.actual?.cell.text.trim() ?? '';
  const compared = target && actual ? `年度指标值${target}，实际完成值${actual}` : '';
  const rate = completion ? `完成率${completion.times(hundred).toFixed(2)}%` : '';
  const lost = `得分${plain(score)}分，比分值${plain(weight)}分少${plain(weight.minus(score))}分`;
  const figures = [compared, rate, lost].filter((piece) => piece !== '').join('，');
  return `${noteOpening}${indicator.name.text}：${figures}。偏差原因：${slot}。改进措施：${slot}。`;
}
