/** Looks through the files of a batch for tables of approved targets, before the forms of any are reviewed. */
import type { TargetTable } from '../core/form/targetTable';
import type { FileRunner } from './batch';
import type { FileTask } from './reviewedFile';

/** A runner that can be asked what stands in a file before the forms are reviewed. */
export interface LookingRunner extends FileRunner {
  /** The tables of approved targets in a file; none where it cannot be read, which its review will say. */
  look(path: string): Promise<readonly TargetTable[]>;
  /** Tells what was found in the files of the batch, before any is reviewed. */
  learn(targetTables: readonly TargetTable[]): void;
}

/**
 * The tables of all files, in the order of the files, told to every runner. A single file has what it has in itself, so it
 * is not looked through twice.
 */
export async function gatherTargets(
  tasks: readonly FileTask[],
  runners: readonly LookingRunner[],
): Promise<readonly TargetTable[]> {
  if (tasks.length < 2) return [];
  const found: (readonly TargetTable[])[] = [];
  let begun = 0;
  await Promise.all(
    runners.map(async (runner) => {
      for (let task = tasks[begun]; task; task = tasks[begun]) {
        const place = begun;
        begun += 1;
        found[place] = await runner.look(task.path);
      }
    }),
  );
  const targetTables = found.flat();
  for (const runner of runners) runner.learn(targetTables);
  return targetTables;
}
