/** How many cells some areas cover together, by their edges: a mark over whole columns is no more work than over one. */
import type { Area } from '../core/sheet/cellRef';

/** The number of cells, each counted once. */
export function cellsCovered(areas: readonly Area[]): number {
  const edges = [...new Set(areas.flatMap(({ left, right }) => [left, right + 1]))].sort(
    (first, second) => first - second,
  );
  return edges.slice(0, -1).reduce((sum, left, index) => {
    const right = edges[index + 1] ?? left;
    const across = areas.filter((area) => area.left <= left && area.right >= right - 1);
    return sum + rowsCovered(across) * (right - left);
  }, 0);
}

function rowsCovered(areas: readonly Area[]): number {
  let rows = 0;
  let next = 0;
  for (const { top, bottom } of [...areas].sort((first, second) => first.top - second.top)) {
    rows += Math.max(0, bottom + 1 - Math.max(top, next));
    next = Math.max(next, bottom + 1);
  }
  return rows;
}
