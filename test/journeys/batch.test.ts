/** A whole session in the page without Excel: five units, review, a state for each, and the second round after a new visit. */
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { strFromU8, unzipSync } from 'fflate';
import type { Download, Page } from 'playwright-core';
import { nationalHeader } from '../forms/nationalHeader';
import { screenshots } from './places';
import { addressOf, disconnect, freshPage, leave } from './session';

const units = ['甲镇政府', '乙镇政府', '丙镇政府', '丁镇政府', '戊镇政府'];

/** A form of the unit as its office suite exports it; the actual is below the target, so that less than 50 is due. */
function csv(unit: string, score: number, extra: readonly (readonly unknown[])[] = []): Buffer {
  const rows = [
    ['2023年度项目支出绩效自评表'],
    ['项目名称', '农村道路养护', '', '实施单位', unit],
    ...extra,
    nationalHeader,
    ['产出指标', '数量指标', '养护里程', '≥100公里', '80公里', 50, score, ''],
    ['满意度指标', '服务对象满意度指标', '群众满意度', '≥90%', '93%', 50, 50, ''],
    ['总分', '', '', '', '', 100, 50 + score, ''],
  ];
  return Buffer.from(`\ufeff${rows.map((cells) => cells.join(',')).join('\r\n')}`);
}
const fileOf = (unit: string, buffer: Buffer) => ({ name: `${unit}.csv`, mimeType: 'text/csv', buffer });

async function choose(page: Page, files: readonly ReturnType<typeof fileOf>[]): Promise<void> {
  await page.goto(addressOf('/pane/workbench/index.html'));
  await page.getByRole('button', { name: '选择文件', exact: true }).waitFor();
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles([...files]);
  await page.getByText(/^5 份：/u).waitFor();
}
/** The paragraphs of a Word file that the page hands over. */
async function paragraphsOf(download: Download): Promise<readonly string[]> {
  const xml = strFromU8(unzipSync(await buffer(await download.createReadStream()))['word/document.xml']!);
  return [...xml.matchAll(/<w:t xml:space="preserve">([^<]*)<\/w:t>/gu)].map(([, text]) => text!);
}

/** The letter about the form that is shown, saved as a file with the slots that nobody filled. */
async function savedLetter(page: Page): Promise<readonly string[]> {
  const handedOver = page.waitForEvent('download');
  await page.getByRole('button', { name: '存为 Word' }).click();
  await page.getByRole('button', { name: '照样保存，空着的以后填' }).click();
  return paragraphsOf(await handedOver);
}
const row = (page: Page, unit: string) => page.getByRole('row', { name: new RegExp(unit, 'u') });

afterAll(disconnect);

test('five units: reviewed, returned or passed, and known again when one of them sends another file', async () => {
  const { page, problems } = await freshPage();
  await choose(
    page,
    units.map((unit) => fileOf(unit, csv(unit, 50))),
  );
  await page.screenshot({ path: join(screenshots, 'batch-table.png') });
  await row(page, '甲镇政府').getByRole('button').click();
  await page.getByRole('tab', { name: '报告' }).click();
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
  await page.getByRole('button', { name: '下一个文件' }).click();
  await page.getByRole('tab', { name: '报告' }).click();
  await page.getByRole('combobox', { name: '复核状态' }).selectOption('passed');
  await page.getByText('有改动还没有保存').waitFor();
  await page.getByRole('button', { name: '清单', exact: true }).click();
  await row(page, '甲镇政府').getByText('已退回').waitFor();
  await row(page, '乙镇政府').getByText('已通过').waitFor();
  await page.setViewportSize({ width: 300, height: 700 });
  await page.screenshot({ path: join(screenshots, 'batch-narrow.png') });
  await page.setViewportSize({ width: 1280, height: 800 });
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: '保存全部复核稿（2）' }).click();
  await download;
  await page.getByRole('button', { name: '关闭清单' }).click();

  // Another visit, and another file of the first unit: a row more, the score put right, the reason not yet given.
  const again = csv('甲镇政府', 40, [['主管部门', '县交通局']]);
  await choose(
    page,
    units.map((unit) => fileOf(unit, unit === '甲镇政府' ? again : csv(unit, 50))),
  );
  await row(page, '乙镇政府').getByText('已通过').waitFor();
  await row(page, '甲镇政府').getByRole('button').click();
  await page.getByText(/^第二轮：退回 \d+ 项，已改 [1-9]/u).click();
  await page.getByText(/^已改：P0 养护里程/u).waitFor();
  await page.screenshot({ path: join(screenshots, 'batch-second-round.png') });
  expect(await leave({ page, problems })).toEqual([]);
}, 120_000);
