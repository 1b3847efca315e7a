/** A change to a file touches the cells it is about and nothing else, part by part and byte by byte. */
import { strFromU8, strToU8, unzipSync } from 'fflate';
import { fromA1 } from '../../src/core/sheet/cellRef';
import { openXlsxWorkbook, type XlsxWorkbook } from '../../src/file/xlsxWorkbook';
import { editOf, valueOf } from '../contracts/workbookContract';
import { rawStyles, rawWorkbook } from '../support/rawWorkbook';

const open = (bytes: Uint8Array): XlsxWorkbook => valueOf(openXlsxWorkbook(bytes, { path: 'hard.xlsx' }));

const picture = new Uint8Array([137, 80, 78, 71, 0, 255, 254, 13, 10, 26, 10]);

/** Things that a library is tempted to drop or to rewrite. */
const hardXml =
  '<sheetPr codeName="Sheet1"><tabColor rgb="FFFF0000"/></sheetPr><dimension ref="A1:C4"/>' +
  '<sheetViews><sheetView tabSelected="1" workbookViewId="0"><pane ySplit="1" topLeftCell="A2" state="frozen"/></sheetView></sheetViews>' +
  '<sheetFormatPr defaultRowHeight="15"/><sheetData>\n  <row r="1" ht="30" customHeight="1"><c r="A1" s="6" t="s"><v>0</v></c></row>\n' +
  "  <row r='2' spans='1:3'><c r='A2' t='s'><v>1</v></c><c  r='B2'  s='1' ><v>8.50</v></c><c r=\"C2\" t=\"str\"><f>A2&amp;\"&lt;\"</f><v>x&lt;</v></c></row>" +
  '<row r="3"><c r="B3" s="1"><!-- a remark with <c r="B3"> in it --><v>1</v></c></row></sheetData>' +
  '<autoFilter ref="A1:C3"/><conditionalFormatting sqref="B2 B3"><cfRule type="cellIs" dxfId="0" priority="2" operator="greaterThan"><formula>9</formula></cfRule></conditionalFormatting>' +
  '<dataValidations count="1"><dataValidation type="list" sqref="A2"><formula1>"优,良"</formula1></dataValidation></dataValidations>' +
  '<printOptions horizontalCentered="1"/><pageSetup paperSize="9" orientation="landscape"/><headerFooter><oddHeader>&amp;C自评表</oddHeader></headerFooter>' +
  '<extLst><ext uri="{78C0D931-6437-407d-A8EE-F0AAD7539E65}"><x14:conditionalFormattings xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"><x14:conditionalFormatting><x14:cfRule type="dataBar" id="{1}"/></x14:conditionalFormatting></x14:conditionalFormattings></ext></extLst>';

const hard = rawWorkbook({
  sharedStrings: ['标题', '<r><t>富</t></r><r><rPr><b/></rPr><t>文本</t></r><rPh sb="0" eb="1"><t>fu</t></rPh>'],
  sheets: [
    { name: '表', xml: hardXml },
    { name: '其他', xml: '<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>' },
  ],
  parts: {
    'xl/media/image1.png': picture,
    'xl/charts/chart1.xml': '<c:chart xmlns:c="urn:x"/>',
    'customXml/item1.xml': '<a/>',
    'xl/vbaProject.bin': new Uint8Array([1, 2, 3, 0, 255]),
  },
});

/** Names of parts that differ, or are on one side only. */
function changedParts(before: Uint8Array, after: Uint8Array): readonly string[] {
  const [left, right] = [unzipSync(before), unzipSync(after)];
  return [...new Set([...Object.keys(left), ...Object.keys(right)])]
    .filter((name) => Buffer.compare(left[name] ?? strToU8('∅'), right[name] ?? strToU8('∅')) !== 0)
    .sort();
}

const partText = (bytes: Uint8Array, name: string): string => strFromU8(unzipSync(bytes)[name] ?? new Uint8Array());
const sheetPart = 'xl/worksheets/sheet1.xml';

test('a file that was only read is the same file', async () => {
  const workbook = open(hard);
  valueOf(await workbook.read());
  expect(workbook.bytes()).toBe(hard);
});

