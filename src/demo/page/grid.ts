/**
 * The demo's view of one sheet: a plain table with the grid role, drawn from the simulated workbook and drawn anew
 * when that changes. It holds nothing of its own but which cell is being edited.
 */
import { fromA1, toA1, type CellRef } from '../../core/sheet/cellRef';
import type { SimulatedSheet, SimulatedWorkbook } from '../../simulator/model';
import { createCellEditor, type CellEditor } from './cellEditor';
import { editableText } from './cellLook';
import { anchorOn, drawTable, gridSize } from './gridTable';

export interface GridOptions {
  /** Called when a cell begins or ceases to be edited: Excel answers no add-in meanwhile. */
  readonly onEditing: (isEditing: boolean) => void;
  /** Something to tell the person, such as that the sheet is protected; "" takes it away. */
  readonly onMessage: (message: string) => void;
}

export interface DemoGrid {
  /** Draws everything anew. */
  draw(): void;
  /** Shows which cell is selected; scrolls to it. */
  drawSelection(): void;
  /** Puts a text into the selected cell, as the formula bar does. */
  enter(text: string): void;
  /** The keyboard goes to the selected cell. */
  focus(): void;
  dispose(): void;
}

const arrows: Readonly<Record<string, readonly [down: number, right: number]>> = {
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
  Enter: [1, 0],
};

/** Makes the grid of the workbook's active sheet inside the element. */
export function createGrid(element: HTMLElement, workbook: SimulatedWorkbook, options: GridOptions): DemoGrid {
  return new Grid(element, workbook, options);
}

class Grid implements DemoGrid {
  private cells: ReadonlyMap<string, HTMLTableCellElement> = new Map();
  private readonly editor: CellEditor;
  /** Takes all listeners away. */
  private readonly leaving = new AbortController();
  private readonly stopListening: () => void;
  private isWaiting = false;

  constructor(
    private readonly element: HTMLElement,
    private readonly workbook: SimulatedWorkbook,
    private readonly options: GridOptions,
  ) {
    this.editor = createCellEditor({ onEditing: options.onEditing, onLeft: () => this.commit() });
    const { signal } = this.leaving;
    element.addEventListener('keydown', (event) => this.onKey(event), { signal });
    element.addEventListener('click', (event) => this.onPointer(event), { signal });
    element.addEventListener('dblclick', (event) => this.onDoubleClick(event), { signal });
    this.stopListening = workbook.onChange((change) => {
      options.onMessage('');
      if (change.kind === 'selected') this.drawSelection();
      else this.drawSoon();
    });
    this.draw();
  }

  draw(): void {
    this.editor.close();
    this.cells = new Map();
    if (this.sheet.kind === 'chart') {
      this.element.replaceChildren(paragraph('这是一张图表工作表，没有单元格。'));
      return;
    }
    const { cells, isCut, table } = drawTable(this.sheet);
    this.cells = cells;
    this.element.replaceChildren(table);
    if (isCut) {
      const { columns, rows } = gridSize(this.sheet);
      this.element.append(paragraph(`这里只画出前 ${rows} 行、${columns} 列；任务窗格仍然读取整张表。`));
    }
    this.drawSelection();
  }

  drawSelection(): void {
    const ref = this.selected;
    for (const [address, cell] of this.cells) {
      const isSelected = address === toA1(ref);
      cell.setAttribute('aria-selected', String(isSelected));
      cell.tabIndex = isSelected ? 0 : -1;
    }
    for (const header of this.element.querySelectorAll('th')) {
      const { row, column } = header.dataset;
      header.classList.toggle('current', row === String(ref.row) || column === String(ref.column));
    }
    this.cells.get(toA1(ref))?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }

  focus(): void {
    this.cells.get(toA1(this.selected))?.focus({ preventScroll: true });
  }

  enter(text: string): void {
    const { selected: ref, sheet } = this;
    if (text === editableText(sheet, ref)) return;
    if (sheet.refusesWritingTo({ top: ref.row, left: ref.column, bottom: ref.row, right: ref.column })) {
      this.options.onMessage('工作表受保护，不能修改这个单元格。');
      return;
    }
    this.workbook.edit(sheet.id, toA1(ref), text);
  }

