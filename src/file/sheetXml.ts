/** The pieces of a worksheet part that this add-in writes, the same for every sheet that is made here. */
import { areaToA1, columnLetters } from '../core/sheet/cellRef';
import { isCellError, type CellValue } from '../core/sheet/snapshot';
import { encodeStoredText, escapeXml } from './xml';

/** How every part begins. */
export const xmlHead = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
/** The namespace of worksheets, workbooks and styles. */
export const spreadsheetNamespace = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
/** The namespace of ids that lead to another part. */
export const relationshipNamespace = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** Printed across, as many pages long as it takes and one wide: reports are handed round on paper. */
export const pageSetUp = {
  head: '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
  foot:
    '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>' +
    '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>',
};

/** What is known of a column; a width in characters, null where it has none of its own. */
export interface ColumnSize {
  readonly width: number | null;
  readonly isHidden?: boolean;
}

/** The columns that have a width of their own or are hidden; "" where there is none. */
export function columnsXml(columns: readonly ColumnSize[]): string {
  const listed = columns.map(({ isHidden = false, width }, column) => {
    if (width === null && !isHidden) return '';
    const sized = width === null ? ' width="9"' : ` width="${width}" customWidth="1"`;
    return `<col min="${column + 1}" max="${column + 1}"${sized}${isHidden ? ' hidden="1"' : ''}/>`;
  });
  const all = listed.join('');
  return all === '' ? '' : `<cols>${all}</cols>`;
}

/**
 * A cell; a text is stored in it and not in a table of all texts, so that a row can be written before the next is known.
 *
 * @param address A1.
 * @param style its place among the styles.
 * @param formula without its leading "="; the value is then its result.
 */
export function cellXml(address: string, style: number, value: CellValue, formula?: string): string {
  const head = `<c r="${address}" s="${style}"`;
  const calculated = formula === undefined ? '' : `<f>${escapeXml(formula)}</f>`;
  if (value === null) return calculated === '' ? `${head}/>` : `${head}>${calculated}</c>`;
  if (typeof value === 'number') return `${head}>${calculated}<v>${value}</v></c>`;
  if (typeof value === 'boolean') return `${head} t="b">${calculated}<v>${value ? 1 : 0}</v></c>`;
  if (isCellError(value)) return `${head} t="e">${calculated}<v>${escapeXml(value.error)}</v></c>`;
  const text = escapeXml(encodeStoredText(value));
  return calculated === ''
    ? `${head} t="inlineStr"><is><t${/^\s|\s$|\n/.test(text) ? ' xml:space="preserve"' : ''}>${text}</t></is></c>`
    : `${head} t="str">${calculated}<v>${text}</v></c>`;
}

/** Rows above this zero-based one stay in sight. */
export function frozenXml(row: number, isFront: boolean): string {
  const cell = `${columnLetters(0)}${row + 1}`;
  return (
    `<sheetViews><sheetView${isFront ? ' tabSelected="1"' : ''} workbookViewId="0">` +
    `<pane ySplit="${row}" topLeftCell="${cell}" activePane="bottomLeft" state="frozen"/>` +
    `<selection pane="bottomLeft" activeCell="${cell}" sqref="${cell}"/></sheetView></sheetViews>`
  );
}

/** A filter over an area, its first row the headings. */
export function filterXml(area: Parameters<typeof areaToA1>[0]): string {
  return `<autoFilter ref="${areaToA1(area)}"/>`;
}
