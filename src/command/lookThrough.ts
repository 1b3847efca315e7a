/** Finds the tables of approved targets in a file, for the forms of other files. */
import type { TargetTable } from '../core/form/targetTable';
import { documentsOf } from '../core/report/reviewSnapshot';
import { recogniseOwn } from '../papers/ownPaper';
import type { FileServices } from './reviewFile';

/** The tables of all sheets, each with the file's path; none where the file or a sheet cannot be read. */
export async function lookThrough(path: string, open: FileServices['open']): Promise<readonly TargetTable[]> {
  const opened = await open(path);
  if (!opened.ok) return [];
  const workbook = opened.value;
  const entries = await workbook.sheets();
  if (!entries.ok) return [];
  const found: TargetTable[] = [];
  for (const { id } of entries.value) {
    const read = await workbook.read(id);
    if (read.ok) found.push(...documentsOf(read.value, recogniseOwn).targetTables);
  }
  return found.map((table) => ({ ...table, file: path }));
}
