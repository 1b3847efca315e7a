/**
 * Drafts the note that explains a deviation. It is written into an official Chinese form and therefore Chinese
 * whatever language the pane speaks. It states figures only and never invents a cause: that is left to the unit.
 *
 * Source of the duty: 财预〔2020〕10号, 自评表 column 偏差原因分析及改进措施.
 */
import type { IndicatorScore } from '../score/scores';
import { hundred, plain, type Exact } from '../exact';

/** What a person must still fill in. */
const slot = '【需填写】';

/** The words a note of ours begins with, by which it is known again. */
export const noteOpening = '复核提示：';

/**
 * The note for one indicator whose score is below its weight. Two rows never get the same text: it names the indicator
 * and its figures.
 */
export function deviationNote(
  { certainty, indicator, completion }: IndicatorScore,
  score: Exact,
  weight: Exact,
): string {
  // In one line, so that the note's end is known again.
  const inOneLine = (text: string): string => text.trim().replace(/\s+/gu, ' ');
  const target = inOneLine(indicator.target?.cell.text ?? '');
  const actual = inOneLine(indicator.actual?.cell.text ?? '');
  const compared = target && actual ? `年度指标值${target}，实际完成值${actual}` : '';
  // A rate that depends on how the row is read is no figure to state.
  const rate = completion && certainty !== 'readings' ? `完成率${completion.times(hundred).toFixed(2)}%` : '';
  const lost = `得分${plain(score)}分，比分值${plain(weight)}分少${plain(weight.minus(score))}分`;
  const figures = [compared, rate, lost].filter((piece) => piece !== '').join('，');
  return `${noteOpening}${inOneLine(indicator.name.text)}：${figures}。${openSlots}`;
}

const openSlots = `偏差原因：${slot}。改进措施：${slot}。`;

/**
 * What a reason cell is to hold so that the note stands in it; null where it is to stay as it is. Words of the user
 * stay above the note. An earlier note whose slots are still open is replaced; one that the user filled in, or wrote
 * on below, has become the user's own words, and nothing is added to those.
 */
export function reasonWithNote(reason: string, note: string): string | null {
  const at = reason.lastIndexOf(noteOpening);
  const isOurs = at >= 0 && !reason.slice(at).includes('\n') && reason.endsWith(openSlots);
  if (at >= 0 && !isOurs) return null;
  const own = (at < 0 ? reason : reason.slice(0, at)).trimEnd();
  const whole = own === '' ? note : `${own}\n${note}`;
  return whole === reason ? null : whole;
}
