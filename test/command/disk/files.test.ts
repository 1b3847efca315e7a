/** Finding files, giving copies their places, and keeping what is finished. */
import {
  appendFileSync,
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { basename, dirname, join, relative } from 'node:path';
import { readArguments } from '../../../src/command/arguments';
import { assignCopies } from '../../../src/command/disk/copyPaths';
import { fileTasks } from '../../../src/command/disk/fileTasks';
import { findWorkbooks, unseenLine } from '../../../src/command/disk/findWorkbooks';
import { openBatchJournal, stampOf } from '../../../src/command/disk/journal';
import { progressMark } from '../../../src/command/disk/ownMark';
import { writeWhole } from '../../../src/command/disk/wholeFile';
import { journalAt } from '../../../src/command/resumption';
import { markedWorkbook } from '../support/markedWorkbook';
import { refusedFile } from '../../../src/command/reviewedFile';

const secret = new Uint8Array(32).fill(7);
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'batch-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function put(...names: readonly string[]): void {
  for (const name of names) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), name);
  }
}
const found = (typed: readonly string[], out: string | null = null): readonly string[] =>
  findWorkbooks(
    typed.map((word) => join(folder, word)),
    out === null ? null : join(folder, out),
  ).files.map(({ path }) => relative(folder, path));

test('a folder is searched to any depth, in natural order, by the names under which forms lie, without temporary things', () => {
  put('2号.xlsx', '10号.xlsx', '局/a.XLSM', '局/科/b.xlsx', '~$2号.xlsx', '.~lock.2号.xlsx#', '局/.hidden.xlsx');
  put('__MACOSX/2号.xlsx', '说明.docx', '照片.jpg', '通知.pdf', '旧表.xls', '.git/c.xlsx', '表.et');
  symlinkSync(folder, join(folder, '局', 'circle'));
  expect([...found(['.'])].sort()).toEqual(
    ['10号.xlsx', '2号.xlsx', '局/a.XLSM', '局/科/b.xlsx', '旧表.xls', '表.et', '说明.docx'].sort(),
  );
  expect(found(['.']).indexOf('2号.xlsx')).toBeLessThan(found(['.']).indexOf('10号.xlsx'));
});

test('globs match within names and over folders; each file comes once', () => {
  put('a1.xlsx', 'a2.xlsx', 'b.xlsx', 'deep/a3.xlsx', 'deep/er/a4.xlsx');
  expect(found(['a*.xlsx'])).toEqual(['a1.xlsx', 'a2.xlsx']);
  expect(found(['a?.xlsx', 'a1.xlsx'])).toEqual(['a1.xlsx', 'a2.xlsx']);
  expect(found(['**/a*.xlsx'])).toEqual(['a1.xlsx', 'a2.xlsx', 'deep/a3.xlsx', 'deep/er/a4.xlsx']);
  expect(findWorkbooks([join(folder, 'z*.xlsx')], null).empty).toHaveLength(1);
});

test('a name with glob signs that exists is that file, and a name that does not exist is left to the opening', () => {
  put('预算[1].xlsx');
  expect(found(['预算[1].xlsx', '没有.xlsx'])).toEqual(['预算[1].xlsx', '没有.xlsx']);
});

test('the folder of copies is not searched again', () => {
  put('a.xlsx', '复核/a（复核稿）.xlsx');
  expect(found(['.'], '复核')).toEqual(['a.xlsx']);
  expect(found(['.'])).toHaveLength(2);
});

test('copies keep their subfolders, never share a place, and are not reviewed themselves', () => {
  const out = join(folder, 'out');
  const assigned = assignCopies(
    [
      { path: '甲/表.xlsx', inside: '表.xlsx' },
      { path: '乙/表.xlsx', inside: '表.xlsx' },
      { path: '丙/局/表.XLSX', inside: '局/表.XLSX' },
      { path: join(out, '表（复核稿）.xlsx'), inside: '表（复核稿）.xlsx' },
    ],
    out,
  );
  expect(assigned.map(({ copy, path }) => [path, relative(out, copy)])).toEqual([
    ['甲/表.xlsx', '表（复核稿）.xlsx'],
    ['乙/表.xlsx', '表（复核稿）(2).xlsx'],
    ['丙/局/表.XLSX', join('局', '表（复核稿）.XLSX')],
  ]);
});

