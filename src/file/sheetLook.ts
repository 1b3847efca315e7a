/** The look of a worksheet part: widths, heights, cells and our marks, read without changing anything. */
import { areaFromA1 } from '../core/sheet/cellRef';
import { severityOfFormula } from '../port/markRule';
import type { CellAppearance, SheetLook } from '../port/sheetLook';
import type { SheetPart } from './sheetPart';
import { attribute, tagsOf } from './xml';

/** Pixels of one character of the standard font of a Chinese Excel (等线 or 宋体, 11 points), and of one point. */
const pixels = { character: 8, point: 4 / 3 } as const;

/** Characters that a column is wide where the part says nothing. */
const usualWidth = 8.43;

/** The look of the sheet; `lookOf` has that of every style. */
export function sheetLookOf(part: SheetPart, lookOf: (style: number) => CellAppearance): SheetLook {
  const { children, conditionalFormats, rows, xml } = part;
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
  return {
    ...{ columnWidths, columnWidth: Math.round(columnWidth * pixels.character), rowHeights, marks },
    cellLooks: cellLooksOf(part, lookOf),
  };
}

/** Many styles differ in what is not drawn; their cells are listed together. */
function cellLooksOf({ cells }: SheetPart, lookOf: (style: number) => CellAppearance): SheetLook['cellLooks'] {
  const known = new Map<string, { readonly look: CellAppearance; readonly cells: number[] }>();
  const ofStyle = new Map<number, number[] | null>();
  for (const [key, style] of cells.styles()) {
    let listed = ofStyle.get(style);
    if (listed === undefined) {
      const look = lookOf(style);
      const name = `${look.isBold} ${look.wraps} ${look.align ?? ''} ${look.lines}`;
      const isPlain = !look.isBold && !look.wraps && look.align === null && look.lines === '';
      const entry = known.get(name) ?? { look, cells: [] };
      if (!isPlain) known.set(name, entry);
      listed = isPlain ? null : entry.cells;
      ofStyle.set(style, listed);
    }
    listed?.push(key);
  }
  return [...known.values()];
}

/** A size that can be drawn; null where there is none, or one that no program writes. */
function sizeOf(written: string | null): number | null {
  const size = written === null ? NaN : Number(written);
  return size > 0 && size < 1000 ? size : null;
}
