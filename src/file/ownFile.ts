/** A workbook of nothing but one sheet of our own, as a file: for a program that has no workbook open to put it into. */
import type { OwnSheet } from '../core/sheet/ownSheet';
import { packageOfBook } from './bookPackage';
import { addOwnStyles, ownSheetXml } from './ownSheetPart';
import { openPackage } from './workbookPackage';

const parts = { sheet: 'xl/worksheets/sheet1.xml', styles: 'xl/styles.xml' } as const;

/** The bytes of the .xlsx; its sheet is the one that would be put into a workbook. */
export function fileOfOwnSheet(sheet: OwnSheet): Uint8Array {
  const empty = packageOfBook({
    countsFrom1904: false,
    sheets: [
      {
        name: sheet.name,
        ...{ cells: [], merges: [], hiddenRows: [], hiddenColumns: [], columnWidths: [] },
        ...{ visibility: 'visible', isProtected: false },
      },
    ],
  });
  const opened = openPackage(empty);
  const styles = typeof opened === 'string' ? null : opened.text(parts.styles);
  if (typeof opened === 'string' || styles === null) throw new Error('a package that was just made cannot be opened');
  const styled = addOwnStyles(styles);
  return opened
    .with(
      new Map([
        [parts.styles, styled.styles],
        [parts.sheet, ownSheetXml(sheet, styled.places)],
      ]),
    )
    .bytes();
}
