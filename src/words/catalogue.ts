/** What a language must say: every part, key by key. A language that lacks a sentence does not compile. */
import type { LayoutId, NoForm } from '../core/form/form';
import type { NotChecked } from '../core/report/notChecked';
import type { HostFault } from '../port/workbook';
import type { CheckWords } from './checkWords';
import type { Locale } from './locale';
import type { decisions } from './zh-CN/decisions';
import type { edits } from './zh-CN/edits';
import type { first } from './zh-CN/first';
import type { inPart } from './zh-CN/notChecked';
import type { pane } from './zh-CN/pane';
import type { asked, joining, premises } from './zh-CN/premises';
import type { session } from './zh-CN/session';

/** The Chinese templates of the pane, from which the names of their slots are known by type. */
export type PaneTemplates = FirstTemplates & typeof pane & typeof decisions & typeof session;

/** Those of them that the first screen needs. */
export type FirstTemplates = typeof first;

/** What is wrong in one sentence, and what to do next in another. */
export interface SentenceAndStep {
  readonly sentence: string;
  readonly nextStep: string;
}

/** All templates of one language; {slots} are filled with facts. */
export interface Catalogue {
  readonly locale: Locale;
  readonly pane: Readonly<Record<keyof PaneTemplates, string>>;
  readonly faults: Readonly<Record<HostFault['kind'], SentenceAndStep>>;
  /** Names of the families of layouts. */
  readonly layouts: Readonly<Record<LayoutId, string>>;
  readonly noForm: Readonly<Record<NoForm['kind'], SentenceAndStep>>;
  /** What of a form could not be reviewed. */
  readonly notChecked: Readonly<Record<NotChecked['because'], string>>;
  readonly inPart: Readonly<Record<keyof typeof inPart, string>>;
  readonly checks: CheckWords;
  /** By key of a derivation. */
  readonly derivations: Readonly<Record<string, string>>;
  /** By `about` and `choice` of a premise. */
  readonly premises: Readonly<Record<keyof typeof premises, string>>;
  /** What is to be confirmed, by what a premise is about. */
  readonly asked: Readonly<Record<keyof typeof asked, string>>;
  readonly joining: Readonly<Record<keyof typeof joining, string>>;
  readonly edits: Readonly<Record<keyof typeof edits, string>>;
}
