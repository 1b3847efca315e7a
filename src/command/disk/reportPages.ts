/** The folder that holds the pages of a large report, beside it: what stands there, and what may be written there. */
import { readdirSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { pageName } from '../page/reportPage';
import { markStandingOf } from './ownMark';
import { isSystemError, statOf } from './system';

/** The folder beside a report: "报告.files" for "报告.html". */
export function pagesFolder(html: string): string {
  return join(dirname(html), `${basename(html).replace(/\.html?$/iu, '')}.files`);
}

/** The pages that stand in the folder of a report, by the names that pages have. */
function pagesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
      .filter((name) => pageName.test(name))
      .sort();
  } catch (error) {
    if (isSystemError(error)) return [];
    throw error;
  }
}

/** What stands where a report's pages may go, and is not to be written over: the first such path. */
export function pageInTheWay(html: string, secret: Uint8Array, overwrite: boolean): string | null {
  const folder = pagesFolder(html);
  const found = statOf(folder);
  if (found && !found.isDirectory()) return folder;
  const inTheWay = pagesIn(folder).find(
    (name) => !(overwrite && markStandingOf(join(folder, name), secret) === 'ours'),
  );
  return inTheWay === undefined ? null : join(folder, inTheWay);
}

/** Whether a page may be written: nothing stands there, or what we wrote and nobody touched. */
export function isPageFree(path: string, secret: Uint8Array): boolean {
  const standing = markStandingOf(path, secret);
  return standing === 'free' || standing === 'ours';
}

/** Removes the pages of an earlier, longer report that this one did not write again: ours as they were, or they stay. */
export function removeStalePages(html: string, written: ReadonlySet<string>, secret: Uint8Array): void {
  const folder = pagesFolder(html);
  for (const name of pagesIn(folder)) {
    const path = join(folder, name);
    if (!written.has(name) && markStandingOf(path, secret) === 'ours') rmSync(path, { force: true });
  }
}
