/**
 * The demo's view of one sheet: a plain table with the grid role, drawn from the simulated workbook and drawn anew
 * when that changes. It holds nothing of its own but which cell is being edited.
 */
import { columnLetters, fromA1, toA1, type CellRef } from '../../core/sheet/cellRef';
import type { SimulatedSheet, SimulatedWorkbook } from '../../simulator/model';
import { columnWidths, editableText, framingOf, type Framing, lookOf } from './cellLook';

/** More than this is not drawn; the notice under the grid says so. */
const drawnAtMost = { rows: 600, columns: 60 } as const;
const headWidth = 44;

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

/** Makes the grid of the workbook's active sheet inside the element. */
export function createGrid(element: HTMLElement, workbook: SimulatedWorkbook, options: GridOptions): DemoGrid {
  const cells = new Map<string, HTMLTableCellElement>();
  let editor: HTMLTextAreaElement | null = null;

  const sheet = (): SimulatedSheet => workbook.activeSheet;
  const anchorOf = (ref: CellRef): CellRef => {
    const merge = sheet().mergeAt(ref);
    return merge === null ? ref : { row: merge.top, column: merge.left };
  };
  const selected = (): CellRef => anchorOf({ row: workbook.selection.top, column: workbook.selection.left });

  const size = (): { rows: number; columns: number } => {
    const used = sheet().usedArea(false);
    return {
      rows: Math.min(drawnAtMost.rows, Math.max(30, (used?.bottom ?? 0) + 6)),
      columns: Math.min(drawnAtMost.columns, Math.max(12, (used?.right ?? 0) + 3)),
    };
  };
  const shown = (count: number, hidden: ReadonlySet<number>): readonly number[] =>
    Array.from({ length: count }, (_, index) => index).filter((index) => !hidden.has(index));

  function draw(): void {
    closeEditor();
    cells.clear();
    if (sheet().kind === 'chart') {
      element.replaceChildren(paragraph('这是一张图表工作表，没有单元格。'));
      return;
    }
    const { rows, columns } = size();
    const shownRows = shown(rows, sheet().hiddenRows);
    const shownColumns = shown(columns, sheet().hiddenColumns);
    const used = sheet().usedArea(false);
    const framing = framingOf(sheet());
    const table = document.createElement('table');
    table.className = 'grid';
    table.setAttribute('role', 'grid');
    table.setAttribute('aria-label', `工作表 ${sheet().name}`);
    table.setAttribute('aria-rowcount', String(rows));
    table.setAttribute('aria-colcount', String(columns));
    table.append(columnGroup(shownColumns), head(shownColumns));
    const body = document.createElement('tbody');
    for (const row of shownRows) {
      const line = document.createElement('tr');
      line.setAttribute('aria-rowindex', String(row + 1));
      const header = document.createElement('th');
      header.scope = 'row';
      header.textContent = String(row + 1);
      header.dataset['row'] = String(row);
      line.append(header);
      for (const column of shownColumns) {
        const cell = drawCell({ row, column }, shownRows, shownColumns, framing);
        if (cell) line.append(cell);
      }
      body.append(line);
    }
    table.append(body);
    element.replaceChildren(table);
    if (used && (used.bottom >= rows || used.right >= columns)) {
      element.append(paragraph(`这里只画出前 ${rows} 行、${columns} 列；任务窗格仍然读取整张表。`));
    }
    drawSelection();
  }

  function columnGroup(shownColumns: readonly number[]): HTMLElement {
    const widths = columnWidths(sheet(), (shownColumns.at(-1) ?? 0) + 1);
    const group = document.createElement('colgroup');
    for (const width of [headWidth, ...shownColumns.map((column) => widths[column] ?? 72)]) {
      const one = document.createElement('col');
      one.style.width = `${width}px`;
      group.append(one);
    }
    return group;
  }

  function head(shownColumns: readonly number[]): HTMLElement {
    const line = document.createElement('tr');
    const corner = document.createElement('th');
    corner.scope = 'col';
    corner.append(Object.assign(document.createElement('span'), { className: 'unseen', textContent: '行号' }));
    line.append(corner);
    for (const column of shownColumns) {
      const header = document.createElement('th');
      header.scope = 'col';
      header.textContent = columnLetters(column);
      header.dataset['column'] = String(column);
      line.append(header);
    }
    const section = document.createElement('thead');
    section.append(line);
    return section;
  }

  /** The cell, or null where a merge covers it. A merge stands at its first place that is not hidden. */
  function drawCell(
    ref: CellRef,
    shownRows: readonly number[],
    shownColumns: readonly number[],
    framing: Framing,
  ): HTMLTableCellElement | null {
    const merge = sheet().mergeAt(ref);
    const rowsOfMerge = merge ? shownRows.filter((row) => row >= merge.top && row <= merge.bottom) : [ref.row];
    const columnsOfMerge = merge
      ? shownColumns.filter((column) => column >= merge.left && column <= merge.right)
      : [ref.column];
    if (rowsOfMerge[0] !== ref.row || columnsOfMerge[0] !== ref.column) return null;

    const anchor = anchorOf(ref);
    const look = lookOf(sheet(), anchor);
    const cell = document.createElement('td');
    cell.setAttribute('role', 'gridcell');
    cell.setAttribute('aria-colindex', String(anchor.column + 1));
    cell.dataset['cell'] = toA1(anchor);
    cell.tabIndex = -1;
    cell.rowSpan = rowsOfMerge.length;
    cell.colSpan = columnsOfMerge.length;
    cell.textContent = look.text;
    cell.classList.toggle('number', look.isNumber);
    cell.classList.toggle('bold', look.isBold);
    cell.classList.toggle('long', look.text.length > 24);
    cell.classList.toggle('within', framing.isWithin(anchor));
    const lines = framing.linesAfter(merge ?? { top: ref.row, bottom: ref.row, left: ref.column, right: ref.column });
    cell.classList.toggle('line-right', lines.right);
    cell.classList.toggle('line-below', lines.below);
    if (look.fill !== null) cell.style.backgroundColor = look.fill;
    if (look.fontColour !== null) cell.style.color = look.fontColour;
    if (look.isMarked) {
      cell.classList.add('marked');
      cell.title = '有标记（条件格式）';
    }
    cells.set(toA1(anchor), cell);
    return cell;
  }

  function drawSelection(): void {
    const ref = selected();
    for (const [address, cell] of cells) {
      const isSelected = address === toA1(ref);
      cell.setAttribute('aria-selected', String(isSelected));
      cell.tabIndex = isSelected ? 0 : -1;
    }
    for (const header of element.querySelectorAll('th')) {
      const { row, column } = header.dataset;
      header.classList.toggle('current', row === String(ref.row) || column === String(ref.column));
    }
    cells.get(toA1(ref))?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }

  function select(ref: CellRef, takeFocus: boolean): void {
    const { row, column } = anchorOf(ref);
    workbook.select(sheet().id, { top: row, left: column, bottom: row, right: column });
    if (takeFocus) focus();
  }

  function focus(): void {
    cells.get(toA1(selected()))?.focus({ preventScroll: true });
  }

  /** The next cell that can be seen in a direction, beyond the merge that is selected. */
  function move(down: number, right: number): void {
    const { rows, columns } = size();
    const from = selected();
    const merge = sheet().mergeAt(from);
    const area = merge ?? { top: from.row, bottom: from.row, left: from.column, right: from.column };
    let row = down > 0 ? area.bottom : area.top;
    let column = right > 0 ? area.right : area.left;
    do {
      row += down;
      column += right;
    } while (sheet().hiddenRows.has(row) || sheet().hiddenColumns.has(column));
    if (row >= 0 && column >= 0 && row < rows && column < columns) select({ row, column }, true);
  }

  function enter(text: string): void {
    const ref = selected();
    if (text === editableText(sheet(), ref)) return;
    if (sheet().refusesWritingTo({ top: ref.row, left: ref.column, bottom: ref.row, right: ref.column })) {
      options.onMessage('工作表受保护，不能修改这个单元格。');
      return;
    }
    workbook.edit(sheet().id, toA1(ref), text);
  }

  function openEditor(text: string): void {
    const cell = cells.get(toA1(selected()));
    if (!cell || editor) return;
    const input = document.createElement('textarea');
    input.className = 'editor';
    input.setAttribute('aria-label', `编辑 ${toA1(selected())}`);
    input.value = text;
    input.spellcheck = false;
    editor = input;
    cell.append(input);
    input.focus();
    input.setSelectionRange(text.length, text.length);
    input.addEventListener('blur', () => {
      // As in Excel, a click into the task pane does not end editing; a click anywhere else does.
      setTimeout(() => {
        if (editor === input && !(document.activeElement instanceof HTMLIFrameElement)) commit();
      });
    });
    options.onEditing(true);
  }

  /** Takes the editor away and says what was in it; null when none was open. */
  function closeEditor(): string | null {
    if (!editor) return null;
    const input = editor;
    // First forgotten, then removed: removal fires blur, which must find no editor to commit.
    editor = null;
    input.remove();
    options.onEditing(false);
    return input.value;
  }

  function commit(): void {
    const text = closeEditor();
    if (text !== null) enter(text);
  }

  function onEditorKey(event: KeyboardEvent): void {
    if (event.key === 'Escape') {
      closeEditor();
      focus();
    } else if (event.key === 'Tab' || (event.key === 'Enter' && !event.altKey)) {
      commit();
      if (event.key === 'Tab') move(0, event.shiftKey ? -1 : 1);
      else move(event.shiftKey ? -1 : 1, 0);
    } else return;
    event.preventDefault();
  }

  const arrows: Readonly<Record<string, readonly [down: number, right: number]>> = {
    ArrowDown: [1, 0],
    ArrowUp: [-1, 0],
    ArrowRight: [0, 1],
    ArrowLeft: [0, -1],
    Enter: [1, 0],
  };

  function onKey(event: KeyboardEvent): void {
    options.onMessage('');
    if (event.isComposing) return;
    if (editor) {
      onEditorKey(event);
      return;
    }
    const arrow = arrows[event.key];
    if (arrow && !event.ctrlKey && !event.metaKey) move(...arrow);
    else if (event.key === 'F2') openEditor(editableText(sheet(), selected()));
    else if (event.key === 'Delete' || event.key === 'Backspace') enter('');
    else if (event.key === 'Home') select({ row: event.ctrlKey ? 0 : selected().row, column: 0 }, true);
    else if (event.key === 'Process') {
      // An input method begins to compose: its text goes to the editor, so this key must take its course.
      openEditor('');
      return;
    } else if (event.key.length === 1 && !event.ctrlKey && !event.metaKey) openEditor(event.key);
    else return;
    event.preventDefault();
  }

  const cellUnder = (event: Event): HTMLTableCellElement | null =>
    event.target instanceof Element ? event.target.closest<HTMLTableCellElement>('td[data-cell]') : null;
  function onPointer(event: Event): void {
    const cell = cellUnder(event);
    if (!cell || event.target === editor) return;
    commit();
    select(fromA1(cell.dataset['cell'] ?? ''), true);
  }

  function onDoubleClick(event: Event): void {
    if (cellUnder(event) && event.target !== editor) openEditor(editableText(sheet(), selected()));
  }

  element.addEventListener('keydown', onKey);
  element.addEventListener('click', onPointer);
  element.addEventListener('dblclick', onDoubleClick);
  let isWaiting = false;
  const drawSoon = (): void => {
    // One request may change many cells: drawn once, when it is done.
    if (isWaiting) return;
    isWaiting = true;
    queueMicrotask(() => {
      isWaiting = false;
      const hadFocus = element.contains(document.activeElement);
      draw();
      if (hadFocus) focus();
    });
  };
  const stopListening = workbook.onChange((change) => {
    options.onMessage('');
    if (change.kind === 'selected') drawSelection();
    else drawSoon();
  });
  draw();

  return {
    draw,
    drawSelection,
    enter,
    focus,
    dispose() {
      stopListening();
      element.removeEventListener('keydown', onKey);
      element.removeEventListener('click', onPointer);
      element.removeEventListener('dblclick', onDoubleClick);
      element.replaceChildren();
    },
  };
}

function paragraph(text: string): HTMLElement {
  const made = document.createElement('p');
  made.className = 'message';
  made.textContent = text;
  return made;
}
