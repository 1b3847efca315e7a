/** The state of an open workbook: its package as it stands after every change so far, and what was read of it. */
import { contains, type CellRef } from '../core/sheet/cellRef';
import { isCovered } from '../core/sheet/covered';
import { readingLimit } from '../core/sheet/snapshot';
import type { judgeEdit } from '../port/cellJudgement';
import { failed, succeeded } from '../port/outcome';
import type { Outcome } from '../port/workbook';
import { readCellStyles, type CellStyle } from './cellStyles';
import { DamagedFile, readingPart } from './damage';
import { cellState, styleAt, type CellTables } from './decodeSheet';
import { withStyles } from './missingStyles';
import { readSharedStrings } from './sharedStrings';
import { readSheetPart, type SheetPart } from './sheetPart';
import { readWorkbookParts, type ListedSheet, type WorkbookParts } from './workbookParts';
import type { WorkbookPackage } from './workbookPackage';

/** A sheet with the tables that its cells refer to. */
export interface LoadedSheet {
  readonly listed: ListedSheet;
  readonly partName: string;
  readonly part: SheetPart;
  readonly tables: CellTables;
}

/** An open workbook. */
export class OpenXlsx {
  private sharedStrings: readonly string[] | null = null;
  private styles: ((style: number) => CellStyle) | null = null;
  /** The part that was read last: a change asks for it again and again. */
  private last: SheetPart | null = null;

  constructor(
    /** The package as it is now; every change replaces it. */
    public current: WorkbookPackage,
    public parts: WorkbookParts,
  ) {}

  /** A part as text; "" where the workbook has none. */
  text(name: string | null): string {
    return (name === null ? null : this.current.text(name)) ?? '';
  }

  /** The sheet of that id, or the one in front. @throws DamagedFile */
  load(sheetId: string | undefined): Outcome<LoadedSheet> {
    const { parts } = this;
    const listed = parts.sheets.find((sheet) => (sheetId === undefined ? sheet.isActive : sheet.id === sheetId));
    if (!listed) return failed({ kind: 'sheet-missing', sheet: sheetId ?? '' });
    if (listed.part === null) return failed({ kind: 'sheet-without-cells' });
    const part = this.sheetPart(listed.part);
    return succeeded({ listed, partName: listed.part, part, tables: this.tables() });
  }

  /** A worksheet part, taken apart. @throws DamagedFile */
  sheetPart(name: string): SheetPart {
    return this.readSheet(name, this.text(name));
  }

  /** A worksheet from its text, be it in the package already or not. @throws DamagedFile */
  readSheet(name: string, xml: string): SheetPart {
    if (this.last?.xml === xml) return this.last;
    const part = readingPart(name, () => readSheetPart(xml, readingLimit.rows));
    if (!part) throw new DamagedFile(name);
    this.last = part;
    return part;
  }

  /** Puts changed parts in place. */
  put(changed: ReadonlyMap<string, string | null>): void {
    this.current = this.current.with(changed);
  }

  /** The name of the styles part, which is made where the workbook has none. */
  stylesPart(): string {
    if (this.parts.styles === null || !this.current.has(this.parts.styles)) {
      this.current = withStyles(this.current, this.parts);
      this.listAnew();
    }
    if (this.parts.styles === null) throw new Error('a styles part that was just put in is not listed');
    return this.parts.styles;
  }

  /** Reads the list of sheets and the styles anew after they were changed. */
  listAnew(): void {
    const again = readWorkbookParts(this.current);
    if (!again) throw new Error('a workbook part that was just written cannot be read');
    this.parts = again;
    this.styles = null;
  }

  /** What stands in a cell, and what keeps it from being written. */
  standing({ part, tables }: LoadedSheet, ref: CellRef): Parameters<typeof judgeEdit>[1] {
    return {
      state: cellState(ref, part, tables),
      isCovered: isCovered(ref, part.merges),
      isLocked: part.isProtected && tables.style(styleAt(ref, part)).isLocked,
      isFilled: part.filled.some((area) => contains(area, ref)),
    };
  }

  private tables(): CellTables {
    const { sharedStrings: strings, styles } = this.parts;
    this.sharedStrings ??= readingPart(strings ?? '', () => readSharedStrings(this.text(strings)));
    this.styles ??= readingPart(styles ?? '', () => readCellStyles(this.text(styles)));
    return { sharedStrings: this.sharedStrings, style: this.styles };
  }
}
