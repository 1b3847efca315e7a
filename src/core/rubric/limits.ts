/** How the limits of two clauses stand to each other. */
import type { Limits } from './rule';

/** Whether all that one holds is held by the other too: a cascade 100% · 80%以上 · 60%以上 is no contradiction. */
export function isHeldBy(inner: Limits, outer: Limits): boolean {
  const low =
    outer.from === null ||
    (inner.from !== null &&
      (inner.from.gt(outer.from) || (inner.from.eq(outer.from) && (outer.includesFrom || !inner.includesFrom))));
  const high =
    outer.to === null ||
    (inner.to !== null &&
      (inner.to.lt(outer.to) || (inner.to.eq(outer.to) && (outer.includesTo || !inner.includesTo))));
  return low && high;
}
