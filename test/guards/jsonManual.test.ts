/** The manual of the command line names every field of the JSON: what is added there is added here. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import ts from 'typescript';

const read = (path: string): string => readFileSync(resolve(__dirname, '../../src/command', path), 'utf8');

/** The fields of every `…Json` of a source text. */
function fieldsOf(text: string): readonly string[] {
  const { statements } = ts.createSourceFile('reviewJson.ts', text, ts.ScriptTarget.ES2022);
  const found = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isPropertySignature(node) && ts.isIdentifier(node.name)) found.add(node.name.text);
    ts.forEachChild(node, visit);
  };
  for (const statement of statements) {
    if (ts.isInterfaceDeclaration(statement) && statement.name.text.endsWith('Json')) visit(statement);
  }
  return [...found];
}

test('every field of the JSON stands in USAGE.md', () => {
  const [, manual = ''] = /## JSON[^`]*```([^`]+)```/u.exec(read('USAGE.md')) ?? [];
  const fields = fieldsOf(read('reviewJson.ts'));
  expect(fields).toEqual(expect.arrayContaining(['version', 'findings', 'readings', 'openWeight', 'clause']));
  expect(fields.filter((field) => !manual.includes(`"${field}"`))).toEqual([]);
});
