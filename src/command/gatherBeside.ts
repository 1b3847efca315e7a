/** Looks through the files of a batch for what the forms of others are held against, before the forms of any are reviewed. */
import type { StateDecision } from '../core/decisions/decision';
import { comparableForms, type YearForm } from '../core/documents/yearForm';
import type { TargetTable } from '../core/form/targetTable';
import type { FileRunner } from './batch';
import type { FileTask } from './reviewedFile';

/** What files tell of the forms of others; plain data that travels between threads. */
export interface FilesBeside {
  readonly targetTables: readonly TargetTable[];
  /** Forms by project and year. */
  readonly yearForms: readonly YearForm[];
  /** What was returned in the first round (`--against`). */
  readonly returned: readonly StateDecision[];
}

export const nothingBeside: FilesBeside = { targetTables: [], yearForms: [], returned: [] };

/** What is looked for in a file: what stands beside the forms of the batch, or what was returned in the first round. */
export type LookedFor = 'beside' | 'first-round';

/** A runner that can be asked what stands in a file before the forms are reviewed. */
export interface LookingRunner extends FileRunner {
  /** What a file tells; null where it cannot be read. */
  look(path: string, wanted: LookedFor): Promise<FilesBeside | null>;
  /** Tells what was found in the files, before any is reviewed. */
  learn(beside: FilesBeside): void;
}

/** What was found, or the files of the first round that cannot be read. */
export type Gathered = { readonly beside: FilesBeside } | { readonly unread: readonly string[] };

/** Asks every file, in their order; each runner takes the next one. */
async function askAll(
  paths: readonly string[],
  wanted: LookedFor,
  runners: readonly LookingRunner[],
): Promise<readonly (FilesBeside | null)[]> {
  const found: (FilesBeside | null)[] = paths.map(() => null);
  let begun = 0;
  await Promise.all(
    runners.map(async (runner) => {
      for (let path = paths[begun]; path !== undefined; path = paths[begun]) {
        const place = begun;
        begun += 1;
        found[place] = await runner.look(path, wanted);
      }
    }),
  );
  return found;
}

/**
 * What all files tell, in the order of the files, told to every runner. A single file has what it has in itself, so it
 * is not looked through twice. What keeps a file of the batch from being read is said by its review.
 *
 * @param firstRound the files that were returned to their units in the first round.
 */
export async function gatherBeside(
  tasks: readonly FileTask[],
  firstRound: readonly string[],
  runners: readonly LookingRunner[],
): Promise<Gathered> {
  const batch = tasks.length < 2 ? [] : tasks.map(({ path }) => path);
  const found = (await askAll(batch, 'beside', runners)).filter((one) => one !== null);
  const first = await askAll(firstRound, 'first-round', runners);
  const unread = firstRound.filter((_, place) => first[place] === null);
  if (unread.length > 0) return { unread };
  const beside: FilesBeside = {
    targetTables: found.flatMap(({ targetTables }) => targetTables),
    yearForms: comparableForms(found.flatMap(({ yearForms }) => yearForms)),
    returned: first.flatMap((one) => one?.returned ?? []),
  };
  for (const runner of runners) runner.learn(beside);
  return { beside };
}
