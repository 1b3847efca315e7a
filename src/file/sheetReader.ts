/** Takes a worksheet part in, tag by tag; each element that matters has one short function that knows it. */
import type { Area, CellRef } from '../core/sheet/cellRef';
import { cellKey, sheetSize } from '../core/sheet/sheetSize';
import { CellTable, mostStyles } from './cellTable';
import { FormattedRowReader } from './formattedRow';
import { PlainCellReader } from './plainCell';
import { areaIn, cellIn, numberIn } from './references';
import { stringItemText } from './sharedStrings';
import {
  type SheetPart,
  type LineSpan,
  type StoredCell,
  type StoredChild,
  type StoredConditionalFormat,
  type StoredFormula,
  type StoredRow,
  type StoredRule,
} from './storedSheet';
import { attribute, contentText, DamagedXml, flag, type Tag } from './xml';

/** A cell whose element is not closed yet. */
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

/** Reads one part. */
export class SheetReader {
  private readonly cells: CellTable;
  private readonly rows = new Map<number, StoredRow>();
  private readonly sharedFormulas = new Map<string, { text: string; ref: CellRef }>();
  private readonly filled: Area[] = [];
  private readonly merges: Area[] = [];
  private readonly hiddenRows: number[] = [];
  private readonly hiddenColumns: LineSpan[] = [];
  private readonly columnStyles: (LineSpan & { style: number })[] = [];
  private readonly conditionalFormats: StoredConditionalFormat[] = [];
  private readonly children: StoredChild[] = [];
  private used: Area | null = null;
  private isProtected = false;
  private prefix: string | null = null;

  /** Elements that are open. */
  private readonly path: string[] = [];
  private child: Tag | null = null;
  private rowTag: Tag | null = null;
  private row = -1;
  private column = -1;
  private cell: OpenCell | null = null;
  /** Empty cells of this row, while it is not known whether anything on the sheet is used. */
  private waiting: StoredCell[] = [];
  private hasRowBehind = false;
  private format: { readonly tag: Tag; readonly rules: StoredRule[] } | null = null;
  private rule: { readonly tag: Tag; readonly formulas: string[]; formulaFrom: number } | null = null;

  private readonly plain: PlainCellReader;
  private readonly formatted: FormattedRowReader;

  constructor(
    private readonly xml: string,
    private readonly rowLimit: number,
  ) {
    this.cells = new CellTable(xml);
    this.plain = new PlainCellReader(xml);
    this.formatted = new FormattedRowReader(xml);
  }

  /** Takes the next tag of the text. @throws DamagedXml */
  take(tag: Tag): void {
    if (tag.kind === 'close' && this.path.pop() !== tag.name) throw new DamagedXml(tag.start, `</${tag.name}>`);
    if (this.path.length === 1) this.takeChild(tag);
    if (tag.kind === 'open') this.path.push(tag.name);
    switch (tag.name) {
      case 'c':
        this.takeCell(tag);
        break;
      case 'v':
        this.takeValue(tag);
        break;
      case 'row':
        this.takeRow(tag);
        break;
      case 'f':
        this.takeFormula(tag);
        break;
      case 'is':
        this.takeInline(tag);
        break;
      default:
        this.takeRare(tag);
        break;
    }
  }

  /** Takes a whole element that begins at an offset, where it is one that needs no tags, and yields where it ends. */
  takeWhole(start: number): number | null {
    return this.path.length < 3 ? this.passFormattedRows(start) : this.takePlainCell(start);
  }

  /** Passes over rows behind the limit that hold formats only: formats down to the last row are a million of these. */
  private passFormattedRows(start: number): number | null {
    const { formatted, path, used } = this;
    // The first row behind the limit is kept, so that a new one is put in before it.
    if (!this.hasRowBehind || path.at(-1) !== 'sheetData') return null;
    if (!formatted.read(start, this.firstBehind(), used !== null)) return null;
    this.row = formatted.row;
    return formatted.end;
  }

  /** Takes a plain cell inside a row. */
  private takePlainCell(start: number): number | null {
    const { plain } = this;
    if (this.cell || !plain.read(start)) return null;
    if (plain.isEmpty && this.used && !this.isKept(this.row)) {
      this.column += 1;
      return plain.end;
    }
    const isPlaced = plain.row >= 0;
    const ref = { row: isPlaced ? plain.row : this.row, column: isPlaced ? plain.column : this.column + 1 };
    this.column = ref.column;
    const isBare = plain.value === null && plain.formula === null;
    if (isBare && this.isKept(ref.row)) this.cells.putEmpty(cellKey(ref), start, plain.style);
    else this.keep(plain.stored(start, ref));
    return plain.end;
  }

