/** A target that is met to the last decimal was probably written after the fact. */
import { exact, hundred } from '../../exact';
import type { Indicator } from '../../form/form';
import type { ExecutionScore } from '../../score/scores';
import { amountIn } from '../../value/units';
import type { Quantity } from '../../value/value';
import { defineCheck } from '../defineCheck';
import { decimalPlaces } from '../shared/asWritten';
import { listed } from '../shared/listed';
import { weighed } from '../shared/wanting';

/** How many targets must be met exactly, 100% and yes/no aside, before all of them are odd. */
const fewest = 5;

interface Pair {
  readonly row: Indicator;
  readonly target: Quantity;
}

/** The rows whose actual is exactly the number of the target. */
function exactPairs(rows: readonly Indicator[]): readonly Pair[] {
  return rows.flatMap((row) => {
    const target = row.target?.value;
    const actual = row.actual?.value;
    if (target?.kind !== 'quantity' || actual?.kind !== 'quantity') return [];
    return amountIn(actual, target.unit)?.eq(target.number) ? [{ row, target }] : [];
  });
}

function isWhole({ target }: Pair): boolean {
  return target.unit?.family === 'ratio' && target.number.eq(hundred);
}

/** Plans are round; 87.97% and the execution rate itself are results. */
function looksMeasured({ target }: Pair, execution: ExecutionScore | null): boolean {
  if (target.unit?.family !== 'ratio') return false;
  const places = decimalPlaces(target.number);
  const rate = execution?.rate?.times(hundred).toFixed(places);
  const isRate = rate !== undefined && exact(rate).eq(target.number) && !target.number.eq(hundred);
  return places >= 2 || (isRate && !target.number.mod(10).eq(0));
}

export const targetNotCopiedFromActual = defineCheck({
  id: 'target-not-copied-from-actual',
  severity: 'P2',
  scope: 'indicators',
  ignoresScores: true,
  yieldsTo: ['actual-measured'],
  messages: { copied: ['name', 'target', 'actual'], all: ['count', 'names'] },

  find({ form, scores }, report) {
    const rows = weighed(form);
    const pairs = exactPairs(rows);
    for (const pair of pairs.filter((candidate) => looksMeasured(candidate, scores.execution))) {
      const { actual, key, name, target } = pair.row;
      report('copied', {
        cells: [target?.cell.ref ?? name.cell.ref],
        indicator: key,
        facts: { name: name.text, target: target?.cell.text.trim() ?? '', actual: actual?.cell.text.trim() ?? '' },
      });
    }
    const quantities = rows.filter(
      ({ actual, target }) => target?.value.kind === 'quantity' && actual?.value.kind === 'quantity',
    );
    const telling = pairs.filter((pair) => !isWhole(pair));
    if (telling.length < fewest || pairs.length < quantities.length) return;
    report('all', {
      cells: telling.flatMap(({ row: { target } }) => (target ? [target.cell.ref] : [])),
      facts: { count: telling.length, names: listed(telling.map(({ row }) => row.name.text)) },
    });
  },
});