test('a written number replaces one element; the sheet keeps every other byte and the package every other part', async () => {
  const workbook = open(hard);
  const snapshot = valueOf(await workbook.read());
  valueOf(await workbook.apply(snapshot.sheetId, { edits: [editOf(snapshot, 'B2', 10)], marks: null }));
  const after = workbook.bytes();
  expect(changedParts(hard, after)).toEqual(['xl/workbook.xml', sheetPart]);
  expect(partText(after, sheetPart)).toBe(
    partText(hard, sheetPart).replace("<c  r='B2'  s='1' ><v>8.50</v></c>", "<c  r='B2'  s='1'><v>10</v></c>"),
  );
  expect(partText(after, 'xl/workbook.xml')).toBe(
    partText(hard, 'xl/workbook.xml').replace('</sheets>', '</sheets><calcPr fullCalcOnLoad="1"/>'),
  );
});

test('a new cell goes in front of its neighbour although that is replaced in the same write', async () => {
  const xml = '<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="C1"><v>3</v></c></row></sheetData>';
  const workbook = open(rawWorkbook({ sheets: [{ name: '表', xml }] }));
  const snapshot = valueOf(await workbook.read());
  const edits = [editOf(snapshot, 'C1', 30), editOf(snapshot, 'B1', 2)];
  valueOf(await workbook.apply(snapshot.sheetId, { edits, marks: null }));
  expect(partText(workbook.bytes(), sheetPart)).toContain(
    '<c r="A1"><v>1</v></c><c r="B1"><v>2</v></c><c r="C1"><v>30</v></c>',
  );
});

test('Excel is told to calculate anew only where something calculates', async () => {
  const plain = rawWorkbook({
    sheets: [{ name: '表', xml: '<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>' }],
  });
  const workbook = open(plain);
  const snapshot = valueOf(await workbook.read());
  valueOf(await workbook.apply(snapshot.sheetId, { edits: [editOf(snapshot, 'A1', 2)], marks: null }));
  expect(changedParts(plain, workbook.bytes())).toEqual([sheetPart]);
});

test('an order to calculate that is there already is used', async () => {
  const xml = '<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1"><f>A1</f><v>1</v></c></row></sheetData>';
  const bytes = rawWorkbook({ sheets: [{ name: '表', xml }], workbookTail: '<calcPr calcId="1" fullCalcOnLoad="0"/>' });
  const workbook = open(bytes);
  const snapshot = valueOf(await workbook.read());
  valueOf(await workbook.apply(snapshot.sheetId, { edits: [editOf(snapshot, 'A1', 2)], marks: null }));
  expect(partText(workbook.bytes(), 'xl/workbook.xml')).toContain('<calcPr calcId="1" fullCalcOnLoad="1"/>');
});

test('marking adds our rules and looks, and unmarking gives back the file byte by byte', async () => {
  const workbook = open(hard);
  const { sheetId } = valueOf(await workbook.read());
  const marks = [
    { severity: 'P0', cells: [fromA1('B2')] },
    { severity: 'P1', cells: [fromA1('B2'), fromA1('B3')] },
  ] as const;
  valueOf(await workbook.apply(sheetId, { edits: [], marks }));
  const marked = workbook.bytes();
  expect(changedParts(hard, marked)).toEqual(['xl/styles.xml', sheetPart]);
  const xml = partText(marked, sheetPart);
  expect(xml.indexOf('sqref="B2 B3"><cfRule type="cellIs"')).toBeLessThan(xml.indexOf('zp-mark-v1-P0'));
  expect(xml.indexOf('zp-mark-v1-P1')).toBeLessThan(xml.indexOf('<dataValidations'));
  expect([...xml.matchAll(/dxfId="(\d+)" priority="(\d+)"/g)].map(([, dxf, priority]) => [dxf, priority])).toEqual([
    ['0', '2'],
    ['1', '3'],
    ['2', '4'],
  ]);

  const reopened = open(marked);
  expect(valueOf(await reopened.unmark(sheetId))).toEqual({ removed: 2 });
  expect(changedParts(hard, reopened.bytes())).toEqual([]);
});

