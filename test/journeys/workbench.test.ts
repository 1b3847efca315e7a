/** The page without Excel: a file is opened, reviewed, written, saved as a copy, and taken back, wholly in the browser. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buffer } from 'node:stream/consumers';
import { unzipSync } from 'fflate';
import type { Locator, Page } from 'playwright-core';
import { openXlsxWorkbook } from '../../src/file/xlsxWorkbook';
import type { Snapshot } from '../../src/core/sheet/snapshot';
import { differences, valueOf } from '../contracts/workbookContract';
import { rawWorkbook } from '../support/rawWorkbook';
import { axeFaults } from './axeFaults';
import { screenshots } from './places';
import { addressOf, disconnect, type Eyes, freshPage, leave } from './session';

const published = readFileSync('src/demo/samples/huaiyuan-2023.xlsx');

let page: Page;
let problems: string[];
/** Every address that was asked for. */
let requests: string[];
/** What a journey brings about on purpose. */
let expected: RegExp | null;

async function visit(eyes?: Eyes): Promise<void> {
  ({ page, problems } = await freshPage(eyes));
  requests = [];
  expected = null;
  page.on('request', (request) => requests.push(new URL(request.url()).pathname));
  await page.goto(addressOf('/pane/workbench/index.html'));
  await page.getByRole('button', { name: /^(选择文件|Choose a file)$/ }).waitFor();
}

const cell = (address: string): Locator => page.locator(`[data-cell="${address}"]`);
const put = (name: string, bytes: Uint8Array): Promise<void> =>
  page
    .locator('input[type=file]')
    .first()
    .setInputFiles({ name, mimeType: '', buffer: Buffer.from(bytes) });

async function openFile(name: string, bytes: Uint8Array): Promise<void> {
  await put(name, bytes);
  await page.waitForFunction((start) => document.title.startsWith(start), name);
  await page.getByRole('button', { name: /^(复核|Review)$/ }).waitFor();
}

async function reviewCanteen(): Promise<void> {
  await page.getByRole('tab', { name: '食堂经费' }).click();
  await page.getByRole('grid', { name: /食堂经费/ }).waitFor();
  await page.getByRole('button', { name: '复核', exact: true }).click();
  await page
    .getByText(/复核了 \d+ 个指标/)
    .first()
    .waitFor();
}

async function writeAll(): Promise<void> {
  await page.getByRole('tab', { name: '写入' }).click();
  await page.getByRole('button', { name: /^写入 \d+ 处/ }).click();
  await page.getByText('写入结果').waitFor();
}

async function saveCopy(): Promise<{ readonly name: string; readonly bytes: Buffer }> {
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: '保存复核稿', exact: true }).click();
  const download = await downloading;
  return { name: download.suggestedFilename(), bytes: await buffer(await download.createReadStream()) };
}

/** Every sheet of a file. */
async function sheetsOf(bytes: Uint8Array): Promise<readonly Snapshot[]> {
  const workbook = valueOf(
    openXlsxWorkbook(bytes, {
      path: 'copy.xlsx',
    }),
  );
  const sheets = valueOf(await workbook.sheets());
  return Promise.all(sheets.map(async ({ id }) => valueOf(await workbook.read(id))));
}

async function cellsThatDiffer(
  before: Uint8Array,
  after: Uint8Array,
): Promise<Readonly<Record<string, readonly string[]>>> {
  const [left, right] = await Promise.all([sheetsOf(before), sheetsOf(after)]);
  expect(right.map(({ sheetName }) => sheetName)).toEqual(left.map(({ sheetName }) => sheetName));
  return Object.fromEntries(
    left.map((sheet, place): [string, readonly string[]] => [sheet.sheetName, differences(sheet, right[place]!)]),
  );
}

/** Names of parts that are not the same, byte for byte. */
function partsThatDiffer(before: Uint8Array, after: Uint8Array): readonly string[] {
  const [left, right] = [unzipSync(before), unzipSync(after)];
  return [...new Set([...Object.keys(left), ...Object.keys(right)])]
    .filter((name) => Buffer.compare(left[name] ?? Buffer.from('∅'), right[name] ?? Buffer.from('∅')) !== 0)
    .sort();
}

beforeEach(() => visit());
afterEach(async () => {
  const unexpected = (await leave({ page, problems })).filter((problem) => !expected?.test(problem));
  expect(unexpected).toEqual([]);
  // Nothing of Office, and nothing that is not beside the page.
  expect(requests.filter((path) => /office/i.test(path))).toEqual([]);
});
afterAll(disconnect);

