/** Reviews one workbook file and, where asked, saves a reviewed copy. */
import { basename } from 'node:path';
import { type Documents, joinDocuments, noDocuments } from '../core/documents/documents';
import { toldBy } from '../core/documents/elsewhere';
import { besideForms } from '../core/report/besideForms';
import { usualContent } from '../core/report/letterContent';
import type { FormReport, SheetReport } from '../core/report/report';
import { letterForm } from '../papers/letterPoints';
import { recogniseOwn } from '../papers/ownPaper';
import { reportSheet, workpaperSheet } from '../papers/reportSheet';
import type { Rubric } from '../core/rubric/rubric';
import { applyPlan } from '../review/applyPlan';
import { type BroughtCounts, choicesBroughtAlong, countBroughtAlong } from '../review/memory/broughtAlong';
import { reviewSheet } from '../review/reviewSheet';
import type { HostFault, Outcome, SheetEntry, Workbook } from '../port/workbook';
import { type FilesBeside, nothingBeside } from './filesBeside';
import type { FileForms } from './reviewedAhead';
import { formFacts } from '../summary/formFacts';
import { tablesSheet } from '../papers/papers';
import { problemsOf } from '../summary/problems';
import { type FileTask, refusedFile, type ReviewedFile, type FileForm } from './reviewedFile';
import { type BroughtJson, type SheetJson, sheetJson } from './reviewJson';
import type { Speaker } from './speaker';

/** A workbook that lives in a file and can be saved elsewhere. */
export interface SavableWorkbook extends Workbook {
  /** The format that it was converted from on opening, such as "xls"; null for an .xlsx. */
  readonly convertedFrom?: string | null;
  save(path: string): Promise<Outcome<unknown>>;
  /** As a file, with what was written so far. */
  bytes(): Uint8Array;
}

/** What the review of a file is given by the composition root. */
export interface FileServices {
  readonly open: (path: string) => Promise<Outcome<SavableWorkbook>>;
  readonly speaker: Speaker;
  /** How a copy is known as ours again. */
  readonly own: CopyMark;
  /** Whether what came with a file (decisions, rubric, columns) is taken up; else it is only counted. */
  readonly adopts: boolean;
  /** Whether what a letter says is told of every form. */
  readonly letters: boolean;
}

/** Marks copies, and knows what may be replaced by one. */
export interface CopyMark {
  /** The key and the text by which a workbook of these bytes is known as written by us. */
  markOf(bytes: Uint8Array): { readonly key: string; readonly text: string };
  /** Whether nothing stands at the path, or what we wrote and nobody touched. */
  mayWrite(path: string): boolean;
}

/** Every form's plan, all of it: the copy is for the reviewer, the original stays as it was. */
async function writeAll(workbook: Workbook, { forms }: SheetReport): Promise<Outcome<{ done: number; left: number }>> {
  const total = { done: 0, left: 0 };
  for (const { plan } of forms) {
    const applied = await applyPlan(workbook, plan, {
      editIds: plan.edits.flatMap(({ id, recommended }) => (recommended ? [id] : [])),
      marks: true,
    });
    if (!applied.ok) return applied;
    for (const { outcome } of applied.value.results) {
      if (outcome === 'written') total.done += 1;
      else total.left += 1;
    }
  }
  return { ok: true, value: total };
}

/**
 * The papers of every form behind the unit's own sheets. Those that an earlier review left in the file are written
 * anew; those of this one have a number where there are several forms.
 */
async function writePapers(
  workbook: Workbook,
  forms: readonly FormReport[],
  earlier: readonly string[],
  speaker: Speaker,
): Promise<Outcome<null>> {
  const renewed = new Set(earlier);
  for (const form of forms) {
    const papers = [
      reportSheet(form, speaker, speaker.notChecked(form.notChecked)),
      workpaperSheet(form, ({ derivation }) => speaker.derivation(derivation)),
      tablesSheet(form, speaker, speaker.notChecked(form.notChecked)),
    ];
    for (const paper of papers) {
      const written = await workbook.writeSheet(paper, [...renewed]);
      if (!written.ok) return written;
      renewed.delete(written.value.sheetId);
    }
  }
  return { ok: true, value: null };
}

function broughtJson(counts: BroughtCounts, adopted: boolean): BroughtJson | null {
  const { accepted, applied, columns, decisions, rubrics } = counts;
  const total = accepted + applied + columns + decisions + rubrics;
  return total === 0 ? null : { accepted, decisions, rubrics, columns, applied, adopted };
}

/** Saves the copy with our mark in it; what came to stand in its place meanwhile is not replaced. */
async function saveMarked(workbook: SavableWorkbook, copy: string, own: CopyMark): Promise<Outcome<unknown>> {
  const { key, text } = own.markOf(workbook.bytes());
  const marked = await workbook.remember(key, text);
  if (!marked.ok) return marked;
  if (!own.mayWrite(copy)) return { ok: false, fault: { kind: 'file-not-writable', path: copy } };
  return workbook.save(copy);
}

interface NamedReport {
  readonly name: string;
  /** A sheet without cells has its fault; any other fault is that of the file. */
  readonly report: Outcome<SheetReport>;
}

