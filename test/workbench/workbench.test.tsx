/** The page in a language in which every sentence stands in brackets: whatever stands outside comes from the file. */
import '../pane/support/jsdom';
import { act, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createWords } from '../../src/words';
import { Workbench } from '../../src/workbench/Workbench';
import { say, Services } from './pageServices';

/** Texts and spoken attributes outside of brackets that are not from the file. */
function strays(): readonly string[] {
  const fromFile = /^(?:[A-Z]{1,2}\d*|\d+|SHEET|EMPTY|=A1\+1|\w+\.(?:xlsx|xls))$/u;
  const found: string[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const { parentElement, textContent } = walker.currentNode;
    if (!parentElement?.closest('style')) found.push(textContent ?? '');
  }
  for (const element of document.body.querySelectorAll('*'))
    for (const name of ['aria-label', 'title', 'placeholder']) found.push(element.getAttribute(name) ?? '');
  return found
    .map((text) => text.replace(/⟦[^⟦⟧]*⟧/gu, '').trim())
    .filter((text) => text !== '' && !fromFile.test(text));
}

let services: Services;
/** Chooses files; yields who did it. */
const choose = async (...names: readonly string[]): Promise<ReturnType<typeof userEvent.setup>> => {
  // A file of another kind is told what to do, so the browser's list is not limited.
  const user = userEvent.setup({ applyAccept: false });
  const input = document.querySelector<HTMLInputElement>('input[type=file]');
  await user.upload(
    input!,
    names.map((name) => new File(['x'], name)),
  );
  return user;
};

beforeEach(async () => {
  services = new Services();
  Element.prototype.scrollIntoView = () => undefined;
  render(<Workbench services={services} locale="zh-CN" say={say} words={createWords('zh-CN')} />);
  await act(() => Promise.resolve());
});

test('the first page, and a file that is refused', async () => {
  expect(strays()).toEqual([]);
  await choose('old.xls');
  await screen.findAllByText(/认不出“old\.xls”/);
  expect(strays()).toEqual([]);
});

test('somebody without a file opens the sample form with one button, and finds the guide', async () => {
  expect(screen.getByRole('link', { name: /用户指南/ }).getAttribute('href')).toBe('../assets/guide/user-guide.html');
  await userEvent.setup().click(screen.getByRole('button', { name: '⟦打开示例表试一试⟧' }));
  await screen.findByRole('grid');
  expect(document.title).toContain('SAMPLE.xlsx');
});

test('a file that takes too long to open can be given up, or is left for another one', async () => {
  const user = userEvent.setup();
  await choose('endless.xlsx');
  await user.click(await screen.findByRole('button', { name: '⟦停止⟧' }));
  expect((await screen.findAllByText(/已停止打开/)).length).toBeGreaterThan(0);
  expect(screen.queryByRole('button', { name: '⟦停止⟧' })).toBeNull();
  await choose('endless.xlsx');
  await choose('form.xlsx');
  await screen.findByRole('grid');
  expect(screen.queryByText(/已停止打开/)).toBeNull();
});

test('an open file, its sheets and notes; a copy is saved, and the next file lets go of this one', async () => {
  await choose('form.xlsx');
  expect((await screen.findByRole('grid')).getAttribute('aria-readonly')).toBe('true');
  expect(strays()).toEqual([]);
  const user = userEvent.setup();
  await user.click(screen.getByRole('tab', { name: 'EMPTY' }));
  await screen.findByText(/这张工作表是空的/);
  expect(strays()).toEqual([]);
  await user.click(screen.getByRole('button', { name: /保存复核稿/ }));
  await waitFor(() => expect(services.downloads).toEqual(['⟦form（复核稿）⟧.xlsx']));
  await user.click(screen.getByRole('button', { name: /干净副本/ }));
  await waitFor(() => expect(services.downloads).toEqual(['⟦form（复核稿）⟧.xlsx', 'CLEANform.xlsx']));
  expect(strays()).toEqual([]);
  await choose('next.xlsx');
  await waitFor(() => expect(services.closed).toBe(1));
  expect(document.title).toContain('next.xlsx');
});

