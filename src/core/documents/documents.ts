/** The documents that were found beside the forms of a workbook or of a batch. */
import type { Recognition } from '../form/form';
import type { TargetTable } from '../form/targetTable';
import type { Snapshot } from '../sheet/snapshot';
import { type YearForm, yearForm } from './yearForm';
import { type Narrative, readNarrative } from './narrative';
import { readResultTables, type ResultTable } from './resultTable';

/** All documents that a form may be held against. */
export interface Documents {
  readonly targetTables: readonly TargetTable[];
  readonly narratives: readonly Narrative[];
  readonly resultTables: readonly ResultTable[];
  /** The forms themselves, to be held against those of the year before. */
  readonly yearForms: readonly YearForm[];
  /** The projects of which there is a form. */
  readonly projects: readonly string[];
}

/** Where nothing stands beside the form. */
export const noDocuments: Documents = {
  targetTables: [],
  narratives: [],
  resultTables: [],
  yearForms: [],
  projects: [],
};

/** The documents of several sheets or files together. */
export function joinDocuments(all: readonly Documents[]): Documents {
  return {
    targetTables: all.flatMap(({ targetTables }) => targetTables),
    narratives: all.flatMap(({ narratives }) => narratives),
    resultTables: all.flatMap(({ resultTables }) => resultTables),
    yearForms: all.flatMap(({ yearForms }) => yearForms),
    projects: all.flatMap(({ projects }) => projects),
  };
}

/** Whether there is nothing to hold a form against. */
export function isWithoutDocuments({ narratives, resultTables, targetTables, yearForms }: Documents): boolean {
  const isOneYear = new Set(yearForms.map(({ year }) => year)).size < 2;
  return isOneYear && targetTables.length + narratives.length + resultTables.length === 0;
}

const isWithoutContent = (recognised: Recognition): boolean =>
  !recognised.found && ['own-paper', 'sample', 'empty'].includes(recognised.because.kind);

/** The documents of a sheet that are about the forms of any file; the others are about those of its own workbook. */
export function documentsForAll(recognised: Recognition): Pick<Documents, 'targetTables' | 'yearForms'> {
  if (isWithoutContent(recognised)) return noDocuments;
  const forms = recognised.found ? recognised.forms : [];
  return {
    targetTables: recognised.targetTables,
    yearForms: forms.flatMap((form) => yearForm(form) ?? []),
  };
}

/** The documents of a sheet, beside its forms or in their place. */
export function documentsIn(snapshot: Snapshot, recognised: Recognition): Documents {
  if (isWithoutContent(recognised)) return noDocuments;
  const forms = recognised.found ? recognised.forms : [];
  const { targetTables, yearForms } = documentsForAll(recognised);
  const resultTables = readResultTables(snapshot);
  const isOtherTable = targetTables.length > 0 || resultTables.length > 0;
  const narrative = isOtherTable ? null : readNarrative(snapshot, forms);
  return {
    targetTables,
    resultTables,
    narratives: narrative ? [narrative] : [],
    yearForms,
    projects: forms.flatMap(({ projectName }) => projectName ?? []),
  };
}
