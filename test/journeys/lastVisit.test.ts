/**
 * The page without Excel on two visits: files and folders that the browser can open again. Only its dialogs are stood in
 * for, which a program cannot press: they yield real files of the browser's own disk, kept and read for real.
 */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { nationalHeader } from '../forms/nationalHeader';
import { axeFaults } from './axeFaults';
import { screenshots } from './places';
import { addressOf, disconnect, freshPage, leave } from './session';

/** A form of the unit, with the score that it states. */
function form(unit: string, score: number): string {
  const rows = [
    ['2023年度项目支出绩效自评表'],
    ['项目名称', '农村道路养护', '', '实施单位', unit],
    nationalHeader,
    ['产出指标', '数量指标', '养护里程', '≥100公里', '80公里', 50, score, ''],
    ['满意度指标', '服务对象满意度指标', '群众满意度', '≥90%', '93%', 50, 50, ''],
    ['总分', '', '', '', '', 100, 50 + score, ''],
  ];
  return `\ufeff${rows.map((cells) => cells.join(',')).join('\r\n')}`;
}

let page: Page;
let problems: string[];

/** Writes into the browser's own disk; null: away with it. */
async function onDisk(files: Readonly<Record<string, string | null>>): Promise<void> {
  await page.evaluate(async (entries) => {
    for (const [path, content] of entries) {
      const names = path.split('/');
      const name = names.pop()!;
      let folder = await navigator.storage.getDirectory();
      for (const below of names) folder = await folder.getDirectoryHandle(below, { create: true });
      if (content === null) await folder.removeEntry(name);
      else {
        const writable = await (await folder.getFileHandle(name, { create: true })).createWritable();
        await writable.write(content);
        await writable.close();
      }
    }
  }, Object.entries(files));
}

/** What lies in a folder of that disk, by name, with the length of each file. */
const sizesIn = (name: string): Promise<Readonly<Record<string, number>>> =>
  page.evaluate(async (folder) => {
    const sizes: Record<string, number> = {};
    const handle = await (await navigator.storage.getDirectory()).getDirectoryHandle(folder);
    const entries = handle as unknown as AsyncIterable<[string, FileSystemFileHandle]>;
    for await (const [own, entry] of entries) sizes[own] = (await entry.getFile()).size;
    return sizes;
  }, name);

/** The dialogs: files by their names, folders by the name that is set in the page; they close where none is. */
const dialogs = `
  const disk = () => navigator.storage.getDirectory();
  const closed = () => { throw new DOMException('closed', 'AbortError'); };
  window.showOpenFilePicker = async () => {
    if (!window.picksFiles) closed();
    return Promise.all(window.picksFiles.map(async (name) => (await disk()).getFileHandle(name)));
  };
  window.showDirectoryPicker = async () => {
    if (!window.picksFolder) closed();
    return (await disk()).getDirectoryHandle(window.picksFolder, { create: true });
  };
`;

const picks = (what: { readonly picksFiles?: readonly string[]; readonly picksFolder?: string }): Promise<void> =>
  page.evaluate((picked) => void Object.assign(window, picked), what);

/** Goes to the page as on another visit. */
async function visit(): Promise<void> {
  await page.goto('about:blank');
  await page.goto(addressOf('/pane/workbench/index.html'));
  await page.getByRole('button', { name: '选择文件', exact: true }).waitFor();
}

const press = (name: string | RegExp): Promise<void> => page.getByRole('button', { name, exact: true }).click();
const row = (unit: string) => page.getByRole('row', { name: new RegExp(unit, 'u') });
const picture = (name: string): Promise<unknown> => page.screenshot({ path: join(screenshots, `${name}.png`) });

beforeEach(async () => {
  ({ page, problems } = await freshPage());
  await page.addInitScript(dialogs);
  await visit();
});
afterEach(async () => {
  expect(await leave({ page, problems })).toEqual([]);
});
afterAll(disconnect);

test('a browser without such files, and a page straight from the disk: the ordinary list, and nothing kept', async () => {
  const ordinary = async (): Promise<void> => {
    await page.getByRole('button', { name: '选择文件', exact: true }).waitFor();
    const choosing = page.waitForEvent('filechooser');
    await press('选择文件');
    const files = ['甲镇', '乙镇'].map((name) => ({
      name: `${name}.csv`,
      mimeType: 'text/csv',
      buffer: Buffer.from(form(`${name}政府`, 50)),
    }));
    await (await choosing).setFiles(files);
    await page.getByText(/^2 份：/u).waitFor();
    expect(await page.getByText(/下次打开这个页面可以一键继续/u).count()).toBe(0);
  };
  await page.addInitScript('delete window.showOpenFilePicker; delete window.showDirectoryPicker;');
  await visit();
  await ordinary();
  // The dialogs are there again, and yet not for a page of the disk.
  await page.addInitScript(dialogs);
  await page.goto(pathToFileURL('dist/journeys/pane/workbench/index.html').href);
  await ordinary();
  problems = problems.filter((problem) => !problem.startsWith('request to another host: file:'));
});

test('a dropped folder can be opened again, too', async () => {
  await onDisk({ 'forms/甲镇.csv': form('甲镇政府', 50), 'forms/乙镇.csv': form('乙镇政府', 50) });
  await page.evaluate(() => {
    // A script cannot drop what lies on a disk: the item is stood in for, and the folder is a real one.
    const items = DataTransferItem.prototype as unknown as Record<string, unknown>;
    items['getAsFileSystemHandle'] = async () => (await navigator.storage.getDirectory()).getDirectoryHandle('forms');
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File(['x'], 'forms'));
    document.body.dispatchEvent(new DragEvent('drop', { bubbles: true, dataTransfer }));
  });
  await page.getByText(/^2 份：/u).waitFor();
  await visit();
  await press('继续上次的复核（2 个文件）');
  await page.getByText(/^2 份：/u).waitFor();
});

