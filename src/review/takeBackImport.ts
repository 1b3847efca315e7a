/** What was brought in from files: listed, and taken away again sheet by sheet where nobody changed or uses it. */
import type { Snapshot } from '../core/sheet/snapshot';
import { succeeded } from '../port/outcome';
import type { HostFault, Outcome, SheetEntry, Workbook } from '../port/workbook';
import { printOfSheet } from './importSheets';
import { importKind, type ImportRecord } from './memory/imports';
import type { Seal } from './memory/seal';
import { ours } from './memory/signedMemory';
import { createStore } from './memory/store';

/** An import of which at least one sheet is still there. */
export interface KnownImport {
  readonly time: string;
  readonly fileName: string;
  /** Names of its sheets that are there, as they are called now. */
  readonly sheets: readonly string[];
}

/**
 * What became of a sheet: removed · edited: somebody changed it since, so it is theirs and stays · used: formulas of
 * another sheet refer to it, so it stays · missing: it is not there any more · failed: the host refused.
 */
interface TakenBackSheet {
  readonly name: string;
  readonly outcome: 'removed' | 'edited' | 'used' | 'missing' | 'failed';
}

/** What taking back did. */
export interface ImportTakenBack {
  readonly fileName: string;
  readonly sheets: readonly TakenBackSheet[];
  /** The fault of the sheets that failed; left out where none did. */
  readonly fault?: HostFault;
}

/** The sheet that was brought in: by its id, or by its name where a host gives new ids on opening. */
function found(sheets: readonly SheetEntry[], { name, sheetId }: ImportRecord['sheets'][number]): SheetEntry | null {
  return sheets.find(({ id }) => id === sheetId) ?? sheets.find((sheet) => sheet.name === name) ?? null;
}

/** The imports that this installation did and that can be taken back, the latest first. */
export async function listImports(workbook: Workbook, seal: Seal): Promise<Outcome<readonly KnownImport[]>> {
  const recalled = await createStore(workbook, seal).recall(importKind);
  if (!recalled.ok) return recalled;
  if (recalled.value.kind !== 'value') return succeeded([]);
  const listed = await workbook.sheets();
  if (!listed.ok) return listed;
  const known = ours(recalled.value.value).map(({ fileName, sheets, time }) => ({
    time,
    fileName,
    sheets: sheets.flatMap((sheet) => found(listed.value, sheet)?.name ?? []),
  }));
  return succeeded(known.filter(({ sheets }) => sheets.length > 0).reverse());
}

/** Takes the sheets of an import away that are as they came. An import that is not known any more has no sheets. */
export async function takeBackImport(workbook: Workbook, time: string, seal: Seal): Promise<Outcome<ImportTakenBack>> {
  const store = createStore(workbook, seal);
  const recalled = await store.recall(importKind);
  if (!recalled.ok) return recalled;
  const entry =
    recalled.value.kind === 'value' ? ours(recalled.value.value).find((one) => one.time === time) : undefined;
  if (!entry) return succeeded({ fileName: '', sheets: [] });
  const listed = await workbook.sheets();
  if (!listed.ok) return listed;
  const places = entry.sheets.map((sheet) => ({ sheet, there: found(listed.value, sheet) }));
  const read = await readAll(workbook, listed.value);
  if (!read.ok) return read;
  const standing = new Map(read.value.map((snapshot) => [snapshot.sheetId, snapshot]));
  const formulas = read.value
    .filter(({ sheetId }) => !places.some(({ there }) => there?.id === sheetId))
    .flatMap((snapshot) => snapshot.formulas.flat())
    .filter((formula) => formula !== null);

  const sheets: TakenBackSheet[] = [];
  let fault: HostFault | null = null;
  for (const { sheet, there } of places) {
    const snapshot = there ? standing.get(there.id) : undefined;
    const done = there && snapshot ? await takeAway(workbook, there, snapshot, sheet.print, formulas) : 'missing';
    if (typeof done !== 'string') fault = done;
    sheets.push({ name: there?.name ?? sheet.name, outcome: typeof done === 'string' ? done : 'failed' });
  }
  const rest = entry.sheets.filter((_sheet, index) => {
    const outcome = sheets[index]?.outcome;
    return outcome !== 'removed' && outcome !== 'missing';
  });
  await store.change(importKind, (entries) =>
    entries.flatMap((one) => (one.time !== time ? [one] : rest.length === 0 ? [] : [{ ...one, sheets: rest }])),
  );
  return succeeded({ fileName: entry.fileName, sheets, ...(fault ? { fault } : {}) });
}

/** All sheets that have cells; one that cannot be read may hold what refers to the others, so nothing goes then. */
async function readAll(workbook: Workbook, sheets: readonly SheetEntry[]): Promise<Outcome<readonly Snapshot[]>> {
  const read = await workbook.readMany(sheets.map(({ id }) => id));
  if (!read.ok) return read;
  const snapshots: Snapshot[] = [];
  for (const { outcome } of read.value) {
    if (outcome.ok) snapshots.push(outcome.value);
    else if (outcome.fault.kind !== 'sheet-without-cells') return outcome;
  }
  return succeeded(snapshots);
}

async function takeAway(
  workbook: Workbook,
  { id, name }: SheetEntry,
  snapshot: Snapshot,
  print: string,
  formulas: readonly string[],
): Promise<TakenBackSheet['outcome'] | HostFault> {
  if (printOfSheet(snapshot) !== print) return 'edited';
  const asWritten = name.replaceAll("'", "''").toLowerCase();
  if (formulas.some((formula) => formula.includes('!') && formula.toLowerCase().includes(asWritten))) return 'used';
  const removed = await workbook.removeSheet(id);
  return removed.ok ? 'removed' : removed.fault;
}
