/** The command line as one file: the same bytes as the sources, never out of date, and little to load for little. */
import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';

interface Bundler {
  bundleCommand(target: string, options?: { readonly standsAlone?: boolean }): Promise<readonly string[]>;
  freshCommand(target: string): Promise<string>;
  isFresh(target: string): boolean;
}

const root = resolve(__dirname, '../..');
const { bundleCommand, freshCommand, isFresh } = createRequire(__filename)(
  join(root, 'src/main/bundleCommand.js'),
) as Bundler;
const sample = join(root, 'src/demo/samples/huaiyuan-2023.xlsx');

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'command-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** What a run of the program says and writes, in a folder that holds the sample alone. */
function run(program: readonly string[], name: string, ...words: readonly string[]) {
  const place = join(folder, name);
  mkdirSync(join(place, '报送'), { recursive: true });
  copyFileSync(sample, join(place, '报送/表.xlsx'));
  const { status, stderr, stdout } = spawnSync(process.execPath, [...program, ...words], {
    cwd: place,
    encoding: 'utf8',
    // One installation for all runs, so that all sign alike.
    env: { ...process.env, XDG_CONFIG_HOME: join(folder, 'config'), APPDATA: join(folder, 'config') },
  });
  const written = readdirSync(place, { recursive: true, encoding: 'utf8' })
    .filter((path) => statSync(join(place, path)).isFile())
    .sort()
    .map((path) => [path, readFileSync(join(place, path)).toString('base64')]);
  return { status, stderr, stdout, written };
}

const everything = ['报送', '--json', '--html', '页.html', '--xlsx', '汇总.xlsx', '--out', '复核稿', '--sheets'];

test('alone in a folder it says and writes what the sources do, byte by byte', async () => {
  const alone = join(folder, 'review.js');
  await bundleCommand(alone, { standsAlone: true });
  const sources = ['--import', createRequire(__filename).resolve('tsx'), join(root, 'src/main/cli.ts')];
  const expected = run(sources, 'sources', ...everything);
  expect({ status: expected.status, stderr: expected.stderr }).toEqual({
    status: 1,
    stderr: expect.stringContaining('复核稿已存为') as string,
  });
  expect(expected.written.map(([path]) => path)).toEqual([
    '复核稿/表（复核稿）.xlsx',
    '报送/表.xlsx',
    '汇总.xlsx',
    '页.html',
  ]);
  expect(run([alone], 'alone', ...everything)).toEqual(expected);
  // How it is called is all that it says otherwise.
  expect(run([alone], 'help', '--help').stdout).toBe(
    run(sources, 'long', '--help').stdout.replaceAll('npm run --silent review --', 'node review.js'),
  );
}, 120_000);

test('where the file cannot be made the sources are run, and a bug in making it is not hidden', () => {
  const hook = join(folder, 'hook.js');
  const review = (code: string) => {
    writeFileSync(
      hook,
      `const Module = require('node:module');
       const load = Module._load;
       const freshCommand = () => Promise.reject(Object.assign(new Error('not made'), { code: '${code}' }));
       Module._load = (name, ...rest) => (name === './bundleCommand' ? { freshCommand } : load(name, ...rest));`,
    );
    return run(['--require', hook, join(root, 'src/main/review.js')], code, '报送');
  };
  const sound = review('EROFS');
  expect(sound.status).toBe(1);
  expect(sound.stdout).toBe(run([join(root, 'src/main/review.js')], 'usual', '报送').stdout);
  const broken = review('ERR_ANYTHING');
  expect(broken.status).not.toBe(0);
  expect(broken.stdout).toBe('');
  expect(broken.stderr).toContain('not made');
}, 120_000);

test('the same sources make the same file', async () => {
  const [one, two] = [join(folder, 'one.js'), join(folder, 'two.js')];
  await bundleCommand(one, { standsAlone: true });
  await bundleCommand(two, { standsAlone: true });
  expect(readFileSync(one).equals(readFileSync(two))).toBe(true);
});

