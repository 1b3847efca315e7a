/** Wires the summary of the files that the page has open: the workbook that the command line writes, and its figures. */
import { createOwnBook } from '../file/ownBook';
import { portablePacker } from '../file/packedText';
import { drawWorkbook, summaryName } from '../papers/summaryBook';
import type { WaitForIdle } from '../review/ahead';
import type { WorkbookReport } from '../review/reviewWorkbook';
import { type BatchFile, type Published, publishedBatch, type Unread } from '../summary/published';
import { type FormSpeaker, wordedForm } from '../summary/wordedForm';
import { wordsOf } from '../words/wordsOf';
import { chinese } from '../words/zh-CN';
import type { BatchTotals, SummedFile } from '../workbench/services';

const words = wordsOf(chinese);
const speaker: FormSpeaker = {
  finding: (finding) => words.findingText(finding),
  checkTitle: (check) => words.checkText(check).title,
  notChecked: (list) => words.notCheckedText(list),
};

/** A file with its sentences; what of it could not be read is told as the command line tells it. */
function batchFile({ path, reviewed }: SummedFile): BatchFile {
  if (!reviewed.ok) {
    const { nextStep, sentence } = words.faultText(reviewed.fault);
    return { forms: [], unread: [{ path, sheet: null, reason: `${sentence}${nextStep}` }] };
  }
  const { sheets } = reviewed.value;
  return {
    forms: sheets.flatMap(({ report, sheet }) =>
      (report.ok ? report.value.forms : []).map((form) => ({ path, sheet: sheet.name, ...wordedForm(form, speaker) })),
    ),
    unread: sheets.flatMap(({ report, sheet }): readonly Unread[] => {
      const unread = (reason: string): readonly Unread[] => [{ path, sheet: sheet.name, reason }];
      if (!report.ok) return unread(words.faultText(report.fault).sentence);
      const { skipped } = report.value;
      // Our own papers are none of the unit's sheets.
      if (!skipped || skipped.kind === 'own-paper') return [];
      const { nextStep, sentence } = words.noFormText(skipped);
      return unread(`${sentence}${nextStep}`);
    }),
  };
}

/** What was made of a review, kept as long as somebody has the review. */
const known = new WeakMap<WorkbookReport, { readonly path: string; readonly made: BatchFile }>();

function knownFile(file: SummedFile): BatchFile {
  const { path, reviewed } = file;
  if (!reviewed.ok) return batchFile(file);
  const before = known.get(reviewed.value);
  if (before?.path === path) return before.made;
  const made = batchFile(file);
  known.set(reviewed.value, { path, made });
  return made;
}

/** What is published of these files; between files the page has its turn. */
async function publishedOf(files: readonly SummedFile[], waitForIdle: WaitForIdle): Promise<Published> {
  const made: BatchFile[] = [];
  let turn = await waitForIdle();
  for (const file of files) {
    if (turn.isOver()) turn = await waitForIdle();
    made.push(knownFile(file));
  }
  return publishedBatch(made);
}

/** The summary workbook. */
export async function summaryOf(
  files: readonly SummedFile[],
  waitForIdle: WaitForIdle,
): Promise<{ readonly name: string; readonly bytes: Uint8Array }> {
  const book = drawWorkbook(createOwnBook(portablePacker), await publishedOf(files, waitForIdle));
  const pieces = [...book.bytes()];
  const bytes = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return { name: summaryName, bytes };
}

/** The figures at its head. */
export async function batchTotals(files: readonly SummedFile[], waitForIdle: WaitForIdle): Promise<BatchTotals> {
  const { rollUp, unread } = await publishedOf(files, waitForIdle);
  const { counts, forms, openCount, openForms, reviewed, stated } = rollUp.totals;
  return { forms, unread: unread.length, stated, reviewed, openCount, openForms, counts, grades: rollUp.grades };
}
