/** Looks through the files of a batch for what the forms of others are held against, before the reviews are handed on. */
import type { FileRunner } from './batch';
import { type FilesBeside, joinBeside, nothingBeside, type PackedBeside } from './filesBeside';
import { HeldReviews, type ReviewedAhead } from './reviewedAhead';
import type { FileTask } from './reviewedFile';

/** What is looked for in a file: what stands beside the forms of the batch, or what was returned in the first round. */
export type LookedFor = 'beside' | 'first-round';

/** A runner that can be asked what stands in a file before the forms are reviewed. */
export interface LookingRunner extends FileRunner {
  /** What a file tells; null where it cannot be read. */
  look(path: string, wanted: LookedFor): Promise<PackedBeside | null>;
  /** Reviews a file with what was told so far; null where it cannot be reviewed, which is said by its review. */
  reviewAhead(task: FileTask): Promise<ReviewedAhead | null>;
  /** Tells what was found in the files. */
  learn(beside: FilesBeside): void;
}

/** What was found and reviewed on the way, or the files of the first round that cannot be read. */
export type Gathered =
  { readonly beside: FilesBeside; readonly held: HeldReviews } | { readonly unread: readonly string[] };

/** Asks about every one, in their order; each runner takes the next one. */
async function askAll<One>(
  all: readonly One[],
  runners: readonly LookingRunner[],
  ask: (runner: LookingRunner, one: One) => Promise<PackedBeside | null>,
): Promise<readonly (PackedBeside | null)[]> {
  const found: (PackedBeside | null)[] = all.map(() => null);
  let begun = 0;
  await Promise.all(
    runners.map(async (runner) => {
      for (let one = all[begun]; one !== undefined; one = all[begun]) {
        const place = begun;
        begun += 1;
        found[place] = await ask(runner, one);
      }
    }),
  );
  return found;
}

const told = (found: readonly (PackedBeside | null)[]): readonly PackedBeside[] => found.filter((one) => one !== null);

/**
 * What all files tell, in the order of the files, told to every runner. A single file has what it has in itself, so it
 * is not looked through twice. What keeps a file of the batch from being read is said by its review.
 *
 * @param firstRound the files that were returned to their units in the first round.
 * @param mayAhead whether a file may be reviewed instead of only looked through: where it is to be reviewed, and nothing is
 * written by that.
 */
export async function gatherBeside(
  tasks: readonly FileTask[],
  firstRound: readonly string[],
  runners: readonly LookingRunner[],
  mayAhead: (task: FileTask) => boolean,
): Promise<Gathered> {
  const first = await askAll(firstRound, runners, (runner, path) => runner.look(path, 'first-round'));
  const unread = firstRound.filter((_, place) => first[place] === null);
  if (unread.length > 0) return { unread };
  const { returned } = joinBeside(told(first));
  if (returned.length > 0) for (const runner of runners) runner.learn({ ...nothingBeside, returned });

  const held = new HeldReviews();
  const found = await askAll(tasks.length < 2 ? [] : tasks, runners, async (runner, task) => {
    const ahead = held.hasRoom() && mayAhead(task) ? await runner.reviewAhead(task) : null;
    if (ahead === null) return runner.look(task.path, 'beside');
    held.hold(task.path, ahead);
    return ahead.beside;
  });
  const beside: FilesBeside = { ...joinBeside(told(found)), returned };
  for (const runner of runners) runner.learn(beside);
  held.settle(beside);
  return { beside, held };
}
