/** Where the grid draws what: sizes, hidden rows, merges, and the way of the arrow keys. */
import { fromA1, toA1 } from '../../src/core/sheet/cellRef';
import { openXlsxWorkbook } from '../../src/file/xlsxWorkbook';
import { sizeOf } from '../../src/workbench/axis';
import { anchorOf, neighbourOf, nextShown, pictureOf, placeAt, type SheetPicture } from '../../src/workbench/picture';
import { valueOf } from '../contracts/workbookContract';
import { rawWorkbook } from '../support/rawWorkbook';

const styleSheet = (content: string): string =>
  `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${content}</styleSheet>`;

/** The picture of a sheet of this XML; `styles` is what stands in the styles part. */
async function pictureFrom(xml: string, styles?: string): Promise<SheetPicture> {
  const workbook = valueOf(
    openXlsxWorkbook(rawWorkbook({ sheets: [{ name: '表', xml }], ...(styles && { styles: styleSheet(styles) }) }), {
      path: 'picture.xlsx',
    }),
  );
  const snapshot = valueOf(await workbook.read());
  return pictureOf(snapshot, valueOf(workbook.look(snapshot.sheetId)));
}

const text = (address: string, content: string): string =>
  `<c r="${address}" t="inlineStr"><is><t>${content}</t></is></c>`;

const sheet =
  '<sheetFormatPr defaultColWidth="10"/><cols><col min="2" max="2" width="20"/><col min="3" max="3" width="9" hidden="1"/></cols><sheetData>' +
  `<row r="1" ht="30">${text('A1', '标题')}</row>` +
  `<row r="2">${text('A2', '短')}${text('B2', '很长的说明'.repeat(10))}${text('D2', '末')}</row>` +
  `<row r="3" hidden="1">${text('A3', '藏')}</row>` +
  `<row r="4">${text('A4', '第一行\n第二行')}<c r="B4"><f>1+1</f><v>2</v></c></row></sheetData>` +
  '<mergeCells count="2"><mergeCell ref="A1:D1"/><mergeCell ref="D2:D4"/></mergeCells>';

let picture: SheetPicture;
beforeAll(async () => {
  picture = await pictureFrom(sheet);
});
const near = (from: string, down: -1 | 0 | 1, right: -1 | 0 | 1): string | null => {
  const cell = neighbourOf(picture, fromA1(from), down, right);
  return cell && toA1(cell);
};

test('columns are as wide as the file says, and what is hidden takes no room', () => {
  const widths = [0, 1, 2, 3].map((column) => sizeOf(picture.columns, column));
  expect(widths).toEqual([80, 160, 0, 80]);
});

test('a row is as high as the file says, or else as its text needs', () => {
  const heights = [0, 1, 2, 3, 4].map((row) => sizeOf(picture.rows, row));
  expect(heights[0]).toBe(40);
  // Fifty characters in 160 pixels: five lines.
  expect(heights[1]).toBe(5 * 18 + 6);
  expect(heights[2]).toBe(0);
  expect(heights[3]).toBe(2 * 18 + 6);
  expect(heights[4]).toBe(24);
});

test('bold, lines and sides are as the file says; a line between two cells may be of either', async () => {
  const styles =
    '<fonts count="2"><font/><font><b/></font></fonts><borders count="3"><border><left/></border>' +
    '<border><left style="thin"/><right style="none"/><top style="thin"/><bottom/></border><border><bottom style="medium"/></border></borders>' +
    '<cellXfs count="4"><xf/><xf fontId="1" borderId="1"><alignment horizontal="center" wrapText="1"/></xf><xf borderId="2"/><xf fontId="0"><alignment horizontal="right"/></xf></cellXfs>' +
    '<dxfs count="1"><dxf><font><b/></font></dxf></dxfs>';
  const drawn = await pictureFrom(
    `<sheetData><row r="1">${text('A1', '左')}<c r="B1" s="3" t="inlineStr"><is><t>右</t></is></c></row>` +
      '<row r="2"><c r="A2" s="2"><v>1</v></c><c r="B2" s="1" t="inlineStr"><is><t>中</t></is></c></row></sheetData>',
    styles,
  );
  const at = (address: string) => drawn.cellAt(fromA1(address));
  expect([at('B2').isBold, at('B2').align, at('A1').isBold, at('B1').align]).toEqual([true, 'center', false, 'right']);
  // The left side and the top of B2 are drawn by A2 and B1; A2 has a line below.
  expect([at('A2'), at('B1'), at('B2'), at('A1')].map(({ hasLine }) => hasLine)).toEqual([
    { right: true, bottom: true },
    { right: false, bottom: true },
    { right: false, bottom: false },
    { right: false, bottom: false },
  ]);
});

