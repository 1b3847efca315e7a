/** What the files of a batch tell of the forms of each other. */
import type { StateDecision } from '../core/decisions/decision';
import { comparableForms, type YearForm } from '../core/documents/yearForm';
import type { TargetTable } from '../core/form/targetTable';
import { packJson, unpackJson } from './packedJson';

/** What files tell of the forms of others; plain data that travels between threads. */
export interface FilesBeside {
  readonly targetTables: readonly TargetTable[];
  /** Forms by project and year. */
  readonly yearForms: readonly YearForm[];
  /** What was returned in the first round (`--against`). */
  readonly returned: readonly StateDecision[];
}

export const nothingBeside: FilesBeside = { targetTables: [], yearForms: [], returned: [] };

/**
 * What one file tells, packed but for what shows whether it is needed: the forms of most files are of projects that the
 * batch has no other year of.
 */
export interface PackedBeside {
  readonly forms: readonly Pick<YearForm, 'projectName' | 'year'>[];
  /** Whether there is anything besides forms by year. */
  readonly hasMore: boolean;
  readonly packed: Uint8Array;
}

export function packBeside(beside: FilesBeside): PackedBeside {
  const { returned, targetTables, yearForms } = beside;
  return {
    forms: yearForms.map(({ projectName, year }) => ({ projectName, year })),
    hasMore: returned.length + targetTables.length > 0,
    packed: packJson(beside),
  };
}

/** What these files tell, in their order; of forms by year those only that may be held against another. */
export function joinBeside(files: readonly PackedBeside[]): FilesBeside {
  const comparable = new Set(comparableForms(files.flatMap(({ forms }) => forms)));
  const needed = files.filter(({ forms, hasMore }) => hasMore || forms.some((form) => comparable.has(form)));
  const told = needed.map(({ packed }) => unpackJson(packed) as FilesBeside);
  return {
    targetTables: told.flatMap(({ targetTables }) => targetTables),
    yearForms: comparableForms(told.flatMap(({ yearForms }) => yearForms)),
    returned: told.flatMap(({ returned }) => returned),
  };
}
