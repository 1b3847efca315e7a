/** Writes what the user picked of a plan, and takes marks away again. */
import { chooseEdits } from '../core/report/chooseEdits';
import type { Plan } from '../core/report/edit';
import { applyInParts, type PartedChanges } from './applyInParts';
import type { Applied, Outcome, Workbook } from '../port/workbook';

/** What the user picked. */
export interface PlanChoice {
  /** Ids of the ticked edits; the rest of the plan is not written. */
  readonly editIds: readonly string[];
  /** Whether the cells of the findings are to be marked. */
  readonly marks: boolean;
}

/** The picked part of a plan. */
export function changesOf(plan: Plan, { editIds, marks }: PlanChoice): PartedChanges {
  return { edits: chooseEdits(plan, new Set(editIds)), marks: marks ? plan.marks : null };
}

/**
 * Writes the picked edits and, if wanted, the marks; the adapter says of each cell what became of it. Nothing is
 * recorded: it is meant for a copy of a workbook whose original stays. In the user's own workbook use `applyAndRecord`.
 */
export function applyPlan(workbook: Workbook, plan: Plan, choice: PlanChoice): Promise<Outcome<Applied>> {
  return applyInParts(workbook, plan.sheetId, changesOf(plan, choice));
}
