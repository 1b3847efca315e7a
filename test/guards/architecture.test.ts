/** Who may import whom between the rooms of src; the linter says it while typing, this says it for good. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import ts from 'typescript';

const root = resolve(__dirname, '../../src');

/** Room → rooms and packages it may import. A room may always import itself. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  core: ['big.js'],
  review: ['core'],
  excel: ['review', 'core/exact', 'core/sheet', 'core/report', '@microsoft/office-js-helpers'],
  file: ['review', 'core/sheet', 'core/report', 'core/exact', 'excelize-wasm', 'fflate', 'node:*'],
  summary: ['core'],
  // The engine of the summary workbook is handed in: only its types are imported.
  command: ['review', 'core', 'summary', 'excelize-wasm', 'fflate', 'node:*'],
  pane: [
    'review',
    'core',
    'words',
    'react',
    'react-dom',
    'react-dom/client',
    '@fluentui/react-components',
    '@fluentui/react-icons',
  ],
  workbench: ['review', 'core', 'words', 'pane', 'react', 'react-dom/client', '@fluentui/react-components'],
  words: ['core', 'review'],
};

/** Folders of the core, by what they build on; a check may not import another check. */
const coreOrder: Readonly<Record<string, readonly string[]>> = {
  sheet: [],
  value: ['sheet'],
  form: ['sheet', 'value'],
  rubric: ['sheet', 'value', 'form', 'score'],
  score: ['sheet', 'value', 'form', 'rubric'],
  checks: ['sheet', 'value', 'form', 'rubric', 'score'],
  report: ['sheet', 'value', 'form', 'rubric', 'score', 'checks'],
};

interface Import {
  readonly file: string;
  readonly target: string;
  readonly typeOnly: boolean;
}

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return filesIn(path);
    return /\.tsx?$/u.test(name) ? [path] : [];
  });
}

/** Every import, re-export and dynamic import of a file. */
function importsOf(path: string): readonly Import[] {
  const source = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.ES2022, true);
  const found: Import[] = [];
  const add = (specifier: ts.Expression | undefined, typeOnly: boolean): void => {
    if (!specifier || !ts.isStringLiteral(specifier)) return;
    const { text } = specifier;
    const target = text.startsWith('.') ? relative(root, resolve(dirname(path), text)) : text;
    found.push({ file: relative(root, path), target, typeOnly });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node))
      add(node.moduleSpecifier, node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword);
    if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, node.isTypeOnly);
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
      add(node.arguments[0], false);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

const rooms = Object.keys(allowed);
const imports = rooms.flatMap((room) => filesIn(join(root, room)).flatMap(importsOf));
const roomOf = (path: string): string => path.split('/')[0] ?? '';

function isAllowed({ file, target }: Import): boolean {
  const room = roomOf(file);
  if (roomOf(target) === room) return true;
  return (allowed[room] ?? []).some((permit) => {
    if (permit.endsWith('*')) return target.startsWith(permit.slice(0, -1));
    return target === permit || target.startsWith(`${permit}/`);
  });
}

test('every room of src has its row in the law', () => {
  const folders = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(folders.map(({ name }) => name).sort()).toEqual([...rooms].sort());
});

test('no room imports what it may not', () => {
  expect(imports.length).toBeGreaterThan(100);
  expect(imports.filter((one) => !isAllowed(one))).toEqual([]);
});

test('words import types only from other rooms', () => {
  expect(
    imports.filter(({ file, target, typeOnly }) => roomOf(file) === 'words' && roomOf(target) !== 'words' && !typeOnly),
  ).toEqual([]);
});

test('inside the core, folders import only what they build on', () => {
  const wrong = imports.filter(({ file, target, typeOnly }) => {
    const [room, from = ''] = file.split('/');
    const [targetRoom, to = ''] = target.split('/');
    const isBetweenFolders =
      room === 'core' && targetRoom === 'core' && from in coreOrder && to in coreOrder && from !== to;
    // A type may be shared against the order: a finding carries the derivation of its score.
    return isBetweenFolders && !typeOnly && !(coreOrder[from] ?? []).includes(to);
  });
  expect(wrong).toEqual([]);
});

test('no check imports another', () => {
  const folderOf = (path: string): string | null => /^core\/checks\/([a-z-]+-[a-z-]+)\//u.exec(path)?.[1] ?? null;
  const wrong = imports.filter(
    ({ file, target }) => folderOf(file) !== null && folderOf(target) !== null && folderOf(file) !== folderOf(target),
  );
  expect(wrong).toEqual([]);
});

/** Whether the code (not a comment or a text) names a global of the host. */
function saysHost(node: ts.Node): boolean {
  if (ts.isIdentifier(node) && ['Office', 'Excel', 'OfficeExtension'].includes(node.text)) return true;
  return ts.forEachChild(node, (child) => saysHost(child) || undefined) ?? false;
}

test('only the excel room and the composition root say Office or Excel', () => {
  const speaking = rooms
    .filter((room) => room !== 'excel')
    .flatMap((room) => filesIn(join(root, room)))
    .filter((path) => saysHost(ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.ES2022, true)));
  expect(speaking.map((path) => relative(root, path))).toEqual([]);
});

test('office-js-helpers is imported in one file, and only on demand', () => {
  const users = imports.filter(({ target }) => target === '@microsoft/office-js-helpers').map(({ file }) => file);
  expect(users).toEqual(['excel/diagnostics.ts']);
});

test('every room says what it does and what it may not do', () => {
  const places = [...rooms, ...Object.keys(coreOrder).map((folder) => `core/${folder}`)];
  const silent = places.filter((place) => {
    try {
      const text = readFileSync(join(root, place, 'README.md'), 'utf8');
      return !/\*\*Does\*\*/u.test(text) || !/\*\*May not\*\*/u.test(text);
    } catch {
      return true;
    }
  });
  expect(silent).toEqual([]);
});
