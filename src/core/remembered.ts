/**
 * What was made of a text is kept for the next time the same text comes: forms of one unit share headings, units, rules and
 * many targets, and one text is looked at by many checks. What is made must follow from the text alone and never be
 * changed. Bounded, and long texts are not kept, so that a batch of any size stays small.
 */

/** How much is kept. */
interface Bounds {
  /** How many results at least, of those asked for last; at most twice as many. */
  readonly least?: number;
  /** Longer texts are made anew each time. */
  readonly longest?: number;
}

/** A function that keeps its results. */
export function remembered<Made>(
  make: (text: string) => Made,
  { least = 1024, longest = 400 }: Bounds = {},
): (text: string) => Made {
  let recent = new Map<string, Made>();
  let older = new Map<string, Made>();
  return (text) => {
    if (text.length > longest) return make(text);
    const known = recent.get(text);
    if (known !== undefined) return known;
    const made = older.get(text) ?? make(text);
    // What was not asked for since the last turn is forgotten with the older half.
    if (recent.size >= least) [older, recent] = [recent, new Map<string, Made>()];
    recent.set(text, made);
    return made;
  };
}
