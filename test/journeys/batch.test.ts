/**
 * A whole session in the page without Excel: five units with last year's form of one and a file that is none, reviewed and
 * held against each other; decided, returned with a letter, summed up; and the second round after a new visit.
 */
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { strFromU8, unzipSync } from 'fflate';
import type { Download, Page } from 'playwright-core';
import type { CellValue } from '../../src/core/sheet/snapshot';
import { readWorkbook } from '../command/support/readWorkbook';
import { nationalHeader } from '../forms/nationalHeader';
import { screenshots } from './places';
import { addressOf, disconnect, type Eyes, freshPage, leave } from './session';

const units = ['甲镇政府', '乙镇政府', '丙镇政府', '丁镇政府', '戊镇政府'];

interface Written {
  readonly year?: number;
  readonly target?: string;
  readonly score?: number;
  readonly extra?: readonly (readonly unknown[])[];
}

/** A form of the unit as its office suite exports it: the actual is below the target, so that 40 is due, and a row is for a person. */
function csv(unit: string, { extra = [], score = 50, target = '≥100公里', year = 2023 }: Written = {}): Buffer {
  const rows = [
    [`${year}年度项目支出绩效自评表`],
    ['项目名称', '农村道路养护', '', '实施单位', unit],
    ...extra,
    nationalHeader,
    ['产出指标', '数量指标', '养护里程', target, '80公里', 50, score, ''],
    ['效益指标', '社会效益指标', '出行条件', '明显改善', '有所改善', 30, 28, ''],
    ['满意度指标', '服务对象满意度指标', '群众满意度', '≥90%', '93%', 20, 20, ''],
    ['总分', '', '', '', '', 100, score + 48, ''],
  ];
  return Buffer.from(`\ufeff${rows.map((cells) => cells.join(',')).join('\r\n')}`);
}

interface Chosen {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}
const fileOf = (name: string, bytes: Buffer): Chosen => ({ name, mimeType: '', buffer: bytes });
const lastYear = fileOf('丙镇政府2022.csv', csv('丙镇政府', { year: 2022, target: '≥120公里' }));
const scanned = fileOf('扫描件.pdf', Buffer.from('%PDF-1.7\n'));

async function choose(page: Page, files: readonly Chosen[]): Promise<void> {
  await page.goto(addressOf('/pane/workbench/index.html'));
  await page.getByRole('button', { name: /^(?:选择文件|Choose a file)$/u }).waitFor();
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles([...files]);
  await page.getByRole('button', { name: /^(?:保存汇总表|Save the summary)$/u }).waitFor();
}

async function fileFrom(download: Download): Promise<Chosen> {
  return fileOf(download.suggestedFilename(), await buffer(await download.createReadStream()));
}

/** The paragraphs of a Word file that the page hands over. */
async function paragraphsOf(download: Download): Promise<readonly string[]> {
  const xml = strFromU8(unzipSync((await fileFrom(download)).buffer)['word/document.xml']!);
  return [...xml.matchAll(/<w:t xml:space="preserve">([^<]*)<\/w:t>/gu)].map(([, text]) => text!);
}

/** The letter about the form that is shown, saved as a file with the slots that nobody filled. */
async function savedLetter(page: Page): Promise<readonly string[]> {
  const handedOver = page.waitForEvent('download');
  await page.getByRole('button', { name: '存为 Word' }).click();
  await page.getByRole('button', { name: '照样保存，空着的以后填' }).click();
  return paragraphsOf(await handedOver);
}

const row = (page: Page, unit: string) => page.getByRole('row', { name: new RegExp(unit, 'u') }).first();
const tab = (page: Page, name: string) => page.getByRole('tab', { name, exact: true }).click();

async function open(page: Page, unit: string): Promise<void> {
  await row(page, unit).getByRole('button').click();
  await page
    .getByText(/复核了 \d+ 个指标/u)
    .first()
    .waitFor();
}

/** Back at the list, once what was changed is reviewed anew. */
async function backToList(page: Page): Promise<void> {
  await page.getByRole('button', { name: '清单', exact: true }).click();
  await page.getByRole('button', { name: '保存汇总表' }).waitFor();
}

/** The closing paragraph of the form that is shown. */
async function conclusionShown(page: Page): Promise<string> {
  await tab(page, '报告');
  return page.getByRole('region', { name: '复核结论' }).locator('p[lang="zh-CN"]').innerText();
}

/** The rows of the list as they are shown: project and unit, stated, reviewed, P0, P1, P2, left to judge, state. */
async function shownRows(page: Page): Promise<readonly (readonly string[])[]> {
  const lines = await page.getByRole('table').locator('tbody tr').all();
  return Promise.all(
    lines.map(async (line) => (await line.locator('th, td').allInnerTexts()).map((text) => text.trim())),
  );
}

