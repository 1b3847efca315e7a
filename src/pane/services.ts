/** What the pane can have done for it. The composition root gives the real ones, tests give their own. */
import type { Plan } from '../core/report/edit';
import type { SheetReport } from '../core/report/report';
import type { CellRef } from '../core/sheet/cellRef';
import type { PlanChoice } from '../review/applyPlan';
import type { Applied, Capabilities, Outcome, SheetChange } from '../review/workbook';

/** What to review: a sheet by its id, or the active one when left out. */
export interface ReviewRequest {
  readonly sheetId?: string;
}

/** Every call settles with an outcome; a rejection is a bug and reaches the error boundary. */
export interface PaneServices {
  capabilities(): Promise<Outcome<Capabilities>>;
  review(request: ReviewRequest): Promise<Outcome<SheetReport>>;
  apply(plan: Plan, choice: PlanChoice): Promise<Outcome<Applied>>;
  unmark(sheetId: string): Promise<Outcome<{ readonly removed: number }>>;
  reveal(sheetId: string, cell: CellRef): Promise<Outcome<null>>;
  /** Tells of changes by others until the returned function is called. */
  watch(onChange: (change: SheetChange) => void): Promise<Outcome<() => void>>;
}
