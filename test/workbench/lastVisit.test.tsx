/** The page where files can be opened again on another visit: what it keeps, what it offers, and copies in a folder. */
import '../pane/support/jsdom';
import { act, cleanup, render, screen, waitFor, within } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import { createWords } from '../../src/words';
import { Workbench } from '../../src/workbench/Workbench';
import { Disk } from './memoryHandles';
import { say, Services } from './pageServices';

let disk: Disk;
let services: Services;
let user: UserEvent;

/** Opens the page anew, as another visit does. */
async function visit(): Promise<void> {
  cleanup();
  services = new Services(disk);
  user = userEvent.setup({ applyAccept: false });
  render(<Workbench services={services} locale="zh-CN" say={say} words={createWords('zh-CN')} />);
  await act(() => Promise.resolve());
}

const press = (name: string): Promise<void> => screen.findByRole('button', { name: `⟦${name}⟧` }).then(user.click);

async function chooseFolder(): Promise<void> {
  disk.next = ['forms'];
  await press('选择文件夹');
}

const rowCount = async (count: number): Promise<void> => {
  const table = await screen.findByRole('table');
  await waitFor(() => expect(within(table).getAllByRole('rowheader')).toHaveLength(count));
};

/** Changes what the open file remembers, as a decision does, and goes back to the table. */
async function changeFirst(): Promise<void> {
  await user.click(await screen.findByRole('button', { name: /Pa\.xlsx/u }));
  await screen.findByRole('grid');
  await act(async () => {
    await services.shown!.remember('decisions', 'x');
  });
}

beforeEach(async () => {
  Element.prototype.scrollIntoView = () => undefined;
  disk = new Disk();
  disk.put('forms/a.xlsx', 'a');
  disk.put('forms/b.xlsx', 'b');
  await visit();
});

test('a folder that was chosen is offered on the next visit, and opened with one click', async () => {
  expect(screen.queryByRole('region', { name: '⟦上次的复核⟧' })).toBeNull();
  await chooseFolder();
  await rowCount(2);
  await screen.findByText(/下次打开这个页面可以一键继续/u);
  await visit();
  disk.asks = true;
  await press('继续上次的复核（2 个文件）');
  await rowCount(2);
  expect(services.reviewed).toEqual(['a.xlsx', 'b.xlsx']);
  expect(screen.queryByText(/上次之后改过的|文件夹里新增的|没有打开的文件/u)).toBeNull();
});

test('what is other than it was, new, or not to be opened is told of; trying again opens the rest', async () => {
  await chooseFolder();
  await rowCount(2);
  disk.put('forms/a.xlsx', 'changed', 2);
  disk.put('forms/c.xlsx', 'new');
  disk.fail('forms/b.xlsx', 'NotReadableError');
  await visit();
  await press('继续上次的复核（2 个文件）');
  await rowCount(2);
  await screen.findByText('⟦上次之后改过的（1）：a.xlsx⟧');
  await screen.findByText('⟦文件夹里新增的（1）：c.xlsx⟧');
  const missing = screen.getByRole('region', { name: '⟦没有打开的文件：⟧' });
  expect(missing.textContent).toContain('浏览器读不到“b.xlsx”。');
  disk.put('forms/b.xlsx', 'b');
  await press('再试一次');
  await rowCount(3);
  expect(screen.queryByRole('region', { name: '⟦没有打开的文件：⟧' })).toBeNull();
  // Kept as it is by now.
  await visit();
  await press('继续上次的复核（3 个文件）');
  await rowCount(3);
  expect(screen.queryByText(/上次之后改过的|文件夹里新增的/u)).toBeNull();
});

test('where nothing can be opened again, the page says so of every file, and keeps them for a better day', async () => {
  await chooseFolder();
  await rowCount(2);
  await visit();
  disk.asks = true;
  disk.answer = 'closed';
  await press('继续上次的复核（2 个文件）');
  expect(await screen.findAllByText(/没有得到读取“[ab]\.xlsx”的允许，没有打开。/u)).toHaveLength(2);
  await press('关闭清单');
  await screen.findByRole('button', { name: '⟦继续上次的复核（2 个文件）⟧' });
});