test('a form is reviewed and written; the copy differs in the planned cells alone, and gives everything back', async () => {
  await openFile('自评表.xlsx', published);
  await reviewCanteen();
  await page.screenshot({ path: join(screenshots, 'workbench-review.png') });
  expect(await cell('I17').textContent()).toBe('10');
  await writeAll();
  // The gravest mark stands before the value, as a word and not as a colour alone.
  await expect(cell('I17').textContent()).resolves.toMatch(/^P[012]20$/);
  expect(await cell('I23').textContent()).toMatch(/97\.3/);
  await page.getByText('有改动还没有保存').waitFor();
  await page.screenshot({ path: join(screenshots, 'workbench-written.png') });

  const copy = await saveCopy();
  expect(copy.name).toBe('自评表（复核稿）.xlsx');
  await page.getByText('没有未保存的改动').waitFor();
  expect(await cellsThatDiffer(published, copy.bytes)).toEqual({
    衔接资金: [],
    食堂经费: ['I17', 'I23'],
    规划编制费: [],
  });
  expect(partsThatDiffer(published, copy.bytes)).toEqual([
    '[Content_Types].xml',
    '_rels/.rels',
    'docProps/custom.xml',
    'xl/styles.xml',
    'xl/worksheets/sheet2.xml',
  ]);

  // The copy is opened as a file of its own: its history came with it.
  await openFile(copy.name, copy.bytes);
  await reviewCanteen();
  await page.getByRole('tab', { name: '写入' }).click();
  await page
    .getByRole('button', { name: /^撤销(本次|这次)写入/ })
    .first()
    .click();
  await page.getByText('撤销结果').waitFor();
  expect(await cell('I17').textContent()).toBe('10');
  const back = await saveCopy();
  expect(back.name).toBe(copy.name);
  expect(await cellsThatDiffer(published, back.bytes)).toEqual({ 衔接资金: [], 食堂经费: [], 规划编制费: [] });
  expect(unzipSync(back.bytes)['xl/worksheets/sheet2.xml']).toEqual(unzipSync(published)['xl/worksheets/sheet2.xml']);
}, 60_000);

test('a finding shows its cell, on its sheet, and what is selected in the grid is what the pane asks for', async () => {
  await openFile('自评表.xlsx', published);
  await reviewCanteen();
  await page.getByRole('tab', { name: '衔接资金' }).click();
  await page.getByRole('grid', { name: /衔接资金/ }).waitFor();
  await page.getByRole('tab', { name: '问题' }).click();
  await page.getByRole('button', { name: 'I17' }).first().click();
  await page.getByRole('grid', { name: /食堂经费/ }).waitFor();
  await page.locator('[data-cell="I17"][aria-selected="true"]').waitFor();
  expect(await cell('I17').isVisible()).toBe(true);
  await page.getByRole('group', { name: '选中的单元格' }).getByText('I17').waitFor();
});

test('the grid is one stop of the Tab key; arrows step over merges, and the active cell is told', async () => {
  await openFile('自评表.xlsx', published);
  const grid = page.getByRole('grid');
  await cell('A1').click();
  const active = async (): Promise<string> => {
    const id = await grid.getAttribute('aria-activedescendant');
    return (await page.locator(`[id="${id ?? ''}"]`).getAttribute('data-cell')) ?? '';
  };
  expect(await active()).toBe('A1');
  await grid.press('ArrowDown');
  expect(await active()).toBe('A2');
  await grid.press('ArrowDown');
  await grid.press('ArrowDown');
  await grid.press('ArrowRight');
  expect(await active()).toBe('C4');
  await grid.press('Control+End');
  const last = await active();
  expect(await cell(last).isVisible()).toBe(true);
  await grid.press('Control+Home');
  expect(await active()).toBe('A1');
  expect(await page.locator('[role="grid"] [tabindex="0"]').count()).toBe(0);
  expect(await cell('A1').getAttribute('aria-colspan')).toBe('2');
});

test('only what can be seen of a long sheet is drawn, and its end is reached', async () => {
  const rows = Array.from(
    { length: 3000 },
    (_, row) => `<row r="${row + 1}"><c r="A${row + 1}"><v>${row + 1}</v></c><c r="C${row + 1}"><v>1</v></c></row>`,
  );
  await openFile(
    '长表.xlsx',
    rawWorkbook({ sheets: [{ name: '长表', xml: `<sheetData>${rows.join('')}</sheetData>` }] }),
  );
  await cell('A1').waitFor();
  expect(await page.getByRole('gridcell').count()).toBeLessThan(1000);
  await cell('A1').click();
  await page.getByRole('grid').press('Control+End');
  await page.getByRole('grid').press('Home');
  await page.getByRole('rowheader', { name: '3003', exact: true }).waitFor();
  await page.getByRole('grid').press('PageUp');
  await cell('A2990').waitFor();
  expect(await cell('A2990').textContent()).toBe('2990');
  expect(await page.getByRole('gridcell').count()).toBeLessThan(1000);
});

test('what is no workbook is refused in a sentence with a next step, and what was open stays', async () => {
  await put('旧表.xls', Buffer.from('%PDF-1.4\n1 0 obj'));
  await page.getByText('“旧表.xls”是 PDF，里面的表格读不出来。').last().waitFor();
  await page.getByText('请向填报单位要这张表的 Excel 或 Word 文件。').last().waitFor();
  await openFile('自评表.xlsx', published);
  await put('说明.docx', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]));
  await page.getByText('“说明.docx”是一张图片，里面的表格读不出来。').last().waitFor();
  expect(await cell('A2').textContent()).toBe('项目支出绩效自评表');
});

