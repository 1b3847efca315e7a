/** Cells joined into areas, for a reader: D9:D27 instead of nineteen addresses. */
import { areaToA1, fromA1, type Area, type CellRef } from './cellRef';

/** The fewest areas that runs down a column, and then alike runs beside each other, come to; by row and column. */
function joinedAreas(cells: readonly CellRef[]): readonly Area[] {
  const ordered = [...cells].sort((left, right) => left.column - right.column || left.row - right.row);
  const runs: Area[] = [];
  for (const { row, column } of ordered) {
    const last = runs.at(-1);
    if (last?.left === column && row <= last.bottom + 1) runs[runs.length - 1] = { ...last, bottom: row };
    else runs.push({ top: row, left: column, bottom: row, right: column });
  }
  const areas: Area[] = [];
  for (const run of runs) {
    const beside = areas.findIndex(
      ({ bottom, right, top }) => top === run.top && bottom === run.bottom && right + 1 === run.left,
    );
    const known = areas[beside];
    if (known) areas[beside] = { ...known, right: run.right };
    else areas.push(run);
  }
  return areas.sort((left, right) => left.top - right.top || left.left - right.left);
}

/** The areas as a list of addresses. */
export function joinedAddresses(cells: readonly CellRef[]): string {
  return joinedAreas(cells).map(areaToA1).join('、');
}

const listOfAddresses = /(?<![A-Z0-9])[A-Z]{1,3}[1-9][0-9]{0,6}(?:、[A-Z]{1,3}[1-9][0-9]{0,6})+(?![A-Z0-9])/gu;

/** The text with every list of addresses in it joined. */
export function withJoinedAddresses(text: string): string {
  return text.replace(listOfAddresses, (list) => joinedAddresses(list.split('、').map(fromA1)));
}
