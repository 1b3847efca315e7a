/** Copies in a folder: never over anything that is there, nothing left of one that failed, every failure with its sentence. */
import { readdirSync, readFileSync } from 'node:fs';
import { workbenchWords } from '../../src/words/workbenchWords';
import { putCopy } from '../../src/workbench/saveToFolder';
import { Disk } from './memoryHandles';

let disk: Disk;
beforeEach(() => {
  disk = new Disk();
});

const textAt = async (path: string): Promise<string> => (await disk.fileAt(path).getFile()).text();
const put = (name: string, text: string) => putCopy(disk.targetAt('copies'), name, new Blob([text]));

test('a copy stands under its name, and what is there already stays: the next one gets a number', async () => {
  disk.put('copies/表（复核稿）.xlsx', 'somebody else’s');
  disk.put('copies/表（复核稿） (2).xlsx/inside', 'a folder of that name');
  expect(await put('表（复核稿）.xlsx', 'first')).toEqual({ ok: true, name: '表（复核稿） (3).xlsx' });
  expect(await put('表（复核稿）.xlsx', 'second')).toEqual({ ok: true, name: '表（复核稿） (4).xlsx' });
  expect(await put('另一份', 'other')).toEqual({ ok: true, name: '另一份' });
  expect(await textAt('copies/表（复核稿）.xlsx')).toBe('somebody else’s');
  expect(await textAt('copies/表（复核稿） (3).xlsx')).toBe('first');
  expect(await textAt('copies/表（复核稿） (4).xlsx')).toBe('second');
});

test('the original may lie in the folder and be called as the copy would be: it is not touched', async () => {
  const before = '原来的内容';
  disk.put('copies/表（复核稿）.xlsx', before, 1);
  await put('表（复核稿）.xlsx', 'changed');
  expect(disk.files.get('copies/表（复核稿）.xlsx')).toEqual({ content: before, modified: 1 });
});

test('a file that another program makes in the same moment is not ours to write', async () => {
  const folder = disk.targetAt('copies');
  const hasty = {
    ...folder,
    getFileHandle: (name: string, how?: { readonly create: boolean }) => {
      if (how?.create) disk.put(`copies/${name}`, 'theirs');
      return folder.getFileHandle(name, how);
    },
  };
  const done = await putCopy(hasty, 'a.xlsx', new Blob(['ours']));
  expect(done).toMatchObject({ ok: false, refusal: { sentence: 'fault-copy-other' } });
  expect(await textAt('copies/a.xlsx')).toBe('theirs');
});

test.each([
  ['NotAllowedError', '没有得到写入文件夹“copies”的允许，“a.xlsx”没有保存。'],
  ['NotFoundError', '文件夹“copies”不在了，“a.xlsx”没有保存。'],
  ['QuotaExceededError', '磁盘空间不够，“a.xlsx”没有保存到文件夹“copies”。'],
  ['NoModificationAllowedError', '没能把“a.xlsx”写进文件夹“copies”。'],
])('%s while writing is told of, and leaves no file behind', async (fault, sentence) => {
  disk.writingFault = fault;
  const done = await put('a.xlsx', 'text');
  if (done.ok) throw new Error('it was written');
  const say = workbenchWords('zh-CN');
  expect(say(done.refusal.sentence, done.refusal.facts)).toBe(sentence);
  expect(say(done.refusal.nextStep, done.refusal.facts)).not.toBe('');
  expect([...disk.files.keys()]).toEqual([]);
});

test('a copy that is not all there on the disk is no copy', async () => {
  const folder = disk.targetAt('copies');
  const short = {
    ...folder,
    getFileHandle: async (name: string, how?: { readonly create: boolean }) => {
      const file = await folder.getFileHandle(name, how);
      return {
        ...file,
        createWritable: async () => ({ ...(await file.createWritable()), write: () => Promise.resolve() }),
      };
    },
  };
  expect(await putCopy(short, 'a.xlsx', new Blob(['text']))).toMatchObject({ ok: false });
  expect([...disk.files.keys()]).toEqual([]);
});

test('a folder with a hundred copies of the file is refused in words', async () => {
  disk.put('copies/a.xlsx', '');
  for (let number = 2; number <= 100; number += 1) disk.put(`copies/a (${number}).xlsx`, '');
  expect(await put('a.xlsx', 'text')).toMatchObject({ ok: false, refusal: { sentence: 'fault-copy-names' } });
});

test('nothing of ours asks for the dialog that empties the file which is picked in it', () => {
  const sources = readdirSync('src', { recursive: true }).filter((path) => /\.tsx?$/u.test(String(path)));
  expect(sources.length).toBeGreaterThan(100);
  expect(sources.filter((path) => readFileSync(`src/${String(path)}`, 'utf8').includes('showSaveFilePicker'))).toEqual(
    [],
  );
});