test('several files are a table of their forms; each is opened on its sheet, and from one to the next', async () => {
  const user = await choose('a.xlsx', 'b.xlsx', 'old.xls');
  const table = await screen.findByRole('table');
  await waitFor(() => expect(within(table).getAllByRole('rowheader')).toHaveLength(2));
  await screen.findByText(/认不出“old\.xls”/u);
  expect(services.reviewed).toEqual(['a.xlsx', 'b.xlsx', 'old.xls']);
  await user.click(within(table).getByRole('button', { name: /Pa\.xlsx/u }));
  expect((await screen.findByRole('tab', { name: 'EMPTY' })).getAttribute('aria-selected')).toBe('true');
  expect(screen.getByText('⟦第 1 / 2 个文件⟧')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: '⟦下一个文件⟧' }));
  expect(await screen.findByText('⟦第 2 / 2 个文件⟧')).toBeTruthy();
  expect(services.closed).toBe(1);
  await user.click(screen.getByRole('button', { name: '⟦清单⟧' }));
  await screen.findByRole('table');
  expect(services.closed).toBe(2);
  await user.click(screen.getByRole('button', { name: '⟦关闭清单⟧' }));
  expect(screen.getByRole('button', { name: '⟦选择文件⟧' })).toBeTruthy();
});

test('what was changed in a file of a batch stays with it, is told of, and is saved for all at once', async () => {
  const user = await choose('a.xlsx', 'b.xlsx');
  await user.click(await screen.findByRole('button', { name: /Pa\.xlsx/u }));
  await screen.findByRole('grid');
  await act(async () => {
    await services.shown!.remember('decisions', 'x');
  });
  await user.click(screen.getByRole('button', { name: '⟦清单⟧' }));
  await user.click(await screen.findByRole('button', { name: '⟦保存全部复核稿（1）⟧' }));
  await waitFor(() => expect(services.downloads).toEqual(['⟦a（复核稿）⟧.xlsx']));
  // Reviewed once more, as it is now.
  expect(services.reviewed.filter((name) => name === 'a.xlsx')).toHaveLength(2);
  await screen.findByRole('button', { name: '⟦关闭清单⟧' });
});

test('the pane of an open file hears once the others are reviewed, and what they are then', async () => {
  const reviewFile = services.reviewFile.bind(services);
  let goOn: () => void = () => undefined;
  const isTime = new Promise<void>((resolve) => (goOn = resolve));
  services.reviewFile = async (file) => {
    if (file.name === 'b.xlsx') await isTime;
    return reviewFile(file);
  };
  const user = await choose('a.xlsx', 'b.xlsx');
  await user.click(await screen.findByRole('button', { name: /Pa\.xlsx/u }));
  await screen.findByRole('grid');
  const heard: (readonly string[])[] = [];
  const stop = services.batch!.onHeld(() => heard.push(services.batch!.files().map(({ name }) => name)));
  act(goOn);
  await waitFor(() => expect(heard).toEqual([['a.xlsx', 'b.xlsx']]));
  stop();
});

test('all files together, those that are refused too: figures on the page, and a summary that is saved', async () => {
  const files = ['a.xlsx', 'old.xls', 'b.xlsx'];
  const user = await choose(...files);
  const summary = await screen.findByRole('region', { name: '⟦全部自评表的汇总⟧' });
  const figures = [...summary.querySelectorAll('dt')].map((name) => [
    name.textContent,
    name.nextElementSibling?.textContent,
  ]);
  expect(figures).toEqual([
    ['⟦自评平均分（2 份）⟧', '91.25'],
    ['⟦复核平均分（0 份）⟧', '⟦无⟧'],
    ['⟦待评定指标（1 份）⟧', '3'],
    ['⟦问题 P0 / P1 / P2⟧', '4 / 5 / 6'],
    ['⟦未能复核⟧', '1'],
    ['⟦等级 自评 → 复核（份）⟧', '⟦⟦未评级⟧ 2 → 0⟧'],
  ]);
  await user.click(within(summary).getByRole('button', { name: '⟦保存汇总表⟧' }));
  await within(summary).findByText(/已生成“SUM\.xlsx”：2 份/u);
  expect([services.downloads, services.summed]).toEqual([['SUM.xlsx'], [files.join('+')]]);
});

test('a file of a batch whose sheets are damaged is not said to have no form', async () => {
  await choose('a.xlsx', 'damaged.xlsx');
  const line = await screen.findByText(/损坏，坏在 PLACE/u);
  expect(line.textContent).toMatch(/damaged\.xlsx.*重新要一份/u);
  expect(screen.queryByText(/没有找到自评表/u)).toBeNull();
});

test('the grid takes arrow keys and shows the selected cell in full, its formula too', async () => {
  await choose('form.xlsx');
  const grid = await screen.findByRole('grid');
  const user = userEvent.setup();
  grid.focus();
  await user.keyboard('{ArrowRight}');
  const line = screen.getByRole('group', { name: /选中的单元格/ });
  expect(line.textContent).toContain('B1');
  expect(line.textContent).toContain('=A1+1');
  const active = document.getElementById(grid.getAttribute('aria-activedescendant') ?? '');
  expect(active?.getAttribute('aria-selected')).toBe('true');
  expect(active?.textContent).toBe('8');
});
