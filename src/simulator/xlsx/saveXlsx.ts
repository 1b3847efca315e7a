/** A copy of the opened file with what was changed since: replayed onto the original bytes, so that all else stays. */
import { fromA1 } from '../../core/sheet/cellRef';
import { isCellError } from '../../core/sheet/snapshot';
import type { CellState, Mark } from '../../port/workbook';
import { openXlsxWorkbook } from '../../file/xlsxWorkbook';
import { severityOfFormula } from '../../port/markRule';
import type { CellChange } from '../../port/workbook';
import { cellsInArea, parseAddress } from '../model/areas';
import type { PlainCell, PlainSheet, PlainWorkbook } from '../model/plain';
import { openXlsx } from './openXlsx';

/** What was saved, and what could not be: addresses with the sheet's name. */
export interface SavedXlsx {
  readonly bytes: Uint8Array;
  /** Changed cells that keep what the file had: formulas that were typed or replaced, errors, new sheets. */
  readonly leftOut: readonly string[];
}

const stateOf = (cell: PlainCell | undefined): CellState => ({
  value: cell?.value ?? null,
  formula: cell?.formula ?? null,
  numberFormat: cell?.numberFormat ?? 'General',
});

const same = (left: PlainCell | undefined, right: PlainCell | undefined): boolean =>
  JSON.stringify([left?.value ?? null, left?.formula ?? null]) ===
  JSON.stringify([right?.value ?? null, right?.formula ?? null]);

/** The edits that turn one sheet into the other; formulas that merely show another result are none. */
function editsBetween(
  before: PlainSheet,
  after: PlainSheet,
): { readonly edits: readonly CellChange[]; readonly leftOut: readonly string[] } {
  const edits: CellChange[] = [];
  const leftOut: string[] = [];
  const addresses = new Set([...Object.keys(before.cells ?? {}), ...Object.keys(after.cells ?? {})]);
  for (const address of addresses) {
    const old = before.cells?.[address];
    const now = after.cells?.[address];
    if (same(old, now) || (old?.formula !== undefined && old.formula === now?.formula)) continue;
    const value = now?.value ?? null;
    const isPlain = old?.formula === undefined && now?.formula === undefined;
    if (!isPlain || isCellError(value)) {
      leftOut.push(`${after.name}!${address}`);
      continue;
    }
    edits.push({
      id: address,
      cell: fromA1(address),
      before: stateOf(old),
      after: value,
    });
  }
  return { edits, leftOut };
}

/** The marks of this add-in among the conditional formats. */
function marksOf(sheet: PlainSheet): readonly Mark[] {
  return (sheet.conditionalFormats ?? []).flatMap(({ formula, areas }) => {
    const severity = formula === null ? null : severityOfFormula(formula);
    if (severity === null) return [];
    return [{ severity, cells: areas.flatMap((area) => [...cellsInArea(parseAddress(area).area)]) }];
  });
}

/**
 * Makes the copy: changed values, the add-in's marks, and texts among the settings. Formats, merges, comments and
 * conditional formats of others stay as the original has them.
 *
 * @throws Error when the original bytes are no workbook, which they were when they were opened.
 */
export async function saveXlsx(original: Uint8Array, workbook: PlainWorkbook): Promise<SavedXlsx> {
  const before = await openXlsx(original, workbook.name);
  const file = openXlsxWorkbook(original, { path: workbook.name });
  if (!before.ok || !file.ok) throw new Error('the original is no workbook');
  const leftOut: string[] = [];
  const listed = await file.value.sheets();
  if (!listed.ok) throw new Error('the original lists no sheets');
  for (const sheet of workbook.sheets) {
    const index = before.workbook.sheets.findIndex(({ id }) => id === sheet.id);
    const old = before.workbook.sheets[index];
    const target = listed.value[index];
    if (old === undefined || target === undefined) {
      leftOut.push(sheet.name);
      continue;
    }
    const changed = editsBetween(old, sheet);
    leftOut.push(...changed.leftOut);
    const marks = marksOf(sheet);
    const hasMarks = marks.length > 0 || marksOf(old).length > 0;
    if (changed.edits.length === 0 && !hasMarks) continue;
    const applied = await file.value.apply(target.id, { edits: changed.edits, marks: hasMarks ? marks : null });
    if (!applied.ok) leftOut.push(sheet.name);
    else {
      const missed = applied.value.results.filter(({ outcome }) => outcome !== 'written');
      leftOut.push(...missed.map(({ id }) => `${sheet.name}!${id}`));
    }
  }
  const keys = new Set([...Object.keys(before.workbook.settings ?? {}), ...Object.keys(workbook.settings ?? {})]);
  for (const key of keys) {
    const text = workbook.settings?.[key] ?? null;
    const isOurs = key.startsWith('zp:');
    if (isOurs && (text === null || typeof text === 'string')) await file.value.remember(key.slice(3), text);
    else if (JSON.stringify(before.workbook.settings?.[key]) !== JSON.stringify(text)) leftOut.push(key);
  }
  return { bytes: file.value.bytes(), leftOut };
}
