/** The files of the first round that `--against` names: files, folders and globs as the files to be reviewed. */
import { findWorkbooks } from './disk/findWorkbooks';

/** Their paths, or the sentence that says why there are none. */
export function firstRoundFiles(against: string | null): readonly string[] | { readonly problem: string } {
  if (against === null) return [];
  const { empty, files } = findWorkbooks([against], null);
  if (empty.length > 0 || files.length === 0) return { problem: `没有找到首次的文件：${against}` };
  return files.map(({ path }) => path);
}

/** Why nothing was reviewed: a comparison with less than what was named would look like one with all of it. */
export function unreadFirstRound(unread: readonly string[]): string {
  return `首次的文件读不了：${unread.map((path) => `“${path}”`).join('、')}，没有复核。请换成能打开的，或去掉 --against。`;
}
