/** A form tells one execution rate: in its block, in its words, and by the amounts that its words name. */
import { exact, hundred, type Exact } from '../../exact';
import type { Form } from '../../form/form';
import type { CellRef } from '../../sheet/cellRef';
import { fold } from '../../value/normalise';
import { defineCheck } from '../defineCheck';
import { halfStepOfRate } from '../shared/displayedStep';

const told = /(?:预算|资金|支出|支付)(?:执行|支出|支付|完成|使用)率(?:为|是|达到?|:)*(\d{1,3}(?:\.\d+)?)%/u;
const amounts =
  /(?:预算|下达|安排)(?:资金|金额|数|总额)*(?:为|是|:)*(\d+(?:\.\d+)?)万?元[,，、;]?(?:实际|共|累计)(?:支出|支付|使用|执行)(?:资金|金额|数)*(?:为|是|:)*(\d+(?:\.\d+)?)万?元/u;
/** Longer texts are no remarks of one row. */
const readAtMost = 2000;

interface Told {
  readonly cell: CellRef;
  readonly rate: Exact;
  /** As written, or as it follows from amounts. */
  readonly text: string;
  readonly half: Exact;
}

function toldIn(text: string, cell: CellRef): readonly Told[] {
  const words = fold(text.slice(0, readAtMost)).text;
  const rate = told.exec(words)?.[1];
  const [, budget, spent] = amounts.exec(words) ?? [];
  const found: Told[] = [];
  if (rate !== undefined) {
    found.push({ cell, rate: exact(rate).div(hundred), text: `${rate}%`, half: halfStepOfRate(`${rate}%`) });
  }
  if (budget !== undefined && spent !== undefined && exact(budget).gt(0)) {
    const ratio = exact(spent).div(budget);
    const shown = `${ratio.times(hundred).toFixed(2)}%`;
    found.push({ cell, rate: ratio, text: shown, half: halfStepOfRate(shown) });
  }
  return found;
}

/** Remarks and reasons of the rows, and what was achieved; a rule text names rates of every size and tells none. */
function wordsOf({ goals, indicators }: Form): readonly Told[] {
  const cells = indicators.flatMap(({ actual, isExecutionRate, reason, remark }) => [
    ...(isExecutionRate ? [] : [actual?.cell]),
    reason,
    remark,
  ]);
  return [...cells, goals.achieved].flatMap((cell) =>
    cell && !/[≥≤<>＜＞]|得\d+(?:\.\d+)?分/u.test(cell.text) ? toldIn(cell.text, cell.ref) : [],
  );
}

export const executionRateConsistent = defineCheck({
  id: 'execution-rate-consistent',
  severity: 'P1',
  scope: 'text',
  messages: { differ: ['first', 'second'] },

  find({ form, scores: { execution } }, report) {
    const words = wordsOf(form);
    const cell = execution?.block.rate?.cell ?? execution?.block.lines[0]?.executed?.cell;
    const byAmounts: readonly Told[] =
      execution?.rate && cell
        ? [
            {
              cell: cell.ref,
              rate: execution.rate,
              text: `${execution.rate.times(hundred).toFixed(2)}%`,
              half: halfStepOfRate('0.00%'),
            },
          ]
        : [];
    const [first, ...others] = [...byAmounts, ...words];
    const second = first && others.find(({ half, rate }) => rate.minus(first.rate).abs().gt(half.plus(first.half)));
    if (!first || !second) return;
    report('differ', {
      cells: [second.cell, first.cell],
      facts: { first: first.text, second: second.text },
      found: second.text,
    });
  },
});
