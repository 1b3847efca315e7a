/** The texts that cells share: each entry is one cell text, plain or in formatted runs. */
import { contentText, decodeStoredText, tagsOf } from './xml';

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
  for (const tag of tagsOf(xml)) {
    if (tag.name !== 'si') continue;
    if (tag.kind === 'empty') texts.push('');
    else if (tag.kind === 'open') from = tag.end;
    else if (from !== null) {
      texts.push(stringItemText(xml.slice(from, tag.start)));
      from = null;
    }
  }
  return texts;
}