  dispose(): void {
    this.stopListening();
    this.leaving.abort();
    this.element.replaceChildren();
  }

  private get sheet(): SimulatedSheet {
    return this.workbook.activeSheet;
  }

  private get selected(): CellRef {
    const { left, top } = this.workbook.selection;
    return anchorOn(this.sheet, { row: top, column: left });
  }

  /** One request may change many cells: drawn once, when it is done. */
  private drawSoon(): void {
    if (this.isWaiting) return;
    this.isWaiting = true;
    queueMicrotask(() => {
      this.isWaiting = false;
      const hadFocus = this.element.contains(document.activeElement);
      this.draw();
      if (hadFocus) this.focus();
    });
  }

  private select(ref: CellRef): void {
    const { row, column } = anchorOn(this.sheet, ref);
    this.workbook.select(this.sheet.id, { top: row, left: column, bottom: row, right: column });
    this.focus();
  }

  /** The next cell that can be seen in a direction, beyond the merge that is selected. */
  private move(down: number, right: number): void {
    const { selected: from, sheet } = this;
    const { columns, rows } = gridSize(sheet);
    const area = sheet.mergeAt(from) ?? { top: from.row, bottom: from.row, left: from.column, right: from.column };
    let row = down > 0 ? area.bottom : area.top;
    let column = right > 0 ? area.right : area.left;
    do {
      row += down;
      column += right;
    } while (sheet.hiddenRows.has(row) || sheet.hiddenColumns.has(column));
    if (row >= 0 && column >= 0 && row < rows && column < columns) this.select({ row, column });
  }

  private edit(text: string): void {
    const address = toA1(this.selected);
    const cell = this.cells.get(address);
    if (cell) this.editor.open(cell, address, text);
  }

  private commit(): void {
    const text = this.editor.close();
    if (text !== null) this.enter(text);
  }

  private onKey(event: KeyboardEvent): void {
    this.options.onMessage('');
    if (event.isComposing) return;
    const isTaken = this.editor.isOpen ? this.takesWhileEditing(event) : this.takes(event);
    if (isTaken) event.preventDefault();
  }

  /** Whether a key in the editor is taken: the others are typed. */
  private takesWhileEditing(event: KeyboardEvent): boolean {
    if (event.key === 'Escape') {
      this.editor.close();
      this.focus();
      return true;
    }
    const isTab = event.key === 'Tab';
    if (!isTab && (event.key !== 'Enter' || event.altKey)) return false;
    this.commit();
    const step = event.shiftKey ? -1 : 1;
    if (isTab) this.move(0, step);
    else this.move(step, 0);
    return true;
  }

  /** Whether a key on the selected cell is taken. */
  private takes(event: KeyboardEvent): boolean {
    const isPlain = !event.ctrlKey && !event.metaKey;
    const arrow = arrows[event.key];
    if (arrow && isPlain) this.move(...arrow);
    else if (event.key === 'F2') this.edit(editableText(this.sheet, this.selected));
    else if (event.key === 'Delete' || event.key === 'Backspace') this.enter('');
    else if (event.key === 'Home') this.select({ row: event.ctrlKey ? 0 : this.selected.row, column: 0 });
    else if (event.key === 'Process') {
      // An input method begins to compose: its text goes to the editor, so this key must take its course.
      this.edit('');
      return false;
    } else if (event.key.length === 1 && isPlain) this.edit(event.key);
    else return false;
    return true;
  }

  private onPointer(event: Event): void {
    const cell = cellUnder(event);
    if (!cell || this.editor.is(event.target)) return;
    this.commit();
    this.select(fromA1(cell.dataset['cell'] ?? ''));
  }

  private onDoubleClick(event: Event): void {
    if (cellUnder(event) && !this.editor.is(event.target)) this.edit(editableText(this.sheet, this.selected));
  }
}

const cellUnder = (event: Event): HTMLTableCellElement | null =>
  event.target instanceof Element ? event.target.closest<HTMLTableCellElement>('td[data-cell]') : null;

function paragraph(text: string): HTMLElement {
  const made = document.createElement('p');
  made.className = 'message';
  made.textContent = text;
  return made;
}