test('another file is not opened over unsaved changes unasked, and neither is the page left', async () => {
  await openFile('自评表.xlsx', published);
  await reviewCanteen();
  await writeAll();
  await put('第二份.xlsx', published);
  const question = page.getByRole('group', { name: '有改动还没有保存成复核稿。' });
  await question.waitFor();
  await page.screenshot({ path: join(screenshots, 'workbench-unsaved.png') });
  await question.getByRole('button', { name: '取消' }).click();
  await question.waitFor({ state: 'detached' });
  expect(await page.title()).toContain('自评表.xlsx');

  const asking = page.waitForEvent('dialog');
  const closing = page.close({ runBeforeUnload: true });
  const dialog = await asking;
  expect(dialog.type()).toBe('beforeunload');
  await dialog.dismiss();
  await closing;

  await put('第二份.xlsx', published);
  const downloading = page.waitForEvent('download');
  await question.getByRole('button', { name: '先保存复核稿，再打开' }).click();
  expect((await downloading).suggestedFilename()).toBe('自评表（复核稿）.xlsx');
  await page.getByText('第二份.xlsx').first().waitFor();
  await page.getByText('没有未保存的改动').waitFor();
});

test('a file is dropped anywhere on the page', async () => {
  const dropped = await page.evaluateHandle(
    (bytes) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([new Uint8Array(bytes)], '拖来的.xlsx'));
      return transfer;
    },
    [...published],
  );
  await page.dispatchEvent('body', 'drop', { dataTransfer: dropped });
  await page.getByText('拖来的.xlsx').first().waitFor();
  await cell('A2').waitFor();
});

test('the page also works straight from the disk, without a server', async () => {
  expected = /^request to another host: file:/;
  await page.goto(pathToFileURL('dist/journeys/pane/workbench/index.html').href);
  await openFile('自评表.xlsx', published);
  await reviewCanteen();
  await writeAll();
  expect(await cellsThatDiffer(published, (await saveCopy()).bytes)).toMatchObject({ 食堂经费: ['I17', 'I23'] });
});

describe('number formats', () => {
  const dated = rawWorkbook({
    sheets: [{ name: '表', xml: '<sheetData><row r="1"><c r="A1" s="5"><v>45000</v></c></row></sheetData>' }],
  });

  test('dates are shown as dates, and nothing but programs is fetched for it', async () => {
    const before = requests.length;
    await openFile('日期.xlsx', dated);
    await page.locator('[data-cell="A1"]', { hasText: '2023年3月15日' }).waitFor({ timeout: 15_000 });
    expect(requests.slice(before).filter((path) => !path.endsWith('.js'))).toEqual([]);
  });
});

test('where only one side fits, what the pane shows comes to the front with the keyboard', async () => {
  await page.setViewportSize({ width: 400, height: 800 });
  await openFile('自评表.xlsx', published);
  await page.getByRole('tab', { name: '表格' }).click();
  await reviewCanteenNarrow();
  await page.getByRole('button', { name: 'I17' }).first().click();
  await page.locator('[data-cell="I17"][aria-selected="true"]').waitFor();
  expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('grid');
});

async function reviewCanteenNarrow(): Promise<void> {
  await page.getByRole('tab', { name: '食堂经费' }).click();
  await page.getByRole('grid', { name: /食堂经费/ }).waitFor();
  await page.getByRole('tab', { name: '复核' }).click();
  await page.getByRole('button', { name: '复核', exact: true }).click();
  await page
    .getByText(/复核了 \d+ 个指标/)
    .first()
    .waitFor();
}

test('the splitter is moved with the keyboard', async () => {
  await openFile('自评表.xlsx', published);
  const splitter = page.getByRole('separator', { name: '复核窗格的宽度' });
  await splitter.press('ArrowLeft');
  expect(await splitter.getAttribute('aria-valuenow')).toBe('420');
});

describe('accessibility', () => {
  test.each([
    ['light', 'zh-CN', 1280, 'none'],
    ['dark', 'en', 800, 'none'],
    ['dark', 'zh-CN', 400, 'none'],
    ['light', 'zh-CN', 1280, 'active'],
  ] as const)(
    'nothing is found in %s, %s, at %i pixels, forced colours %s',
    async (colorScheme, language, width, forcedColors) => {
      await page.context().close();
      await visit({ colorScheme, language, forcedColors });
      await page.setViewportSize({ width, height: 800 });
      const name = `workbench-${forcedColors === 'active' ? 'high-contrast' : colorScheme}-${language}-${width}`;
      expect(await axeFaults(page)).toEqual([]);
      await page.screenshot({ path: join(screenshots, `${name}-landing.png`) });
      await openFile('自评表.xlsx', published);
      await page.getByRole('button', { name: /^(复核|Review)$/ }).click();
      await page
        .getByText(/(复核了 \d+ 个指标)|Examined: \d+/)
        .first()
        .waitFor();
      expect(await axeFaults(page)).toEqual([]);
      await page.screenshot({ path: join(screenshots, `${name}-open.png`) });
    },
    40_000,
  );
});
