/** office-js-docs-pr #4281, office-js #6227, #1542: what goes back to the unit carries nothing of ours, read in the package. */
import { strFromU8, unzipSync, zipSync, strToU8 } from 'fflate';
import { fromA1 } from '../../src/core/sheet/cellRef';
import { cleanCopy, type CleanCopy } from '../../src/file/cleanCopy';
import { openXlsxWorkbook, type XlsxWorkbook } from '../../src/file/xlsxWorkbook';
import { applyAndRecord } from '../../src/review/applyAndRecord';
import { editOf, valueOf } from '../contracts/workbookContract';
import { ownSeal } from '../support/ownSeal';
import { rawWorkbook } from '../support/rawWorkbook';

const open = (bytes: Uint8Array): XlsxWorkbook => valueOf(openXlsxWorkbook(bytes, { path: 'x.xlsx' }));

const userRule =
  '<conditionalFormatting sqref="B2"><cfRule type="cellIs" dxfId="0" priority="1" operator="greaterThan"><formula>9</formula></cfRule></conditionalFormatting>';
const plain = rawWorkbook({
  sheets: [
    {
      name: '自评表',
      xml: `<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>自评表</t></is></c></row><row r="2"><c r="B2"><v>8.5</v></c></row></sheetData>${userRule}`,
    },
  ],
  parts: {
    'xl/media/image1.png': new Uint8Array([137, 80, 78, 71, 0, 255]),
    'customXml/item1.xml': '<a/>',
  },
});

const types = '[Content_Types].xml';
const office = 'http://schemas.microsoft.com/office/2011/relationships';

/** The package as Excel saves it while a pane of an add-in is open. */
function withPane(bytes: Uint8Array): Uint8Array {
  const parts = unzipSync(bytes);
  const insert = (name: string, element: string): void => {
    const text = strFromU8(parts[name] ?? new Uint8Array());
    const at = text.lastIndexOf('</');
    parts[name] = strToU8(text.slice(0, at) + element + text.slice(at));
  };
  insert(
    '_rels/.rels',
    `<Relationship Id="rIdPane" Type="${office}/webextensiontaskpanes" Target="xl/webextensions/taskpanes.xml"/>`,
  );
  insert(
    types,
    '<Override PartName="/xl/webextensions/taskpanes.xml" ContentType="application/vnd.ms-office.webextensiontaskpanes+xml"/>' +
      '<Override PartName="/xl/webextensions/webextension1.xml" ContentType="application/vnd.ms-office.webextension+xml"></Override>',
  );
  parts['xl/webextensions/taskpanes.xml'] = strToU8(
    '<wetp:taskpanes xmlns:wetp="urn:p"><wetp:taskpane visibility="1"><wetp:webextensionref r:id="rId1"/></wetp:taskpane></wetp:taskpanes>',
  );
  parts['xl/webextensions/_rels/taskpanes.xml.rels'] = strToU8(
    `<Relationships xmlns="urn:r"><Relationship Id="rId1" Type="${office}/webextension" Target="webextension1.xml"/></Relationships>`,
  );
  parts['xl/webextensions/webextension1.xml'] = strToU8(
    '<we:webextension xmlns:we="urn:w"><we:properties><we:property name="zp:journal-1" value="x"/></we:properties></we:webextension>',
  );
  parts['xl/webextensions/_rels/webextension1.xml.rels'] = strToU8(
    '<Relationships xmlns="urn:r"><Relationship Id="rId1" Type="x/image" Target="../media/snapshot9.png"/></Relationships>',
  );
  parts['xl/media/snapshot9.png'] = new Uint8Array([1, 2, 3]);
  return zipSync(parts);
}

async function worked(): Promise<Uint8Array> {
  const workbook = open(plain);
  const snapshot = valueOf(await workbook.read());
  const plan = {
    sheetId: snapshot.sheetId,
    edits: [editOf(snapshot, 'B2', 10)],
    sumBefore: null,
    marks: [
      { severity: 'P0' as const, cells: [fromA1('B2')] },
      { severity: 'P2' as const, cells: [fromA1('A1')] },
    ],
  };
  valueOf(await applyAndRecord(workbook, plan, { editIds: ['B2'], marks: true }, '2026-03-01T08:00:00.000Z', ownSeal));
  valueOf(await workbook.remember('columns', '{"a":1}'));
  valueOf(await workbook.writeSheet({ name: '自评复核报告', rows: [['报告']], boldRows: [], columnWidths: [] }));
  return withPane(workbook.bytes());
}

