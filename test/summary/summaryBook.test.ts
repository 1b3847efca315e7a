/** The summary workbook, read back through the file port and calculated anew by the engine. */
import type { Snapshot } from '../../src/core/sheet/snapshot';
import { loadExcelize } from '../support/excelize';
import { toA1 } from '../../src/core/sheet/cellRef';
import { readWorkbook } from '../command/support/readWorkbook';
import { summaryWorkbook } from '../command/support/summaryWorkbook';
import { publishedForms } from '../forms';
import { publishedOf, reviewed } from '../command/support/publishedBatch';
import type { Published } from '../../src/summary/published';

let published: Published;
let bytes: Uint8Array;
let sheets: ReadonlyMap<string, Snapshot>;

beforeAll(async () => {
  const files = await Promise.all(publishedForms.map(({ name, snapshot }) => reviewed(`=${name}.xlsx`, [snapshot])));
  published = publishedOf(files, [{ path: '=1+1', sheet: '+cmd', reason: '@SUM(A1)' }]);
  bytes = summaryWorkbook(published);
  sheets = await readWorkbook(bytes);
}, 60_000);

function sheet(name: string): Snapshot {
  const found = sheets.get(name);
  if (!found) throw new Error(`no sheet ${name}`);
  return found;
}

test('it has the summary first and a sheet for every table', () => {
  expect([...sheets.keys()]).toEqual([
    '汇总表',
    '等级分布',
    '常见问题',
    '结论',
    '一级指标得分',
    '二三级指标得分',
    '预算执行情况',
    '问题清单',
    '雷同与重复',
    '需要先看的表',
    '未能复核',
  ]);
});

test('every formula, calculated anew, gives the figure that the review wrote beside it', async () => {
  const engine = await loadExcelize();
  const file = engine.OpenReader(bytes);
  let formulas = 0;
  for (const [name, { area, formulas: rows, values }] of sheets) {
    rows.forEach((row, down) =>
      row.forEach((formula, across) => {
        if (formula === null) return;
        formulas += 1;
        const cell = toA1({ row: (area?.top ?? 0) + down, column: (area?.left ?? 0) + across });
        const { error, value } = file.CalcCellValue(name, cell, { RawCellValue: true });
        expect([name, cell, error ?? null]).toEqual([name, cell, null]);
        const stored = values[down]?.[across] ?? null;
        // Both calculate with doubles, which differ from each other in the sixteenth digit.
        const shown = value === '' ? null : Number(Number(value).toPrecision(12));
        expect([name, cell, shown]).toEqual([name, cell, stored]);
      }),
    );
  }
  expect(formulas).toBeGreaterThan(100);
}, 60_000);

test('totals are the totals of the roll-up', () => {
  const { values, formulas } = sheet('汇总表');
  const { totals } = published.rollUp;
  const row = values.findIndex(([first]) => first === '合计');
  expect(values[row]?.[5]).toBe(Number(totals.budget));
  expect(values[row]?.[7]).toBe(Number(totals.rate));
  expect(formulas[row]?.[5]).toMatch(/^=SUBTOTAL\(109,/u);
  expect(values[row + 1]?.[8]).toBe(Number(totals.stated.value));
  expect(values[row + 1]?.[15]).toBe(Number(totals.reviewed.value));
  expect(values[row]?.[10]).toBe(totals.openCount);
  expect(values[row]?.slice(20, 23)).toEqual([totals.counts.P0, totals.counts.P1, totals.counts.P2]);
});

test('text that looks like a formula is text', () => {
  const { formulas, values } = sheet('未能复核');
  expect(values[2]).toEqual(['=1+1', '+cmd', '@SUM(A1)']);
  expect(formulas[2]).toEqual([null, null, null]);
  expect(sheet('汇总表').formulas[2]?.[17]).toBeNull();
  expect(sheet('二三级指标得分').values.flat()).toContain('=20人');
});

test('headers are frozen, filtered and printed on every page, and the grades have a chart', async () => {
  const engine = await loadExcelize();
  const file = engine.OpenReader(bytes);
  for (const name of sheets.keys()) {
    const { panes } = file.GetPanes(name);
    expect([name, panes.Freeze, panes.YSplit]).toEqual([name, true, 2]);
  }
  const text = Buffer.from(bytes).toString('latin1');
  expect(text).toContain('xl/charts/chart1.xml');
  const { definedNames } = file.GetDefinedName();
  const named = (name: string) => definedNames.filter(({ Name }) => Name?.includes(name));
  expect(named('FilterDatabase')).toHaveLength(sheets.size);
  expect(named('Print_Titles').map(({ RefersTo }) => RefersTo)).toEqual(
    [...sheets.keys()].map((name) => `${name}!$2:$2`),
  );
});

test('a batch without forms still is a workbook', async () => {
  const empty = await readWorkbook(summaryWorkbook(publishedOf([])));
  expect([...empty.keys()]).toContain('汇总表');
});
