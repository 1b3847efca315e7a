/** A core file that imports summary is refused three times: by the linter, by the guard and by the compiler. */
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { importsOf, isAllowed, source } from '../house/imports';

const wrong = "import { sum } from '../../summary/sum';\nexport const twice = sum + sum;\n";
const right = "import { one } from './one';\nexport const twice = one + one;\n";

interface Said {
  readonly ruleId: string;
  readonly message: string;
}

function lint(text: string): readonly Said[] {
  const script = resolve(__dirname, '../house/lintRooms.mjs');
  const file = join(source, 'core/sheet/invented.ts');
  const { status, stderr, stdout } = spawnSync(process.execPath, [script, file], { input: text, encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as readonly Said[];
}

test('the linter says it while typing', () => {
  expect(lint(right)).toEqual([]);
  expect(lint(wrong)).toEqual([
    { ruleId: 'house/may-import', message: 'src/core may not import summary/sum (src/rooms.json).' },
  ]);
});

test('the guard says it', () => {
  const allowed = (text: string): readonly boolean[] =>
    importsOf(join(source, 'core/sheet/invented.ts'), text).map(isAllowed);
  expect(allowed(right)).toEqual([true]);
  expect(allowed(wrong)).toEqual([false]);
  expect(allowed("export const later = import('../../summary/sum');")).toEqual([false]);
  expect(allowed("export type { Sum } from '../../summary/sum';")).toEqual([false]);
});

describe('the compiler', () => {
  let house = '';
  beforeEach(() => {
    house = mkdtempSync(join(tmpdir(), 'house-'));
  });
  afterEach(() => {
    rmSync(house, { recursive: true, force: true });
  });

  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(house, path)), { recursive: true });
    writeFileSync(join(house, path), text);
  };

  /** Builds a house of three files with the project files of the rooms as they are. */
  function build(coreText: string): { readonly status: number | null; readonly stdout: string } {
    write('src/core/sheet/one.ts', 'export const one = 1;\n');
    write('src/core/sheet/invented.ts', coreText);
    write('src/summary/sum.ts', "import { one } from '../core/sheet/one';\nexport const sum = one + 1;\n");
    for (const path of ['tsconfig.json', 'src/core/tsconfig.json', 'src/summary/tsconfig.json'])
      copyFileSync(resolve(path), join(house, path));
    const tsc = require.resolve('typescript/bin/tsc');
    return spawnSync(process.execPath, [tsc, '--build', 'src/summary'], { cwd: house, encoding: 'utf8' });
  }

  test('compiles a house that keeps the law', () => {
    expect(build(right)).toMatchObject({ status: 0, stdout: '' });
  });

  test('says it', () => {
    const { status, stdout } = build(wrong);
    expect(status).not.toBe(0);
    expect(stdout).toMatch(/src\/core\/sheet\/invented\.ts\(1,21\): error TS6307: .*summary\/sum\.ts/u);
  });
});
