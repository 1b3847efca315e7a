/** The documents that were found beside the forms of a workbook or of a batch. */
import type { TargetTable } from '../form/targetTable';

/** All documents that a form may be held against. */
export interface Documents {
  readonly targetTables: readonly TargetTable[];
}

/** Where nothing stands beside the form. */
export const noDocuments: Documents = { targetTables: [] };

/** The documents of several sheets or files together. */
export function joinDocuments(all: readonly Documents[]): Documents {
  return { targetTables: all.flatMap(({ targetTables }) => targetTables) };
}

/** Whether there is nothing to hold a form against. */
export function isWithoutDocuments({ targetTables }: Documents): boolean {
  return targetTables.length === 0;
}
