/**
 * Somebody's own Word file as the template of a letter: names in 【】 are slots, wherever Word split them into runs; the
 * paragraph that is only 【问题】 is repeated for every point as it is set. Every other part keeps its bytes, so that head,
 * fonts, tables and margins stay the office's own.
 */
import type { OwnDocument } from '../core/sheet/ownDocument';
import { DamagedFile } from './damage';
import { openPackage, type WorkbookPackage } from './workbookPackage';
import { contentText, DamagedXml, eachTag, escapeXml, splice, type Splice, type Tag, tagsOf } from './xml';

/** A template that was read. */
export interface WordTemplate {
  /** The paragraphs of body, heads and feet as text, in their order: what slots there are, and the letter as a message. */
  readonly lines: readonly string[];
  /** The letter: `filled` by slot, and the points in the place of 【问题】. */
  fill(filled: Readonly<Partial<Record<string, string>>>, points: OwnDocument): Uint8Array;
}

/** Why bytes are no template. */
export type WordTemplateProblem = 'not-word' | 'damaged' | 'too-large';

const body = 'word/document.xml';
/** Head and foot of pages, where a letter's head often stands. */
const margin = /^word\/(?:header|footer)\d*\.xml$/u;

/** Text of a run, with its element. */
interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A paragraph with its own text, without that of text boxes in it, which are paragraphs of their own. */
interface FoundParagraph {
  readonly start: number;
  end: number;
  readonly stretches: Stretch[];
  /** The elements that say how the paragraph, and its first text, are set; empty where nothing does. */
  properties: string;
  run: string;
}

/** Reads a template. */
export function openWordTemplate(bytes: Uint8Array): WordTemplate | WordTemplateProblem {
  try {
    const opened = openPackage(bytes);
    if (opened === 'file-too-large') return 'too-large';
    if (opened === 'not-a-workbook' || !opened.has(body)) return 'not-word';
    return templateOf(opened);
  } catch (error) {
    if (error instanceof DamagedFile || error instanceof DamagedXml) return 'damaged';
    throw error;
  }
}

function templateOf(opened: WorkbookPackage): WordTemplate {
  const parts = [body, ...opened.names.filter((name) => margin.test(name))].map((name) => {
    const xml = opened.text(name) ?? '';
    return { name, xml, paragraphs: paragraphsOf(xml) };
  });
  return {
    lines: parts.flatMap(({ paragraphs }) => paragraphs.map(textOf)),
    fill: (filled, points) =>
      opened
        .with(new Map(parts.map(({ name, paragraphs, xml }) => [name, filledPart(xml, paragraphs, filled, points)])))
        .bytes(),
  };
}

const textOf = ({ stretches }: FoundParagraph): string => stretches.map(({ text }) => text).join('');

/** The paragraphs of a part in the order in which they begin. @throws DamagedXml */
function paragraphsOf(xml: string): readonly FoundParagraph[] {
  const found: FoundParagraph[] = [];
  const open: FoundParagraph[] = [];
  /** The prefix of the part's own elements: a drawing has paragraphs of another kind. */
  let prefix: string | null = null;
  let textFrom: Tag | null = null;
  let settingFrom: { readonly tag: Tag; readonly of: FoundParagraph } | null = null;
  eachTag(xml, (tag) => {
    prefix ??= tag.prefix;
    if (tag.prefix !== prefix) return;
    const paragraph = open.at(-1);
    if (tag.name === 'p' && tag.kind === 'open') {
      const begun = { start: tag.start, end: tag.end, stretches: [], properties: '', run: '' };
      found.push(begun);
      open.push(begun);
    } else if (tag.name === 'p' && tag.kind === 'close') {
      const closed = open.pop();
      if (closed) closed.end = tag.end;
    } else if (!paragraph) return;
    else if (tag.name === 't') {
      if (tag.kind === 'open') textFrom = tag;
      if (tag.kind === 'close' && textFrom) {
        const text = contentText(xml.slice(textFrom.end, tag.start));
        paragraph.stretches.push({ start: textFrom.start, end: tag.end, text });
        textFrom = null;
      }
    } else if (tag.name === 'pPr' || tag.name === 'rPr') {
      // What stands within the setting of the paragraph belongs to its mark, not to its text.
      if (tag.kind === 'open' && !settingFrom) settingFrom = { tag, of: paragraph };
      else if (tag.kind === 'close' && settingFrom?.tag.name === tag.name && settingFrom.of === paragraph) {
        const setting = xml.slice(settingFrom.tag.start, tag.end);
        if (tag.name === 'pPr') paragraph.properties ||= setting;
        else if (paragraph.stretches.length === 0) paragraph.run = setting;
        settingFrom = null;
      }
    }
  });
  return found;
}

