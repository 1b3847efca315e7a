/** Writes what the user picked of a plan, and takes marks away again. */
import { chooseEdits } from '../core/report/chooseEdits';
import type { Plan } from '../core/report/edit';
import type { Applied, Outcome, Workbook } from './workbook';

/** What the user picked. */
export interface PlanChoice {
  /** Ids of the ticked edits; the rest of the plan is not written. */
  readonly editIds: readonly string[];
  /** Whether the cells of the findings are to be marked. */
  readonly marks: boolean;
}

/** Writes the picked edits and, if wanted, the marks; the adapter says of each cell what became of it. */
export function applyPlan(workbook: Workbook, plan: Plan, { editIds, marks }: PlanChoice): Promise<Outcome<Applied>> {
  return workbook.apply(plan.sheetId, {
    edits: chooseEdits(plan, new Set(editIds)),
    marks: marks ? plan.marks : null,
  });
}

/** Takes every mark of this add-in off the sheet. */
export function removeMarks(workbook: Workbook, sheetId: string): Promise<Outcome<{ readonly removed: number }>> {
  return workbook.unmark(sheetId);
}