test('what is missing, of other sources, or of nobody knows what is made anew; what is fresh is left alone', async () => {
  const target = join(folder, 'review.js');
  expect(isFresh(target)).toBe(false);
  await freshCommand(target);
  expect(isFresh(target)).toBe(true);
  const made = readFileSync(target, 'utf8');
  const { ino } = statSync(target);
  await freshCommand(target);
  expect(statSync(target).ino).toBe(ino);

  const [line = ''] = made.split('\n');
  const stamps = JSON.parse(line.slice(line.indexOf('['))) as [string, number, number, number][];
  const names = stamps.map(([path]) => path);
  expect(names).toEqual(
    expect.arrayContaining(['src/core/checks/index.ts', 'src/main/bundleCommand.js', 'package.json', 'tsconfig.json']),
  );
  for (const place of [1, 2, 3]) {
    const other = stamps.map((stamp, index) =>
      index === 7 ? stamp.map((one, at) => (at === place ? -2 : one)) : stamp,
    );
    writeFileSync(target, made.replace(line, `//made of ${JSON.stringify(other)}`));
    expect(isFresh(target)).toBe(false);
  }
  writeFileSync(target, made.replace(line, `//made of ${JSON.stringify([...stamps, ['src/gone.ts', 1, 1, 1]])}`));
  expect(isFresh(target)).toBe(false);
  writeFileSync(target, made.slice(made.indexOf('\n') + 1));
  expect(isFresh(target)).toBe(false);
  await freshCommand(target);
  expect(isFresh(target)).toBe(true);
  expect(readFileSync(target, 'utf8')).toBe(made);
});

test('--help loads no core, and the first thread of a review nothing that reviews', async () => {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: ['src/main/command.ts'],
    bundle: true,
    platform: 'node',
    packages: 'external',
    write: false,
    metafile: true,
  });
  /** Every file that is loaded with one, but on demand. */
  const loadedWith = (...entries: readonly string[]): readonly string[] => {
    const seen = new Set<string>();
    const waiting = [...entries];
    for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
      if (seen.has(path)) continue;
      seen.add(path);
      for (const { external, kind, path: target } of metafile.inputs[path]?.imports ?? [])
        if (external !== true && kind !== 'dynamic-import') waiting.push(target);
    }
    return [...seen].sort();
  };
  expect(loadedWith('src/main/command.ts', 'src/main/cli.ts')).toEqual([
    'src/command/arguments.ts',
    'src/command/crash.ts',
    'src/command/disk/system.ts',
    'src/command/entrance.ts',
    'src/command/help.ts',
    'src/main/cli.ts',
    'src/main/command.ts',
  ]);
  const first = loadedWith('src/main/cliHouse.ts', 'src/command/reviewAll.ts');
  expect(first).toContain('src/command/disk/threadRunner.ts');
  // It decides which forms of other files are of the same project and year, by their names in one typography.
  expect(first.filter((path) => !/^src\/(?:main|command|summary|port)\//u.test(path))).toEqual([
    'src/core/decimal.ts',
    'src/core/documents/sameProject.ts',
    'src/core/documents/yearForm.ts',
    'src/core/exact.ts',
    'src/core/form/amountOf.ts',
    'src/core/form/grid.ts',
    'src/core/form/readAgain.ts',
    'src/core/remembered.ts',
    'src/core/sheet/cellRef.ts',
    'src/core/sheet/invisible.ts',
    'src/core/sheet/sameSnapshot.ts',
    'src/core/sheet/sheetSize.ts',
    'src/core/sheet/sheetView.ts',
    'src/core/sheet/snapshot.ts',
    'src/core/sheet/textWidth.ts',
    'src/core/value/normalise.ts',
  ]);
  expect(loadedWith('src/main/cliThread.ts').length).toBeGreaterThan(200);
});
