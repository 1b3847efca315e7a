/** Which files are reviewed and where their copies are wanted; nothing that is written ever lies over what is reviewed. */
import { resolve } from 'node:path';
import { namesLetter, namesWorkbook, type ReviewArguments } from '../arguments';
import type { FileTask } from '../reviewedFile';
import { cleanMark, copyMark } from '../../port/copyNames';
import { assignCopies } from './copyPaths';
import { findWorkbooks, type FoundFile, type Unseen } from './findWorkbooks';
import { markStandingOf } from './ownMark';
import { identityOf, namedTargets } from './targets';

/** The files that are to be reviewed. */
export interface FoundTasks {
  readonly tasks: readonly FileTask[];
  /** What lies in the folders and is not looked at. */
  readonly unseen: Unseen;
}

/** The files with the places where their copies are wanted, or the sentence that says why there are none. */
export function fileTasks(choice: ReviewArguments, secret: Uint8Array): FoundTasks | { readonly problem: string } {
  const { clean, letter, out, paths, sheets: withPapers } = choice;
  const copy = out !== null && namesWorkbook(out) ? out : null;
  const folder = copy === null ? out : null;
  const {
    empty,
    files: found,
    unseen,
  } = findWorkbooks(paths, folder, letter !== null && !namesLetter(letter) ? letter : null);
  if (empty.length > 0) return { problem: `没有找到要复核的文件：${empty.join('、')}` };

  const targets = new Set(namedTargets(choice).map(identityOf));
  const typed = new Set(paths);
  // A report of ours that lies among the forms is no form. Whatever else lies where we are to write is an input.
  const isOwnReport = ({ path }: FoundFile): boolean => !typed.has(path) && markStandingOf(path, secret) === 'ours';
  const hit = found.filter(({ path }) => targets.has(identityOf(path)));
  const overwritten = hit.find((file) => !isOwnReport(file));
  if (overwritten) return { problem: `“${overwritten.path}”是要复核的文件，不能写在它上面。请换一个文件名。` };
  const files = found.filter((file) => !hit.includes(file));
  if (folder !== null) {
    const copies = assignCopies(files, folder, clean ? cleanMark : copyMark);
    return { tasks: copies.map((task) => ({ ...task, withPapers })), unseen };
  }
  if (copy !== null && files.length > 1) return { problem: '--out 只能配一个输入文件；多个文件请给一个文件夹。' };
  return { tasks: files.map(({ path }) => ({ path, copy: copy && resolve(copy), withPapers })), unseen };
}
