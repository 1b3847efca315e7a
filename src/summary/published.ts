/** What is published of a batch: its roll-up, and its forms one by one as they are asked for. */
import { acceptedTable, findingTable, opinionTable } from './findingTable';
import { budgetTable, indicatorTable, levelTable } from './formTables';
import { rollUp, type RollUp } from './rollUp';
import { rollUpEntry } from './rollUpEntry';
import { roundTable } from './roundTable';
import { type SummaryTable, tableOf, textColumn } from './table';
import type { WordedForm } from './wordedForm';

/** One form with all that is said about it. */
export interface PublishedForm extends Omit<WordedForm, 'problems'> {
  /** 序号 in the summary, from one. */
  readonly number: number;
  readonly path: string;
  readonly sheet: string;
}

/** A file or sheet of which no form came, and why. */
export interface Unread {
  readonly path: string;
  readonly sheet: string | null;
  readonly reason: string;
}

export interface Published {
  readonly rollUp: RollUp;
  readonly unread: readonly Unread[];
  /** How many files were reviewed or tried. */
  readonly files: number;
  /** Local time with its offset, for people; null where it was not asked for. */
  readonly time: string | null;
  /** The forms in order, read anew at every call, so that they need not all be in memory. */
  forms(): Iterable<PublishedForm>;
}

/** A form of a batch that is not counted yet. */
interface BatchForm extends WordedForm {
  readonly path: string;
  readonly sheet: string;
}

/** One file of a batch: its forms in tab order, and what of it could not be read. */
export interface BatchFile {
  readonly forms: readonly BatchForm[];
  readonly unread: readonly Unread[];
}

/** What is published of files that are all in memory, in their order. */
export function publishedBatch(files: readonly BatchFile[]): Published {
  const forms = files.flatMap((file) => file.forms).map((form, place) => ({ ...form, number: place + 1 }));
  return {
    rollUp: rollUp(forms.map(({ facts, path, problems, sheet }) => rollUpEntry({ path, sheet }, facts, problems))),
    unread: files.flatMap(({ unread }) => unread),
    files: files.length,
    time: null,
    forms: () => forms,
  };
}

/** The tables of one form in the order in which a report has them; those of decisions only where there are some. */
export function tablesOf({ accepted, facts, findings, round }: PublishedForm): readonly SummaryTable[] {
  const decided: readonly SummaryTable[] = [acceptedTable(accepted), opinionTable(facts), roundTable(round)];
  return [
    ...[levelTable(facts), indicatorTable(facts), budgetTable(facts), findingTable(findings)],
    ...decided.filter(({ rows }) => rows.length > 0),
  ];
}

type UnreadKey = 'path' | 'sheet' | 'reason';

/** 未能复核: a row a file or sheet. */
export function unreadTable(unread: readonly Unread[]): SummaryTable<UnreadKey> {
  return tableOf(
    '未能复核的文件和工作表',
    { path: textColumn('文件'), sheet: textColumn('工作表'), reason: textColumn('原因') },
    unread.map(({ path, reason, sheet }) => ({ path, sheet, reason })),
  );
}

/** The figures at the head of a summary, as (name, figure); a mean says of how many forms it is. */
export function headFigures({ files, rollUp, unread }: Published): readonly (readonly [string, string])[] {
  const { totals } = rollUp;
  const { counts, openCount, openForms, reviewed, stated } = totals;
  return [
    ['文件', String(files)],
    ['自评表', String(totals.forms)],
    ['未能复核', String(unread.length)],
    [`自评平均分（${stated.forms}份）`, stated.value ?? '—'],
    [`复核平均分（${reviewed.forms}份）`, reviewed.value ?? '—'],
    [`待评定指标（${openForms}份）`, String(openCount)],
    ['问题 P0 / P1 / P2', `${counts.P0} / ${counts.P1} / ${counts.P2}`],
  ];
}