const textOf = (value: CellValue | undefined): string => (typeof value === 'object' ? '' : String(value ?? ''));

interface Summary {
  /** Of the table of forms, by the titles of the columns. */
  readonly forms: readonly Readonly<Record<string, CellValue>>[];
  readonly rows: (sheet: string) => readonly (readonly CellValue[])[];
}

/** The summary workbook that the page makes, read back. */
async function savedSummary(page: Page): Promise<Summary> {
  const handedOver = page.waitForEvent('download');
  await page.getByRole('button', { name: '保存汇总表' }).click();
  const { buffer: bytes, name } = await fileFrom(await handedOver);
  expect(name).toBe('自评复核汇总.xlsx');
  await page.getByText(/^已生成“自评复核汇总\.xlsx”/u).waitFor();
  const sheets = await readWorkbook(bytes);
  const rows: Summary['rows'] = (sheet) => sheets.get(sheet)?.values.slice(2) ?? [];
  const heads = sheets.get('汇总表')?.values[1] ?? [];
  const forms = rows('汇总表')
    .filter(([number]) => typeof number === 'number')
    .map((cells) => Object.fromEntries(heads.map((head, place) => [textOf(head), cells[place] ?? null])));
  return { forms, rows };
}

/** What the list shows of each form is what the summary says. */
async function expectSameFigures(page: Page, { forms, rows }: Summary): Promise<void> {
  const figure = (value: CellValue | undefined): string => textOf(value) || '无';
  const shown = await shownRows(page);
  expect(shown.map(([, ...figures]) => figures.slice(0, -1))).toEqual(
    forms.map((form) =>
      ['自评得分', '复核得分', '问题P0', '问题P1', '问题P2', '待评定（项）'].map((name) => figure(form[name])),
    ),
  );
  const figures = page.getByRole('region', { name: '全部自评表的汇总' }).locator('dd');
  const [stated, , openRows, problems, unread] = await figures.allInnerTexts();
  const sum = (name: string): number => forms.reduce((total, form) => total + Number(form[name]), 0);
  expect([Number(stated), openRows, problems, unread]).toEqual([
    Number((sum('自评得分') / forms.length).toFixed(2)),
    String(sum('待评定（项）')),
    ['问题P0', '问题P1', '问题P2'].map(sum).join(' / '),
    String(rows('未能复核').length),
  ]);
}

afterAll(disconnect);

