/** The sentences of the page for working without a spreadsheet program: apart, so that the task pane does not carry them. */
import { fileFaults as englishFaults } from './en/fileFaults';
import { workbench as english } from './en/workbench';
import { faultSentences, type FaultSentences } from './fileFaults';
import { fill, type SlotValue } from './fill';
import type { Locale } from './locale';
import { fileFaults as chineseFaults } from './zh-CN/fileFaults';
import { workbench as chinese } from './zh-CN/workbench';

/** A key of these sentences. */
export type WorkbenchKey = keyof typeof chinese | keyof FaultSentences;

/** Says a sentence; a fact that is missing is a bug and throws. */
export type SayWorkbench = (key: WorkbenchKey, facts?: Readonly<Record<string, SlotValue>>) => string;

/** All of them in one language. */
export type WorkbenchSentences = Readonly<Record<WorkbenchKey, string>>;

/**
 * The sentences of each language.
 *
 * @internal open for the test that holds the languages against each other.
 */
export const workbenchSentences: Readonly<Record<Locale, WorkbenchSentences>> = {
  'zh-CN': { ...chinese, ...faultSentences(chineseFaults) },
  en: { ...english, ...faultSentences(englishFaults) },
};

/**
 * Speaks the sentences given.
 * @internal a test speaks words of its own
 */
export function speaking(sentences: WorkbenchSentences): SayWorkbench {
  return (key, facts = {}) => fill(sentences[key], facts);
}

/** The sentences of a language. */
export function workbenchWords(locale: Locale): SayWorkbench {
  return speaking(workbenchSentences[locale]);
}
