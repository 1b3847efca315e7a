/** Changes put into one sheet of an open workbook, as the port promises it. */
import { judgeEdit, type Judgement, resultOf, valueAfter } from '../port/cellJudgement';
import { markedSeverities } from '../port/markRule';
import { failed, succeeded } from '../port/outcome';
import { textToRemember } from '../port/remembrance';
import type { Applied, CellChange, Changes, Outcome } from '../port/workbook';
import { changeCells } from './changeCells';
import { recallProperty, rememberProperty } from './customProperties';
import { cellState } from './decodeSheet';
import { addLooks, addMarks, markedCells, removeLooks, removeMarks } from './markCells';
import type { LoadedSheet, OpenXlsx } from './openXlsx';
import { hasFormulas, recalculatedOnOpening } from './recalculation';

interface Judged {
  readonly edit: CellChange;
  readonly judgement: Judgement;
}

/** Judges the edits by what stands there, writes those that may be written, and says what became of each. */
export function applyChanges(open: OpenXlsx, sheet: LoadedSheet, changes: Changes): Outcome<Applied> {
  const { edits, marks, remember } = changes;
  const judged = edits.map((edit) => ({ edit, judgement: judgeEdit(edit, open.standing(sheet, edit.cell)) }));
  const writes = judged.filter(({ judgement }) => judgement === 'write').map(({ edit }) => edit);
  const mayMark = marks !== null && !sheet.part.isProtected;
  if (sheet.part.isProtected && !mayMark && writes.length === 0 && (edits.length > 0 || marks !== null)) {
    return failed({ kind: 'sheet-protected', sheet: sheet.listed.name });
  }
  const text = textToRemember(remember, {
    sheetName: sheet.listed.name,
    earlier: remember ? recallProperty(open.current, remember.key) : null,
    writes,
    standing: ({ cell }) => open.standing(sheet, cell).state,
  });
  putCells(open, sheet, writes);
  if (mayMark) putMarks(open, sheet.partName, marks);
  if (remember && text !== null) open.current = rememberProperty(open.current, remember.key, text);
  const applied = whatBecame(open, sheet, judged, marks !== null);
  if (!remember || text === null) return succeeded(applied);
  return succeeded({ ...applied, remembered: recallProperty(open.current, remember.key) === text });
}

function putCells(open: OpenXlsx, { part, partName }: LoadedSheet, writes: readonly CellChange[]): void {
  if (writes.length === 0) return;
  const values = writes.map((edit) => ({ ref: edit.cell, value: valueAfter(edit) }));
  const changed = new Map([[partName, changeCells(part, values)]]);
  const { workbook } = open.parts;
  if (hasFormulas(open.current, open.parts)) changed.set(workbook, recalculatedOnOpening(open.text(workbook)));
  open.put(changed);
}

/** Replaces the marks of the sheet by these. */
function putMarks(open: OpenXlsx, partName: string, marks: NonNullable<Changes['marks']>): void {
  const severities = markedSeverities.filter((severity) =>
    marks.some((mark) => mark.severity === severity && mark.cells.length > 0),
  );
  const unmarked = open.readSheet(partName, removeMarks(open.sheetPart(partName)));
  if (severities.length === 0) open.put(new Map([[partName, unmarked.xml]]));
  else {
    const styles = open.stylesPart();
    const looks = addLooks(open.text(styles), severities);
    open.put(
      new Map([
        [partName, addMarks(unmarked, marks, looks.dxf)],
        [styles, looks.styles],
      ]),
    );
  }
  tidyLooks(open);
}

/** From what stands in the sheet now. */
function whatBecame(open: OpenXlsx, sheet: LoadedSheet, judged: readonly Judged[], areMarksSet: boolean): Applied {
  const part = open.sheetPart(sheet.partName);
  return {
    results: judged.map(({ edit, judgement }) => resultOf(edit, judgement, cellState(edit.cell, part, sheet.tables))),
    marked: areMarksSet ? markedCells(part).size : null,
  };
}

/** Takes every mark of ours out of the sheet again. */
export function unmark(open: OpenXlsx, { listed, part, partName }: LoadedSheet): Outcome<{ readonly removed: number }> {
  const removed = markedCells(part).size;
  if (removed === 0) return succeeded({ removed });
  if (part.isProtected) return failed({ kind: 'sheet-protected', sheet: listed.name });
  open.put(new Map([[partName, removeMarks(part)]]));
  tidyLooks(open);
  return succeeded({ removed });
}

/** Takes the looks of marks out of the styles again once no sheet has a mark that refers to them. */
function tidyLooks(open: OpenXlsx): void {
  const { sheets, styles } = open.parts;
  if (styles === null || !open.current.has(styles)) return;
  const used = new Set<number>();
  for (const { part: name } of sheets) {
    if (name === null) continue;
    for (const { rules } of open.sheetPart(name).conditionalFormats) {
      for (const { dxf } of rules) if (dxf !== null) used.add(dxf);
    }
  }
  open.put(new Map([[styles, removeLooks(open.text(styles), (dxf) => used.has(dxf))]]));
}
