/** What can be said before all words of a language have come: the first screen. */
import type { FirstTemplates } from './catalogue';
import { fill, type SlotValue } from './fill';

/** The names of the {slots} of a template, as a union. */
type SlotNames<Template extends string> = Template extends `${string}{${infer Slot}}${infer Rest}`
  ? Slot | SlotNames<Rest>
  : never;

/** The facts that a sentence needs: none where its template has no slot. */
type FactsFor<Template extends string> = [SlotNames<Template>] extends [never]
  ? []
  : [facts: Readonly<Record<SlotNames<Template>, SlotValue>>];

/** Says one of these sentences; which facts it needs is known by type. */
export type Say<Templates extends Readonly<Record<string, string>>> = <Key extends keyof Templates>(
  key: Key,
  ...facts: FactsFor<Templates[Key]>
) => string;

/** The words of the first screen; `Words` say all of it, and more. */
export interface FirstWords {
  readonly say: Say<FirstTemplates>;
}

/** Makes the sentences of the first screen speakable. */
export function firstWordsOf(templates: Readonly<Record<keyof FirstTemplates, string>>): FirstWords {
  return { say: (key, ...[facts]) => fill(templates[key], facts ?? {}) };
}