test('whoever presses twice gets the files once', async () => {
  await chooseFolder();
  await rowCount(2);
  await visit();
  const button = await screen.findByRole('button', { name: '⟦继续上次的复核（2 个文件）⟧' });
  act(() => {
    button.click();
    button.click();
  });
  await rowCount(2);
  await waitFor(() => expect(services.reviewed).toHaveLength(2));
});

test('the offer is forgotten with one click, and a batch as well', async () => {
  await chooseFolder();
  await rowCount(2);
  await press('忘掉');
  expect(disk.kept).toEqual([]);
  disk.next = ['forms/a.xlsx'];
  await press('再加文件');
  await rowCount(3);
  expect(disk.kept).toEqual([]);
  await press('关闭清单');
  await chooseFolder();
  await rowCount(2);
  await visit();
  await press('忘掉');
  expect(disk.kept).toEqual([]);
  expect(screen.queryByRole('region', { name: '⟦上次的复核⟧' })).toBeNull();
});

test('a single file is opened at once and does not take the place of the batch', async () => {
  await chooseFolder();
  await rowCount(2);
  await visit();
  disk.next = ['forms/b.xlsx'];
  await press('选择文件');
  await screen.findByRole('grid');
  expect(disk.kept.map(({ handle }) => handle.name)).toEqual(['forms']);
});

test('a closed dialog is nothing; a forbidden one is the ordinary list of the browser', async () => {
  await press('选择文件');
  expect(screen.getByRole('button', { name: '⟦选择文件⟧' })).toBeTruthy();
  const clicked: string[] = [];
  HTMLInputElement.prototype.click = function click() {
    clicked.push(this.type);
  };
  await press('选择文件');
  expect(clicked).toEqual([]);
  disk.isForbidden = true;
  await press('选择文件');
  await press('选择文件夹');
  await waitFor(() => expect(clicked).toEqual(['file', 'file']));
});

test('a copy of the open file goes into a folder beside what is there, and counts as saved', async () => {
  disk.put('copies/⟦a（复核稿）⟧.xlsx', 'kept');
  await chooseFolder();
  await rowCount(2);
  await changeFirst();
  await screen.findByText('⟦有改动还没有保存⟧');
  disk.next = ['copies'];
  await press('保存到文件夹…');
  expect((await screen.findAllByText('⟦已把“⟦a（复核稿）⟧ (2).xlsx”保存到文件夹“copies”。⟧')).length).toBeGreaterThan(
    0,
  );
  await screen.findByText('⟦没有未保存的改动⟧');
  expect(disk.files.get('copies/⟦a（复核稿）⟧.xlsx')?.content).toBe('kept');
  expect(services.downloads).toEqual([]);
});

test('copies of a whole batch go into a folder; one that cannot be written is told of and stays unsaved', async () => {
  await chooseFolder();
  await rowCount(2);
  await changeFirst();
  await press('清单');
  disk.next = ['copies'];
  disk.writingFault = 'QuotaExceededError';
  await press('全部保存到文件夹…（1）');
  await screen.findAllByText(/磁盘空间不够/u);
  disk.writingFault = null;
  await press('全部保存到文件夹…（1）');
  expect((await screen.findAllByText('⟦已把 1 份复核稿保存到文件夹“copies”。⟧')).length).toBeGreaterThan(0);
  expect([...disk.files.keys()].filter((path) => path.startsWith('copies/'))).toEqual(['copies/⟦a（复核稿）⟧.xlsx']);
  await screen.findByRole('button', { name: '⟦关闭清单⟧' });
});

test('where the browser lets nobody pick a folder, the copy is downloaded as ever', async () => {
  await chooseFolder();
  await rowCount(2);
  await changeFirst();
  disk.isForbidden = true;
  await press('保存到文件夹…');
  await waitFor(() => expect(services.downloads).toEqual(['⟦a（复核稿）⟧.xlsx']));
});
