/** Rows that share one merged weight: their points are given for all of them together. */
import { plain, type Exact } from '../exact';
import type { Form, Indicator } from '../form/form';
import { anything, derivation } from './outcome';
import { settle } from './readings';
import type { IndicatorScore } from './scores';

/** The rows below that share the merged weight cell of a row, by that row. */
export function weightGroupsOf({ indicators }: Form): ReadonlyMap<Indicator, readonly Indicator[]> {
  const groups = new Map<Indicator, readonly Indicator[]>();
  for (const first of indicators) {
    const merge = first.weight?.cell.merge;
    if (!merge || merge.bottom <= first.line) continue;
    const others = indicators.filter(
      ({ line, weight }) => weight === null && line > first.line && line <= merge.bottom,
    );
    if (others.length > 0) groups.set(first, others);
  }
  return groups;
}

/** The score of a row that shares its points: settled where all rows of the group earn all of them, else left to a person. */
export function scoreOfGroup(own: IndicatorScore, others: readonly IndicatorScore[], weight: Exact): IndicatorScore {
  const all = [own, ...others];
  const isShared = others.every(({ indicator }) => indicator.score === null);
  if (isShared && all.every(({ computed }) => computed?.eq(weight))) return own;
  const [likeliest] = own.readings;
  const together = {
    ...likeliest,
    computed: null,
    unrounded: null,
    interval: anything(weight),
    admissible: null,
    derivation: derivation('weight-shared', { count: String(all.length), weight: plain(weight) }),
    leftOpen: 'rule-needs-person' as const,
    met: all.every(({ met }) => met === true) ? true : likeliest.met,
  };
  return settle(own.indicator, weight, [together], []);
}
