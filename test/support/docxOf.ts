/** Writes snapshots as a Word document, one table a sheet, as a person would have typed them: all of it is text. */
import { strToU8, zipSync } from 'fflate';
import type { Area } from '../../src/core/sheet/cellRef';
import type { Snapshot } from '../../src/core/sheet/snapshot';
import { escapeXml } from '../../src/file/xml';

const namespace = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const packages = 'http://schemas.openxmlformats.org/package/2006/';
const documentType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';

/** A paragraph of the body. */
export function paragraph(text: string): string {
  const lines = text.split('\n').map((line) => `<w:t xml:space="preserve">${escapeXml(line)}</w:t>`);
  return `<w:p><w:r>${lines.join('<w:br/>')}</w:r></w:p>`;
}

/** A table of the body, from row to row (both counted from the first, the last left out). */
export function wordTable(snapshot: Snapshot, from = 0, to = snapshot.text.length): string {
  const width = snapshot.text[0]?.length ?? 0;
  const grid = '<w:gridCol w:w="900"/>'.repeat(width);
  const rows = snapshot.text.slice(from, to).map((_texts, index) => rowXml(snapshot, from + index, width));
  return (
    '<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/><w:tblBorders><w:top w:val="single" w:sz="4"/></w:tblBorders></w:tblPr>' +
    `<w:tblGrid>${grid}</w:tblGrid>${rows.join('')}</w:tbl>`
  );
}

function rowXml({ area, merges, text }: Snapshot, row: number, width: number): string {
  const top = area?.top ?? 0;
  const left = area?.left ?? 0;
  const cells: string[] = [];
  for (let column = 0; column < width; column += 1) {
    const merge = merges.find(
      (one: Area) => one.left - left === column && row + top >= one.top && row + top <= one.bottom,
    );
    const span = merge ? merge.right - merge.left + 1 : 1;
    const isTall = merge !== undefined && merge.bottom > merge.top;
    const isFirst = merge === undefined || row + top === merge.top;
    const properties =
      (span > 1 ? `<w:gridSpan w:val="${span}"/>` : '') +
      (isTall ? (isFirst ? '<w:vMerge w:val="restart"/>' : '<w:vMerge/>') : '');
    const content = paragraph(isFirst ? (text[row]?.[column] ?? '') : '');
    cells.push(`<w:tc><w:tcPr><w:tcW w:w="${900 * span}" w:type="dxa"/>${properties}</w:tcPr>${content}</w:tc>`);
    column += span - 1;
  }
  return `<w:tr>${cells.join('')}</w:tr>`;
}

/** The document with that body. */
export function docxOf(body: string): Uint8Array {
  return zipSync({
    '[Content_Types].xml': strToU8(
      `<Types xmlns="${packages}content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
        `<Override PartName="/word/document.xml" ContentType="${documentType}"/></Types>`,
    ),
    '_rels/.rels': strToU8(
      `<Relationships xmlns="${packages}relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    ),
    'word/document.xml': strToU8(
      `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:document xmlns:w="${namespace}"><w:body>${body}</w:body></w:document>`,
    ),
  });
}