/** Reviews all sheets, each form held against what stands in the whole workbook and in the other files of the batch. */
async function reviewSheets(
  workbook: Workbook,
  entries: readonly SheetEntry[],
  rubric: Rubric | null,
  { path, returned, targetTables, yearForms }: FilesBeside & { readonly path: string },
  adopts: boolean,
): Promise<Outcome<readonly NamedReport[]>> {
  const named: NamedReport[] = [];
  const remembered = adopts ? await choicesBroughtAlong(workbook) : null;
  if (remembered && !remembered.ok) return remembered;
  const isElsewhere = ({ file }: { readonly file: string | null }): boolean => file !== path;
  const documents: Documents[] = [
    {
      ...noDocuments,
      targetTables: targetTables.filter(isElsewhere),
      yearForms: yearForms.filter(isElsewhere),
    },
  ];
  for (const { id, name } of entries) {
    const report = await reviewSheet(workbook, {
      ...{ sheetId: id, leavesOutSample: true, recogniseOwn },
      ...(remembered ? { remembered: remembered.value } : {}),
      ...(rubric ? { rubric } : {}),
      ...(returned.length > 0 ? { earlierStates: { states: returned, isNamed: true } } : {}),
    });
    if (!report.ok && report.fault.kind !== 'sheet-without-cells') return report;
    if (report.ok) documents.push(report.value.documents);
    named.push({ name, report });
  }
  const all = joinDocuments(documents);
  return {
    ok: true,
    value: named.map(({ name, report }) => ({
      name,
      report: report.ok ? { ok: true, value: besideForms(report.value, all) } : report,
    })),
  };
}

/** What a file that was reviewed tells of the forms of others, and of its own. */
interface FileTold {
  readonly beside: FilesBeside;
  readonly forms: FileForms;
}

/** A file that was reviewed, and what it tells; null where there is a fault. */
interface ToldReview {
  readonly result: ReviewedFile;
  readonly told: FileTold | null;
}

/** What a file whose sheets were reviewed tells, each document with the file's path. */
function toldOf(path: string, sheets: readonly SheetReport[]): FileTold {
  const { projects, targetTables, yearForms } = joinDocuments(sheets.map(({ documents }) => documents));
  return {
    beside: { ...nothingBeside, ...toldBy({ targetTables, yearForms }, path) },
    forms: { projects, isReturned: sheets.some(({ forms }) => forms.some(({ round }) => round !== null)) },
  };
}

/**
 * Reviews one file; a fault of the file is part of the result. `rubric`: the one in force, inferred where null;
 * `beside`: what was found in the files of the batch, this one included.
 */
export async function reviewFile(
  task: FileTask,
  rubric: Rubric | null,
  services: FileServices,
  beside: FilesBeside = nothingBeside,
): Promise<ReviewedFile> {
  return (await reviewTelling(task, rubric, services, beside)).result;
}

/** The same, with what the file tells the forms of others. */
export async function reviewTelling(
  { copy, path, withPapers }: FileTask,
  rubric: Rubric | null,
  { adopts, letters, open, own, speaker }: FileServices,
  beside: FilesBeside,
): Promise<ToldReview> {
  const failed = (fault: HostFault): ToldReview => {
    const { nextStep, sentence } = speaker.fault(fault);
    return { result: refusedFile(path, fault.kind, `${sentence}${nextStep}`), told: null };
  };
  const opened = await open(path);
  if (!opened.ok) return failed(opened.fault);
  const workbook = opened.value;
  const entries = await workbook.sheets();
  if (!entries.ok) return failed(entries.fault);

  const sheets: SheetJson[] = [];
  const forms: FileForm[] = [];
  const reports: FormReport[] = [];
  const reviewedSheets: SheetReport[] = [];
  const written = { done: 0, left: 0 };
  const read = await reviewSheets(workbook, entries.value, rubric, { ...beside, path }, adopts);
  if (!read.ok) return failed(read.fault);
  for (const { name, report: reviewed } of read.value) {
    if (!reviewed.ok) {
      sheets.push({ name, skipped: speaker.fault(reviewed.fault).sentence, form: null, findings: [], accepted: [] });
      continue;
    }
    const report = reviewed.value;
    // Our own papers are none of the unit's sheets: neither a form nor one that could not be reviewed.
    if (report.skipped?.kind === 'own-paper') continue;
    const shaped = sheetJson(report, speaker);
    sheets.push(...shaped);
    report.forms.forEach((form, place) => {
      forms.push({
        ...{ facts: formFacts(form), problems: problemsOf(shaped[place]?.findings ?? []) },
        letter: letters ? letterForm(form, usualContent(form), speaker, basename(path)) : null,
      });
    });
    reports.push(...report.forms);
    reviewedSheets.push(report);
    if (copy !== null) {
      const applied = await writeAll(workbook, report);
      if (!applied.ok) return failed(applied.fault);
      written.done += applied.value.done;
      written.left += applied.value.left;
    }
  }
  const brought = await countBroughtAlong(workbook, reviewedSheets);
  if (!brought.ok) return failed(brought.fault);
  if (copy !== null && withPapers) {
    const earlier = entries.value.map(({ id }) => id);
    const papers = await writePapers(workbook, reports, earlier, speaker);
    if (!papers.ok) return failed(papers.fault);
  }
  if (copy !== null) {
    const saved = await saveMarked(workbook, copy, own);
    if (!saved.ok) return failed(saved.fault);
  }
  const { convertedFrom = null } = workbook;
  const converted = convertedFrom === null ? {} : { convertedFrom };
  const result: ReviewedFile = {
    file: { path, fault: null, ...converted, sheets, brought: broughtJson(brought.value, adopts) },
    forms,
    written: copy === null ? null : written,
  };
  return { result, told: toldOf(path, reviewedSheets) };
}
