/** Reviews one sheet of the workbook, the active one unless another is named. */
import { reviewSnapshot, type ReviewChoices } from '../core/report/reviewSnapshot';
import type { SheetReport } from '../core/report/report';
import type { Outcome, Workbook } from '../port/workbook';

export interface ReviewOptions extends ReviewChoices {
  /** Id of the sheet; the active one when left out. */
  readonly sheetId?: string;
}

/** Reads the sheet once and reviews what was read; a host fault is handed on as it is. */
export async function reviewSheet(workbook: Workbook, options: ReviewOptions = {}): Promise<Outcome<SheetReport>> {
  const read = await workbook.read(options.sheetId);
  return read.ok ? { ok: true, value: reviewSnapshot(read.value, options) } : read;
}