test('a text that does not wrap runs on over empty cells where it fits there, and else wraps', async () => {
  const long = '一二三四五六七八九十';
  const drawn = await pictureFrom(
    `<sheetFormatPr defaultColWidth="10"/><sheetData><row r="1">${text('A1', long)}</row>` +
      `<row r="2">${text('A2', long)}${text('B2', '满')}</row>` +
      `<row r="3"><c r="A3" s="1" t="inlineStr"><is><t>${long}</t></is></c></row></sheetData>`,
    '<cellXfs count="2"><xf/><xf><alignment wrapText="1"/></xf></cellXfs>',
  );
  expect(['A1', 'A2', 'A3'].map((address) => drawn.cellAt(fromA1(address)).runsOver)).toEqual([160, null, null]);
  expect([0, 1, 2].map((row) => sizeOf(drawn.rows, row))).toEqual([24, 2 * 18 + 6, 2 * 18 + 6]);
});

test('a pixel lies in the row that is seen there, never in a hidden one', () => {
  expect([0, 39, 40, 135, 136].map((pixel) => placeAt(picture.rows, pixel))).toEqual([0, 0, 1, 1, 3]);
});

test('the next shown row passes over hidden ones and ends at the edge', () => {
  expect(nextShown(picture.rows, 1, 1)).toBe(3);
  expect(nextShown(picture.rows, 0, -1)).toBeNull();
  expect(nextShown(picture.rows, picture.rows.count - 1, 1)).toBeNull();
});

test('arrows step over a merge as a whole, and into it at its anchor', () => {
  expect(near('A1', 1, 0)).toBe('A2');
  expect(near('A1', 0, 1)).toBe('E1');
  expect(near('B2', 0, 1)).toBe('D2');
  expect(near('B4', 0, 1)).toBe('D2');
  expect(near('D2', 1, 0)).toBe('D5');
  expect(near('A4', -1, 0)).toBe('A2');
  expect(near('A2', 0, -1)).toBeNull();
});

test('a covered cell is selected at its anchor, and a merge is drawn wherever it reaches into what is seen', () => {
  expect(toA1(anchorOf(picture, fromA1('C1')))).toBe('A1');
  expect(picture.mergesIn({ top: 3, left: 0, bottom: 9, right: 9 })).toEqual([
    { top: 1, left: 3, bottom: 3, right: 3 },
  ]);
});

test('a cell shows its text and its formula; beyond the used part there is nothing', () => {
  const plain = { isBold: false, align: null, hasLine: { right: false, bottom: false }, runsOver: null };
  expect(picture.cellAt(fromA1('B4'))).toEqual({ text: '2', isNumber: true, formula: '=1+1', mark: null, ...plain });
  expect(picture.cellAt(fromA1('H19'))).toEqual({ text: '', isNumber: false, formula: null, mark: null, ...plain });
});

test('where marks meet, the gravest is shown', async () => {
  const rule = (severity: string, areas: string): string =>
    `<conditionalFormatting sqref="${areas}"><cfRule type="expression" priority="1"><formula>LEN("zp-mark-v1-${severity}")&gt;0</formula></cfRule></conditionalFormatting>`;
  const marked = await pictureFrom(
    `<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>${rule('P2', 'A1:B2')}${rule('P0', 'B2')}`,
  );
  const marks = ['A1', 'B2', 'C3'].map((address) => marked.cellAt(fromA1(address)).mark);
  expect(marks).toEqual(['P2', 'P0', null]);
});

test('an empty sheet is a picture of empty cells', async () => {
  const empty = await pictureFrom('<sheetData/>');
  expect(empty.isEmpty).toBe(true);
  expect(empty.rows.count).toBeGreaterThan(0);
});
