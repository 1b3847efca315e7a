/**
 * What stands at a target (nothing, ours, ours with somebody's work in it, somebody's) × every kind of output: what is
 * not provably ours and untouched is there afterwards, byte for byte.
 */
import {
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { readArguments } from '../../src/command/arguments';
import { fileTasks } from '../../src/command/disk/fileTasks';
import { markStandingOf, type MarkStanding, withPageMark } from '../../src/command/disk/ownMark';
import { targetProblem } from '../../src/command/disk/targets';
import { placeCopies } from '../../src/command/placement';
import { markedWorkbook } from '../command/support/markedWorkbook';
import { plainWorkbook } from '../command/support/plainWorkbook';

const secret = new Uint8Array(32).fill(7);
const otherSecret = new Uint8Array(32).fill(8);
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'targets-'));
  mkdirSync(join(folder, '报送'));
  writeFileSync(join(folder, '报送', 'a.xlsx'), plainWorkbook());
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const page = (key: Uint8Array) => [...withPageMark(['<p>甲</p>', '<p>乙</p>'], key)].join('');

/** A workbook with its mark, saved again by another program: other parts, the properties kept. */
function worked(bytes: Uint8Array): Uint8Array {
  return zipSync({ ...unzipSync(bytes), 'xl/workbook.xml': strToU8('<workbook>填好了</workbook>') });
}

/** Everything that can stand at a target, by what it is; several kinds of somebody's. */
const standings: readonly (readonly [string, MarkStanding, (path: string) => void])[] = [
  ['nothing', 'free', () => undefined],
  [
    'what we wrote',
    'ours',
    (path) => writeFileSync(path, path.endsWith('.html') ? page(secret) : markedWorkbook(secret)),
  ],
  [
    'what we wrote and somebody worked in',
    'touched',
    (path) =>
      writeFileSync(path, path.endsWith('.html') ? page(secret).replace('乙', '丙') : worked(markedWorkbook(secret))),
  ],
  [
    'what another installation wrote',
    'touched',
    (path) => writeFileSync(path, path.endsWith('.html') ? page(otherSecret) : markedWorkbook(otherSecret)),
  ],
  ["somebody's workbook", 'foreign', (path) => writeFileSync(path, plainWorkbook())],
  ['an empty file', 'foreign', (path) => writeFileSync(path, '')],
  ['a text', 'foreign', (path) => writeFileSync(path, '珍贵')],
  ['a folder', 'foreign', (path) => mkdirSync(path)],
];

const planned = (...line: readonly string[]) => {
  const read = readArguments(line);
  if (!read.ok) throw new Error(read.problem);
  const found = fileTasks(read.value, secret);
  if ('problem' in found) return found;
  const problem = targetProblem(read.value, secret);
  return problem === null ? { tasks: placeCopies(found.tasks, () => false, secret).tasks } : { problem };
};

describe.each(standings)('%s at a target', (_, standing, put) => {
  test.each([
    ['--out', '稿.xlsx'],
    ['--html', '报告.html'],
    ['--xlsx', '汇总.xlsx'],
  ])('of %s is replaced only where it is ours as it was, and the user says so', (option, name) => {
    const target = join(folder, name);
    put(target);
    expect(markStandingOf(target, secret)).toBe(standing);
    const line = [join(folder, '报送', 'a.xlsx'), option, target];
    const plain = planned(...line);
    expect('problem' in plain).toBe(standing !== 'free');
    if ('problem' in plain)
      expect(plain.problem).toMatch(/“.*(?:稿\.xlsx|报告\.html|汇总\.xlsx)”.*没有写.*请换一个文件名/u);
    const forced = planned(...line, '--overwrite');
    if (standing === 'free' || standing === 'ours') expect('problem' in forced).toBe(false);
    else if (standing === 'touched' && option === '--out') {
      expect(forced).toMatchObject({ tasks: [{ copy: join(folder, '稿（2）.xlsx') }] });
    } else expect('problem' in forced).toBe(true);
  });

  test('of a copy in a folder is kept unless it is ours as it was, and the new one gets a number', () => {
    const out = join(folder, '复核');
    mkdirSync(out);
    const wanted = join(out, 'a（复核稿）.xlsx');
    put(wanted);
    for (const extra of [[], ['--overwrite'], ['--resume']]) {
      const run = planned(join(folder, '报送'), '--out', out, ...extra);
      const isReplaced = standing === 'free' || standing === 'ours';
      expect(run).toMatchObject({ tasks: [{ copy: isReplaced ? wanted : join(out, 'a（复核稿）（2）.xlsx') }] });
    }
  });
});

test('an input is never a target, by whatever name, link or glob it is reached', () => {
  const forms = join(folder, '报送');
  writeFileSync(join(forms, 'b.xlsx'), plainWorkbook('乙'));
  linkSync(join(forms, 'b.xlsx'), join(folder, '硬链接.xlsx'));
  symlinkSync(join(forms, 'b.xlsx'), join(folder, '软链接.xlsx'));
  symlinkSync(forms, join(folder, '文件夹链接'));
  const targets = [
    join(forms, 'b.xlsx'),
    join(forms, '..', '报送', 'b.xlsx'),
    join(folder, '硬链接.xlsx'),
    join(folder, '软链接.xlsx'),
    join(folder, '文件夹链接', 'b.xlsx'),
  ];
  for (const target of targets) {
    for (const typed of [forms, join(forms, '*.xlsx'), join(forms, '**', '*.xlsx')]) {
      for (const option of ['--xlsx', '--out']) {
        for (const extra of [[], ['--overwrite'], ['--resume', '--html', join(folder, 'r.html')]]) {
          expect(planned(typed, option, target, ...extra)).toMatchObject({
            problem: expect.stringContaining('不能写在它上面') as string,
          });
        }
      }
    }
  }
  // One that is marked as ours but was typed as an input is an input.
  writeFileSync(join(folder, '稿.xlsx'), markedWorkbook(secret));
  expect(planned(join(folder, '稿.xlsx'), '--out', join(folder, '稿.xlsx'), '--overwrite')).toHaveProperty('problem');
});

test('two outputs never share a file, and a link that leads nowhere is not replaced', () => {
  const form = join(folder, '报送', 'a.xlsx');
  const both = join(folder, 'x.xlsx');
  expect(planned(form, '--out', both, '--xlsx', both)).toMatchObject({
    problem: expect.stringContaining('写了两次') as string,
  });
  symlinkSync(join(folder, '没有.html'), join(folder, '断.html'));
  expect(planned(form, '--html', join(folder, '断.html'), '--overwrite')).toHaveProperty('problem');
  expect(existsSync(join(folder, '没有.html'))).toBe(false);
});

test('the mark of a workbook survives what does not change it, and no part can change without it', () => {
  const bytes = markedWorkbook(secret);
  const path = join(folder, 'a.xlsx');
  writeFileSync(path, zipSync(unzipSync(bytes), { level: 0 }));
  expect(markStandingOf(path, secret)).toBe('ours');
  writeFileSync(path, zipSync({ ...unzipSync(bytes), 'xl/more.xml': strToU8('x') }));
  expect(markStandingOf(path, secret)).toBe('touched');
  expect(readFileSync(path).length).toBeGreaterThan(0);
});