test('the name of a copy is shortened to what file systems take', () => {
  const long = `${'长'.repeat(83)}.xlsx`;
  const [one, two] = assignCopies(
    [
      { path: `甲/${long}`, inside: long },
      { path: `乙/${long}`, inside: long },
    ],
    folder,
  ).map(({ copy }) => basename(copy));
  expect(one).toMatch(/^长{50,}（复核稿）\.xlsx$/u);
  expect(two).toMatch(/^长{50,}（复核稿）\(2\)\.xlsx$/u);
  for (const name of [one, two]) writeFileSync(join(folder, name ?? ''), '');
});

test('nothing that is written lies over a file that is reviewed', () => {
  put('a.xlsx', '报送/b.xlsx', '报送/汇总.xlsx');
  symlinkSync(join(folder, 'a.xlsx'), join(folder, '链接.xlsx'));
  const [a, link, forms] = [join(folder, 'a.xlsx'), join(folder, '链接.xlsx'), join(folder, '报送')];
  const planned = (...line: readonly string[]) => {
    const read = readArguments(line);
    if (!read.ok) throw new Error(read.problem);
    return fileTasks(read.value, secret);
  };
  for (const line of [
    [a, '--out', a],
    [a, '--out', link],
    [link, '--xlsx', a],
  ])
    expect(planned(...line)).toEqual({ problem: expect.stringContaining('不能写在它上面') as string });
  expect(planned(a, '--out', join(folder, '新.xlsx'))).toEqual({
    tasks: [{ path: a, copy: join(folder, '新.xlsx'), withPapers: false }],
    unseen: { kinds: new Map(), deadLinks: 0 },
  });
  // A summary of ours that lies among the forms is no form; a file of that name that is not ours is one.
  const summary = join(forms, '汇总.xlsx');
  expect(planned(forms, '--xlsx', summary)).toEqual({
    problem: expect.stringContaining('不能写在它上面') as string,
  });
  writeFileSync(summary, markedWorkbook(secret));
  expect(planned(forms, '--xlsx', summary)).toMatchObject({
    tasks: [{ path: join(forms, 'b.xlsx'), copy: null, withPapers: false }],
  });
});

test('a folder that may not be looked into is one entry, and the rest is found', () => {
  put('a.xlsx', '密/b.xlsx', '乙/c.xlsx');
  chmodSync(join(folder, '密'), 0);
  // Root may look into everything, and then there is nothing to be refused.
  const isRoot = process.getuid?.() === 0;
  expect([...found(['.'])].sort()).toEqual(['a.xlsx', isRoot ? '密/b.xlsx' : '密', '乙/c.xlsx'].sort());
  chmodSync(join(folder, '密'), 0o700);
});

test('a journal gives back what was finished, forgets a line that was cut short, and begins anew unless resumed', () => {
  put('a.xlsx', 'b.xlsx');
  const file = join(folder, 'journal.jsonl');
  const [first, second] = ['a.xlsx', 'b.xlsx'].map((name) => stampOf(join(folder, name), 's')) as [
    ReturnType<typeof stampOf>,
    ReturnType<typeof stampOf>,
  ];
  const journal = openBatchJournal(file, false, secret);
  journal.add(first, refusedFile(first.path, 'busy', '一\n二'));
  journal.close();
  appendFileSync(file, '{"stamp":{"path":"torn');

  const again = openBatchJournal(file, true, secret);
  expect([again.has(first), again.has(second)]).toEqual([true, false]);
  expect(again.read(first.path).file.fault?.message).toBe('一\n二');
  again.add(second, refusedFile(second.path, 'busy', '三'));
  expect(again.read(second.path).file.fault?.message).toBe('三');
  again.close();
  expect(readFileSync(file, 'utf8').split('\n')).toHaveLength(3);

  writeFileSync(join(folder, 'a.xlsx'), 'changed since');
  const changed = openBatchJournal(file, true, secret);
  expect(changed.has(stampOf(first.path, 's'))).toBe(false);
  expect(changed.has(stampOf(second.path, 'other rubric'))).toBe(false);
  changed.remove();
  expect(existsSync(file)).toBe(false);
});

