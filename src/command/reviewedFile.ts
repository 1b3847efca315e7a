/** What a file is to a batch: a task before, and plain data that travels between threads after. */
import type { HostFault } from '../port/workbook';
import type { LetterForm } from '../papers/letterPoints';
import type { FormFacts } from '../summary/formFacts';
import type { FormProblem } from '../summary/rollUpEntry';
import type { PublishedForm, Unread } from '../summary/published';
import type { FileJson } from './reviewJson';

/** One file to be reviewed. */
export interface FileTask {
  /** As it is shown. */
  readonly path: string;
  /** Where the reviewed copy goes; null: none is wanted. */
  readonly copy: string | null;
  /** Whether the copy is given sheets of our own: report, workpaper and tables of each form. */
  readonly withPapers: boolean;
}

/** What a summary needs of one form beyond its JSON. */
export interface FileForm {
  readonly facts: FormFacts;
  readonly problems: readonly FormProblem[];
  /** What a letter says of it; null where none is wanted. */
  readonly letter: LetterForm | null;
}

/** One file, reviewed; plain data. */
export interface ReviewedFile {
  readonly file: FileJson;
  /** The forms of all sheets in order: those entries of `file.sheets` that have a form. */
  readonly forms: readonly FileForm[];
  /** Cells of the copy; null without a copy. */
  readonly written: { readonly done: number; readonly left: number } | null;
}

/** A file of which nothing could be had but the reason. */
export function refusedFile(path: string, kind: HostFault['kind'], message: string): ReviewedFile {
  return { file: { path, fault: { kind, message }, sheets: [], brought: null }, forms: [], written: null };
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
