/** Finds in a file what the forms of other files are held against. */
import { toldBy } from '../core/documents/elsewhere';
import { returnedForms } from '../core/report/returnedForms';
import { documentsForOthers } from '../core/report/reviewSnapshot';
import type { Snapshot } from '../core/sheet/snapshot';
import { recogniseOwn } from '../papers/ownPaper';
import { type FilesBeside, nothingBeside } from './filesBeside';
import type { LookedFor } from './gatherBeside';
import type { FileServices } from './reviewFile';

/** What the file tells, each document with the file's path; null where the file cannot be read. */
export async function lookThrough(
  path: string,
  wanted: LookedFor,
  open: FileServices['open'],
): Promise<FilesBeside | null> {
  const opened = await open(path);
  if (!opened.ok) return null;
  const workbook = opened.value;
  const entries = await workbook.sheets();
  if (!entries.ok) return null;
  const snapshots: Snapshot[] = [];
  for (const { id } of entries.value) {
    const read = await workbook.read(id);
    if (read.ok) snapshots.push(read.value);
  }
  if (wanted === 'first-round') return { ...nothingBeside, returned: returnedForms(snapshots, recogniseOwn) };
  const found = snapshots.map((snapshot) => documentsForOthers(snapshot, recogniseOwn));
  const targetTables = found.flatMap((one) => one.targetTables);
  const yearForms = found.flatMap((one) => one.yearForms);
  return { ...nothingBeside, ...toldBy({ targetTables, yearForms }, path) };
}
