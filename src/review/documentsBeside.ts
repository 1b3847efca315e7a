/** Reads what stands on the other sheets of a workbook beside the one that is reviewed: a table of targets, a report. */
import { type Documents, joinDocuments } from '../core/documents/documents';
import type { RecogniseOwn } from '../core/report/recogniseOwn';
import type { SheetReport } from '../core/report/report';
import type { Snapshot } from '../core/sheet/snapshot';
import { succeeded } from '../port/outcome';
import type { Outcome, SheetEntry, Workbook } from '../port/workbook';
import type { Ahead, WaitForIdle } from './ahead';

/** Sheets with such names are read first. */
const telling = /目标|申报|批复|报告|总结|说明|统计|汇总|结果|自评|20\d\d/u;
/** As many sheets are read in one round trip; a workbook with more has its telling ones looked at. */
const readAtMost = 12;

function worthReading(sheets: readonly SheetEntry[], reviewed: string): readonly SheetEntry[] {
  const others = sheets.filter(({ id }) => id !== reviewed);
  return [
    ...others.filter(({ name }) => telling.test(name)),
    ...others.filter(({ name }) => !telling.test(name)),
  ].slice(0, readAtMost);
}

/**
 * All documents of the workbook that the forms of this sheet can be held against, those of the sheet included. Where the
 * sheet has no form about a project nothing else is read. A sheet that cannot be read has no documents.
 * With `waitForIdle` each of them waits for a turn of idle time.
 */
export async function documentsBeside(
  workbook: Workbook,
  { documents, forms, sheetId }: SheetReport,
  recogniseOwn: RecogniseOwn,
  ahead: Ahead,
  waitForIdle?: WaitForIdle,
): Promise<Outcome<Documents>> {
  if (!forms.some(({ form }) => form.projectName !== null)) return succeeded(documents);
  const listed = await workbook.sheets();
  if (!listed.ok) return listed;
  const others = worthReading(listed.value, sheetId);
  if (others.length === 0) return succeeded(documents);
  const snapshots: Snapshot[] = [];
  const read = await workbook.readMany(
    others.map(({ id }) => id),
    {
      isCancelled: () => false,
      onRead({ outcome }) {
        if (outcome.ok) snapshots.push(outcome.value);
      },
    },
  );
  if (!read.ok) return read;
  const found: Documents[] = [documents];
  for (const snapshot of snapshots) {
    await waitForIdle?.();
    found.push(ahead.documentsOn(snapshot, recogniseOwn));
  }
  return succeeded(joinDocuments(found));
}
