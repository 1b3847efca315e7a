/** Everything that a document names is there: files, headings, pictures, commands, scripts. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { JSDOM } from 'jsdom';

const root = resolve(__dirname, '../..');
const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: Record<string, string> };

function filesIn(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return ['node_modules', 'dist', '.git'].includes(entry.name) ? [] : filesIn(path);
    return /\.(?:md|html)$/u.test(entry.name) ? [path] : [];
  });
}

/** Documents for people; pages of programs are looked at by their own tests. */
const documents = filesIn('.').filter((path) => path.endsWith('.md') || path.startsWith('assets/'));
const textOf = (path: string): string => readFileSync(join(root, path), 'utf8');

/** A document without its blocks of code, where brackets mean something else. */
const prose = (text: string): string =>
  text.replaceAll(/^```[^\n]*\n[\s\S]*?^```/gmu, '').replaceAll(/`[^`\n]*`/gu, '``');

/** What a document links to or shows. */
function targetsIn(path: string): readonly string[] {
  const text = textOf(path);
  if (path.endsWith('.html')) {
    const { document } = new JSDOM(text).window;
    return [...document.querySelectorAll('[href], [src]')].map(
      (element) => element.getAttribute('href') ?? element.getAttribute('src') ?? '',
    );
  }
  const written = [...prose(text).matchAll(/\]\(([^()\s]+)\)/gu)].map(([, target = '']) => target);
  return [...written, ...[...prose(text).matchAll(/(?:href|src)="([^"]+)"/gu)].map(([, target = '']) => target)];
}

/** Headings as they are linked to: lower case, without signs, a hyphen for a blank. */
function anchorsOf(path: string): readonly string[] {
  return [...textOf(path).matchAll(/^#+ (.+)$/gmu)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
      .trim()
      .replaceAll(/\s/gu, '-'),
  );
}

/** Why a target leads nowhere, or null. */
function deadEnd(document: string, target: string): string | null {
  if (/^[a-z]+:/u.test(target)) return 'leads off this repository';
  const [path = '', anchor] = decodeURIComponent(target).split('#');
  const file = path === '' ? document : relative(root, resolve(root, dirname(document), path));
  if (file.startsWith('..') || !existsSync(join(root, file))) return 'no such file';
  if (anchor === undefined) return null;
  if (!statSync(join(root, file)).isFile() || !anchorsOf(file).includes(anchor)) return 'no such heading';
  return null;
}

const wrongIn = (path: string): readonly string[] =>
  targetsIn(path).flatMap((target) => {
    const reason = deadEnd(path, target);
    return reason === null ? [] : [`${path}: ${target}: ${reason}`];
  });

test('there are documents, with links and pictures', () => {
  expect(documents).toEqual(
    expect.arrayContaining(['README.md', '.github/CONTRIBUTING.md', 'assets/guide/user-guide.html']),
  );
  expect(documents.flatMap(targetsIn).length).toBeGreaterThan(20);
});

test('every link and picture leads to a file of this repository, and to a heading where it names one', () => {
  expect(documents.flatMap(wrongIn)).toEqual([]);
});

test.each([
  ['README.md', 'nowhere.md', 'no such file'],
  ['README.md', '../elsewhere', 'no such file'],
  ['README.md', 'src/README.md#nothing', 'no such heading'],
  ['README.md', 'https://example.com/', 'leads off this repository'],
  ['src/README.md', '#the-house', null],
])('in %s the link %s: %s', (document, target, reason) => {
  expect(deadEnd(document, target)).toBe(reason);
});

test('every npm command is one', () => {
  const builtIn = ['ci', 'install', 'sbom'];
  const named = [...documents, '.ci/run'].flatMap((path) =>
    [...textOf(path).matchAll(/(?<=^ *|[`&>] ?)npm ((?:run )?)(?:--silent )?([a-z][a-z:-]*)/gmu)].map(
      ([, run = '', name = '']) => [path, run !== '', name] as const,
    ),
  );
  expect(named.length).toBeGreaterThan(20);
  const isThere = (run: boolean, name: string): boolean => name in scripts || (!run && builtIn.includes(name));
  expect(named.filter(([, run, name]) => !isThere(run, name))).toEqual([]);
  // Without "run" npm knows only a few names of scripts.
  expect(named.filter(([, run, name]) => !run && ![...builtIn, 'start', 'test'].includes(name))).toEqual([]);
});

test('every script of package.json starts a file that is there', () => {
  const files = Object.values(scripts).flatMap((script) =>
    [...script.matchAll(/\btsx ([\w/.-]+)/gu)].map(([, file = '']) => file),
  );
  expect(files.length).toBeGreaterThan(5);
  expect(files.filter((file) => !existsSync(join(root, file)))).toEqual([]);
});

test('every file and folder that a document names in code is there', () => {
  const named = documents.flatMap((path) =>
    [...textOf(path).matchAll(/(?:`|npx tsx )((?:src|test|assets|\.github|\.ci)\/[^`\s<>*…]*)(?:`| )/gu)].map(
      ([, file = '']) => [path, file] as const,
    ),
  );
  expect(named.length).toBeGreaterThan(10);
  expect(named.filter(([, file]) => !existsSync(join(root, file)))).toEqual([]);
});

test('every source file that the README of a room names is in that room, or where the path says', () => {
  const rooms = documents.filter(
    (path) => /^(?:src|test)\/.*README\.md$/u.test(path) && !path.includes('core/checks/'),
  );
  const named = rooms.flatMap((path) =>
    [...textOf(path).matchAll(/`([\w./-]+\.tsx?)`/gu)].map(([, file = '']) => ({ path, file })),
  );
  expect(named.length).toBeGreaterThan(30);
  const isThere = ({ file, path }: (typeof named)[number]): boolean => {
    const folder = join(root, dirname(path));
    if (existsSync(join(folder, file)) || existsSync(join(root, file))) return true;
    return readdirSync(folder, { recursive: true }).some((name) => String(name).endsWith(`/${file}`));
  };
  expect(named.filter((one) => !isThere(one))).toEqual([]);
});

test('the README of the entrances names every file among them', () => {
  const text = textOf('src/main/README.md');
  const files = readdirSync(join(root, 'src/main')).filter((name) => !['README.md', 'tsconfig.json'].includes(name));
  expect(files.filter((name) => !text.includes(`\`${name}\``))).toEqual([]);
});
