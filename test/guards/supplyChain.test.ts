/** What an archived dependency brings along neither runs on installing nor reaches the first paint or the command line. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import ts from 'typescript';

const root = resolve(__dirname, '../..');
const contained = ['@microsoft/office-js-helpers', 'core-js', 'rxjs', 'lodash-es'];

/** What a file imports; `onDemand`: also what it fetches when it is needed. Types vanish and do not count. */
function importsOf(path: string, onDemand: boolean): readonly string[] {
  const source = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.ES2022, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const isTypes = ts.isImportDeclaration(node) && node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword;
    if ((ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier && !isTypes) {
      if (ts.isStringLiteral(node.moduleSpecifier)) found.push(node.moduleSpecifier.text);
    }
    if (onDemand && ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const [target] = node.arguments;
      if (target && ts.isStringLiteral(target)) found.push(target.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** All files and packages that an entrance reaches. */
function reach(entrance: string, onDemand: boolean): ReadonlySet<string> {
  const seen = new Set<string>();
  const waiting = [join(root, entrance)];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (seen.has(path)) continue;
    seen.add(path);
    for (const target of importsOf(path, onDemand)) {
      if (!target.startsWith('.')) {
        seen.add(target);
        continue;
      }
      const place = resolve(dirname(path), target);
      const file = ['.ts', '.tsx', '/index.ts', '/index.tsx']
        .map((end) => place + end)
        .find((name) => existsSync(name));
      if (file) waiting.push(file);
    }
  }
  return seen;
}

test('the command line and its threads reach nothing of it, not even on demand', () => {
  for (const entrance of ['src/main/cli.ts', 'src/main/cliThread.ts']) {
    const reached = reach(entrance, true);
    expect(reached.size).toBeGreaterThan(20);
    expect(contained.filter((name) => [...reached].some((one) => one === name || one.startsWith(`${name}/`)))).toEqual(
      [],
    );
    const files = [...reached].map((path) => relative(root, path));
    expect(files.filter((path) => path.startsWith('src/excel/'))).toEqual([]);
  }
});

test('the first paint of pane and page reaches nothing of it, and the pane only on demand', () => {
  for (const entrance of ['src/main/taskpane.tsx', 'src/main/workbench.tsx']) {
    const first = reach(entrance, false);
    expect(first.has('react')).toBe(true);
    expect(contained.filter((name) => first.has(name))).toEqual([]);
  }
  expect(reach('src/main/taskpane.tsx', true).has('@microsoft/office-js-helpers')).toBe(true);
  expect(reach('src/main/workbench.tsx', true).has('@microsoft/office-js-helpers')).toBe(false);
});

test('no package runs anything of its own on installing, and those that would are known', () => {
  expect(readFileSync(join(root, '.npmrc'), 'utf8').split('\n')).toContain('ignore-scripts=true');
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { hasInstallScript?: true }>;
  };
  const scripted = Object.entries(lock.packages).flatMap(([name, { hasInstallScript }]) =>
    hasInstallScript ? [name.replace(/^.*node_modules\//u, '')] : [],
  );
  const known = ['@parcel/watcher', 'core-js', 'esbuild', 'fsevents', 'unrs-resolver'];
  expect(scripted.filter((name) => !known.includes(name))).toEqual([]);
});
