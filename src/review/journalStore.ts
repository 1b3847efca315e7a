/** The journal where it lies: in the workbook itself, so that it is saved and opened with it. */
import { journalKey, readJournal, writeJournal, type JournalEntry, type JournalReading } from './journal';
import { succeeded } from '../port/outcome';
import type { Outcome, Workbook } from '../port/workbook';

/** Reads the workbook's journal. */
export async function openJournal(workbook: Workbook): Promise<Outcome<JournalReading>> {
  const recalled = await workbook.recall(journalKey);
  return recalled.ok ? succeeded(readJournal(recalled.value)) : recalled;
}

/** Replaces an entry, or with null takes it away; the last one gone, the journal is gone. */
export async function changeEntry(
  workbook: Workbook,
  entryId: string,
  change: (entry: JournalEntry) => JournalEntry | null,
): Promise<Outcome<null>> {
  const opened = await openJournal(workbook);
  if (!opened.ok) return opened;
  if (opened.value.state === 'defective') return succeeded(null);
  const { journal } = opened.value;
  const entries = journal.entries.flatMap((entry) => (entry.id === entryId ? (change(entry) ?? []) : [entry]));
  const text = entries.length === 0 ? null : writeJournal({ ...journal, entries }).text;
  return workbook.remember(journalKey, text);
}
