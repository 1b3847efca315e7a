/** One worksheet part taken apart: what each cell stores and where it stands in the text, so that it can be replaced. */
import { areaFromA1, fromA1, type Area, type CellRef } from '../core/sheet/cellRef';
import { stringItemText } from './sharedStrings';
import { attribute, contentText, flag, tagsOf, type Tag } from './xml';

/** A cell as the part stores it. */
export interface StoredCell {
  readonly ref: CellRef;
  /** Offsets of the whole element. */
  readonly start: number;
  readonly end: number;
  /** The element's name with its prefix, and its attributes as written. */
  readonly tag: Tag;
  readonly style: number;
  /** The kind of value: n, s, str, inlineStr, b, e or d. */
  readonly kind: string;
  /** The stored value as text, or null where there is none. */
  readonly stored: string | null;
  readonly formula: StoredFormula | null;
}

/** A formula element. */
export interface StoredFormula {
  /** Without the leading "="; "" for a cell that follows a shared formula. */
  readonly text: string;
  /** The number of the shared formula that this cell leads or follows, or null. */
  readonly shared: string | null;
  /** The area that one array formula fills, from its first cell; else null. */
  readonly fills: Area | null;
}

/** A row element; its cells lie between `inside` and `close`. */
export interface StoredRow {
  readonly row: number;
  readonly tag: Tag;
  readonly end: number;
  /** Style of cells that are not there yet; null where the row sets none. */
  readonly style: number | null;
}

/** A rule of a conditional format block. */
export interface StoredRule {
  readonly start: number;
  readonly end: number;
  readonly formulas: readonly string[];
  readonly dxf: number | null;
  readonly priority: number;
}

/** A block of conditional formats over the same cells. */
export interface StoredConditionalFormat {
  readonly start: number;
  readonly end: number;
  /** Areas separated by blanks, as written. */
  readonly areas: string;
  readonly rules: readonly StoredRule[];
}

