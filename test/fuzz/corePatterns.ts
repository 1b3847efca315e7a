/** All regular expressions that stand in the core, read from its source. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import ts from 'typescript';

/** One pattern and where it stands. */
export interface CorePattern {
  readonly place: string;
  readonly pattern: RegExp;
}

const root = resolve(__dirname, '../../src');

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder)
    .map((name) => join(folder, name))
    .flatMap((path) => {
      if (statSync(path).isDirectory()) return filesBelow(path);
      return path.endsWith('.ts') ? [path] : [];
    });
}

function patternsIn(path: string): readonly CorePattern[] {
  const source = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.ES2022, true);
  const found: CorePattern[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf('/');
      const { line } = source.getLineAndCharacterOfPosition(node.getStart());
      found.push({
        place: `${relative(root, path)}:${line + 1} ${node.text}`,
        pattern: new RegExp(node.text.slice(1, end), node.text.slice(end + 1)),
      });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** Every pattern that is written out in the rooms that read what a unit wrote. */
export function corePatterns(): readonly CorePattern[] {
  return ['core', 'port', 'review', 'summary', 'papers'].flatMap((room) =>
    filesBelow(join(root, room)).flatMap(patternsIn),
  );
}
