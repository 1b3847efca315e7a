/** One language made speakable: from templates and facts to sentences. */
import type { Finding } from '../core/checks/finding';
import type { LayoutId, NoForm } from '../core/form/form';
import type { Edit } from '../core/report/edit';
import type { NotChecked } from '../core/report/notChecked';
import type { RubricProblem } from '../core/rubric/decoder';
import type { Premise } from '../core/score/premises';
import type { Derivation, ScoreReading } from '../core/score/scores';
import type { HostFault } from '../port/workbook';
import type { Locale } from './locale';
import type { Catalogue, PaneTemplates, SentenceAndStep } from './catalogue';
import type { WordsOfCheck } from './checkWords';
import { fill, type SlotValue } from './fill';
import type { Say } from './firstWords';
import { askedText, premiseText, readingsText } from './readingsText';

/** One finding in words. */
export interface FindingText {
  /** What must hold. */
  readonly title: string;
  /** What is wrong, with figures. */
  readonly message: string;
  readonly why: string;
  readonly remedy: string;
  /** The sum behind the score, where the message does not already state it; else null. */
  readonly sum: string | null;
}

/** One host fault in words. */
interface FaultText extends SentenceAndStep {
  /** Whether trying the same again can help. */
  readonly canRetry: boolean;
}

/** Everything that can be said in one language. */
export interface Words {
  /** The language, for dates and for the page. */
  readonly locale: Locale;
  readonly say: Say<PaneTemplates>;
  findingText(finding: Finding): FindingText;
  derivationText(derivation: Derivation): string;
  /** One premise as a phrase: 按反向. */
  premiseText(premise: Premise): string;
  /** Ways to read a row: 按正向 8.67，按反向 10. */
  readingsText(readings: readonly ScoreReading[]): string;
  /** What a person has to confirm, so that one reading is left: 方向. */
  askedText(readings: readonly ScoreReading[]): string;
  faultText(fault: HostFault): FaultText;
  /** Why a cell would be written. */
  editReason(edit: Edit): string;
  noFormText(because: NoForm): SentenceAndStep;
  /** The first line of a form that was reviewed only in part; null where all of it was. */
  notCheckedText(list: readonly NotChecked[]): string | null;
  /** What is wrong at one place of a rubric. */
  rubricProblemText(problem: RubricProblem): string;
  /** What a check looks at, why, and what to do; a check that is not known is a bug. */
  checkText(check: string): Pick<FindingText, 'title' | 'why' | 'remedy'>;
  /** The name of a family of layouts. */
  layoutText(layout: LayoutId): string;
}

/** Whether trying again can help once the user did the next step; where it cannot, no button offers it. */
const canRetry: Readonly<Record<HostFault['kind'], boolean>> = {
  'not-in-excel': false,
  'cell-being-edited': true,
  'sheet-protected': true,
  'texts-too-long': true,
  'sheet-filtered': true,
  'sheet-missing': false,
  'sheet-without-cells': true,
  'read-only': false,
  'other-workbook-active': true,
  'selection-without-cells': true,
  'sheet-hidden': true,
  'compatibility-mode': false,
  'too-old': false,
  'too-large': true,
  'session-lost': false,
  busy: true,
  'not-a-workbook': false,
  'file-encrypted': false,
  'file-too-large': false,
  'file-damaged': false,
  'file-empty': false,
  'file-old-word': false,
  'file-without-table': false,
  'file-pdf': false,
  'file-image': false,
  'file-slides': false,
  'file-archive': false,
  'file-missing': false,
  'file-not-readable': true,
  'file-not-writable': true,
  'file-exists': false,
  unexpected: true,
};

/** Facts that hold a list, which the core writes as Chinese does: D9:D27、F3等. */
const lists = ['admissible', 'cells', 'names'];

/** The facts with their lists as the language writes them. */
function withLists<Facts extends Readonly<Record<string, SlotValue>>>(facts: Facts, { joining }: Catalogue): Facts {
  const inLanguage = Object.entries(facts).map(([name, fact]): [string, SlotValue] =>
    lists.includes(name) && typeof fact === 'string'
      ? [name, fact.replace(/等$/u, joining.goesOn).replaceAll('、', joining.listed)]
      : [name, fact],
  );
  return Object.fromEntries(inLanguage) as Facts;
}

function has<Entries extends object>(entries: Entries, key: PropertyKey): key is keyof Entries {
  return Object.hasOwn(entries, key);
}

/**
 * The words of a language.
 *
 * @throws Error from the single functions when a key or a fact is missing: a sentence with a hole is a bug.
 */
export function wordsOf(catalogue: Catalogue): Words {
  const derivationText = ({ key, facts }: Derivation): string => {
    const { derivations } = catalogue;
    const template = has(derivations, key) ? derivations[key] : undefined;
    if (template === undefined) throw new Error(`No words for the derivation "${key}"`);
    return fill(template, withLists(facts, catalogue));
  };

  return {
    locale: catalogue.locale,
    say: (key, ...[facts]) => fill(catalogue.pane[key], facts ?? {}),
    derivationText,
    findingText({ check, derivation, facts, message, readings }) {
      const byCheck: Readonly<Record<string, WordsOfCheck>> = catalogue.checks;
      const words = byCheck[check];
      const template = words?.messages[message];
      if (!words || template === undefined) throw new Error(`No words for the message "${message}" of "${check}"`);
      const sum = derivation && derivationText(derivation);
      const all: Readonly<Record<string, SlotValue>> = {
        ...withLists(facts, catalogue),
        ...(sum === null ? {} : { derivation: sum }),
        ...(readings.length === 0
          ? {}
          : {
              readings: readingsText(readings, catalogue),
              ways: readings.length,
              ask: askedText(readings, catalogue),
            }),
      };
      return {
        title: words.title,
        message: fill(template, all),
        why: words.why,
        remedy: fill(words.remedies?.[message] ?? words.remedy, all),
        sum: template.includes('{derivation}') ? null : sum,
      };
    },
    premiseText: (premise) => premiseText(premise, catalogue),
    readingsText: (readings) => readingsText(readings, catalogue),
    askedText: (readings) => askedText(readings, catalogue),
    faultText(fault) {
      const { nextStep, sentence } = catalogue.faults[fault.kind];
      const { kind, ...facts } = fault;
      return { sentence: fill(sentence, facts), nextStep: fill(nextStep, facts), canRetry: canRetry[kind] };
    },
    editReason({ because }) {
      return has(catalogue.edits, because.key)
        ? fill(catalogue.edits[because.key], because.facts)
        : derivationText(because);
    },
    layoutText: (layout) => catalogue.layouts[layout],
    rubricProblemText: ({ facts, key }) => fill(catalogue.pane[`problem-${key}`], facts),
    checkText(check) {
      const byCheck: Readonly<Record<string, WordsOfCheck>> = catalogue.checks;
      const words = byCheck[check];
      if (!words) throw new Error(`No words for the check "${check}"`);
      return { title: words.title, why: words.why, remedy: words.remedy };
    },
    notCheckedText(list) {
      const { between, sentence } = catalogue.inPart;
      const parts = list.map(({ because, count }) => fill(catalogue.notChecked[because], { count }));
      return parts.length === 0 ? null : fill(sentence, { parts: parts.join(between) });
    },
    noFormText(because) {
      const { nextStep, sentence } = catalogue.noForm[because.kind];
      const facts = because.kind === 'other-document' ? { what: because.what } : {};
      return { sentence: fill(sentence, facts), nextStep: fill(nextStep, facts) };
    },
  };
}
