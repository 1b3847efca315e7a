/** Reviews every sheet of the workbook, with news of how far it got and a way to stop. */
import { joinDocuments, noDocuments } from '../core/documents/documents';
import { besideForms } from '../core/report/besideForms';
import { reviewSnapshot, type ReviewChoices } from '../core/report/reviewSnapshot';
import type { SheetReport } from '../core/report/report';
import type { Snapshot } from '../core/sheet/snapshot';
import { failed, succeeded } from '../port/outcome';
import type { Outcome, SheetEntry, Workbook } from '../port/workbook';
import type { ElsewhereFor } from './besideFiles';
import { isTooLongToWaitFor } from './longTexts';

/** How far a review of the workbook got. */
export interface ReviewProgress {
  readonly done: number;
  readonly total: number;
  /** The sheet that was reviewed last. */
  readonly sheetName: string;
}

/** One sheet of the workbook: its report, or the fault that kept it from being read. */
interface ReviewedSheet {
  readonly sheet: SheetEntry;
  readonly report: Outcome<SheetReport>;
}

/** The workbook, sheet by sheet in tab order. */
export interface WorkbookReport {
  readonly sheets: readonly ReviewedSheet[];
  /** Whether it was stopped; the sheets not reached are left out. */
  readonly isCancelled: boolean;
}

/**
 * Reviews all sheets, hidden ones too. Up to twenty sheets are read in one round trip, so `isCancelled` is asked
 * between those. A sheet that cannot be read does not stop the others. Papers that this add-in made have no forms, and
 * say so; its sample form counts as none. What stands on one sheet is held against the forms of all, and so is what stands
 * in other files of the batch (`elsewhere`).
 */
export async function reviewWorkbook(
  workbook: Workbook,
  onProgress: (progress: ReviewProgress) => void | Promise<void> = () => undefined,
  isCancelled: () => boolean = () => false,
  choicesFor: (snapshot: Snapshot) => ReviewChoices = () => ({}),
  elsewhere: ElsewhereFor = () => noDocuments,
): Promise<Outcome<WorkbookReport>> {
  const listed = await workbook.sheets();
  if (!listed.ok) return listed;
  const entries = new Map(listed.value.map((sheet) => [sheet.id, sheet]));
  const sheets: ReviewedSheet[] = [];
  let done = 0;
  const read = await workbook.readMany([...entries.keys()], {
    isCancelled,
    async onRead({ sheetId, outcome }) {
      const sheet = entries.get(sheetId);
      if (!sheet) throw new Error(`a sheet was read that was not asked for: ${sheetId}`);
      sheets.push({ sheet, report: outcome.ok ? reviewOneOfMany(outcome.value, choicesFor) : outcome });
      done += 1;
      await onProgress({ done, total: entries.size, sheetName: sheet.name });
    },
  });
  if (!read.ok) return read;
  const documents = joinDocuments(sheets.flatMap(({ report }) => (report.ok ? [report.value.documents] : [])));
  return succeeded({
    sheets: sheets.map(({ report, sheet }) => ({
      sheet,
      report: report.ok
        ? succeeded(besideForms(report.value, joinDocuments([documents, elsewhere(report.value)])))
        : report,
    })),
    isCancelled: done < entries.size,
  });
}

function reviewOneOfMany(snapshot: Snapshot, choicesFor: (snapshot: Snapshot) => ReviewChoices): Outcome<SheetReport> {
  if (isTooLongToWaitFor(snapshot)) return failed({ kind: 'texts-too-long', sheet: snapshot.sheetName });
  return succeeded(reviewSnapshot(snapshot, { ...choicesFor(snapshot), leavesOutSample: true }));
}
