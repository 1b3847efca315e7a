/** The workbook that every adapter is held against: one sheet of everything, one protected, one empty, one hidden. */
import { rawWorkbook } from '../support/rawWorkbook';

/** Names of its sheets. */
export const sheetNames = { everything: '自评表', protected: '受保护', empty: '空白', hidden: '隐藏页' } as const;

/** The user's own conditional format, as "areas formula". */
export const userFormats: readonly string[] = ['B2 B2>10'];

export const contractWorkbook: Uint8Array = rawWorkbook({
  sharedStrings: [
    '项目支出绩效自评表',
    '≥95%',
    '00123',
    '旧说明',
    '合计',
    '<r><t>富</t></r><r><rPr><b/></rPr><t>文本</t></r>',
  ],
  sheets: [
    {
      name: sheetNames.everything,
      xml:
        '<cols><col min="5" max="5" width="9" hidden="1" customWidth="1"/></cols><sheetData>' +
        '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1"/><c r="C1"/><c r="D1"/></row>' +
        '<row r="2"><c r="A2" t="s"><v>4</v></c><c r="B2" s="1"><v>12.5</v></c><c r="C2" t="s"><v>1</v></c>' +
        '<c r="D2" s="1"><f>B2*2</f><v>25</v></c><c r="E2"><v>7</v></c></row>' +
        '<row r="3"><c r="A3" t="s"><v>3</v></c><c r="B3" s="1"/><c r="C3" s="2"><v>0.8797</v></c></row>' +
        '<row r="4" hidden="1"><c r="A4" t="s"><v>2</v></c><c r="C4" t="b"><v>1</v></c></row>' +
        '<row r="5"><c r="A5" t="e"><v>#N/A</v></c><c r="B5"><v>0.30000000000000004</v></c><c r="C5" t="s"><v>5</v></c></row>' +
        '<row r="6"><c r="A6" s="6"><v>3</v></c><c r="B6" s="6"/><c r="D6"/></row><row r="7"><c r="D7"/></row>' +
        '<row r="9"><c r="A9" s="6"/><c r="C9"><v>1</v></c></row></sheetData>' +
        '<mergeCells count="2"><mergeCell ref="A1:D1"/><mergeCell ref="C6:D7"/></mergeCells>' +
        '<conditionalFormatting sqref="B2"><cfRule type="expression" dxfId="0" priority="1"><formula>B2&gt;10</formula></cfRule></conditionalFormatting>' +
        '<pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/>',
    },
    {
      name: sheetNames.protected,
      xml:
        '<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1" s="3"><v>2</v></c></row></sheetData>' +
        '<sheetProtection sheet="1" objects="1" scenarios="1"/>',
    },
    { name: sheetNames.empty, xml: '<sheetData/>' },
    { name: sheetNames.hidden, xml: '<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>', state: 'hidden' },
  ],
});
