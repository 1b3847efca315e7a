/** Wires the papers of the pane to their words: official papers, Chinese whatever language the pane speaks. */
import type { OwnSheet } from '../core/sheet/ownSheet';
import { recogniseOwn } from '../papers/ownPaper';
import { sampleSheet } from '../papers/sampleSheet';
import { type FindingSpeaker, reportSheet, workpaperSheet } from '../papers/reportSheet';
import { wordDocument } from '../file/wordDocument';
import { knownFields, type Letter, letterOf, letterSheet, letterText } from '../papers/letter';
import { letterWords } from '../papers/letterWords';
import type { LetterRequest, PanePapers, PaperRequest } from '../pane/services';
import type { Seal } from '../review/memory/seal';
import type { Workbook } from '../port/workbook';
import { writePaper } from '../review/writePaper';
import { conclusion } from '../papers/conclusion';
import { formFacts } from '../summary/formFacts';
import { rollUpSheet, type RolledWorkbook, tablesSheet } from '../papers/papers';
import { wordsOf } from '../words/wordsOf';
import { chinese } from '../words/zh-CN';

const words = wordsOf(chinese);
const speaker: FindingSpeaker = { finding: (finding) => words.findingText(finding) };

function rolled({ sheets }: Extract<PaperRequest, { readonly kind: 'roll-up' }>['workbook']): RolledWorkbook {
  return {
    forms: sheets.flatMap(({ report }) => (report.ok ? report.value.forms : [])),
    unread: sheets.flatMap(({ report, sheet }) => {
      if (!report.ok) return [{ sheet: sheet.name, reason: words.faultText(report.fault).sentence }];
      const { skipped } = report.value;
      // The roll-up itself and other papers of ours are none of the unit's sheets.
      if (!skipped || skipped.kind === 'own-paper') return [];
      return [{ sheet: sheet.name, reason: words.noFormText(skipped).sentence }];
    }),
  };
}

function letterFrom({ fields, findings, form }: LetterRequest): Letter {
  return letterOf([{ report: form, findings }], fields, speaker);
}

function paperOf(request: PaperRequest): OwnSheet {
  switch (request.kind) {
    case 'report':
      return reportSheet(request.form, speaker, words.notCheckedText(request.form.notChecked));
    case 'workpaper':
      return workpaperSheet(request.form, ({ derivation }) => words.derivationText(derivation));
    case 'letter':
      return letterSheet(letterFrom(request));
    case 'tables':
      return tablesSheet(request.form, speaker, words.notCheckedText(request.form.notChecked));
    case 'roll-up':
      return rollUpSheet(rolled(request.workbook), speaker);
    case 'sample':
      return sampleSheet();
  }
}

/** The papers of the pane, into this workbook. */
export function papersOn(workbook: Workbook, seal: Seal): PanePapers {
  return {
    writePaper: (request, manner) => writePaper(workbook, paperOf(request), recogniseOwn, seal, manner),
    letter: (request) => {
      const letter = letterFrom(request);
      return { text: letterText(letter), unfilled: letter.unfilled, known: knownFields([request.form]) };
    },
    letterFile: (request) => ({
      name: `${letterWords.name}（${request.form.form.sheetName}）.docx`,
      bytes: wordDocument(letterFrom(request).document),
    }),
    conclusion: (form) => conclusion(formFacts(form), words.notCheckedText(form.notChecked)),
  };
}
