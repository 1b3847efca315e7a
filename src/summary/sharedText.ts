/** What several forms have word for word in common: indicators, reasons, whole forms. */
import type { RollUpEntry } from './rollUpEntry';

/** Text that several projects share; `rows` are their numbers from one, ascending. */
export interface Shared {
  readonly text: string;
  readonly rows: readonly number[];
}

/** Forms that are alike in every indicator, target and actual. */
export interface Duplicate {
  readonly rows: readonly number[];
  /** Whether they name one project (handed in twice) or several (copied). */
  readonly isSameProject: boolean;
}

/** A reason shorter than this is a phrase that anyone would use ("无偏差"). */
const shortestReason = 8;
/** A form with fewer indicators says too little to be called a copy. */
const fewestIndicators = 3;

const withoutSpace = (text: string): string => text.normalize('NFKC').replace(/\s/gu, '');
const withoutStops = (text: string): string => withoutSpace(text).replace(/[，。；、：！？,;:!?]/gu, '');

function grouped<Item>(items: readonly Item[], keyOf: (item: Item) => string): readonly (readonly Item[])[] {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return [...groups.values()];
}

interface Placed {
  readonly row: number;
  readonly entry: RollUpEntry;
}
const placed = (entries: readonly RollUpEntry[]): readonly Placed[] =>
  entries.map((entry, place) => ({ row: place + 1, entry }));

/** Forms alike in every indicator, target and actual, in the order of their first row. */
export function duplicatesOf(entries: readonly RollUpEntry[]): readonly Duplicate[] {
  const full = placed(entries).filter(({ entry }) => entry.indicators.length >= fewestIndicators);
  const groups = grouped(full, ({ entry }) =>
    withoutSpace(JSON.stringify(entry.indicators.map(({ actual, name, target }) => [name, target, actual]))),
  );
  return groups
    .filter((group) => group.length > 1)
    .map((group) => ({
      rows: group.map(({ row }) => row),
      isSameProject: new Set(group.map(({ entry }) => withoutSpace(entry.project ?? ''))).size === 1,
    }));
}

/**
 * Text that appears in forms of different projects, the most widespread first. Of duplicates only the first form
 * speaks: that they share everything has been said.
 */
function sharedAmong(
  entries: readonly RollUpEntry[],
  duplicates: readonly Duplicate[],
  textsOf: (entry: RollUpEntry) => readonly { readonly key: string; readonly text: string }[],
): readonly Shared[] {
  const repeated = new Set(duplicates.flatMap(({ rows }) => rows.slice(1)));
  const uses = placed(entries)
    .filter(({ row }) => !repeated.has(row))
    .flatMap(({ entry, row }) => {
      const once = new Map(textsOf(entry).map(({ key, text }) => [key, text]));
      // Forms without a project's name are told apart by their rows.
      const project = entry.project === null ? String(row) : withoutSpace(entry.project);
      return [...once].map(([key, text]) => ({ key, text, row, project }));
    });
  return grouped(uses, ({ key }) => key)
    .filter((group) => new Set(group.map(({ project }) => project)).size > 1)
    .map((group) => ({ text: group[0]?.text ?? '', rows: group.map(({ row }) => row) }))
    .sort((left, right) => right.rows.length - left.rows.length);
}

/** Indicators that projects share with target and actual. */
export function sharedIndicators(entries: readonly RollUpEntry[], duplicates: readonly Duplicate[]): readonly Shared[] {
  return sharedAmong(entries, duplicates, ({ indicators }) =>
    indicators
      .filter(({ actual, target }) => actual.trim() !== '' && target.trim() !== '')
      .map(({ actual, name, target }) => ({
        key: withoutSpace(JSON.stringify([name, target, actual])),
        text: `${name}：指标值${target}，完成值${actual}`,
      })),
  );
}

/** Reasons that projects share, whatever their punctuation. */
export function sharedReasons(entries: readonly RollUpEntry[], duplicates: readonly Duplicate[]): readonly Shared[] {
  return sharedAmong(entries, duplicates, ({ reasons }) =>
    reasons.map((text) => ({ key: withoutStops(text), text })).filter(({ key }) => key.length >= shortestReason),
  );
}
