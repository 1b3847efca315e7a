/** Which files are reviewed and where their copies go; nothing that is written ever lies over what is reviewed. */
import { resolve } from 'node:path';
import { namesWorkbook, type ReviewArguments } from '../arguments';
import type { FileTask } from '../reviewedFile';
import { assignCopies } from './copyPaths';
import { findWorkbooks } from './findWorkbooks';
import { statOf } from './system';

/** Whether two paths lead to one file, through links and whatever the case of their letters. */
function isSameFile(left: string, right: string): boolean {
  if (resolve(left) === resolve(right)) return true;
  const [one, other] = [statOf(left), statOf(right)];
  return one !== null && other !== null && one.ino === other.ino && one.dev === other.dev;
}

/** The files with the places of their copies, or the sentence that says why there are none. */
export function fileTasks({
  html,
  out,
  paths,
  sheets: withPapers,
  xlsx,
}: ReviewArguments): { readonly tasks: readonly FileTask[] } | { readonly problem: string } {
  const copy = out !== null && namesWorkbook(out) ? out : null;
  const folder = copy === null ? out : null;
  const written = [copy, html, xlsx].filter((path) => path !== null);
  const overwritten = paths.find((path) => written.some((target) => isSameFile(path, target)));
  if (overwritten !== undefined) return { problem: `“${overwritten}”是要复核的文件，不能写在它上面。请换一个文件名。` };

  const { empty, files: found } = findWorkbooks(paths, folder);
  if (empty.length > 0) return { problem: `没有找到要复核的文件：${empty.join('、')}` };
  // A report of an earlier run that lies among the forms is no form; it is written anew.
  const files = found.filter(({ path }) => !written.some((target) => isSameFile(path, target)));
  if (folder !== null) return { tasks: assignCopies(files, folder).map((task) => ({ ...task, withPapers })) };
  if (copy !== null && files.length > 1) return { problem: '--out 只能配一个输入文件；多个文件请给一个文件夹。' };
  return { tasks: files.map(({ path }) => ({ path, copy: copy && resolve(copy), withPapers })) };
}
