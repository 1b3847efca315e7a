/** Lint: strict TypeScript everywhere, and who may import whom between the rooms of src. */
import { readFileSync } from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import officeAddins from 'eslint-plugin-office-addins';
import prettier from 'eslint-config-prettier';
import react from 'eslint-plugin-react';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const { rooms } = JSON.parse(readFileSync(new URL('src/rooms.json', import.meta.url), 'utf8'));
const source = fileURLToPath(new URL('src', import.meta.url));

/** Who may import whom, by src/rooms.json. */
const mayImport = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { forbidden: 'src/{{room}} may not import {{target}} (src/rooms.json).' },
  },
  create(context) {
    const [name] = relative(source, context.filename).split(sep);
    const own = rooms.find(({ room }) => room === name);
    if (!own) return {};
    const look = (node) => {
      if (typeof node?.value !== 'string') return;
      const isOurs = node.value.startsWith('.');
      const target = isOurs
        ? relative(source, resolve(dirname(context.filename), node.value))
            .split(sep)
            .join('/')
        : node.value;
      if (target === name || target.startsWith(`${name}/`) || (own.data ?? []).includes(target.replace(/^\.\.\//u, '')))
        return;
      const isAllowed = own.mayImport.some((permit) =>
        permit === 'packages'
          ? !isOurs
          : permit.endsWith('*')
            ? target.startsWith(permit.slice(0, -1))
            : target === permit || target.startsWith(`${permit}/`),
      );
      if (!isAllowed) context.report({ node, messageId: 'forbidden', data: { room: name, target } });
    };
    return {
      ImportDeclaration: ({ source: from }) => look(from),
      ExportNamedDeclaration: ({ source: from }) => look(from),
      ExportAllDeclaration: ({ source: from }) => look(from),
      ImportExpression: ({ source: from }) => look(from),
    };
  },
};

export default tseslint.config(
  { ignores: ['dist/**', 'node_modules/**', 'coverage/**'] },
  ...tseslint.configs.strictTypeChecked.map((config) => ({
    ...config,
    files: ['src/**/*.ts', 'src/**/*.tsx', 'test/**/*.ts', 'test/**/*.tsx'],
  })),
  {
    files: ['src/**/*.ts', 'src/**/*.tsx', 'test/**/*.ts', 'test/**/*.tsx'],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      'no-console': 'error',
      'no-eval': 'error',
      'no-implied-eval': 'off',
      '@typescript-eslint/no-implied-eval': 'error',
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/ban-ts-comment': ['error', { 'ts-expect-error': 'allow-with-description' }],
      'no-restricted-properties': [
        'error',
        { property: 'innerHTML', message: 'Text from cells is never HTML.' },
        { property: 'outerHTML', message: 'Text from cells is never HTML.' },
        { property: 'insertAdjacentHTML', message: 'Text from cells is never HTML.' },
      ],
    },
  },
  {
    files: ['src/**/*.ts', 'src/**/*.tsx'],
    plugins: { house: { rules: { 'may-import': mayImport } } },
    rules: { 'house/may-import': 'error' },
  },
  {
    files: ['src/excel/**/*.ts'],
    plugins: { 'office-addins': officeAddins },
    rules: Object.fromEntries(Object.keys(officeAddins.rules).map((rule) => [`office-addins/${rule}`, 'error'])),
  },
  {
    files: ['src/pane/**/*.tsx', 'src/workbench/**/*.tsx', 'src/main/**/*.tsx', 'test/**/*.tsx'],
    plugins: { react, 'react-hooks': reactHooks },
    settings: { react: { version: '19.0' } },
    rules: {
      'react/no-danger': 'error',
      'react/jsx-key': 'error',
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
    },
  },
  {
    // Command lines and test tools speak to a terminal; tests may use what production code may not.
    files: ['src/{simulator,demo,delivery}/**/*.ts', 'test/**/*.ts', 'test/**/*.tsx'],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['src/{simulator,demo,delivery}/**/*.ts', 'test/**/*.ts', 'test/**/*.tsx'],
    rules: {
      '@typescript-eslint/explicit-module-boundary-types': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/unbound-method': 'off',
      'no-restricted-properties': 'off',
    },
  },
  prettier,
);
