/**
 * Clauses of a form's notes that take points for going far beyond a target and leave it to a person how many
 * (财预〔2020〕10号: 完成值高于指标值较多的 … 按照偏离度适当调减分值). They move the rows that went as far, and no others.
 */
import { exact, type Exact, hundred } from '../exact';
import type { CompiledClause, CompiledRule } from '../rubric/compiledRule';
import { fold } from '../value/normalise';
import type { Situation } from './situation';
import { withoutSpaces } from '../signs';

const goesBeyond =
  /^(?:\d+[.、])?(?:对|对于)?(?:(?:实际)?(?:完成值|完成数|实际值|完成情况)(?:高于|超过|超出|大于|超)(?:年初|年度|绩效|设定)*(?:指标值?|目标值?|计划)|超额完成|完成率(?:高于|超过|超出|大于|达到))/u;
const takes = /(?:调减|扣减|核减|酌减|酌情扣|适当扣)/u;
/** "超过指标值30%", "完成率超过130%". */
const threshold = /(?:高于|超过|超出|大于|达到|超)[^,，。;；\d]{0,8}(\d{2,3})[%％]/u;

/** Where a clause names no limit, nobody calls less than this far above. */
const farAbove = exact('1.3');

/** A clause of the kind, with the completion (a ratio) from which it holds. */
export interface ExcessClause {
  readonly text: string;
  readonly from: Exact;
}

function excessOf({ isRead, text }: CompiledClause): ExcessClause | null {
  const words = withoutSpaces(fold(text).text);
  if (isRead || !goesBeyond.test(words) || !takes.test(words)) return null;
  const percent = threshold.exec(words)?.[1];
  if (percent === undefined) return { text, from: farAbove };
  const ratio = exact(percent).div(hundred);
  return { text, from: ratio.gte(1) ? ratio : ratio.plus(1) };
}

/** The clauses of the kind in a text. */
export function excessClausesOf({ clauses }: CompiledRule): readonly ExcessClause[] {
  return clauses.flatMap((clause) => excessOf(clause) ?? []);
}

/** The pieces of a text that were not understood and lie outside of these clauses. */
export function doubtsBeyond(pieces: readonly string[], clauses: readonly ExcessClause[]): readonly string[] {
  return pieces.filter((piece) => !clauses.some(({ text }) => text.includes(piece)));
}

/** Whether the row went as far beyond its target as a clause says; a cost or a number of faults cannot. */
export function isBeyond({ completion, directed }: Situation, { from }: ExcessClause): boolean {
  return directed.direction !== 'reverse' && completion?.gte(from) === true;
}
