/**
 * What may be written where, for every kind of output: a target must not exist, or be provably ours and untouched
 * since. No target lies over an input, whatever links, letter case or names lead to it.
 */
import { basename, dirname, join, parse, resolve } from 'node:path';
import { lstatSync } from 'node:fs';
import { namesLetter, namesWorkbook, type ReviewArguments } from '../arguments';
import { fitting } from './copyPaths';
import { markStandingOf } from './ownMark';
import { pageInTheWay } from './reportPages';
import { isSystemError, statOf } from './system';

/** What tells files apart: the file itself where it exists, else its place. */
export function identityOf(path: string): string {
  const found = statOf(path);
  return found ? `${found.dev}:${found.ino}` : resolve(path).toLowerCase();
}

/** A link that leads nowhere would be replaced by a file. */
function isDeadLink(path: string): boolean {
  try {
    return lstatSync(path).isSymbolicLink() && statOf(path) === null;
  } catch (error) {
    if (isSystemError(error)) return false;
    throw error;
  }
}

const another = '请换一个文件名';

/** Why a single named target may not be written, or null; `overwrite`: what is provably ours may be. */
function refusalOf(path: string, secret: Uint8Array, overwrite: boolean): string | null {
  if (isDeadLink(path)) return `“${path}”是一个链接，指向的文件不在，没有写。${another}。`;
  switch (markStandingOf(path, secret)) {
    case 'free':
      return null;
    case 'ours':
      return overwrite ? null : `“${path}”已经有了，没有写。${another}；要换掉本工具上次写的，加 --overwrite。`;
    case 'touched':
      return `“${path}”是本工具写的，但后来有人改过，没有写。${another}。`;
    case 'foreign':
      return `“${path}”已经有了，认不出是不是本工具在这台机器上写的，没有写。${another}。`;
  }
}

/** The first place for a copy, numbered where need be, that is free or holds what we wrote and nobody touched. */
export function placeFor(wanted: string, secret: Uint8Array, isTaken: (path: string) => boolean): string {
  const { dir, ext, name } = parse(wanted);
  for (let number = 1; ; number += 1) {
    const rest = number === 1 ? ext : `（${number}）${ext}`;
    const path = number === 1 ? wanted : join(dir, `${fitting(name, rest)}${rest}`);
    if (isTaken(path) || isDeadLink(path)) continue;
    const standing = markStandingOf(path, secret);
    if (standing === 'free' || standing === 'ours') return path;
  }
}

/** The targets that are named one by one: the page, the summary workbook, the results of a share, a copy or letter that is a file. */
export function namedTargets({ html, letter, out, results, xlsx }: ReviewArguments): readonly string[] {
  const letterFile = letter !== null && namesLetter(letter) ? letter : null;
  const copy = out !== null && namesWorkbook(out) ? out : null;
  return [copy, html, xlsx, letterFile, results].filter((path) => path !== null);
}

/** Why the run may not write what it is to write, or null. */
export function targetProblem(choice: ReviewArguments, secret: Uint8Array): string | null {
  const targets = namedTargets(choice);
  const identities = targets.map(identityOf);
  const twice = targets.find((_, place) => identities.indexOf(identities[place] ?? '') !== place);
  if (twice !== undefined) return `“${twice}”写了两次，每样结果要有自己的文件名。`;
  for (const path of targets) {
    const isCopy = path === choice.out;
    // A copy that somebody worked in is kept, and the new one gets a number, once the user said that one is there.
    if (isCopy && choice.overwrite && markStandingOf(path, secret) === 'touched') continue;
    const refusal = refusalOf(path, secret, choice.overwrite || choice.resume);
    if (refusal !== null) return refusal;
  }
  return pagesProblem(choice, secret);
}

/** Why the pages of a large report may not be written, whether or not this one will have any. */
function pagesProblem({ html, overwrite, resume }: ReviewArguments, secret: Uint8Array): string | null {
  const path = html === null ? null : pageInTheWay(html, secret, overwrite || resume);
  if (path === null) return null;
  return markStandingOf(path, secret) === 'ours'
    ? `“${path}”已经有了，没有写。${another}；要换掉本工具上次写的，加 --overwrite。`
    : `“${path}”已经有了，大的报告要在那里分页，没有写。${another}。`;
}

/** How the copies that had to be numbered are told of: none, or one sentence. */
export function numberedLine(numbered: readonly { readonly wanted: string; readonly copy: string }[]): string | null {
  const [first] = numbered;
  if (!first) return null;
  return `有 ${numbered.length} 份复核稿的位置上已有别人的文件，或有人改过的复核稿：都留着没动，新的编了号，如“${basename(first.copy)}”（在 ${dirname(first.copy)}）。`;
}
