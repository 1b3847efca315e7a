/** What the files of src import, and whether the law of the rooms (src/rooms.json) allows it. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import ts from 'typescript';
import { rooms } from './law';

/** The folder of the rooms. */
export const source = resolve(__dirname, '../../src');

/** An import of a file of ours; paths begin at src. */
export interface Import {
  readonly file: string;
  /** A file of ours, or the name of a package. */
  readonly target: string;
  readonly typeOnly: boolean;
}

/** Every TypeScript file under a folder. */
export function filesIn(folder: string): readonly string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return filesIn(path);
    return /\.tsx?$/u.test(name) ? [path] : [];
  });
}

/** Every import, re-export and dynamic import of a file; the text may be handed in for a file that is not there. */
export function importsOf(path: string, text: string = readFileSync(path, 'utf8')): readonly Import[] {
  const parsed = ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true);
  const found: Import[] = [];
  const add = (specifier: ts.Expression | undefined, typeOnly: boolean): void => {
    if (!specifier || !ts.isStringLiteral(specifier)) return;
    const { text: name } = specifier;
    const target = name.startsWith('.') ? relative(source, resolve(dirname(path), name)) : name;
    found.push({ file: relative(source, path), target, typeOnly });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node))
      add(node.moduleSpecifier, node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword);
    if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, node.isTypeOnly);
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
      add(node.arguments[0], false);
    ts.forEachChild(node, visit);
  };
  visit(parsed);
  return found;
}

/** The room of a path that begins at src. */
export const roomOf = (path: string): string => path.split('/')[0] ?? '';

/** Whether the law allows an import. */
export function isAllowed({ file, target }: Import): boolean {
  const own = rooms.find(({ room }) => room === roomOf(file));
  if (!own || roomOf(target) === own.room) return own !== undefined;
  if (own.data?.includes(target.replace(/^\.\.\//u, ''))) return true;
  const isPackage = !target.startsWith('..') && !rooms.some(({ room }) => room === roomOf(target));
  return own.mayImport.some((permit) => {
    if (permit === 'packages') return isPackage;
    if (permit.endsWith('*')) return target.startsWith(permit.slice(0, -1));
    return target === permit || target.startsWith(`${permit}/`);
  });
}