/** A child of the worksheet element. */
export interface StoredChild {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** Everything that is read of a worksheet part. */
export interface SheetPart {
  readonly xml: string;
  /** Prefix of the worksheet element, for elements that are put in. */
  readonly prefix: string;
  /** Smallest area around cells with a value or a formula; null when there is none. Counted over the whole part. */
  readonly used: Area | null;
  /** Cells by key (see `keyOf`), from the first used row on, `rowLimit` rows at most. */
  readonly cells: ReadonlyMap<number, StoredCell>;
  readonly rows: ReadonlyMap<number, StoredRow>;
  /** Leaders of shared formulas by number. */
  readonly sharedFormulas: ReadonlyMap<string, { readonly text: string; readonly ref: CellRef }>;
  /** Areas that array formulas fill. */
  readonly filled: readonly Area[];
  readonly merges: readonly Area[];
  readonly hiddenRows: readonly number[];
  readonly hiddenColumns: readonly Span[];
  readonly columnStyles: readonly (Span & { readonly style: number })[];
  readonly isProtected: boolean;
  readonly conditionalFormats: readonly StoredConditionalFormat[];
  readonly children: readonly StoredChild[];
}

/** Columns or rows from first to last, zero-based, both included. */
export interface Span {
  readonly first: number;
  readonly last: number;
}

/** A number that stands for one cell of a sheet. */
export function keyOf({ row, column }: CellRef): number {
  return row * 16384 + column;
}

/** Reads a worksheet part; null when the text holds no worksheet. */
export function readSheetPart(xml: string, rowLimit: number): SheetPart | null {
  const cells = new Map<number, StoredCell>();
  const rows = new Map<number, StoredRow>();
  const sharedFormulas = new Map<string, { text: string; ref: CellRef }>();
  const filled: Area[] = [];
  const merges: Area[] = [];
  const hiddenRows: number[] = [];
  const hiddenColumns: Span[] = [];
  const columnStyles: (Span & { style: number })[] = [];
  const conditionalFormats: StoredConditionalFormat[] = [];
  const children: StoredChild[] = [];
  let used: Area | null = null;
  let isProtected = false;
  let prefix: string | null = null;

  let depth = 0;
  let child: Tag | null = null;
  let rowTag: Tag | null = null;
  let row = -1;
  let column = -1;
  let cell: OpenCell | null = null;
  let format: { readonly tag: Tag; readonly rules: StoredRule[] } | null = null;
  let rule: { readonly tag: Tag; readonly formulas: string[]; formulaFrom: number } | null = null;

  const closeCell = (open: OpenCell, end: number): void => {
    const stored = storedCell(open, end);
    const { ref } = stored;
    if (stored.formula?.shared != null && stored.formula.text !== '') {
      sharedFormulas.set(stored.formula.shared, { text: stored.formula.text, ref });
    }
    if (stored.formula?.fills) filled.push(stored.formula.fills);
    if (stored.stored !== null || stored.formula) {
      used = used
        ? {
            top: Math.min(used.top, ref.row),
            left: Math.min(used.left, ref.column),
            bottom: Math.max(used.bottom, ref.row),
            right: Math.max(used.right, ref.column),
          }
        : { top: ref.row, left: ref.column, bottom: ref.row, right: ref.column };
    }
    if (!used || ref.row < used.top + rowLimit) cells.set(keyOf(ref), stored);
  };

  for (const tag of tagsOf(xml)) {
    const opens = tag.kind !== 'close';
    if (tag.kind === 'close') depth -= 1;
    if (depth === 1) {
      if (tag.kind === 'empty') children.push({ name: tag.name, start: tag.start, end: tag.end });
      else if (opens) child = tag;
      else if (child) {
        children.push({ name: child.name, start: child.start, end: tag.end });
        child = null;
      }
    }
    if (tag.kind === 'open') depth += 1;

    switch (tag.name) {
      case 'worksheet':
        prefix ??= tag.prefix;
        break;
      case 'row':
        if (opens) {
          const number = attribute(tag, 'r');
          row = number === null ? row + 1 : Number(number) - 1;
          column = -1;
          rowTag = tag;
          if (flag(tag, 'hidden')) hiddenRows.push(row);
        }
        if (tag.kind !== 'open' && rowTag) {
          const style = flag(rowTag, 'customFormat') ? Number(attribute(rowTag, 's') ?? '0') : null;
          rows.set(row, { row, tag: rowTag, end: tag.end, style });
          rowTag = null;
        }
        break;
      case 'c':
        if (opens) {
          const address = attribute(tag, 'r');
          const ref = address === null ? { row, column: column + 1 } : fromA1(address);
          column = ref.column;
          cell = { tag, ref, valueFrom: -1, value: null, inlineFrom: -1, inline: null, formula: null, formulaFrom: -1 };
        }
        if (tag.kind !== 'open' && cell) {
          closeCell(cell, tag.end);
          cell = null;
        }
        break;
      case 'v':
        if (cell && tag.kind === 'open') cell.valueFrom = tag.end;
        else if (cell && tag.kind === 'close') cell.value = contentText(xml.slice(cell.valueFrom, tag.start));
        break;
      case 'is':
        if (cell && tag.kind === 'open') cell.inlineFrom = tag.end;
        else if (cell && tag.kind === 'close') cell.inline = stringItemText(xml.slice(cell.inlineFrom, tag.start));
        break;
      case 'f':
        if (!cell) break;
        if (opens) {
          const area = attribute(tag, 'ref');
          cell.formula = {
            text: '',
            shared: attribute(tag, 't') === 'shared' ? attribute(tag, 'si') : null,
            fills: attribute(tag, 't') === 'array' && area !== null ? areaFromA1(area) : null,
          };
          cell.formulaFrom = tag.end;
        } else if (cell.formula) {
          cell.formula = { ...cell.formula, text: contentText(xml.slice(cell.formulaFrom, tag.start)) };
        }
        break;
      case 'col': {
        const span = { first: Number(attribute(tag, 'min')) - 1, last: Number(attribute(tag, 'max')) - 1 };
        const style = attribute(tag, 'style');
        if (opens && flag(tag, 'hidden')) hiddenColumns.push(span);
        if (opens && style !== null) columnStyles.push({ ...span, style: Number(style) });
        break;
      }
      case 'mergeCell': {
        const area = opens ? attribute(tag, 'ref') : null;
        if (area !== null) merges.push(areaFromA1(area));
        break;
      }
      case 'sheetProtection':
        if (opens && depth <= 2) isProtected = flag(tag, 'sheet');
        break;
      case 'conditionalFormatting':
        if (tag.kind === 'open') format = { tag, rules: [] };
        else if (format) {
          const { start } = format.tag;
          const areas = attribute(format.tag, 'sqref') ?? '';
          // The extension block further down has formats of the same name without these attributes.
          if (areas !== '') conditionalFormats.push({ start, end: tag.end, areas, rules: format.rules });
          format = null;
        }
        break;
      case 'cfRule':
        if (format && opens) rule = { tag, formulas: [], formulaFrom: -1 };
        if (format && rule && tag.kind !== 'open') {
          format.rules.push(storedRule(rule.tag, tag.end, rule.formulas));
          rule = null;
        }
        break;
      case 'formula':
        if (rule && tag.kind === 'open') rule.formulaFrom = tag.end;
        else if (rule && tag.kind === 'close') rule.formulas.push(contentText(xml.slice(rule.formulaFrom, tag.start)));
        break;
      default:
    }
  }
  if (prefix === null || depth !== 0) return null;
  return {
    xml,
    prefix,
    used,
    cells,
    rows,
    sharedFormulas,
    filled,
    merges: merges.filter((area) => area.top !== area.bottom || area.left !== area.right),
    hiddenRows,
    hiddenColumns,
    columnStyles,
    isProtected,
    conditionalFormats,
    children,
  };
}

interface OpenCell {
  readonly tag: Tag;
  readonly ref: CellRef;
  valueFrom: number;
  value: string | null;
  inlineFrom: number;
  inline: string | null;
  formula: StoredFormula | null;
  formulaFrom: number;
}

function storedCell(open: OpenCell, end: number): StoredCell {
  const kind = attribute(open.tag, 't') ?? 'n';
  const stored = kind === 'inlineStr' ? open.inline : open.value;
  return {
    ref: open.ref,
    start: open.tag.start,
    end,
    tag: open.tag,
    style: Number(attribute(open.tag, 's') ?? '0'),
    kind,
    stored: stored === '' && kind !== 'str' ? null : stored,
    formula: open.formula,
  };
}

function storedRule(tag: Tag, end: number, formulas: readonly string[]): StoredRule {
  const dxf = attribute(tag, 'dxfId');
  return {
    start: tag.start,
    end,
    formulas,
    dxf: dxf === null ? null : Number(dxf),
    priority: Number(attribute(tag, 'priority') ?? '0'),
  };
}
