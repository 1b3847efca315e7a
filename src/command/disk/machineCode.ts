/**
 * How eagerly Node makes fast machine code of what it runs, and how much memory it takes before it looks for what is
 * not needed any more. As it comes, Node spends more of a batch's processor time on making code than on running it: a
 * review is thousands of small functions, each run a few hundred times.
 */
import { setFlagsFromString } from 'node:v8';

/** From so many files on, plain machine code is made of every function at its first call. */
const many = 24;

/** Sets it for all threads that are started from now on; what a Node does not know of it, it passes over. */
export function spareMachineCode(files: number): void {
  // Fifteen times as much as usual is run of a function before the fast code is made, and less is put into one.
  setFlagsFromString('--interrupt-budget=1000000');
  setFlagsFromString('--max-inlined-bytecode-size-cumulative=300');
  if (files >= many) setFlagsFromString('--always-sparkplug');
}

/** Sets for all threads that memory grows by a third beyond what is in use, instead of to several times as much. */
export function spareMemory(): void {
  setFlagsFromString('--heap-growing-percent=30');
}