describe('accessibility', () => {
  test('nothing is found at the offer and at what the files came to, in English and dark at 350 pixels', async () => {
    expect(await leave({ page, problems })).toEqual([]);
    ({ page, problems } = await freshPage({ language: 'en', colorScheme: 'dark', forcedColors: 'none' }));
    await page.addInitScript(dialogs);
    await page.setViewportSize({ width: 350, height: 800 });
    await page.goto(addressOf('/pane/workbench/index.html'));
    await onDisk({ 'forms/甲镇.csv': form('甲镇政府', 50), 'forms/乙镇.csv': form('乙镇政府', 50) });
    await picks({ picksFolder: 'forms' });
    await press('Choose a folder');
    await page.getByText(/^2 forms:/u).waitFor();
    await onDisk({
      'forms/甲镇.csv': form('甲镇政府', 40),
      'forms/乙镇.csv': null,
      'forms/丙镇.csv': form('丙镇', 50),
    });
    await page.reload();
    await page.getByRole('button', { name: 'Go on with the last review (2 files)' }).waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await picture('last-visit-offer-en-350');
    await press('Go on with the last review (2 files)');
    await page.getByText(/^2 forms:/u).waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await picture('last-visit-since-en-350');
  });
});

test('a folder: reviewed, left, and gone on with; what is changed, new and gone by then is said', async () => {
  await onDisk({
    'forms/甲镇.csv': form('甲镇政府', 50),
    'forms/乙镇.csv': form('乙镇政府', 50),
    'forms/below/丙镇.csv': form('丙镇政府', 50),
  });
  await press('选择文件夹');
  expect(await page.getByRole('table').count()).toBe(0);
  await picks({ picksFolder: 'forms' });
  await press('选择文件夹');
  await page.getByText(/^3 份：未看 3/u).waitFor();
  await row('甲镇政府').getByRole('button').click();
  await page.getByRole('tab', { name: '报告' }).click();
  await page.getByRole('combobox', { name: '复核状态' }).selectOption('passed');
  await page.getByText('有改动还没有保存').waitFor();
  await picks({ picksFolder: 'copies' });
  await press('保存到文件夹…');
  await page.getByText('已把“甲镇（复核稿）.xlsx”保存到文件夹“copies”。').last().waitFor();
  await press('保存到文件夹…');
  await page.getByText('已把“甲镇（复核稿） (2).xlsx”保存到文件夹“copies”。').last().waitFor();
  expect(Object.keys(await sizesIn('copies')).sort()).toEqual(['甲镇（复核稿） (2).xlsx', '甲镇（复核稿）.xlsx']);
  expect(Object.values(await sizesIn('copies')).every((size) => size > 2000)).toBe(true);
  await picture('last-visit-saved');

  await visit();
  await picture('last-visit-offer');
  await press('继续上次的复核（3 个文件）');
  await page.getByText(/^3 份：未看 2，已看 0，已退回 0，已通过 1/u).waitFor();
  await row('甲镇政府').getByText('已通过').waitFor();
  expect(await page.getByText(/上次之后改过的|文件夹里新增的|没有打开的文件/u).count()).toBe(0);

  await onDisk({
    'forms/甲镇.csv': form('甲镇政府', 40),
    'forms/乙镇.csv': null,
    'forms/below/丁镇.csv': form('丁镇政府', 50),
  });
  await visit();
  await press('继续上次的复核（3 个文件）');
  await page.getByText('上次之后改过的（1）：甲镇.csv').waitFor();
  await page.getByText('文件夹里新增的（1）：below/丁镇.csv').waitFor();
  await page.getByText('“乙镇.csv”不在原来的地方了。').waitFor();
  await row('丁镇政府').getByText('未看').waitFor();
  await page.getByText(/^3 份：/u).waitFor();
  await picture('last-visit-since');
  await page.setViewportSize({ width: 350, height: 800 });
  await picture('last-visit-since-350');
  await press('忘掉');
  await page.setViewportSize({ width: 1366, height: 768 });
  await visit();
  expect(await page.getByRole('region', { name: '上次的复核' }).count()).toBe(0);
}, 120_000);

test('several files: permission is asked for with the click, refused in words, and tried again', async () => {
  await onDisk({ '甲镇.csv': form('甲镇政府', 50), '乙镇.csv': form('乙镇政府', 50) });
  await picks({ picksFiles: ['甲镇.csv', '乙镇.csv'] });
  await press('选择文件');
  await page.getByText(/^2 份：/u).waitFor();
  await visit();
  await page.evaluate(() => {
    const asked = FileSystemFileHandle.prototype as unknown as Record<string, unknown>;
    asked['queryPermission'] = () => Promise.resolve('prompt');
    asked['requestPermission'] = () => Promise.resolve(navigator.userActivation.isActive ? 'prompt' : 'denied');
  });
  await press('继续上次的复核（2 个文件）');
  await page.getByText('没有得到读取“甲镇.csv”的允许，没有打开。').waitFor();
  await picture('last-visit-refused');
  await page.evaluate(() => {
    const asked = FileSystemFileHandle.prototype as unknown as Record<string, unknown>;
    asked['requestPermission'] = () => Promise.resolve(navigator.userActivation.isActive ? 'granted' : 'denied');
  });
  await press('再试一次');
  await page.getByText(/^2 份：/u).waitFor();
  expect(await page.getByText('没有打开的文件：').count()).toBe(0);
});
