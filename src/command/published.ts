/** What is published of a batch: its roll-up, and its forms one by one as they are asked for. */
import type { FormFacts } from '../summary/formFacts';
import type { RollUp } from '../summary/rollUp';
import { acceptedTable, findingTable, opinionTable } from '../summary/findingTable';
import { budgetTable, indicatorTable, levelTable } from '../summary/formTables';
import { roundTable, type WordedPoint } from '../summary/roundTable';
import { type SummaryTable, tableOf, textColumn } from '../summary/table';
import type { ReviewedFile } from './reviewedFile';
import type { AcceptedJson, FindingJson } from './reviewJson';

/** One form with all that is said about it. */
export interface PublishedForm {
  /** 序号 in the summary, from one. */
  readonly number: number;
  readonly path: string;
  readonly sheet: string;
  readonly facts: FormFacts;
  readonly findings: readonly FindingJson[];
  /** 说明后通过. */
  readonly accepted: readonly AcceptedJson[];
  /** The first line of a form that was reviewed only in part; else null. */
  readonly notChecked: string | null;
  /** 第二轮对照; empty where there was no first round. */
  readonly round: readonly WordedPoint[];
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

/** The forms of one file; the first gets `number`. */
export function formsOf({ file, forms }: ReviewedFile, number: number): readonly PublishedForm[] {
  const withForm = file.sheets.filter(({ form }) => form !== null);
  return forms.map(({ facts }, place) => {
    const sheet = withForm[place];
    if (!sheet) throw new Error(`${file.path}: a form without its sheet`);
    const { accepted, findings, form, name } = sheet;
    const notChecked = form?.notChecked?.text ?? null;
    const round = form?.round?.points ?? [];
    return { number: number + place, path: file.path, sheet: name, facts, findings, accepted, notChecked, round };
  });
}

/** Why a file, or sheets of it, have no form. */
export function unreadOf({ file: { fault, path, sheets } }: ReviewedFile): readonly Unread[] {
  if (fault) return [{ path, sheet: null, reason: fault.message }];
  return sheets.flatMap(({ name, skipped }) => (skipped === null ? [] : [{ path, sheet: name, reason: skipped }]));
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
