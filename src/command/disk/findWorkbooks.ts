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

/** What lies in a folder and is not looked at. */
export interface Unseen {
  /** Files of other kinds, by their extension in small letters ("" for none). */
  readonly kinds: ReadonlyMap<string, number>;
  /** Links that lead nowhere. */
  readonly deadLinks: number;
}

/** The line that says what was not looked at, or null: 另有 3 个文件没有看：.txt 2 个，失效的链接 1 个。 */
export function unseenLine({ deadLinks, kinds }: Unseen): string | null {
  const counts = [...kinds].sort(([left, many], [right, more]) => more - many || (left < right ? -1 : 1));
  const parts = counts.map(([kind, count]) => `${kind === '' ? '没有扩展名的' : kind} ${count} 个`);
  if (deadLinks > 0) parts.push(`失效的链接 ${deadLinks} 个`);
  const total = deadLinks + counts.reduce((sum, [, count]) => sum + count, 0);
  return total === 0 ? null : `另有 ${total} 个文件没有看：${parts.join('，')}。`;
}

export interface FoundWorkbooks {
  /** Each file once, in the order typed and then by name. */
  readonly files: readonly FoundFile[];
  /** What was typed and matched nothing; a name that is simply not there is left to the opening to say. */
  readonly empty: readonly string[];
  readonly unseen: Unseen;
}

/**
 * Names under which forms lie in offices. Only where a folder is searched do names matter: what a file is, is told by
 * its content, and a file that is named itself may be called anything. Old Word documents are in the list because a
 * form in one would else be passed over in silence.
 */
const wanted = new Set(
  '.xlsx .xlsm .xltx .xltm .xls .xlt .xlsb .et .ett .ods .ots .fods .docx .docm .doc .wps .csv'.split(' '),
);

/** Owner files of Excel, lock files of LibreOffice, hidden files, resource forks: never a form. */
function isTemporary(name: string): boolean {
  return name.startsWith('~$') || name.startsWith('.') || name === '__MACOSX' || name.toLowerCase().endsWith('.tmp');
}

function isWanted(name: string): boolean {
  return !isTemporary(name) && wanted.has(extname(name).toLowerCase());
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

/** An `Unseen` in the making. */
interface Counter {
  readonly kinds: Map<string, number>;
  deadLinks: number;
}

const counter = (): Counter => ({ kinds: new Map(), deadLinks: 0 });

/** Every file below a folder, and the folders that may not be looked into, by name; links to folders are not followed, so there are no circles. */
function filesBelow(folder: string, unseen: Counter): readonly string[] {
  const entries = entriesOf(folder);
  // Opening the folder like a file will say why it cannot be read.
  if (!entries) return [folder];
  return entries.flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return isTemporary(entry.name) ? [] : filesBelow(path, unseen);
    if (isTemporary(entry.name)) return [];
    const target = entry.isSymbolicLink() ? statOf(path) : null;
    if (entry.isSymbolicLink() && !target) {
      unseen.deadLinks += 1;
      return [];
    }
    if (!entry.isFile() && !target?.isFile()) return [];
    if (isWanted(entry.name)) return [path];
    const kind = extname(entry.name).toLowerCase();
    unseen.kinds.set(kind, (unseen.kinds.get(kind) ?? 0) + 1);
    return [];
  });
}

const hasGlob = (text: string): boolean => /[*?]/u.test(text);

/** `*` and `?` within a name, `**` over folders; anchored at both ends. */
function globPattern(glob: string): RegExp {
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
  return filesBelow(root, counter())
    .filter((path) => pattern.test(path.split(sep).join('/').replace(/^\.\//u, '')))
    .map((path) => ({ path, inside: relative(root, path) }));
}

function filesFor(typed: string, unseen: Counter): readonly FoundFile[] {
  const found = statOf(typed);
  if (found?.isDirectory()) {
    return filesBelow(typed, unseen).map((path) => ({ path, inside: relative(typed, path) }));
  }
  if (!found && hasGlob(typed)) return matches(typed);
  return [{ path: typed, inside: basename(typed) }];
}

/** The files that are meant. `out`, `letters`: folders of copies and of letters, which are not reviewed again, or null. */
export function findWorkbooks(
  typed: readonly string[],
  out: string | null,
  letters: string | null = null,
): FoundWorkbooks {
  const seen = new Set<string>();
  const files: FoundFile[] = [];
  const empty: string[] = [];
  const unseen = counter();
  for (const word of typed) {
    const isOurs = (path: string): boolean => isBelow(path, out, word) || isBelow(path, letters, word);
    const found = filesFor(word, unseen).filter(({ path }) => path === word || !isOurs(path));
    if (found.length === 0) empty.push(word);
    for (const file of found) {
      const key = join(dirname(file.path), basename(file.path));
      if (seen.has(key)) continue;
      seen.add(key);
      files.push(file);
    }
  }
  return { files, empty, unseen };
}

/** Whether a found file lies in the folder of copies, and that folder within what was typed. */
function isBelow(path: string, out: string | null, typed: string): boolean {
  if (out === null || relative(out, typed) === '') return false;
  const place = relative(out, path);
  const isWithin = relative(typed, out);
  return !place.startsWith('..') && !isWithin.startsWith('..');
}
