/** Tables that systems export as web pages and as text, under whatever name. */
import { areaToA1 } from '../../src/core/sheet/cellRef';
import { openWorkbook } from '../../src/file/openWorkbook';
import type { Snapshot } from '../../src/core/sheet/snapshot';
import { valueOf } from '../contracts/workbookContract';

async function sheetsOf(bytes: Uint8Array | string): Promise<readonly Snapshot[]> {
  const workbook = valueOf(
    await openWorkbook(typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes, {
      path: '导出.xls',
    }),
  );
  const snapshots: Snapshot[] = [];
  for (const { id } of valueOf(await workbook.sheets())) snapshots.push(valueOf(await workbook.read(id)));
  return snapshots;
}

test('a table of a web page keeps its spans; what looks like a number is one', async () => {
  const [sheet] = await sheetsOf(
    '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><style>td {x: "<table>"}</style></head><body>' +
      '<TABLE border=1><tr><td colspan=3 align="center">绩效&nbsp;自评表</td></tr>' +
      '<tr><td rowspan="2">产出<td>≥95%<td>1,234.50</tr><tr><td>00123<td>9.80</td></tr>' +
      '<tr><th>a<br>b</th><td>&lt;5&#20803;</td><td></td></tr></TABLE></body></html>',
  );
  expect(sheet?.values).toEqual([
    ['绩效 自评表', null, null],
    ['产出', '≥95%', 1234.5],
    [null, '00123', 9.8],
    ['a\nb', '<5元', null],
  ]);
  expect(sheet?.text[1]?.[2]).toBe('1,234.50');
  expect(sheet?.text[2]?.[2]).toBe('9.80');
  expect(sheet?.merges.map(areaToA1)).toEqual(['A1:C1', 'A2:A3']);
});

test('every table is a sheet, and a table within a table too', async () => {
  const sheets = await sheetsOf(
    '<table><tr><td><table><tr><td>1</td></tr></table></td></tr></table><table><tr><td>2</td></tr></table>',
  );
  expect(sheets.map(({ values }) => values)).toEqual([[[1]], [[2]]]);
});

const rows = '一级指标,分值,得分\r\n"产出,数量",10,9.5\r\n"他说""好""\n第二行",20,"20"\r\n';
const expected = [
  ['一级指标', '分值', '得分'],
  ['产出,数量', 10, 9.5],
  ['他说"好"\n第二行', 20, 20],
];

test.each([
  ['UTF-8', new TextEncoder().encode(rows)],
  ['UTF-8 with a mark', new TextEncoder().encode(`\ufeff${rows}`)],
  ['UTF-16', Buffer.from(`\ufeff${rows}`, 'utf16le')],
  ['tabs', new TextEncoder().encode(rows.replace(/,(?!数)/gu, '\t'))],
])('values between commas in %s are a table', async (_encoding, bytes) => {
  expect((await sheetsOf(bytes))[0]?.values).toEqual(expected);
});

test('values between commas in GB18030 are a table', async () => {
  const bytes = Buffer.concat([
    Buffer.from([0xb7, 0xd6, 0xd6, 0xb5]),
    Buffer.from(',1\n'),
    Buffer.from([0xb5, 0xc3, 0xb7, 0xd6]),
    Buffer.from(',2\n'),
  ]);
  expect((await sheetsOf(bytes))[0]?.values).toEqual([
    ['分值', 1],
    ['得分', 2],
  ]);
});
