/** A simulated workbook as plain data, seen as its user sees it: an apostrophe in front of a text is no part of it. */
import type { PlainCell, PlainWorkbook } from '../../src/simulator/model';

/** The workbook with every cell's apostrophe left out, and cells left out that then hold nothing. */
export function withoutApostrophes(plain: PlainWorkbook): PlainWorkbook {
  return {
    ...plain,
    sheets: plain.sheets.map((sheet) => ({
      ...sheet,
      cells: Object.fromEntries(
        Object.entries(sheet.cells ?? {})
          .map(([address, cell]) => [address, bare(cell)] as const)
          .filter(([, cell]) => Object.keys(cell).length > 0),
      ),
    })),
  };
}

function bare(cell: PlainCell): PlainCell {
  return Object.fromEntries(Object.entries(cell).filter(([key]) => key !== 'isPrefixed'));
}
