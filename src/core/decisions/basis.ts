/** What a decision was made on: a row that says something else since then is judged anew, not by the old decision. */
import { fingerprint } from '../fingerprint';
import { amountOf } from '../form/amountOf';
import type { BudgetBlock, Indicator, CellReading } from '../form/form';
import type { Cell } from '../sheet/sheetView';
import { fold } from '../value/normalise';

/** Longer texts are kept as their print: the record stays short. */
const longestPiece = 40;

function pieceOf(text: string | undefined): string {
  const words = fold(text ?? '').text;
  return words.length <= longestPiece ? words : fingerprint(words);
}

/** A number by its value, so that another number format is no other number. */
function figureOf(reading: CellReading | null | undefined): string {
  return amountOf(reading ?? null)?.toFixed() ?? pieceOf(reading?.cell.text);
}

/** The value of a cell; words where it holds none. */
function contentOf(cell: Cell | undefined): string {
  return typeof cell?.value === 'number' ? String(cell.value) : pieceOf(cell?.text);
}

/** What a row says that its score rests on: weight, target, actual and the row's own rule. The written score is no part. */
export function basisOf({ actual, rule, target, weight }: Indicator): string {
  return [figureOf(weight), contentOf(target?.cell), contentOf(actual?.cell), pieceOf(rule?.text)].join('\n');
}

/** The same for the execution rate: its weight and the amounts of every line. */
export function executionBasisOf({ lines, weight }: BudgetBlock): string {
  return [figureOf(weight), ...lines.flatMap(({ budget, executed }) => [figureOf(budget), figureOf(executed)])].join(
    '\n',
  );
}
