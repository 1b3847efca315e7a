/** Tables of a Word document, and what stands around them. */
import { areaToA1 } from '../../src/core/sheet/cellRef';
import { openWorkbook } from '../../src/file/openWorkbook';
import type { Snapshot } from '../../src/core/sheet/snapshot';
import { reviewSheet } from '../../src/review/reviewSheet';
import { valueOf } from '../contracts/workbookContract';
import { publishedForm } from '../forms';
import { docxOf, paragraph, wordTable } from '../support/docxOf';

const open = async (body: string) => valueOf(await openWorkbook(docxOf(body), { path: 'a.docx' }));

async function sheetsOf(body: string): Promise<readonly Snapshot[]> {
  const workbook = await open(body);
  const snapshots: Snapshot[] = [];
  for (const { id } of valueOf(await workbook.sheets())) snapshots.push(valueOf(await workbook.read(id)));
  return snapshots;
}

const cell = (content: string, properties = ''): string =>
  `<w:tc><w:tcPr>${properties}</w:tcPr>${content.startsWith('<') ? content : paragraph(content)}</w:tc>`;
const row = (...cells: readonly string[]): string => `<w:tr>${cells.join('')}</w:tr>`;
const table = (...rows: readonly string[]): string => `<w:tbl>${rows.join('')}</w:tbl>`;

test('spans across and down, a row that begins further right, nested tables, and only what still stands', async () => {
  const restart = '<w:vMerge w:val="restart"/>';
  const [sheet] = await sheetsOf(
    table(
      row(cell('标题', '<w:gridSpan w:val="3"/>')),
      row(cell('甲', restart), cell('1'), cell('一', restart)),
      row(cell('', '<w:vMerge/>'), cell('2'), cell('', '<w:vMerge w:val="continue"/>')),
      `<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>${cell(table(row(cell('内'), cell('层'))))}${cell(
        '<w:p><w:del><w:r><w:delText>删</w:delText></w:r></w:del><w:ins><w:r><w:t>增</w:t><w:tab/><w:t>加</w:t></w:r></w:ins></w:p>',
      )}</w:tr>`,
      row(cell('a'), cell('<w:p><w:r><w:t>前</w:t></w:r></w:p><w:p><w:r><w:t>后</w:t></w:r></w:p>'), cell('95%')),
    ),
  );
  expect(sheet?.values).toEqual([
    ['标题', null, null],
    ['甲', 1, '一'],
    [null, 2, null],
    [null, '内 层', '增 加'],
    ['a', '前\n后', '95%'],
  ]);
  expect(sheet?.merges.map(areaToA1)).toEqual(['A1:C1', 'A2:A3', 'C2:C3']);
});

const { snapshot } = publishedForm('canteen-2023');

test('title, year and unit stay above the table, notes below it, and the report around it has a sheet of its own', async () => {
  const report = '本单位高度重视绩效管理工作，'.repeat(10);
  const sheets = await sheetsOf(
    paragraph(report) +
      paragraph('附件1') +
      paragraph('项目支出绩效自评表') +
      paragraph('（2023年度）') +
      wordTable(snapshot) +
      paragraph('注：得分一档最高不能超过该指标分值上限。') +
      paragraph('2.定量指标按比例记分。') +
      paragraph(report),
  );
  expect(sheets.map(({ sheetName }) => sheetName)).toEqual(['表', '正文']);
  const first = sheets[0]?.values.map(([value]) => value);
  expect(first?.slice(0, 3)).toEqual(['附件1', '项目支出绩效自评表', '（2023年度）']);
  expect(first?.slice(-2)).toEqual(['注：得分一档最高不能超过该指标分值上限。', '2.定量指标按比例记分。']);
  expect(sheets[1]?.values).toEqual([[report], [report]]);
});

test('a table that stands in pieces is one, and a header that is repeated stands once', async () => {
  const whole = await sheetsOf(wordTable(snapshot));
  const header = snapshot.text.findIndex((texts) => texts.includes('三级指标'));
  const middle = header + 4;
  const pieces = (between: string, again: string): string =>
    wordTable(snapshot, 0, middle) + between + again + wordTable(snapshot, middle);
  for (const between of ['', paragraph(''), paragraph('（续表）')]) {
    const sheets = await sheetsOf(pieces(between, ''));
    expect(sheets).toHaveLength(1);
    expect(sheets[0]?.values.map((values) => values.slice(1))).toEqual(
      whole[0]?.values.map((values) => values.slice(1)),
    );
  }
  const repeated = wordTable(snapshot, 0, middle) + wordTable(snapshot, header, header + 1).replace('</w:tbl>', '');
  const rest = wordTable(snapshot, middle).replace(/^.*?<\/w:tblGrid>/u, '');
  const [joined, ...others] = await sheetsOf(repeated + rest);
  expect(others).toEqual([]);
  expect(joined?.values).toHaveLength(whole[0]?.values.length ?? 0);
});

test('two forms one after the other are two sheets', async () => {
  const sheets = await sheetsOf(wordTable(snapshot) + paragraph('') + wordTable(snapshot));
  expect(sheets.map(({ sheetName }) => sheetName)).toEqual(['表1', '表2']);
  expect(sheets[0]?.values).toEqual(sheets[1]?.values);
});

test('a document without a table is read, and has no form', async () => {
  const workbook = await open(paragraph('情况说明') + paragraph('本单位无此类项目。'));
  const [sheet] = valueOf(await workbook.sheets());
  const report = valueOf(await reviewSheet(workbook, { sheetId: sheet!.id }));
  expect(report.forms).toEqual([]);
});
