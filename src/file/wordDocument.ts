/**
 * A document of our own as a Word file: A4 upright, the fonts and sizes of an official letter. Written by our own hand
 * instead of a library's, because it has six kinds of paragraphs and no more. The same document is always
 * the same bytes.
 */
import { strToU8, zipSync } from 'fflate';
import type { OwnDocument, Paragraph, ParagraphKind } from '../core/sheet/ownDocument';
import { textWidth } from '../core/sheet/textWidth';
import { escapeXml } from './xml';
import { firstMoment } from './zip';

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const packages = 'http://schemas.openxmlformats.org/package/2006/';
const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const contentTypes = 'application/vnd.openxmlformats-officedocument.wordprocessingml.';

/** The letters of running text in half points, and its lines in twentieths of a point. */
interface Setting {
  readonly letters: number;
  readonly line: number;
}

/** 小四, as official letters of several points are set. */
const usual: Setting = { letters: 24, line: 380 };
/** 五号: for what would go over the end of a page and need not. */
const close: Setting = { letters: 21, line: 320 };

/** A4 upright, in twentieths of a point. */
const sheet = { width: 11906, height: 16838, top: 1247, bottom: 1134, side: 1474 } as const;
/** Below the title and above the signature, in twentieths of a point. */
const room = { title: 240, seal: 600 } as const;

/** Signs are not as wide as they are counted everywhere, and a line ends before a sign that may not begin one. */
const slack = 1.04;

/** Whether a document is likely to fit on one page: an estimate, because the fonts are those of the reader's machine. */
function fits(document: OwnDocument, { letters, line }: Setting): boolean {
  const signs = (sheet.width - 2 * sheet.side) / (letters * 10);
  const lines = document.map(({ text }) => Math.ceil(((textWidth(text) / 2 + 2) * slack) / signs));
  const high = lines.reduce((sum, count) => sum + count, 0) * line + room.title + room.seal;
  return high <= sheet.height - sheet.top - sheet.bottom;
}

/**
 * Set close only where that keeps the document on one page (GB/T 9704—2012, 7.3.5.4: where seal and date find no room on
 * the page, lines and letters are set closer).
 */
function settingOf(document: OwnDocument): Setting {
  return !fits(document, usual) && fits(document, close) ? close : usual;
}

/** How each kind is set: Word counts in twentieths of a point, fonts in half points, indents in hundredths of signs. */
function looksOf({
  letters,
}: Setting): Readonly<Record<ParagraphKind, { readonly paragraph: string; readonly run: string }>> {
  const indent = `<w:ind w:firstLineChars="200" w:firstLine="${letters * 20}"/>`;
  return {
    title: {
      paragraph: `<w:spacing w:before="0" w:after="${room.title}"/><w:jc w:val="center"/>`,
      run: '<w:b/><w:sz w:val="36"/>',
    },
    flush: { paragraph: '', run: '' },
    body: { paragraph: indent, run: '' },
    heading: { paragraph: indent, run: '<w:b/>' },
    point: { paragraph: indent, run: '' },
    right: { paragraph: `<w:ind w:rightChars="200" w:right="${letters * 20}"/><w:jc w:val="right"/>`, run: '' },
  };
}

/** Above a signature, where a seal is put. */
const roomForSeal = `<w:spacing w:before="${room.seal}"/>`;

/**
 * Whether a paragraph stays on the page of the next: a heading, and what comes before a signature, which never stands on a
 * page without text.
 */
function keepsWithNext(document: OwnDocument, place: number): boolean {
  const isSigned = (at: number): boolean => document[at]?.kind === 'right';
  return document[place]?.kind === 'heading' || isSigned(place + 1) || (isSigned(place + 2) && !isSigned(place));
}

function paragraphXml(document: OwnDocument, place: number, { kind, text }: Paragraph, setting: Setting): string {
  const { paragraph, run } = looksOf(setting)[kind];
  const isSignature = kind === 'right' && document[place - 1]?.kind !== 'right';
  const set = `${keepsWithNext(document, place) ? '<w:keepNext/>' : ''}${isSignature ? roomForSeal : ''}${paragraph}`;
  // Signs that no XML may hold.
  const plain = text.replace(/[\u0000-\u001f\ufffe\uffff]/gu, ' ');
  return (
    `<w:p><w:pPr>${set}</w:pPr><w:r>${run === '' ? '' : `<w:rPr>${run}</w:rPr>`}` +
    `<w:t xml:space="preserve">${escapeXml(plain)}</w:t></w:r></w:p>`
  );
}

const stylesXml = ({ letters, line }: Setting): string =>
  `${head}<w:styles xmlns:w="${main}"><w:docDefaults><w:rPrDefault><w:rPr>` +
  '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="仿宋" w:cs="Times New Roman"/>' +
  `<w:sz w:val="${letters}"/><w:szCs w:val="${letters}"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault>` +
  `<w:pPrDefault><w:pPr><w:spacing w:before="0" w:after="0" w:line="${line}" w:lineRule="exact"/></w:pPr></w:pPrDefault>` +
  '</w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style></w:styles>';

const page =
  `<w:sectPr><w:pgSz w:w="${sheet.width}" w:h="${sheet.height}"/><w:pgMar w:top="${sheet.top}" w:right="${sheet.side}" ` +
  `w:bottom="${sheet.bottom}" w:left="${sheet.side}" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>`;

const part = (name: string, type: string): string =>
  `<Override PartName="/word/${name}.xml" ContentType="${contentTypes}${type}+xml"/>`;

const relation = (type: string, target: string): string =>
  `${head}<Relationships xmlns="${packages}relationships"><Relationship Id="rId1" Type="${relationships}/${type}" Target="${target}"/></Relationships>`;

/** The bytes of the .docx. */
export function wordDocument(document: OwnDocument): Uint8Array {
  const setting = settingOf(document);
  const body = document.map((paragraph, place) => paragraphXml(document, place, paragraph, setting)).join('');
  const parts = {
    '[Content_Types].xml':
      `${head}<Types xmlns="${packages}content-types">` +
      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
      `${part('document', 'document.main')}${part('styles', 'styles')}</Types>`,
    '_rels/.rels': relation('officeDocument', 'word/document.xml'),
    'word/_rels/document.xml.rels': relation('styles', 'styles.xml'),
    'word/styles.xml': stylesXml(setting),
    'word/document.xml': `${head}<w:document xmlns:w="${main}"><w:body>${body}${page}</w:body></w:document>`,
  };
  const files = Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)]));
  return zipSync(files, { level: 6, mtime: firstMoment });
}
