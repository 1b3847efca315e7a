/** Puts facts into a sentence's {slots}; the one place where sentences are assembled. */

/** A figure or a quotation for a slot. */
export type SlotValue = string | number;

/**
 * Fills the slots of a template. A slot without a fact is a bug and throws: a sentence with a hole
 * must never reach a person.
 *
 * @throws Error naming the slot that has no fact.
 */
export function fill(template: string, facts: Readonly<Record<string, SlotValue>>): string {
  return template.replace(/\{(\w+)\}/g, (_, slot: string) => {
    const fact = facts[slot];
    if (fact === undefined) throw new Error(`No fact for {${slot}} in "${template}"`);
    return String(fact);
  });
}

/**
 * The names of the slots of a template, each once, in order.
 * @internal tests compare the slots of both languages
 */
export function slotsOf(template: string): readonly string[] {
  return [...new Set([...template.matchAll(/\{(\w+)\}/g)].map(([, slot = '']) => slot))];
}