  /** Everything that was taken in; null when it was no worksheet. @throws DamagedXml where elements are still open. */
  part(): SheetPart | null {
    const open = this.path.at(-1);
    if (open !== undefined) throw new DamagedXml(this.xml.length, `<${open}>`);
    const { prefix, xml } = this;
    if (prefix === null) return null;
    return {
      xml,
      prefix,
      used: this.used,
      cells: this.cells,
      rows: this.rows,
      sharedFormulas: this.sharedFormulas,
      filled: this.filled,
      merges: this.merges.filter((area) => area.top !== area.bottom || area.left !== area.right),
      hiddenRows: this.hiddenRows,
      hiddenColumns: this.hiddenColumns,
      columnStyles: this.columnStyles,
      isProtected: this.isProtected,
      conditionalFormats: this.conditionalFormats,
      children: this.children,
    };
  }

  private takeChild(tag: Tag): void {
    if (tag.kind === 'empty') this.children.push({ name: tag.name, start: tag.start, end: tag.end });
    else if (tag.kind === 'open') this.child = tag;
    else if (this.child) {
      this.children.push({ name: this.child.name, start: this.child.start, end: tag.end });
      this.child = null;
    }
  }

  private takeRare(tag: Tag): void {
    switch (tag.name) {
      case 'worksheet':
        this.prefix ??= tag.prefix;
        return;
      case 'col':
        this.takeColumn(tag);
        break;
      case 'mergeCell':
        this.takeMerge(tag);
        break;
      case 'sheetProtection':
        if (tag.kind !== 'close' && this.path.length <= 2) this.isProtected = flag(tag, 'sheet');
        return;
      case 'conditionalFormatting':
        this.takeFormat(tag);
        break;
      case 'cfRule':
        this.takeRule(tag);
        break;
      case 'formula':
        this.takeRuleFormula(tag);
        break;
      default:
    }
  }

  private takeRow(tag: Tag): void {
    if (tag.kind !== 'close') {
      const number = numberIn(tag, 'r', 1, sheetSize.rows);
      this.row = number === null ? this.row + 1 : number - 1;
      this.column = -1;
      this.rowTag = tag;
      this.waiting = [];
      if (flag(tag, 'hidden') && (this.isKept(this.row) || !this.used)) this.hiddenRows.push(this.row);
    }
    if (tag.kind === 'open' || !this.rowTag) return;
    if (this.isKept(this.row) || !this.hasRowBehind) {
      const style = flag(this.rowTag, 'customFormat') ? (numberIn(this.rowTag, 's', 0, mostStyles) ?? 0) : null;
      this.rows.set(this.row, { row: this.row, tag: this.rowTag, end: tag.end, style });
      this.hasRowBehind ||= !this.isKept(this.row);
    }
    this.rowTag = null;
  }

  /** Whether a row lies within the limit. */
  private isKept(row: number): boolean {
    return row < this.firstBehind();
  }

  /** The first row behind the limit, which counts from the first used row, or from the top while there is none. */
  private firstBehind(): number {
    return (this.used?.top ?? 0) + this.rowLimit;
  }

  private takeCell(tag: Tag): void {
    // Nothing is needed of an empty cell behind the limit, so nothing is made of it.
    if (tag.kind === 'empty' && this.used && !this.isKept(this.row)) {
      this.column += 1;
      return;
    }
    if (tag.kind !== 'close') {
      const ref = cellIn(tag, 'r') ?? { row: this.row, column: this.column + 1 };
      this.column = ref.column;
      this.cell = {
        tag,
        ref,
        valueFrom: -1,
        value: null,
        inlineFrom: -1,
        inline: null,
        formula: null,
        formulaFrom: -1,
      };
    }
    if (tag.kind === 'open' || !this.cell) return;
    this.keep(storedCell(this.cell, tag.end));
    this.cell = null;
  }

