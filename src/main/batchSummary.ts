/** Wires the summary of the files that the page has open: the workbook that the command line writes, and its figures. */
import { createOwnBook } from '../file/ownBook';
import { portablePacker } from '../file/packedText';
import { drawWorkbook, summaryName } from '../papers/summaryBook';
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

/** What is published of these files. */
function publishedOf(files: readonly SummedFile[]): Published {
  return publishedBatch(files.map(batchFile));
}

/** The summary workbook. */
export function summaryOf(files: readonly SummedFile[]): { readonly name: string; readonly bytes: Uint8Array } {
  const pieces = [...drawWorkbook(createOwnBook(portablePacker), publishedOf(files)).bytes()];
  const bytes = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return { name: summaryName, bytes };
}

/** The figures at its head. */
export function batchTotals(files: readonly SummedFile[]): BatchTotals {
  const { rollUp, unread } = publishedOf(files);
  const { counts, forms, openCount, openForms, reviewed, stated } = rollUp.totals;
  return { forms, unread: unread.length, stated, reviewed, openCount, openForms, counts, grades: rollUp.grades };
}
