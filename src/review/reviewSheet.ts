/** Reviews one sheet of the workbook, the active one unless another is named. */
import { reviewSnapshot, type ReviewChoices } from '../core/report/reviewSnapshot';
import type { SheetReport } from '../core/report/report';
import type { Snapshot } from '../core/sheet/snapshot';
import type { Outcome, Workbook } from '../port/workbook';

export interface ReviewOptions extends ReviewChoices {
  /** Id of the sheet; the active one when left out. */
  readonly sheetId?: string;
  /** What is remembered about a sheet, told from what was read of it; the other options outrank it. */
  readonly remembered?: (snapshot: Snapshot) => ReviewChoices;
}

/** Reads the sheet once and reviews what was read; a host fault is handed on as it is. */
export async function reviewSheet(
  workbook: Workbook,
  { remembered, ...options }: ReviewOptions = {},
): Promise<Outcome<SheetReport>> {
  const read = await workbook.read(options.sheetId);
  if (!read.ok) return read;
  return { ok: true, value: reviewSnapshot(read.value, { ...remembered?.(read.value), ...options }) };
}
