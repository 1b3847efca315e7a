/** Wires the papers of the pane to their words: official papers, Chinese whatever language the pane speaks. */
import type { OwnSheet } from '../core/sheet/ownSheet';
import { recogniseOwn } from '../papers/ownPaper';
import { sampleSheet } from '../papers/sampleSheet';
import { reportSheet, workpaperSheet } from '../papers/reportSheet';
import { wordDocument } from '../file/wordDocument';
import { openWordTemplate } from '../file/wordTemplate';
import {
  knownFields,
  type Letter,
  letterFilling,
  letterOf,
  letterSheet,
  letterText,
  ownTemplate,
  templateLines,
} from '../papers/letter';
import { type LetterForm, letterForm, type LetterSpeaker } from '../papers/letterPoints';
import { letterWords, slotsIn, type TemplateProblem, templateProblem } from '../papers/letterWords';
import type { LetterRequest, LetterTemplate, PanePapers, PaperRequest } from '../pane/services';
import { succeeded } from '../port/outcome';
import type { Outcome } from '../port/workbook';
import type { Seal } from '../review/memory/seal';
import type { Workbook } from '../port/workbook';
import { writePaper } from '../review/writePaper';
import { conclusion } from '../papers/conclusion';
import { formFacts } from '../summary/formFacts';
import { rollUpSheet, type RolledWorkbook, tablesSheet } from '../papers/papers';
import { wordsOf } from '../words/wordsOf';
import { chinese } from '../words/zh-CN';

const words = wordsOf(chinese);
const speaker: LetterSpeaker = {
  finding: (finding) => words.findingText(finding),
  evidence: (kind) => words.say(`evidence-${kind}`),
};

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

function formsOf({ forms }: LetterRequest): readonly LetterForm[] {
  return forms.map(({ form, ...content }) => letterForm(form, content, speaker));
}

function letterFrom(request: LetterRequest): Letter {
  const forms = formsOf(request);
  return letterOf(forms, request.fields, request.template?.lines ?? ownTemplate(forms));
}

/** By the form, or by the unit and how many forms it is about. */
function letterName(forms: readonly LetterForm[]): string {
  const [first] = forms;
  const unit = knownFields(forms)['单位'] ?? '';
  const about = forms.length === 1 && first ? first.sheet : `${unit}${forms.length}张表`;
  return `${letterWords.name}（${about.replace(/[\\/:*?"<>|]/gu, '')}）.docx`;
}

function letterBytes(request: LetterRequest): Uint8Array {
  const { template } = request;
  if (!template?.bytes) return wordDocument(letterFrom(request).document);
  const opened = openWordTemplate(template.bytes);
  // It was read when it was chosen.
  if (typeof opened === 'string') throw new Error(`a template that was taken is ${opened}`);
  const { fields, points } = letterFilling(formsOf(request), request.fields);
  return opened.fill(fields, points);
}

function wordTemplate(name: string, bytes: Uint8Array): LetterTemplate | TemplateProblem {
  const opened = openWordTemplate(bytes);
  if (typeof opened === 'string') return opened;
  return templateProblem(opened.lines) ?? { name, lines: opened.lines, bytes };
}

async function sheetTemplate(workbook: Workbook, sheetId: string): Promise<Outcome<LetterTemplate | TemplateProblem>> {
  const read = await workbook.read(sheetId);
  if (!read.ok) return read;
  const lines = templateLines(read.value);
  return succeeded(templateProblem(lines) ?? { name: read.value.sheetName, lines, bytes: null });
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
      const forms = formsOf(request);
      return {
        ...{ text: letterText(letter), points: letter.points, unfilled: letter.unfilled },
        slots: slotsIn(request.template?.lines ?? ownTemplate(forms)),
        known: knownFields(forms),
      };
    },
    letterFile: (request) => ({
      name: letterName(formsOf(request)),
      bytes: letterBytes(request),
    }),
    async templateSheets() {
      const listed = await workbook.sheets();
      return listed.ok ? succeeded(listed.value.map(({ id, name }) => ({ sheetId: id, name }))) : listed;
    },
    sheetTemplate: (sheetId) => sheetTemplate(workbook, sheetId),
    wordTemplate,
    conclusion: (form) => conclusion(formFacts(form), words.notCheckedText(form.notChecked)),
  };
}