test('five units: reviewed, decided, returned or passed, summed up; and known again when one sends another file', async () => {
  const { page, problems } = await freshPage();
  await choose(page, [...units.map((unit) => fileOf(`${unit}.csv`, csv(unit))), lastYear, scanned]);
  await page.getByText(/^6 份：未看 6/u).waitFor();
  // Last year's form is no second row of the same: each says its year and its file.
  await page.getByRole('row', { name: /丙镇政府 · 2023年度 · 丙镇政府\.csv/u }).waitFor();
  await page.getByRole('row', { name: /丙镇政府 · 2022年度 · 丙镇政府2022\.csv/u }).waitFor();
  const first = await savedSummary(page);
  await expectSameFigures(page, first);
  expect(first.rows('未能复核').map(([path]) => path)).toEqual(['扫描件.pdf']);
  // What stands in another file is held against the form, and only against it.
  const lowered = first
    .rows('问题清单')
    .filter((cells) => cells.some((cell) => textOf(cell).includes('丙镇政府2022.csv')));
  expect(lowered.map(([number]) => number)).toEqual([3, ...lowered.slice(1).map(() => 3)]);
  await page.screenshot({ path: join(screenshots, 'batch-table.png') });

  // The first unit: its open row is judged, then the form goes back with a letter.
  await open(page, '甲镇政府');
  await page.getByRole('button', { name: '逐项评定' }).click();
  await page.getByRole('textbox', { name: '复核得分（0 至 30）' }).fill('24');
  await page.getByRole('textbox', { name: /^理由/u }).fill('佐证材料不全');
  await page.getByRole('button', { name: '记下得分' }).click();
  await page.getByText('没有待评定的指标了').waitFor();
  await page.getByRole('button', { name: '返回结果' }).click();
  const concluded = await conclusionShown(page);
  const letter = await savedLetter(page);
  const points = letter.filter((line) => /^\d+．/u.test(line));
  expect(letter).toContain('甲镇政府：');
  expect(letter.join('')).toContain(
    `“农村道路养护”2023年度项目支出绩效自评表收悉。经复核，以下${points.length}项需要修改或核实：`,
  );
  expect(points.map((line) => Number.parseInt(line, 10))).toEqual(points.map((_, place) => place + 1));
  expect(points.some((line) => /养护里程.*得分 50，按规则应为 40/u.test(line))).toBe(true);
  expect(letter.at(-1)).toBe('【日期】');
  await page.getByRole('button', { name: /^标为已退回/u }).click();
  await page.getByText(/^第二轮：退回/u).waitFor();

  // The second unit: what was found passes by an explanation, the open row stays open, the form passes.
  await page.getByRole('button', { name: '下一个文件' }).click();
  await page.getByRole('button', { name: /养护里程.*得分 50，按规则应为 40/u }).click();
  await page.getByRole('button', { name: '说明后通过…' }).click();
  await page.getByRole('textbox', { name: /通过的理由/u }).fill('二标段已补验收');
  await page.getByRole('button', { name: '通过', exact: true }).click();
  await page.getByRole('button', { name: '查看说明后通过的 1 项' }).waitFor();
  await tab(page, '报告');
  await page.getByRole('combobox', { name: '复核状态' }).selectOption('passed');
  await page.getByText('有改动还没有保存').waitFor();
  await backToList(page);

  // The third: the pane, too, holds it against the year before in another file.
  await open(page, '丙镇政府');
  await page
    .getByText(/丙镇政府2022\.csv/u)
    .first()
    .waitFor();
  await backToList(page);
  await row(page, '甲镇政府').getByText('已退回').waitFor();
  await row(page, '乙镇政府').getByText('已通过').waitFor();

  const decided = await savedSummary(page);
  await expectSameFigures(page, decided);
  const [ofFirst, ofSecond] = decided.forms;
  expect(ofFirst).toMatchObject({
    实施单位: '甲镇政府',
    自评得分: 98,
    复核得分: 84,
    '待评定（项）': 0,
    复核状态: '已退回',
  });
  expect(ofSecond).toMatchObject({ 复核得分: null, 可核定得分: 70, '待评定（项）': 1, '说明后通过（项）': 1 });
  expect(ofSecond?.['复核状态']).toBe('已通过（1项未评定）');
  expect(decided.rows('结论')[0]?.[2]).toBe(concluded);
  expect(decided.rows('说明后通过').flat()).toContain('二标段已补验收');
  // Nobody's decision changes what was not decided.
  expect(decided.forms.slice(2)).toEqual(first.forms.slice(2));
  await page.screenshot({ path: join(screenshots, 'batch-summary.png') });
  await page.setViewportSize({ width: 300, height: 700 });
  await page.screenshot({ path: join(screenshots, 'batch-narrow.png') });
  await page.setViewportSize({ width: 1280, height: 800 });
  const handedOver = page.waitForEvent('download', (download) => download.suggestedFilename().startsWith('乙'));
  await page.getByRole('button', { name: '保存全部复核稿（2）' }).click();
  const passed = await fileFrom(await handedOver);
  await page.getByRole('button', { name: '关闭清单' }).click();

  // Another visit with the copy of the second, and another file of the first unit: a row more, the score put right, no reason yet.
  const again = fileOf('甲镇政府.csv', csv('甲镇政府', { score: 40, extra: [['主管部门', '县交通局']] }));
  await choose(page, [again, passed, ...units.slice(2).map((unit) => fileOf(`${unit}.csv`, csv(unit))), lastYear]);
  await row(page, '乙镇政府').getByText('已通过').waitFor();
  const second = await savedSummary(page);
  await expectSameFigures(page, second);
  expect(second.forms[1]).toMatchObject({ 可核定得分: 70, '说明后通过（项）': 1, 文件: passed.name });
  expect(second.rows('第二轮对照').filter((cells) => cells.includes('已改')).length).toBeGreaterThan(0);
  await row(page, '甲镇政府').getByRole('button').click();
  await page.getByText(/^第二轮：退回 \d+ 项，已改 [1-9]/u).click();
  await page.getByText(/^已改：P0 养护里程/u).waitFor();
  await page.screenshot({ path: join(screenshots, 'batch-second-round.png') });
  expect(await leave({ page, problems })).toEqual([]);
}, 180_000);

test('in English the list and what all forms come to are English; the summary itself is a Chinese paper', async () => {
  const english: Eyes = { language: 'en', colorScheme: 'light', forcedColors: 'none' };
  const { page, problems } = await freshPage(english);
  await choose(page, [...units.slice(0, 2).map((unit) => fileOf(`${unit}.csv`, csv(unit))), scanned]);
  await page.getByText('Mean stated total (2 forms)').waitFor();
  const handedOver = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save the summary' }).click();
  expect((await handedOver).suggestedFilename()).toBe('自评复核汇总.xlsx');
  await page.getByText(/^“自评复核汇总\.xlsx” was made \(in Chinese\)/u).waitFor();
  await page.screenshot({ path: join(screenshots, 'batch-english.png') });
  expect(await leave({ page, problems })).toEqual([]);
}, 60_000);