const cleaned = (bytes: Uint8Array): CleanCopy => {
  const copy = cleanCopy(bytes);
  if (typeof copy === 'string') throw new Error(copy);
  return copy;
};
const textsOf = (bytes: Uint8Array): string =>
  Object.entries(unzipSync(bytes))
    .map(([name, part]) => `${name}\n${strFromU8(part, true)}`)
    .join('\n');

test('memory, marks and panes are gone, with every trace of them; what was written and the report stay', async () => {
  const before = await worked();
  expect(textsOf(before)).toMatch(/zp-mark-v1/);
  expect(textsOf(before)).toMatch(/zp:journal-1/);
  expect(textsOf(before)).toMatch(/webextension/);
  const { bytes, marks, memories, webExtensions } = cleaned(before);
  expect({ marks, memories, webExtensions }).toEqual({ marks: 3, memories: 2, webExtensions: 3 });
  expect(textsOf(bytes)).not.toMatch(/zp-|"zp:|webextension|taskpane|snapshot9/i);
  const workbook = open(bytes);
  const sheets = valueOf(await workbook.sheets());
  expect(sheets.map(({ name }) => name)).toEqual(['自评表', '自评复核报告']);
  expect(valueOf(await workbook.unmark(sheets[0]?.id ?? ''))).toEqual({ removed: 0 });
  expect(strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml'] ?? new Uint8Array())).toContain(userRule);
});

test('no relationship and no content type of the copy leads nowhere', async () => {
  const { bytes } = cleaned(await worked());
  const parts = unzipSync(bytes);
  const overrides = [...strFromU8(parts[types] ?? new Uint8Array()).matchAll(/PartName="\/([^"]+)"/g)];
  expect(overrides.length).toBeGreaterThan(2);
  expect(overrides.filter(([, name = '']) => !(name in parts))).toEqual([]);
  expect(Object.keys(parts).filter((name) => /webextension/.test(name))).toEqual([]);
  expect(strFromU8(parts['_rels/.rels'] ?? new Uint8Array())).toMatch(/officeDocument/);
});

test('a workbook that holds nothing of the kind stays as it is, byte for byte', () => {
  const copy = cleaned(plain);
  expect(copy).toEqual({ bytes: plain, marks: 0, memories: 0, webExtensions: 0 });
});

test('of a workbook with a pane alone only that goes', () => {
  const { bytes, webExtensions } = cleaned(withPane(plain));
  const [left, right] = [unzipSync(plain), unzipSync(bytes)];
  expect(webExtensions).toBe(3);
  expect(Object.keys(right).sort()).toEqual(Object.keys(left).sort());
  for (const name of Object.keys(left))
    expect(strFromU8(right[name] ?? left[types] ?? new Uint8Array(), true)).toBe(
      strFromU8(left[name] ?? new Uint8Array(), true),
    );
});

test('a content add-in that a drawing shows is part of the sheet and stays', () => {
  const parts = unzipSync(withPane(plain));
  parts['xl/drawings/drawing1.xml'] = strToU8('<xdr:wsDr xmlns:xdr="urn:d"/>');
  parts['xl/drawings/_rels/drawing1.xml.rels'] = strToU8(
    `<Relationships xmlns="urn:r"><Relationship Id="rId1" Type="${office}/webextension" Target="../webextensions/webextension2.xml"/></Relationships>`,
  );
  parts['xl/webextensions/webextension2.xml'] = strToU8('<we:webextension xmlns:we="urn:w"/>');
  const { bytes } = cleaned(zipSync(parts));
  expect(Object.keys(unzipSync(bytes)).filter((name) => /webextension/.test(name))).toEqual([
    'xl/webextensions/webextension2.xml',
  ]);
});

test('what is no workbook is said to be none', () => {
  expect(cleanCopy(new Uint8Array([1, 2, 3]))).toBe('not-a-workbook');
  expect(cleanCopy(zipSync({ [types]: strToU8('<Types/>') }))).toBe('not-a-workbook');
});
