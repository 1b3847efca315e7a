/** The documents that were found beside the forms of a workbook or of a batch. */
import type { Recognition } from '../form/form';
import type { TargetTable } from '../form/targetTable';
import type { Snapshot } from '../sheet/snapshot';
import { type Narrative, readNarrative } from './narrative';
import { readResultTables, type ResultTable } from './resultTable';

/** All documents that a form may be held against. */
export interface Documents {
  readonly targetTables: readonly TargetTable[];
  readonly narratives: readonly Narrative[];
  readonly resultTables: readonly ResultTable[];
  /** The projects of which there is a form. */
  readonly projects: readonly string[];
}

/** Where nothing stands beside the form. */
export const noDocuments: Documents = { targetTables: [], narratives: [], resultTables: [], projects: [] };

/** The documents of several sheets or files together. */
export function joinDocuments(all: readonly Documents[]): Documents {
  return {
    targetTables: all.flatMap(({ targetTables }) => targetTables),
    narratives: all.flatMap(({ narratives }) => narratives),
    resultTables: all.flatMap(({ resultTables }) => resultTables),
    projects: all.flatMap(({ projects }) => projects),
  };
}

/** Whether there is nothing to hold a form against. */
export function isWithoutDocuments({ narratives, resultTables, targetTables }: Documents): boolean {
  return targetTables.length + narratives.length + resultTables.length === 0;
}

/** The documents of a sheet, beside its forms or in their place. */
export function documentsIn(snapshot: Snapshot, recognised: Recognition): Documents {
  const forms = recognised.found ? recognised.forms : [];
  const { targetTables } = recognised;
  if (!recognised.found && ['own-paper', 'sample', 'empty'].includes(recognised.because.kind)) return noDocuments;
  const resultTables = readResultTables(snapshot);
  const isOtherTable = targetTables.length > 0 || resultTables.length > 0;
  const narrative = isOtherTable ? null : readNarrative(snapshot, forms);
  return {
    targetTables,
    resultTables,
    narratives: narrative ? [narrative] : [],
    projects: forms.flatMap(({ projectName }) => projectName ?? []),
  };
}