test('a journal with a bad line, NULs or lines that we did not write says how many, and finishes nothing by them', () => {
  put('a.xlsx');
  const file = join(folder, 'journal.jsonl');
  const stamp = stampOf(join(folder, 'a.xlsx'), 's');
  const lie = JSON.stringify({ stamp, result: refusedFile(stamp.path, 'busy', '没有问题') });
  const foreignKey = new Uint8Array(32).fill(9);
  for (const text of [`${lie}\n`, `${'0'.repeat(32)} ${lie}\n`, `${progressMark(lie, foreignKey)} ${lie}\n`]) {
    writeFileSync(file, `${'\0'.repeat(5000)}\n不是进度\n${text}`);
    const journal = openBatchJournal(file, true, secret);
    expect([journal.unsound, journal.has(stamp)]).toEqual([3, false]);
    journal.add(stamp, refusedFile(stamp.path, 'busy', '真的'));
    expect(journal.read(stamp.path).file.fault?.message).toBe('真的');
    journal.close();
    const again = openBatchJournal(file, true, secret);
    expect([again.unsound, again.has(stamp)]).toEqual([3, true]);
    again.close();
  }
  // Somebody's file of that name is not begun anew over.
  writeFileSync(file, '我的笔记\n第二行\n');
  expect(journalAt(file, false, secret)).toMatchObject({ problem: expect.stringContaining('没有动它') as string });
  expect(readFileSync(file, 'utf8')).toBe('我的笔记\n第二行\n');
  expect(readdirSync(folder).filter((name) => name.endsWith('.lock'))).toEqual([]);
});

test('two runs at once: the second is told whose the place is; a lock that was left behind is broken', () => {
  const file = join(folder, '.复核进度.jsonl');
  const first = journalAt(file, false, secret);
  if ('problem' in first) throw new Error(first.problem);
  const second = journalAt(file, false, secret);
  expect('problem' in second && second.problem).toMatch(new RegExp(`另一次复核正在写（进程 ${process.pid}，`, 'u'));
  first.close();
  const lock = join(folder, '.复核进度.lock');
  expect(existsSync(lock)).toBe(false);
  for (const left of [JSON.stringify({ process: 2 ** 22 + 1, host: hostname(), since: '昨天' }), '{"proc', '']) {
    writeFileSync(lock, left);
    const third = journalAt(file, true, secret);
    if ('problem' in third) throw new Error(third.problem);
    third.close();
  }
  // Another machine's process cannot be asked.
  writeFileSync(lock, JSON.stringify({ process: 1, host: '别的机器', since: '昨天' }));
  expect(journalAt(file, true, secret)).toMatchObject({ problem: expect.stringContaining('别的机器') as string });
});

test('what a folder holds beside workbooks is one line', () => {
  put('a.xlsx', '说明.pptx', '局/说明.PPTX', '扫描.pdf', '无名', '~$a.xlsx', '.hidden');
  symlinkSync(join(folder, '没有.xlsx'), join(folder, '断.xlsx'));
  const { files, unseen } = findWorkbooks([folder], null);
  expect(files.map(({ inside }) => inside)).toEqual(['a.xlsx']);
  expect(unseenLine(unseen)).toBe('另有 5 个文件没有看：.pptx 2 个，没有扩展名的 1 个，.pdf 1 个，失效的链接 1 个。');
  expect(unseenLine({ kinds: new Map(), deadLinks: 0 })).toBeNull();
});

test('a file is written whole or not at all', () => {
  const path = join(folder, 'new', 'r.html');
  expect(writeWhole(path, ['甲', new Uint8Array([0x41])])).toBe(true);
  expect(readFileSync(path, 'utf8')).toBe('甲A');
  function* failing(): Generator<string> {
    yield 'half';
    throw new RangeError('a bug in the middle');
  }
  expect(() => writeWhole(path, failing())).toThrow(RangeError);
  expect(readFileSync(path, 'utf8')).toBe('甲A');
  expect(readdirSync(dirname(path))).toEqual(['r.html']);
  put('file');
  expect(writeWhole(join(folder, 'file', 'r.html'), ['x'])).toBe(false);
});
