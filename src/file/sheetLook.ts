/** The look of a worksheet part: widths, heights and our marks, read without changing anything. */
import { areaFromA1 } from '../core/sheet/cellRef';
import { severityOfFormula } from '../port/markRule';
import type { SheetLook } from '../port/sheetLook';
import type { SheetPart } from './sheetPart';
import { attribute, tagsOf } from './xml';

/** Pixels of one character of the standard font of a Chinese Excel (等线 or 宋体, 11 points), and of one point. */
const pixels = { character: 8, point: 4 / 3 } as const;

/** Characters that a column is wide where the part says nothing. */
const usualWidth = 8.43;

/** The look of the sheet. */
export function sheetLookOf({ children, conditionalFormats, rows, xml }: SheetPart): SheetLook {
  const columnWidths: { first: number; last: number; width: number }[] = [];
  let columnWidth = usualWidth;
  // Everything about columns stands ahead of the cells.
  const head = xml.slice(0, children.find(({ name }) => name === 'sheetData')?.start ?? 0);
  for (const tag of tagsOf(head)) {
    if (tag.kind === 'close') continue;
    if (tag.name === 'sheetFormatPr') columnWidth = sizeOf(attribute(tag, 'defaultColWidth')) ?? columnWidth;
    const width = tag.name === 'col' ? sizeOf(attribute(tag, 'width')) : null;
    if (width === null) continue;
    columnWidths.push({
      first: Number(attribute(tag, 'min')) - 1,
      last: Number(attribute(tag, 'max')) - 1,
      width: Math.round(width * pixels.character),
    });
  }
  const rowHeights: { row: number; height: number }[] = [];
  for (const { row, tag } of rows.values()) {
    const height = sizeOf(attribute(tag, 'ht'));
    if (height !== null) rowHeights.push({ row, height: Math.round(height * pixels.point) });
  }
  const marks = conditionalFormats.flatMap(({ areas, rules }) =>
    rules.flatMap(({ formulas }) => {
      const severity = formulas.length === 1 ? severityOfFormula(formulas[0] ?? '') : null;
      if (severity === null) return [];
      const addresses = areas.split(/\s+/).filter((address) => address !== '');
      return addresses.map((address) => ({ severity, area: areaFromA1(address) }));
    }),
  );
  return { columnWidths, columnWidth: Math.round(columnWidth * pixels.character), rowHeights, marks };
}

/** A size that can be drawn; null where there is none, or one that no program writes. */
function sizeOf(written: string | null): number | null {
  const size = written === null ? NaN : Number(written);
  return size > 0 && size < 1000 ? size : null;
}