/** A part with its slots filled. */
function filledPart(
  xml: string,
  paragraphs: readonly FoundParagraph[],
  filled: Readonly<Partial<Record<string, string>>>,
  points: OwnDocument,
): string {
  const [root] = tagsOf(xml);
  const prefix = root?.prefix ?? 'w:';
  const changes: Splice[] = [];
  let replacedTo = 0;
  for (const paragraph of paragraphs) {
    if (paragraph.start < replacedTo) continue;
    if (textOf(paragraph).trim() === '【问题】') {
      changes.push({ start: paragraph.start, end: paragraph.end, text: pointsXml(paragraph, points, prefix) });
      replacedTo = paragraph.end;
    } else changes.push(...filledStretches(paragraph, filled, prefix));
  }
  return splice(xml, changes);
}

/** The runs of a paragraph whose slots are filled: what fills one stands where the slot begins. */
function filledStretches(
  { stretches }: FoundParagraph,
  filled: Readonly<Partial<Record<string, string>>>,
  prefix: string,
): readonly Splice[] {
  const whole = stretches.map(({ text }) => text).join('');
  const slots = [...whole.matchAll(/【([^【】]{1,20})】/gu)].flatMap((match) => {
    const text = filled[match[1] ?? ''];
    return text === undefined ? [] : [{ from: match.index, to: match.index + match[0].length, text }];
  });
  if (slots.length === 0) return [];
  let at = 0;
  return stretches.flatMap(({ end, start, text }): readonly Splice[] => {
    const from = at;
    const to = from + text.length;
    at = to;
    const touching = slots.filter((slot) => slot.from < to && slot.to > from);
    if (touching.length === 0) return [];
    let said = '';
    let place = from;
    for (const slot of touching) {
      said += whole.slice(place, Math.max(place, slot.from)) + (slot.from >= from ? slot.text : '');
      place = Math.min(to, slot.to);
    }
    return [{ start, end, text: textXml(said + whole.slice(place, to), prefix) }];
  });
}

// Signs that no XML may hold, and line breaks, which Word does not take from a text.
const textXml = (text: string, prefix: string): string =>
  `<${prefix}t xml:space="preserve">${escapeXml(text.replace(/[\u0000-\u001f\ufffe\uffff]/gu, ' '))}</${prefix}t>`;

/** A paragraph a point, set as the one that they replace; where a section ends with it, it ends with the last. */
function pointsXml({ properties, run }: FoundParagraph, points: OwnDocument, prefix: string): string {
  const [from, closing] = [properties.indexOf(`<${prefix}sectPr`), `</${prefix}sectPr>`];
  const to = properties.lastIndexOf(closing);
  const section = from < 0 || to < from ? '' : properties.slice(from, to + closing.length);
  return points
    .map(({ text }, place) => {
      const setting = place === points.length - 1 ? properties : properties.replace(section, '');
      return `<${prefix}p>${setting}<${prefix}r>${run}${textXml(text, prefix)}</${prefix}r></${prefix}p>`;
    })
    .join('');
}
