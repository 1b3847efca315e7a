/** The journal where it lies: in the workbook itself, so that it is saved and opened with it. */
import {
  adoptedJournal,
  broughtEntries,
  journalKey,
  readJournal,
  writeJournal,
  type JournalEntry,
  type JournalReading,
} from './journal';
import type { Seal } from './memory/seal';
import { succeeded } from '../port/outcome';
import type { Outcome, Workbook } from '../port/workbook';

/** Reads the workbook's journal. */
export async function openJournal(workbook: Workbook, seal: Seal): Promise<Outcome<JournalReading>> {
  const recalled = await workbook.recall(journalKey);
  return recalled.ok ? succeeded(readJournal(recalled.value, seal)) : recalled;
}

/** Replaces an entry of our own, or with null takes it away; the last one gone, the journal is gone. */
export async function changeEntry(
  workbook: Workbook,
  entryId: string,
  seal: Seal,
  change: (entry: JournalEntry) => JournalEntry | null,
): Promise<Outcome<null>> {
  const opened = await openJournal(workbook, seal);
  if (!opened.ok) return opened;
  if (opened.value.state === 'defective') return succeeded(null);
  const { journal } = opened.value;
  const isMeant = ({ brought, id }: JournalEntry): boolean => id === entryId && brought === undefined;
  const entries = journal.entries.flatMap((entry) => (isMeant(entry) ? (change(entry) ?? []) : [entry]));
  const text = entries.length === 0 ? null : writeJournal({ ...journal, entries }, seal).text;
  return workbook.remember(journalKey, text);
}

/** Makes our own what others recorded, so that it can be taken back here. */
export async function adoptEntries(workbook: Workbook, seal: Seal): Promise<Outcome<null>> {
  const opened = await openJournal(workbook, seal);
  if (!opened.ok) return opened;
  if (opened.value.state === 'defective' || broughtEntries(opened.value.journal).length === 0) return succeeded(null);
  return workbook.remember(journalKey, writeJournal(adoptedJournal(opened.value.journal), seal).text);
}
