/** No sentence and no colour lives in the pane: the first come from the catalogue, the second from tokens. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import ts from 'typescript';

const root = resolve(__dirname, '../../src/pane');
const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/u.test(name))
  .map((name) => ({ name, text: readFileSync(join(root, name), 'utf8') }));

/** Attributes whose text a person sees or hears. */
const spoken = new Set(['aria-label', 'title', 'placeholder', 'label', 'alt', 'aria-description', 'content']);

/** Literal text between tags or in a spoken attribute. */
function literalsOf(name: string, text: string): readonly string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isJsxText(node) && node.text.trim() !== '') found.push(node.text.trim());
    if (ts.isJsxExpression(node) && node.expression && ts.isStringLiteralLike(node.expression)) {
      const isAttribute = ts.isJsxAttribute(node.parent);
      if (!isAttribute || spoken.has(node.parent.name.getText())) found.push(node.expression.text);
    }
    if (ts.isJsxAttribute(node) && node.initializer && ts.isStringLiteral(node.initializer)) {
      if (spoken.has(node.name.getText())) found.push(node.initializer.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(
    ts.createSourceFile(
      name,
      text,
      ts.ScriptTarget.ES2022,
      true,
      name.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS,
    ),
  );
  return found;
}

test('the scan finds what it looks for', () => {
  expect(literalsOf('a.tsx', `<p title="Title">Text{'more'}<b aria-label={'name'} id="id" /></p>`)).toEqual([
    'Title',
    'Text',
    'more',
    'name',
  ]);
});

test('no literal text stands in JSX', () => {
  expect(files.length).toBeGreaterThan(10);
  expect(files.flatMap(({ name, text }) => literalsOf(name, text).map((literal) => `${name}: ${literal}`))).toEqual([]);
});

test('no Chinese stands in the pane', () => {
  expect(files.filter(({ text }) => /\p{Script=Han}/u.test(text)).map(({ name }) => name)).toEqual([]);
});

test('no colour literal stands in the pane', () => {
  const colours = /#[0-9a-f]{3,8}\b|\b(?:rgb|hsl)a?\(|colou?r: '(?!inherit|Highlight|Canvas)[a-z]/iu;
  expect(files.filter(({ text }) => colours.test(text)).map(({ name }) => name)).toEqual([]);
});
