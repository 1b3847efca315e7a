/** The texts that cells share: each entry is one cell text, plain or in formatted runs. */
import { contentText, decodeStoredText, eachTag, type Tag, tagsOf } from './xml';

/** The plain text of a string item (`si`, `is`): its runs joined, phonetic guides left out. */
export function stringItemText(xml: string): string {
  let text = '';
  let guide = 0;
  let from: number | null = null;
  for (const tag of tagsOf(xml)) {
    if (tag.name === 'rPh') guide += tag.kind === 'open' ? 1 : tag.kind === 'close' ? -1 : 0;
    if (tag.name !== 't' || guide > 0) continue;
    if (tag.kind === 'open') from = tag.end;
    else if (tag.kind === 'close' && from !== null) {
      text += contentText(xml.slice(from, tag.start));
      from = null;
    }
  }
  return decodeStoredText(text);
}

/** Reads the table of shared texts, in order. */
export function readSharedStrings(xml: string): readonly string[] {
  const texts: string[] = [];
  let from: number | null = null;
  const take = ({ end, kind, start }: Tag): void => {
    if (kind === 'empty') texts.push('');
    else if (kind === 'open') from = end;
    else if (from !== null) {
      texts.push(stringItemText(xml.slice(from, start)));
      from = null;
    }
  };
  const shortcut = (start: number): number | null => {
    const item = from === null ? plainItem(xml, start) : null;
    if (!item) return null;
    texts.push(decodeStoredText(contentText(xml.slice(item.from, item.to))));
    return item.end;
  };
  eachTag(xml, take, { shortcut, wanted });
  return texts;
}

const wanted: ReadonlySet<string> = new Set(['si']);

/** How an item begins that is one plain text, as nearly all are. */
const openings = ['<si><t>', '<si><t xml:space="preserve">'] as const;
const closing = '</t></si>';

/** Where the text of an item lies that is one plain text, and where the item ends; null for every other. */
function plainItem(
  xml: string,
  start: number,
): { readonly from: number; readonly to: number; readonly end: number } | null {
  const opening = openings.find((one) => xml.startsWith(one, start));
  if (opening === undefined) return null;
  const from = start + opening.length;
  const to = xml.indexOf('<', from);
  return to >= 0 && xml.startsWith(closing, to) ? { from, to, end: to + closing.length } : null;
}
