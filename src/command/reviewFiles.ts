/** Reviews workbooks one after the other and, where asked, saves a reviewed copy. */
import type { SheetReport } from '../core/report/report';
import { applyPlan } from '../review/applyPlan';
import { reviewSheet } from '../review/reviewSheet';
import type { Applied, HostFault, Outcome, Workbook } from '../review/workbook';
import { type FileJson, type ReviewJson, sheetJson } from './reviewJson';
import type { Speaker } from './speaker';

/** A workbook that lives in a file and can be saved elsewhere. */
export interface SavableWorkbook extends Workbook {
  save(path: string): Promise<Outcome<unknown>>;
}

/** What the command line is given by its composition root. */
export interface FileServices {
  open(path: string): Promise<Outcome<SavableWorkbook>>;
  readonly speaker: Speaker;
}

/** 0: no P0 · 1: some P0 · 2: something could not be read or written. */
export type ExitCode = 0 | 1 | 2;

export interface FilesReview {
  readonly json: ReviewJson;
  /** What was written to the copy, by sheet name; empty without one. */
  readonly written: readonly { readonly sheet: string; readonly applied: Applied }[];
  readonly exitCode: ExitCode;
}

const failed = (path: string, fault: HostFault, { speaker }: FileServices): FileJson => {
  const { nextStep, sentence } = speaker.fault(fault);
  return { path, fault: { kind: fault.kind, message: `${sentence}${nextStep}` }, sheets: [] };
};

/** Every form's plan, all of it: the copy is for the reviewer, the original stays as it was. */
async function writeAll(
  workbook: Workbook,
  { forms, sheetName }: SheetReport,
): Promise<Outcome<FilesReview['written']>> {
  const written: { sheet: string; applied: Applied }[] = [];
  for (const { plan } of forms) {
    const applied = await applyPlan(workbook, plan, { editIds: plan.edits.map(({ id }) => id), marks: true });
    if (!applied.ok) return applied;
    written.push({ sheet: sheetName, applied: applied.value });
  }
  return { ok: true, value: written };
}

async function reviewFile(
  path: string,
  out: string | null,
  services: FileServices,
): Promise<{ file: FileJson; written: FilesReview['written'] }> {
  const { speaker } = services;
  const opened = await services.open(path);
  if (!opened.ok) return { file: failed(path, opened.fault, services), written: [] };
  const workbook = opened.value;
  const entries = await workbook.sheets();
  if (!entries.ok) return { file: failed(path, entries.fault, services), written: [] };

  const sheets: FileJson['sheets'][number][] = [];
  const written: FilesReview['written'][number][] = [];
  for (const { id, name } of entries.value) {
    const reviewed = await reviewSheet(workbook, { sheetId: id });
    if (!reviewed.ok) {
      if (reviewed.fault.kind !== 'sheet-without-cells')
        return { file: failed(path, reviewed.fault, services), written };
      sheets.push({ name, skipped: speaker.fault(reviewed.fault).sentence, form: null, findings: [] });
      continue;
    }
    sheets.push(...sheetJson(reviewed.value, speaker));
    if (out !== null) {
      const applied = await writeAll(workbook, reviewed.value);
      if (!applied.ok) return { file: failed(path, applied.fault, services), written };
      written.push(...applied.value);
    }
  }
  if (out !== null) {
    const saved = await workbook.save(out);
    if (!saved.ok) return { file: failed(path, saved.fault, services), written };
  }
  return { file: { path, fault: null, sheets }, written };
}

/** Reviews every file; `out` is where the one file's reviewed copy goes, or null. */
export async function reviewFiles(
  paths: readonly string[],
  out: string | null,
  services: FileServices,
): Promise<FilesReview> {
  const files: FileJson[] = [];
  const written: FilesReview['written'][number][] = [];
  for (const path of paths) {
    const review = await reviewFile(path, out, services);
    files.push(review.file);
    written.push(...review.written);
  }
  const hasFault = files.some(({ fault }) => fault !== null);
  const hasGrave = files.some(({ sheets }) =>
    sheets.some(({ findings }) => findings.some(({ severity }) => severity === 'P0')),
  );
  return { json: { version: 1, files }, written, exitCode: hasFault ? 2 : hasGrave ? 1 : 0 };
}
