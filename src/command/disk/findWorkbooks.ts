/** From what was typed to the files that are meant: folders to any depth, globs, single files. */
import { type Dirent, existsSync, readdirSync } from 'node:fs';
import { basename, dirname, extname, join, relative, sep } from 'node:path';
import { isSystemError, statOf } from './system';

/** One file that was found, or a folder that could not be looked into. */
export interface FoundFile {
  /** As it is opened and shown. */
  readonly path: string;
  /** Its place below the folder that was named, with the platform's separators; the bare name for a single file. */
  readonly inside: string;
}

export interface Found {
  /** Each file once, in the order typed and then by name. */
  readonly files: readonly FoundFile[];
  /** What was typed and matched nothing; a name that is simply not there is left to the opening to say. */
  readonly empty: readonly string[];
}

/** Formats that hold forms in offices and cannot be read here; in a folder each is one line that says so. */
const foreign = ['.xls', '.xlsb', '.et', '.ett', '.ods'];
const own = ['.xlsx', '.xlsm'];

/** Whether the file is in a format that must be converted first. */
export function isForeign(path: string): boolean {
  return foreign.includes(extname(path).toLowerCase());
}

/** Owner files of Excel, lock files of LibreOffice, hidden files, resource forks: never a form. */
function isTemporary(name: string): boolean {
  return name.startsWith('~$') || name.startsWith('.') || name === '__MACOSX' || name.toLowerCase().endsWith('.tmp');
}

function isWanted(name: string): boolean {
  const extension = extname(name).toLowerCase();
  return !isTemporary(name) && (own.includes(extension) || foreign.includes(extension));
}

const inOrder = new Intl.Collator('zh-CN', { numeric: true }).compare;

/** What lies in a folder, in order; null where the operating system refuses. */
function entriesOf(folder: string): readonly Dirent[] | null {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((left, right) => inOrder(left.name, right.name));
  } catch (error) {
    if (isSystemError(error)) return null;
    throw error;
  }
}

/** Every file below a folder, and the folders that may not be looked into, by name; links to folders are not followed, so there are no circles. */
function filesBelow(folder: string, wants: (name: string) => boolean): readonly string[] {
  const entries = entriesOf(folder);
  // Opening the folder like a file will say why it cannot be read.
  if (!entries) return [folder];
  return entries.flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return isTemporary(entry.name) ? [] : filesBelow(path, wants);
    const isFile = entry.isFile() || (entry.isSymbolicLink() && (statOf(path)?.isFile() ?? false));
    return isFile && wants(entry.name) ? [path] : [];
  });
}

const hasGlob = (text: string): boolean => /[*?]/u.test(text);

/** `*` and `?` within a name, `**` over folders; anchored at both ends. */
export function globPattern(glob: string): RegExp {
  const parts = glob.split(/(\*\*\/|\*\*|\*|\?)/u).map((piece) => {
    if (piece === '**/') return '(?:.*/)?';
    if (piece === '**') return '.*';
    if (piece === '*') return '[^/]*';
    if (piece === '?') return '[^/]';
    return piece.replace(/[\\^$.|+()[\]{}]/gu, '\\$&');
  });
  return new RegExp(`^${parts.join('')}$`, process.platform === 'win32' ? 'iu' : 'u');
}

function matches(glob: string): readonly FoundFile[] {
  const plain = glob.split(sep).join('/');
  const pieces = plain.split('/');
  const fixed = pieces.slice(0, pieces.findIndex(hasGlob)).join('/');
  const root = fixed === '' ? (plain.startsWith('/') ? '/' : '.') : fixed;
  if (!existsSync(root)) return [];
  const pattern = globPattern(plain.replace(/^\.\//u, ''));
  return filesBelow(root, isWanted)
    .filter((path) => pattern.test(path.split(sep).join('/').replace(/^\.\//u, '')))
    .map((path) => ({ path, inside: relative(root, path) }));
}

function filesFor(typed: string): readonly FoundFile[] {
  const found = statOf(typed);
  if (found?.isDirectory()) {
    return filesBelow(typed, isWanted).map((path) => ({ path, inside: relative(typed, path) }));
  }
  if (!found && hasGlob(typed)) return matches(typed);
  return [{ path: typed, inside: basename(typed) }];
}

/** The files that are meant. `out`: a folder of copies, which are not reviewed again, or null. */
export function findWorkbooks(typed: readonly string[], out: string | null): Found {
  const seen = new Set<string>();
  const files: FoundFile[] = [];
  const empty: string[] = [];
  for (const word of typed) {
    const found = filesFor(word).filter(({ path }) => path === word || !isBelow(path, out, word));
    if (found.length === 0) empty.push(word);
    for (const file of found) {
      const key = join(dirname(file.path), basename(file.path));
      if (seen.has(key)) continue;
      seen.add(key);
      files.push(file);
    }
  }
  return { files, empty };
}

/** Whether a found file lies in the folder of copies, and that folder within what was typed. */
function isBelow(path: string, out: string | null, typed: string): boolean {
  if (out === null || relative(out, typed) === '') return false;
  const place = relative(out, path);
  const isWithin = relative(typed, out);
  return !place.startsWith('..') && !isWithin.startsWith('..');
}