test('a block that the user shares with a mark keeps the rule of the user', async () => {
  const shared =
    '<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData><conditionalFormatting sqref="A1">' +
    '<cfRule type="expression" dxfId="0" priority="1"><formula>A1&gt;0</formula></cfRule>' +
    '<cfRule type="expression" dxfId="0" priority="2"><formula>LEN("zp-mark-v1-P0")&gt;0</formula></cfRule></conditionalFormatting>';
  const workbook = open(rawWorkbook({ sheets: [{ name: '表', xml: shared }] }));
  const { sheetId } = valueOf(await workbook.read());
  expect(valueOf(await workbook.unmark(sheetId))).toEqual({ removed: 1 });
  expect(partText(workbook.bytes(), sheetPart)).toContain(
    '<conditionalFormatting sqref="A1"><cfRule type="expression" dxfId="0" priority="1"><formula>A1&gt;0</formula></cfRule></conditionalFormatting>',
  );
});

test('looks that stood there before, and looks still in use on another sheet, stay', async () => {
  const workbook = open(hard);
  valueOf(await workbook.apply('1', { edits: [], marks: [{ severity: 'P0', cells: [fromA1('B2')] }] }));
  valueOf(await workbook.apply('2', { edits: [], marks: [{ severity: 'P0', cells: [fromA1('A1')] }] }));
  valueOf(await workbook.unmark('1'));
  expect(partText(workbook.bytes(), 'xl/styles.xml')).toContain('<dxfs count="2">');
  valueOf(await workbook.unmark('2'));
  expect(partText(workbook.bytes(), 'xl/styles.xml')).toBe(rawStyles);
});

test('a table of looks that was empty is empty again', async () => {
  const styles = rawStyles.replace(/<dxfs.*<\/dxfs>/, '<dxfs count="0"/>');
  const xml = '<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>';
  const bytes = rawWorkbook({ sheets: [{ name: '表', xml }], styles });
  const workbook = open(bytes);
  valueOf(await workbook.apply('1', { edits: [], marks: [{ severity: 'P0', cells: [fromA1('A1')] }] }));
  expect(partText(workbook.bytes(), 'xl/styles.xml')).toContain('<dxfs count="1"><dxf>');
  valueOf(await workbook.unmark('1'));
  expect(changedParts(bytes, workbook.bytes())).toEqual([]);
});

test('what is remembered adds one part, and forgetting takes it away without a trace', async () => {
  const workbook = open(hard);
  valueOf(await workbook.remember('journal', '记录'));
  expect(changedParts(hard, workbook.bytes())).toEqual(['[Content_Types].xml', '_rels/.rels', 'docProps/custom.xml']);
  expect(valueOf(await open(workbook.bytes()).recall('journal'))).toBe('记录');
  valueOf(await workbook.remember('journal', null));
  expect(changedParts(hard, workbook.bytes())).toEqual([]);
});

test('properties of the user stay beside what is remembered', async () => {
  const own =
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">' +
    '<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="7" name="KSOProductBuildVer"><vt:lpwstr>2052-11</vt:lpwstr></property></Properties>';
  const files = unzipSync(hard);
  const bytes = rawWorkbook({
    sheets: [{ name: '表', xml: '<sheetData/>' }],
    parts: {
      'docProps/custom.xml': own,
      '_rels/.rels': strFromU8(files['_rels/.rels'] ?? new Uint8Array()).replace(
        '</Relationships>',
        '<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties" Target="docProps/custom.xml"/></Relationships>',
      ),
    },
  });
  const workbook = open(bytes);
  valueOf(await workbook.remember('journal', 'x'.repeat(600)));
  expect(partText(workbook.bytes(), 'docProps/custom.xml')).toContain('pid="10" name="zp:journal:3"');
  expect(valueOf(await workbook.recall('journal'))).toHaveLength(600);
  valueOf(await workbook.remember('journal', null));
  expect(changedParts(bytes, workbook.bytes())).toEqual([]);
});

