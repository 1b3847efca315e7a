/**
 * Files of a batch that are reviewed before it is known what stands about their forms in the other files. For most that
 * is nothing, and their review holds as it is, so that they are opened once; the others are reviewed again.
 */
import { projectKey } from '../core/documents/sameProject';
import type { FileRunner } from './batch';
import type { FilesBeside, PackedBeside } from './filesBeside';
import { unpackJson } from './packedJson';
import type { ReviewedFile } from './reviewedFile';

/** By what it is known whether other files tell of the forms of a file. */
export interface FileForms {
  /** The projects of its forms. */
  readonly projects: readonly string[];
  /** Whether a form came back: what became of its points depends on whether there are any documents beside. */
  readonly isReturned: boolean;
}

/** A file that was reviewed with nothing beside it; plain data that travels between threads. */
export interface ReviewedAhead extends FileForms {
  /** What it tells of the forms of others. */
  readonly beside: PackedBeside;
  /** The result. */
  readonly packed: Uint8Array;
}

/**
 * How many packed bytes are held at most: those of some 800 forms, which are reviewed in a few seconds. For so long nothing
 * is printed, and what is stopped begins anew; all further files are only looked through.
 */
const mostHeld = 4 << 20;

/** The results that were reviewed ahead. */
export class HeldReviews {
  private readonly held = new Map<string, FileForms & { readonly packed: Uint8Array }>();
  private size = 0;

  /** Whether another one may be held. */
  hasRoom(): boolean {
    return this.size < mostHeld;
  }

  hold(path: string, { isReturned, packed, projects }: ReviewedAhead): void {
    this.held.set(path, { isReturned, packed, projects });
    this.size += packed.length;
  }

  /** Lets go of those that are not what they would be with all that was found in the files of the batch. */
  settle(beside: FilesBeside): void {
    const files = filesByProject(beside);
    const all = new Set([...files.values()].flatMap((told) => [...told]));
    for (const [path, { isReturned, projects }] of this.held) {
      const isOther = (told: ReadonlySet<string>): boolean => told.size > (told.has(path) ? 1 : 0);
      const isTold = projects.some((project) => isOther(files.get(projectKey(project)) ?? new Set()));
      if (isTold || (isReturned && isOther(all))) this.held.delete(path);
    }
  }

  /** The runner, which hands on what is held. */
  skipping(runner: FileRunner): FileRunner {
    return {
      ...runner,
      review: (task) => {
        const ahead = this.held.get(task.path);
        this.held.delete(task.path);
        return ahead ? Promise.resolve(unpackJson(ahead.packed) as ReviewedFile) : runner.review(task);
      },
    };
  }
}

/** The files that tell of a project, by its key. */
function filesByProject({ targetTables, yearForms }: FilesBeside): ReadonlyMap<string, ReadonlySet<string>> {
  const files = new Map<string, Set<string>>();
  for (const { file, projectName } of [...targetTables, ...yearForms]) {
    const key = projectKey(projectName);
    if (file !== null) files.set(key, (files.get(key) ?? new Set()).add(file));
  }
  return files;
}
