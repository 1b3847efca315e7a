/** Lint: strict TypeScript everywhere, and who may import whom between the rooms of src. */
import officeAddins from 'eslint-plugin-office-addins';
import prettier from 'eslint-config-prettier';
import react from 'eslint-plugin-react';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const room = (files, forbidden, message) => ({
  files,
  rules: { 'no-restricted-imports': ['error', { patterns: [{ group: forbidden, message }] }] },
});
const ui = ['react', 'react-dom', 'react-dom/*', '@fluentui/*'];
const officeHelpers = '@microsoft/office-js-helpers';

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
  room(
    ['src/core/**/*.ts'],
    [
      '**/review/**',
      '**/excel/**',
      '**/file/**',
      '**/pane/**',
      '**/words/**',
      'node:*',
      officeHelpers,
      'excelize-wasm',
      ...ui,
    ],
    'The core is pure: it imports itself and the decimal library.',
  ),
  room(
    ['src/review/**/*.ts'],
    ['**/excel/**', '**/file/**', '**/pane/**', '**/words/**', 'node:*', officeHelpers, 'excelize-wasm', ...ui],
    'Use cases import the core only.',
  ),
  room(
    ['src/summary/**/*.ts'],
    [
      '**/review/**',
      '**/excel/**',
      '**/file/**',
      '**/pane/**',
      '**/words/**',
      '**/command/**',
      'node:*',
      'excelize-wasm',
      ...ui,
    ],
    'A summary is pure data: it imports the core only.',
  ),
  room(
    ['src/command/**/*.ts'],
    ['**/excel/**', '**/file/**', '**/pane/**', '**/words/**', ...ui],
    'The command line is handed files and words by its composition root.',
  ),
  room(
    ['src/excel/**/*.ts', 'src/file/**/*.ts'],
    [
      '**/pane/**',
      '**/words/**',
      '**/core/checks/**',
      '**/core/score/**',
      '**/core/rubric/**',
      '**/core/form/**',
      ...ui,
    ],
    'Adapters know the port and the sheet, nothing of forms, checks, scores or words.',
  ),
  room(
    ['src/pane/**/*.ts', 'src/pane/**/*.tsx'],
    ['**/excel/**', '**/file/**', officeHelpers, 'excelize-wasm', 'node:*'],
    'The pane sees the workbook through the port only.',
  ),
  room(
    ['src/workbench/**/*.ts', 'src/workbench/**/*.tsx'],
    ['**/excel/**', '**/file/**', officeHelpers, 'excelize-wasm', 'node:*'],
    'The page is handed files by its composition root.',
  ),
  room(['src/words/**/*.ts'], ['**/excel/**', '**/file/**', '**/pane/**', 'node:*', ...ui], 'Words import types only.'),
  {
    files: ['src/excel/**/*.ts'],
    plugins: { 'office-addins': officeAddins },
    rules: Object.fromEntries(Object.keys(officeAddins.rules).map((rule) => [`office-addins/${rule}`, 'error'])),
  },
  {
    files: ['src/pane/**/*.tsx', 'src/workbench/**/*.tsx', 'src/*.tsx', 'test/**/*.tsx'],
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
    files: ['src/cli.ts', 'test/**/*.ts', 'test/**/*.tsx'],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['test/**/*.ts', 'test/**/*.tsx'],
    rules: {
      '@typescript-eslint/explicit-module-boundary-types': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/unbound-method': 'off',
      'no-restricted-properties': 'off',
    },
  },
  prettier,
);
