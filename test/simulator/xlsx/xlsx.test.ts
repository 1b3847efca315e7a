/** Real .xlsx files become simulated workbooks, and go back with nothing lost. */
import { unzipSync } from 'fflate';
import { markFormula } from '../../../src/port/markRule';
import { contractWorkbook, sheetNames } from '../../contracts/contractWorkbook';
import { rawWorkbook } from '../../support/rawWorkbook';
import { SimulatedWorkbook, type PlainConditionalFormat, type PlainWorkbook } from '../../../src/simulator/model';
import { openXlsx } from '../../../src/simulator/xlsx/openXlsx';
import { saveXlsx } from '../../../src/simulator/xlsx/saveXlsx';

async function open(bytes: Uint8Array): Promise<PlainWorkbook> {
  const opened = await openXlsx(bytes, '表.xlsx');
  if (!opened.ok) throw new Error(opened.problem);
  return opened.workbook;
}

const sheetOf = (workbook: PlainWorkbook, name: string) => workbook.sheets.find((sheet) => sheet.name === name);

describe('opening', () => {
  it('reads values, formulas, formats, looks and what is hidden or merged', async () => {
    const workbook = await open(contractWorkbook);
    const sheet = sheetOf(workbook, sheetNames.everything);
    expect(sheet?.merges).toEqual(['A1:D1', 'C6:D7']);
    expect(sheet?.hiddenRows).toEqual([3]);
    expect(sheet?.hiddenColumns).toEqual([4]);
    expect(sheet?.cells?.['A1']?.value).toBe('项目支出绩效自评表');
    expect(sheet?.cells?.['B2']).toMatchObject({ value: 12.5, numberFormat: '0.00' });
    expect(sheet?.cells?.['D2']).toMatchObject({ value: 25, formula: '=B2*2' });
    expect(sheet?.cells?.['C3']).toMatchObject({ value: 0.8797, numberFormat: '0.00%' });
    expect(sheet?.cells?.['A5']?.value).toEqual({ error: '#N/A' });
    expect(sheet?.cells?.['A6']).toMatchObject({ fill: '#FFFF00', isBold: true });
    expect(sheet?.conditionalFormats).toMatchObject([{ kind: 'Custom', areas: ['B2'], formula: '=B2>10' }]);
    expect(sheetOf(workbook, sheetNames.hidden)?.visibility).toBe('hidden');
  });

  it('reads the sides that have a line, and whether a text wraps', async () => {
    const bytes = rawWorkbook({
      sheets: [{ name: 'S', xml: '<sheetData><row r="1"><c r="A1" s="1"><v>1</v></c><c r="B1"/></row></sheetData>' }],
      styles:
        '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><borders count="2"><border/>' +
        '<border><left style="none"/><right style="thin"/><top style="thin"/><bottom/></border></borders>' +
        '<cellXfs count="2"><xf/><xf borderId="1"><alignment wrapText="1"/></xf></cellXfs></styleSheet>',
    });
    const cells = sheetOf(await open(bytes), 'S')?.cells;
    expect(cells?.['A1']).toMatchObject({ lines: 'TR', isWrapped: true });
    expect(cells?.['B1']).toMatchObject({ lines: '', isWrapped: false });
  });

  it('reads which cells a protected sheet locks', async () => {
    const sheet = sheetOf(await open(contractWorkbook), sheetNames.protected);
    expect(sheet?.protection).toEqual({ allowFormatCells: false, allowEditObjects: false });
    expect([sheet?.cells?.['A1']?.isLocked, sheet?.cells?.['B1']?.isLocked]).toEqual([true, false]);
  });

  it('reads lists of allowed values and the automatic filter', async () => {
    const bytes = rawWorkbook({
      sheets: [
        {
          name: 'S',
          xml:
            '<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>良</t></is></c></row></sheetData>' +
            '<autoFilter ref="A1:C9"/><dataValidations count="1"><dataValidation type="list" sqref="A1 B2:B3">' +
            '<formula1>"优,良,中"</formula1></dataValidation></dataValidations>',
        },
      ],
    });
    const sheet = sheetOf(await open(bytes), 'S');
    expect(sheet?.autoFilter).toBe('A1:C9');
    expect(sheet?.validations).toEqual([
      { area: 'A1', list: ['优', '良', '中'] },
      { area: 'B2:B3', list: ['优', '良', '中'] },
    ]);
  });

  it('says why a file is no workbook', async () => {
    expect(await openXlsx(new TextEncoder().encode('文本'), 'x.txt')).toEqual({ ok: false, problem: 'not-a-workbook' });
  });
});

describe('saving a copy', () => {
  const save = (workbook: SimulatedWorkbook) => saveXlsx(contractWorkbook, workbook.toPlain());

  it('gives back the very bytes when nothing changed', async () => {
    const saved = await save(SimulatedWorkbook.fromPlain(await open(contractWorkbook)));
    expect(saved).toEqual({ bytes: contractWorkbook, leftOut: [] });
  });

  it('holds changed values and marks, and every other part as it was', async () => {
    const before = await open(contractWorkbook);
    const workbook = SimulatedWorkbook.fromPlain(before);
    const [sheet] = workbook.sheets;
    workbook.edit(sheet!.id, 'B3', 8.5);
    workbook.edit(sheet!.id, 'A3', "'=新说明");
    const mark: PlainConditionalFormat = {
      id: '{m}',
      kind: 'Custom',
      areas: ['B3'],
      stopIfTrue: false,
      formula: markFormula('P0'),
      fill: '#FFD6D6',
      fontColour: '#7A0010',
      isBold: true,
    };
    sheet!.conditionalFormats = [
      ...sheet!.conditionalFormats,
      { ...mark, areas: [{ top: 2, left: 1, bottom: 2, right: 1 }] },
    ];
    const { bytes, leftOut } = await save(workbook);
    expect(leftOut).toEqual([]);
    const after = sheetOf(await open(bytes), sheetNames.everything);
    expect(after?.cells?.['B3']).toMatchObject({ value: 8.5, numberFormat: '0.00' });
    expect(after?.cells?.['A3']?.value).toBe('=新说明');
    expect(after?.conditionalFormats).toMatchObject([
      { formula: '=B2>10' },
      { formula: markFormula('P0'), areas: ['B3'] },
    ]);
    expect(Object.keys(unzipSync(bytes))).toEqual(Object.keys(unzipSync(contractWorkbook)));
  });

  it('keeps the add-in’s texts, so that a reopened file can still be reverted', async () => {
    const workbook = SimulatedWorkbook.fromPlain(await open(contractWorkbook));
    workbook.settings = new Map([['zp:journal', '{"version":1}']]);
    const { bytes } = await save(workbook);
    expect((await open(bytes)).settings).toEqual({ 'zp:journal': '{"version":1}' });
  });

  it('says which changes it left out', async () => {
    const workbook = SimulatedWorkbook.fromPlain(await open(contractWorkbook));
    workbook.edit(workbook.sheets[0]!.id, 'D2', 1);
    workbook.edit(workbook.sheets[0]!.id, 'B3', '=B2');
    workbook.addSheet('新表');
    const { leftOut } = await save(workbook);
    expect(leftOut).toEqual(['自评表!D2', '自评表!B3', '新表']);
  });
});
