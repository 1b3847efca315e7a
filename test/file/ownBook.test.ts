/** A workbook of our own, written row by row, as other programs find it. */
import { createHash } from 'node:crypto';
import { strFromU8, unzipSync } from 'fflate';
import { nativePacker } from '../../src/file/nativePacker';
import { createOwnBook } from '../../src/file/ownBook';
import { type Packer, portablePacker } from '../../src/file/packedText';
import type { OwnLook, OwnPart } from '../../src/port/ownBook';
import { readWorkbook } from '../command/support/readWorkbook';

const look: OwnLook = { format: '0.00', size: 10, isBold: false, frame: 'BFC5CC', fill: null, alignment: null };
const frame = { columnWidths: [8, 12], headerRow: 0, lastRow: 1 };
const count = 5000;

/** Two sheets, the second filled before the first, the rows of one more than is packed at once. */
function book(kept: (parts: readonly OwnPart[]) => string = () => '留下的话', packer: Packer = nativePacker) {
  const made = createOwnBook(packer);
  const [first, second] = [made.sheet('甲'), made.sheet('乙')];
  for (let number = 0; number < count; number += 1) {
    second.add([
      { value: number, look },
      { value: `第 ${number} 行 & <甲>`, look },
    ]);
  }
  second.close({ ...frame, lastRow: count - 1 });
  first.add([
    { value: ' =1+1\n_x0041_', look },
    { value: count, look, formula: 'COUNT(乙!A1:A5000)&""' },
  ]);
  first.close({ ...frame, links: [{ from: { row: 0, column: 0 }, sheet: '乙', to: { row: 4, column: 1 } }] });
  return Buffer.concat([...made.bytes((parts) => ({ key: 'k', text: kept(parts) }))]);
}

test('every cell is read back as it was put in, in sheets in the order in which they were opened', async () => {
  const sheets = await readWorkbook(book());
  expect([...sheets.keys()]).toEqual(['甲', '乙']);
  expect(sheets.get('甲')?.values).toEqual([[' =1+1\n_x0041_', count]]);
  expect(sheets.get('甲')?.formulas).toEqual([[null, '=COUNT(乙!A1:A5000)&""']]);
  const rows = sheets.get('乙')?.values ?? [];
  expect([rows.length, rows[4321], sheets.get('乙')?.text[0]?.[0]]).toEqual([
    count,
    [4321, '第 4321 行 & <甲>'],
    '0.00',
  ]);
});

test('the same workbook is the same bytes, and another is not', () => {
  expect(book().equals(book())).toBe(true);
  expect(book().equals(book(() => '别的话'))).toBe(false);
});

test('packed by what a browser has, it is the same content', () => {
  const [native, portable] = [book(), book(undefined, portablePacker)].map((bytes) =>
    Object.entries(unzipSync(bytes)).map(([name, content]) => [name, strFromU8(content)]),
  );
  expect(portable).toEqual(native);
});

test.each([
  ['native', nativePacker],
  ['portable', portablePacker],
])('%s: a piece comes out of its packing as it went in', (_name, packer) => {
  for (const text of ['', '甲', '自评表'.repeat(100_000)]) {
    const bytes = new TextEncoder().encode(text);
    expect(strFromU8(packer.unpack(packer.pack(bytes), bytes.length))).toBe(text);
  }
});

test('without a text to be kept it has no properties', () => {
  const made = createOwnBook(portablePacker);
  made.sheet('甲').close(frame);
  const parts = unzipSync(Buffer.concat([...made.bytes()]));
  expect(Object.keys(parts)).not.toContain('docProps/custom.xml');
  expect(strFromU8(parts['[Content_Types].xml']!) + strFromU8(parts['_rels/.rels']!)).not.toContain('custom');
});

test('what is said of the parts before they are packed is true of those that are unpacked', () => {
  const digests = new Map<string, string>();
  const bytes = book((parts) => {
    for (const part of parts) {
      const hash = createHash('sha256');
      let size = 0;
      for (const piece of part.content()) {
        hash.update(piece);
        size += piece.length;
      }
      expect([part.name, part.size]).toEqual([part.name, size]);
      digests.set(part.name, hash.digest('hex'));
    }
    return '签';
  });
  const parts = unzipSync(bytes);
  expect(digests.size).toBeGreaterThan(4);
  for (const [name, digest] of digests) {
    const content = parts[name] ?? new Uint8Array();
    expect([name, createHash('sha256').update(content).digest('hex')]).toEqual([name, digest]);
  }
  expect(strFromU8(parts['docProps/custom.xml'] ?? new Uint8Array())).toContain('name="zp:k:1"');
});

test('a link leads to its cell, and a sheet that was not closed is a bug', () => {
  const parts = unzipSync(book());
  const xml = strFromU8(parts['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
  expect(xml).toContain('<hyperlink ref="A1" location="乙!B5"/>');
  const open = createOwnBook(nativePacker);
  open.sheet('甲');
  expect(() => [...open.bytes(() => ({ key: 'k', text: '' }))]).toThrow('not closed');
});
