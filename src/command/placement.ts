/** Gives the copies of the files that are left their places: what stands there and is not ours as it was is kept. */
import { resolve } from 'node:path';
import { placeFor } from './disk/targets';
import type { FileTask } from './reviewedFile';

/** The tasks with the places of their copies, and those whose wanted place was not free. */
export interface Placement {
  readonly tasks: readonly FileTask[];
  readonly numbered: readonly { readonly wanted: string; readonly copy: string }[];
}

const keyOf = (path: string): string => resolve(path).toLowerCase();

/** Places the copies; a finished task keeps its own. */
export function placeCopies(
  tasks: readonly FileTask[],
  isFinished: (task: FileTask) => boolean,
  secret: Uint8Array,
): Placement {
  const wantedByOthers = new Set(tasks.flatMap(({ copy }) => (copy === null ? [] : [keyOf(copy)])));
  const inputs = new Set(tasks.map(({ path }) => keyOf(path)));
  const numbered: { wanted: string; copy: string }[] = [];
  const placed = tasks.map((task) => {
    const { copy: wanted } = task;
    if (wanted === null || isFinished(task)) return task;
    const isTaken = (path: string): boolean =>
      inputs.has(keyOf(path)) || (path !== wanted && wantedByOthers.has(keyOf(path)));
    const copy = placeFor(wanted, secret, isTaken);
    if (copy === wanted) return task;
    wantedByOthers.add(keyOf(copy));
    numbered.push({ wanted, copy });
    return { ...task, copy };
  });
  return { tasks: placed, numbered };
}
