/** How many threads a batch is worth. */
import { availableParallelism } from 'node:os';
import { spareMachineCode, spareMemory } from './disk/machineCode';
import { type ThreadData, threadRunner } from './disk/threadRunner';
import type { LookingRunner } from './gatherBeside';

/** Files below this number are done before a second thread would be awake. */
const worthThreads = 12;

/** Threads for that many files; `jobs`: how many are wanted, null: as the machine allows. */
export function runnersFor(
  files: number,
  jobs: number | null,
  program: string,
  data: ThreadData,
  onBug: (details: string) => void,
): readonly LookingRunner[] {
  spareMachineCode(files);
  spareMemory();
  const wanted = jobs ?? (files < worthThreads ? 1 : availableParallelism());
  return Array.from({ length: Math.min(wanted, Math.max(1, files)) }, () =>
    threadRunner(program, data, undefined, onBug),
  );
}
