/** What the files of a batch tell of the forms of each other. */
import type { StateDecision } from '../core/decisions/decision';
import type { YearForm } from '../core/documents/yearForm';
import type { TargetTable } from '../core/form/targetTable';

/** What files tell of the forms of others; plain data that travels between threads. */
export interface FilesBeside {
  readonly targetTables: readonly TargetTable[];
  /** Forms by project and year. */
  readonly yearForms: readonly YearForm[];
  /** What was returned in the first round (`--against`). */
  readonly returned: readonly StateDecision[];
}

export const nothingBeside: FilesBeside = { targetTables: [], yearForms: [], returned: [] };
