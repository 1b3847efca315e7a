/** The texts that cells share: each entry is one cell text, plain or in formatted runs. */
import { contentText, decodeStoredText, eachTag, tagsOf } from './xml';

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
  eachTag(xml, ({ end, kind, name, start }) => {
    if (name !== 'si') return;
    if (kind === 'empty') texts.push('');
    else if (kind === 'open') from = end;
    else if (from !== null) {
      texts.push(plainItem(xml, from, start) ?? stringItemText(xml.slice(from, start)));
      from = null;
    }
  });
  return texts;
}

const plainOpening = '<t>';
const plainClosing = '</t>';

/** The text of an item that is one plain text, as nearly all are; null for every other. */
function plainItem(xml: string, from: number, to: number): string | null {
  if (!xml.startsWith(plainOpening, from) || !xml.startsWith(plainClosing, to - plainClosing.length)) return null;
  const inside = from + plainOpening.length;
  const behind = xml.indexOf('<', inside);
  return behind === to - plainClosing.length ? decodeStoredText(contentText(xml.slice(inside, behind))) : null;
}
