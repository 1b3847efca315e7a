/** The published forms reviewed as one batch, ready to be drawn. */
import { type Published, formsOf, type PublishedForm, type Unread } from '../../../src/command/published';
import type { ReviewedFile } from '../../../src/command/reviewedFile';
import { copyMarkOf } from '../../../src/command/fileServer';
import { reviewFile, type SavableWorkbook } from '../../../src/command/reviewFile';
import type { Decision } from '../../../src/core/decisions/decision';
import { decisionRecord } from '../../../src/core/decisions/decisionRecord';
import { decisionsKey } from '../../../src/review/memory/keptDecisions';
import type { Snapshot } from '../../../src/core/sheet/snapshot';
import { rollUp } from '../../../src/summary/rollUp';
import { rollUpEntry } from '../../../src/summary/rollUpEntry';
import { createWords } from '../../../src/words';

const words = createWords('zh-CN');

/** Reviews sheets as if they had been read from a file that decisions came with, which are adopted. */
export function reviewed(
  path: string,
  snapshots: readonly Snapshot[],
  decisions: readonly Decision[] = [],
): Promise<ReviewedFile> {
  const sheets = snapshots.map(({ sheetId, sheetName }, place) => ({
    id: sheetId,
    name: sheetName,
    visibility: 'visible' as const,
    isActive: place === 0,
  }));
  const kept = decisions.length === 0 ? null : JSON.stringify({ version: 1, content: decisions.map(decisionRecord) });
  // A review without a copy only lists, reads and recalls.
  const workbook: Pick<SavableWorkbook, 'sheets' | 'read' | 'recall' | 'keptKeys'> = {
    recall: (key) => Promise.resolve({ ok: true, value: key === decisionsKey ? kept : null }),
    keptKeys: () => Promise.resolve({ ok: true, value: kept === null ? [] : [decisionsKey] }),
    sheets: () => Promise.resolve({ ok: true, value: sheets }),
    read: (sheetId) => {
      const value = snapshots.find((snapshot) => snapshot.sheetId === sheetId);
      if (!value) throw new Error(`no sheet ${sheetId ?? ''}`);
      return Promise.resolve({ ok: true, value });
    },
  };
  return reviewFile({ path, copy: null, withPapers: false }, null, {
    open: () => Promise.resolve({ ok: true, value: workbook as SavableWorkbook }),
    own: copyMarkOf(new Uint8Array(32)),
    adopts: true,
    letters: true,
    speaker: {
      finding: (finding) => words.findingText(finding),
      checkTitle: (check) => words.checkText(check).title,
      derivation: (derivation) => words.derivationText(derivation),
      premise: (premise) => words.premiseText(premise),
      noForm: (because) => words.noFormText(because).sentence,
      notChecked: (list) => words.notCheckedText(list),
      layout: (layout) => words.layoutText(layout),
      fault: (fault) => words.faultText(fault),
    },
  });
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