  private keep(stored: StoredCell): void {
    const { formula, ref } = stored;
    if (formula?.shared != null && formula.text !== '') {
      this.sharedFormulas.set(formula.shared, { text: formula.text, ref });
    }
    if (formula?.fills) this.filled.push(formula.fills);
    if (stored.stored !== null || formula) {
      this.used = this.used
        ? around(this.used, ref)
        : { top: ref.row, left: ref.column, bottom: ref.row, right: ref.column };
      for (const empty of this.waiting) this.cells.put(cellKey(empty.ref), empty);
      this.waiting = [];
    }
    if (this.isKept(ref.row)) this.cells.put(cellKey(ref), stored);
    else if (!this.used) this.waiting.push(stored);
  }

  private takeValue(tag: Tag): void {
    const { cell } = this;
    if (!cell) return;
    if (tag.kind === 'open') cell.valueFrom = tag.end;
    else if (tag.kind === 'close') cell.value = contentText(this.xml.slice(cell.valueFrom, tag.start));
  }

  private takeInline(tag: Tag): void {
    const { cell } = this;
    if (!cell) return;
    if (tag.kind === 'open') cell.inlineFrom = tag.end;
    else if (tag.kind === 'close') cell.inline = stringItemText(this.xml.slice(cell.inlineFrom, tag.start));
  }

  private takeFormula(tag: Tag): void {
    const { cell } = this;
    if (!cell) return;
    if (tag.kind !== 'close') {
      const type = attribute(tag, 't');
      cell.formula = {
        text: '',
        shared: type === 'shared' ? attribute(tag, 'si') : null,
        fills: type === 'array' ? areaIn(tag, 'ref') : null,
      };
      cell.formulaFrom = tag.end;
    } else if (cell.formula) {
      cell.formula = { ...cell.formula, text: contentText(this.xml.slice(cell.formulaFrom, tag.start)) };
    }
  }

  private takeColumn(tag: Tag): void {
    if (tag.kind === 'close') return;
    const first = numberIn(tag, 'min', 1, sheetSize.columns);
    const last = numberIn(tag, 'max', 1, sheetSize.columns);
    if (first === null || last === null) throw new DamagedXml(tag.start, '<col>');
    const span = { first: first - 1, last: last - 1 };
    const style = numberIn(tag, 'style', 0, mostStyles);
    if (flag(tag, 'hidden')) this.hiddenColumns.push(span);
    if (style !== null) this.columnStyles.push({ ...span, style });
  }

  private takeMerge(tag: Tag): void {
    const area = tag.kind === 'close' ? null : areaIn(tag, 'ref');
    if (area) this.merges.push(area);
  }

  private takeFormat(tag: Tag): void {
    if (tag.kind === 'open') this.format = { tag, rules: [] };
    else if (this.format) {
      const { rules, tag: opening } = this.format;
      const areas = attribute(opening, 'sqref') ?? '';
      // The extension block further down has formats of the same name without these attributes.
      if (areas !== '') this.conditionalFormats.push({ start: opening.start, end: tag.end, areas, rules });
      this.format = null;
    }
  }

  private takeRule(tag: Tag): void {
    if (!this.format) return;
    if (tag.kind !== 'close') this.rule = { tag, formulas: [], formulaFrom: -1 };
    if (tag.kind === 'open' || !this.rule) return;
    this.format.rules.push(storedRule(this.rule.tag, tag.end, this.rule.formulas));
    this.rule = null;
  }

  private takeRuleFormula(tag: Tag): void {
    const { rule } = this;
    if (!rule) return;
    if (tag.kind === 'open') rule.formulaFrom = tag.end;
    else if (tag.kind === 'close') rule.formulas.push(contentText(this.xml.slice(rule.formulaFrom, tag.start)));
  }
}

function around(area: Area, { column, row }: CellRef): Area {
  return {
    top: Math.min(area.top, row),
    left: Math.min(area.left, column),
    bottom: Math.max(area.bottom, row),
    right: Math.max(area.right, column),
  };
}

function storedCell(open: OpenCell, end: number): StoredCell {
  const { tag } = open;
  const kind = attribute(tag, 't') ?? 'n';
  const stored = kind === 'inlineStr' ? open.inline : open.value;
  return {
    ref: open.ref,
    start: tag.start,
    end,
    attributesFrom: tag.start + 1 + tag.prefix.length + tag.name.length,
    attributesTo: tag.end - (tag.kind === 'empty' ? 2 : 1),
    style: numberIn(tag, 's', 0, mostStyles) ?? 0,
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