test('elements with a prefix are read and written alike', async () => {
  const files = unzipSync(rawWorkbook({ sheets: [{ name: '表', xml: '' }] }));
  const prefixed =
    '<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData>' +
    '<x:row r="1"><x:c r="A1" t="inlineStr"><x:is><x:t>甲</x:t></x:is></x:c><x:c r="B1"><x:v>2</x:v></x:c></x:row></x:sheetData></x:worksheet>';
  const bytes = rawWorkbook({ sheets: [{ name: '表', xml: '' }], parts: { ...files, [sheetPart]: prefixed } });
  const workbook = open(bytes);
  const snapshot = valueOf(await workbook.read());
  expect(snapshot.values).toEqual([['甲', 2]]);
  const edits = [editOf(snapshot, 'B1', '乙'), editOf(snapshot, 'A3', 3)];
  valueOf(await workbook.apply(snapshot.sheetId, { edits, marks: [{ severity: 'P2', cells: [fromA1('A1')] }] }));
  const xml = partText(workbook.bytes(), sheetPart);
  expect(xml).toContain(
    '<x:c r="B1" t="inlineStr"><x:is><x:t xml:space="preserve">乙</x:t></x:is></x:c></x:row><x:row r="3"><x:c r="A3"><x:v>3</x:v></x:c></x:row></x:sheetData>',
  );
  expect(xml).toContain('<x:conditionalFormatting sqref="A1">');
});

test('a sheet of our own prints one page wide, with rows as high as the text that wraps in them', async () => {
  const workbook = open(hard);
  valueOf(
    await workbook.writeSheet({
      name: '自评复核报告',
      rows: [['一行'], ['十二个字要占三行才写得下']],
      boldRows: [],
      columnWidths: [11],
    }),
  );
  const parts = unzipSync(workbook.bytes());
  const added = Object.keys(parts).find((name) => !(name in unzipSync(hard)) && name.includes('worksheets/'));
  const xml = partText(workbook.bytes(), added ?? '');
  expect(xml).toContain('<pageSetUpPr fitToPage="1"/>');
  expect(xml).toMatch(/<pageSetup [^>]*orientation="landscape" fitToWidth="1" fitToHeight="0"/u);
  expect([...xml.matchAll(/<row r="(\d)"([^>]*)>/gu)].map(([, row, rest]) => [row, rest?.trim()])).toEqual([
    ['1', ''],
    ['2', 'ht="45"'],
  ]);
});

test('a table on a sheet of our own has lines, filled headings, and headings that stay in sight', async () => {
  const workbook = open(hard);
  const rows = [['题'], ['名称', '得分'], ['甲']];
  const tables = [{ top: 1, bottom: 2, width: 2 }];
  valueOf(await workbook.writeSheet({ name: '底稿', rows, boldRows: [0, 1], columnWidths: [], tables }));
  const parts = unzipSync(workbook.bytes());
  const added = Object.keys(parts).find((name) => !(name in unzipSync(hard)) && name.includes('worksheets/'));
  const xml = partText(workbook.bytes(), added ?? '');
  expect(xml).toContain('<pane ySplit="2" topLeftCell="A3" activePane="bottomLeft" state="frozen"/>');
  const styleOf = (address: string): number =>
    Number(new RegExp(`<c r="${address}" s="(\\d+)"`, 'u').exec(xml)?.[1] ?? '-1');
  const styles = partText(workbook.bytes(), 'xl/styles.xml');
  const formats = [
    ...(/<(?:\w+:)?cellXfs.*<\/(?:\w+:)?cellXfs>/su.exec(styles)?.[0] ?? '').matchAll(/<(?:\w+:)?xf [^>]*>/gu),
  ];
  const formatOf = (address: string): string => formats[styleOf(address)]?.[0] ?? '';
  expect([formatOf('A2'), formatOf('B3')].map((format) => format.includes('applyBorder="1"'))).toEqual([true, true]);
  expect([formatOf('A2'), formatOf('B3')].map((format) => format.includes('applyFill="1"'))).toEqual([true, false]);
  expect(formatOf('A1')).not.toContain('applyBorder');
});
