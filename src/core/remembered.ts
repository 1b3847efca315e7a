/**
 * What was made is kept for the next time the same is asked: of a text, since forms of one unit share headings, units,
 * rules and many targets, and of a thing, as long as there is the thing. It must follow from the text or the thing alone
 * and never be changed. Texts are bounded, and long ones are not kept, so that a batch of any size stays small.
 */

/** How much is kept. */
interface Bounds {
  /** How many results at least, of those asked for last; at most twice as many. */
  readonly least?: number;
  /** Longer texts are made anew each time. */
  readonly longest?: number;
}

/** A function that keeps what it made of a thing as long as there is the thing, which must never change. */
export function rememberedOf<Thing extends object, Made>(make: (thing: Thing) => Made): (thing: Thing) => Made {
  const known = new WeakMap<Thing, Made>();
  return (thing) => {
    const before = known.get(thing);
    if (before !== undefined) return before;
    const made = make(thing);
    known.set(thing, made);
    return made;
  };
}

/** What something is made from: things that never change, or plain values; the first is the thing it is kept with. */
export type MadeFrom = readonly [object, ...unknown[]];

/** Keeps one result with each first thing, and gives it again where all that it would be made from is the same. */
export function rememberedFrom<Made>(): (from: MadeFrom, make: () => Made) => Made {
  const known = new WeakMap<object, { readonly from: MadeFrom; readonly made: Made }>();
  return (from, make) => {
    const before = known.get(from[0]);
    const isSame =
      before?.from.length === from.length && from.every((each, place) => Object.is(each, before.from[place]));
    if (before && isSame) return before.made;
    const made = make();
    known.set(from[0], { from, made });
    return made;
  };
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
