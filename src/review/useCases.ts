/** All that a user may want done to a workbook, in one place: to review, to decide, to write and to take back. */
import type { Plan } from '../core/report/edit';
import type { RecogniseOwn } from '../core/report/recogniseOwn';
import type { Outcome, Workbook } from '../port/workbook';
import { applyAndRecord, type RecordedApply } from './applyAndRecord';
import type { PlanChoice } from './applyPlan';
import type { ElsewhereFor } from './besideFiles';
import { type FileTables, type Imported, importSheets } from './importSheets';
import type { Preferences } from './memory/preferences';
import { createReviewer, type Reviewer } from './memory/reviewer';
import type { Seal } from './memory/seal';
import { type ImportTakenBack, type KnownImport, listImports, takeBackImport } from './takeBackImport';
import { type AppliedList, listApplied, type Reverted, revertApply } from './revertApply';

/** The use cases of one workbook. A verb is declared here or in {@link Reviewer}, and nowhere a second time. */
export interface UseCases extends Reviewer {
  /** Writes what is chosen of a plan, and records it so that it can be taken back. */
  apply(plan: Plan, choice: PlanChoice): Promise<Outcome<RecordedApply>>;
  /** What was applied to the workbook and not taken back. */
  listApplied(): Promise<Outcome<AppliedList>>;
  /** Takes an apply back. */
  revert(entryId: string): Promise<Outcome<Reverted>>;
  /** Brings the sheets of a file that was read into the workbook. */
  importSheets(tables: FileTables): Promise<Outcome<Imported>>;
  /** The imports that can be taken back. */
  listImports(): Promise<Outcome<readonly KnownImport[]>>;
  /** Takes the sheets of an import away that nobody changed; it is known by its time. */
  takeBackImport(time: string): Promise<Outcome<ImportTakenBack>>;
}

/** What the use cases stand on. */
export interface UseCaseGround {
  readonly workbook: Workbook;
  readonly preferences: Preferences;
  /** Knows the sheets that we made. */
  readonly recogniseOwn: RecogniseOwn;
  /** Of what this installation kept. */
  readonly seal: Seal;
  /** What stands in the other files of a batch; left out where the workbook is alone. */
  readonly elsewhere?: ElsewhereFor;
  /** The time now, as ISO 8601. */
  readonly now: () => string;
}

/** Makes the use cases over a workbook. */
export function createUseCases({ elsewhere, now, preferences, recogniseOwn, seal, workbook }: UseCaseGround): UseCases {
  return {
    ...createReviewer(workbook, preferences, recogniseOwn, seal, now, elsewhere),
    apply: (plan, choice) => applyAndRecord(workbook, plan, choice, now(), seal),
    listApplied: () => listApplied(workbook, seal),
    revert: (entryId) => revertApply(workbook, entryId, seal),
    importSheets: (tables) => importSheets(workbook, tables, now(), seal),
    listImports: () => listImports(workbook, seal),
    takeBackImport: (time) => takeBackImport(workbook, time, seal),
  };
}
