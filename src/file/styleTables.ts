/** Tables of the styles part, such as its fonts and cell formats: read, and made longer. */
import { tagsOf, type Splice } from './xml';

/** A table of the styles part, where it stands, with its entries as written. */
export interface StyleTable {
  readonly prefix: string;
  readonly openStart: number;
  readonly openEnd: number;
  readonly closeStart: number;
  readonly entries: readonly string[];
}

/** The table of that name; null where the part has none. */
export function readTable(styles: string, table: string, entry: string): StyleTable | null {
  let open: { prefix: string; openStart: number; openEnd: number } | null = null;
  let from = 0;
  const entries: string[] = [];
  for (const tag of tagsOf(styles)) {
    if (tag.name === table && tag.kind === 'open')
      open = { prefix: tag.prefix, openStart: tag.start, openEnd: tag.end };
    if (!open) continue;
    if (tag.name === entry) {
      if (tag.kind === 'open') from = tag.start;
      else entries.push(styles.slice(tag.kind === 'empty' ? tag.start : from, tag.end));
    }
    if (tag.name === table && tag.kind === 'close') return { ...open, closeStart: tag.start, entries };
  }
  return null;
}

/** The place of an entry, which is put in at the end where it is not there yet. */
export function placeIn(
  entries: readonly string[],
  wanted: string,
): { readonly place: number; readonly entries: readonly string[] } {
  const known = entries.indexOf(wanted);
  return known < 0 ? { place: entries.length, entries: [...entries, wanted] } : { place: known, entries };
}

/** What makes the table one with these entries, of which the first are its own. */
export function grown(
  styles: string,
  { closeStart, entries, openEnd, openStart }: StyleTable,
  wanted: readonly string[],
): readonly Splice[] {
  if (wanted.length === entries.length) return [];
  const open = styles
    .slice(openStart, openEnd)
    .replace(/(\scount\s*=\s*["'])[^"']*/, (_whole, head: string) => `${head}${wanted.length}`);
  return [
    { start: openStart, end: openEnd, text: open },
    { start: closeStart, end: closeStart, text: wanted.slice(entries.length).join('') },
  ];
}
