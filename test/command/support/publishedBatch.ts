/** The published forms reviewed as one batch, ready to be drawn. */
import { formsOf, type ReviewedFile } from '../../../src/command/reviewedFile';
import type { Published, PublishedForm, Unread } from '../../../src/summary/published';
import { copyMarkOf } from '../../../src/command/fileServer';
import { type FilesBeside, nothingBeside } from '../../../src/command/filesBeside';
import { lookThrough } from '../../../src/command/lookThrough';
import { type FileServices, reviewFile, type SavableWorkbook } from '../../../src/command/reviewFile';
import type { Decision } from '../../../src/core/decisions/decision';
import { decisionRecord } from '../../../src/core/decisions/decisionRecord';
import { recogniseOwn } from '../../../src/papers/ownPaper';
import { readOneByOne } from '../../../src/port/readOneByOne';
import { decisionsKey } from '../../../src/review/memory/keptDecisions';
import type { Snapshot } from '../../../src/core/sheet/snapshot';
import { reviewWorkbook } from '../../../src/review/reviewWorkbook';
import { rollUp } from '../../../src/summary/rollUp';
import { rollUpEntry } from '../../../src/summary/rollUpEntry';
import { createWords } from '../../../src/words';
import type { SummedFile } from '../../../src/workbench/services';

const words = createWords('zh-CN');

/** A workbook of these sheets as far as a review without a copy asks for it: it lists, reads and recalls. */
function workbookOf(
  snapshots: readonly Snapshot[],
  kept: string | null,
): Pick<SavableWorkbook, 'sheets' | 'read' | 'readMany' | 'recall' | 'keptKeys'> {
  const sheets = snapshots.map(({ sheetId, sheetName }, place) => ({
    ...{ id: sheetId, name: sheetName, visibility: 'visible' as const, isActive: place === 0 },
  }));
  const read: SavableWorkbook['read'] = (sheetId) => {
    const value = snapshots.find((snapshot) => snapshot.sheetId === sheetId);
    if (!value) throw new Error(`no sheet ${sheetId ?? ''}`);
    return Promise.resolve({ ok: true, value });
  };
  return {
    recall: (key) => Promise.resolve({ ok: true, value: key === decisionsKey ? kept : null }),
    keptKeys: () => Promise.resolve({ ok: true, value: kept === null ? [] : [decisionsKey] }),
    sheets: () => Promise.resolve({ ok: true, value: sheets }),
    read,
    readMany: (sheetIds, reading) => readOneByOne(read, sheetIds, reading),
  };
}

/** What is told of these sheets to the forms of other files. */
export async function toldOf(path: string, snapshots: readonly Snapshot[]): Promise<FilesBeside> {
  const value = workbookOf(snapshots, null) as SavableWorkbook;
  const told = await lookThrough(path, 'beside', () => Promise.resolve({ ok: true, value }));
  if (!told) throw new Error(`${path} cannot be read`);
  return told;
}

/** Reviews the same sheets with the same decisions as the page does a file of its batch. */
export async function reviewedInPage(
  path: string,
  snapshots: readonly Snapshot[],
  decisions: readonly Decision[] = [],
): Promise<SummedFile> {
  const workbook = workbookOf(snapshots, null) as SavableWorkbook;
  return { path, reviewed: await reviewWorkbook(workbook, undefined, undefined, () => ({ decisions, recogniseOwn })) };
}

/** Reviews sheets as if they had been read from a file that decisions came with, which are adopted. */
export function reviewed(
  path: string,
  snapshots: readonly Snapshot[],
  decisions: readonly Decision[] = [],
  beside: FilesBeside = nothingBeside,
): Promise<ReviewedFile> {
  const kept = decisions.length === 0 ? null : JSON.stringify({ version: 1, content: decisions.map(decisionRecord) });
  const workbook = workbookOf(snapshots, kept);
  const services: FileServices = {
    open: () => Promise.resolve({ ok: true, value: workbook as SavableWorkbook }),
    own: copyMarkOf(new Uint8Array(32)),
    adopts: true,
    letters: true,
    speaker: {
      finding: (finding) => words.findingText(finding),
      checkTitle: (check) => words.checkText(check).title,
      evidence: (kind) => words.say(`evidence-${kind}`),
      derivation: (derivation) => words.derivationText(derivation),
      premise: (premise) => words.premiseText(premise),
      noForm: (because) => {
        const { nextStep, sentence } = words.noFormText(because);
        return `${sentence}${nextStep}`;
      },
      notChecked: (list) => words.notCheckedText(list),
      layout: (layout) => words.layoutText(layout),
      fault: (fault) => words.faultText(fault),
    },
  };
  return reviewFile({ path, copy: null, withPapers: false }, null, services, beside);
}

/** What is published of these files. */
export function publishedOf(files: readonly ReviewedFile[], unread: readonly Unread[] = []): Published {
  const forms: PublishedForm[] = [];
  for (const file of files) forms.push(...formsOf(file, forms.length + 1));
  const problems = files.flatMap((file) => file.forms.map((form) => form.problems));
  return {
    rollUp: rollUp(
      forms.map(({ facts, path, sheet }, place) => rollUpEntry({ path, sheet }, facts, problems[place] ?? [])),
    ),
    unread,
    files: files.length,
    time: '2026/1/2 03:04:05',
    forms: () => forms,
  };
}
