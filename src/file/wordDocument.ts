/**
 * A document of our own as a Word file: A4 upright, the fonts and sizes of an official letter. Written by our own hand
 * instead of a library's, because it has six kinds of paragraphs and no more. The same document is always
 * the same bytes.
 */
import { strToU8, zipSync } from 'fflate';
import type { OwnDocument, Paragraph, ParagraphKind } from '../core/sheet/ownDocument';
import { escapeXml } from './xml';
import { firstMoment } from './zip';

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const packages = 'http://schemas.openxmlformats.org/package/2006/';
const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const contentTypes = 'application/vnd.openxmlformats-officedocument.wordprocessingml.';

/** How each kind is set: Word counts in twentieths of a point, fonts in half points, indents in hundredths of signs. */
const looks: Readonly<Record<ParagraphKind, { readonly paragraph: string; readonly run: string }>> = {
  title: {
    paragraph: '<w:spacing w:before="0" w:after="240"/><w:jc w:val="center"/>',
    run: '<w:b/><w:sz w:val="36"/>',
  },
  flush: { paragraph: '', run: '' },
  body: { paragraph: '<w:ind w:firstLineChars="200" w:firstLine="480"/>', run: '' },
  heading: { paragraph: '<w:keepNext/><w:ind w:firstLineChars="200" w:firstLine="480"/>', run: '<w:b/>' },
  point: { paragraph: '<w:ind w:firstLineChars="200" w:firstLine="480"/>', run: '' },
  right: { paragraph: '<w:ind w:rightChars="200" w:right="480"/><w:jc w:val="right"/>', run: '' },
};

/** Above a signature, where a seal is put, in twentieths of a point. */
const roomForSeal = '<w:spacing w:before="600"/>';

function paragraphXml({ kind, text }: Paragraph, place: number, document: OwnDocument): string {
  const { paragraph: setting, run } = looks[kind];
  const isSignature = kind === 'right' && document[place - 1]?.kind !== 'right';
  const paragraph = isSignature ? `${roomForSeal}${setting}` : setting;
  // Signs that no XML may hold.
  const plain = text.replace(/[\u0000-\u001f\ufffe\uffff]/gu, ' ');
  return (
    `<w:p><w:pPr>${paragraph}</w:pPr><w:r>${run === '' ? '' : `<w:rPr>${run}</w:rPr>`}` +
    `<w:t xml:space="preserve">${escapeXml(plain)}</w:t></w:r></w:p>`
  );
}

const styles =
  `${head}<w:styles xmlns:w="${main}"><w:docDefaults><w:rPrDefault><w:rPr>` +
  '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="仿宋" w:cs="Times New Roman"/>' +
  '<w:sz w:val="24"/><w:szCs w:val="24"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault>' +
  '<w:pPrDefault><w:pPr><w:spacing w:before="0" w:after="0" w:line="380" w:lineRule="exact"/></w:pPr></w:pPrDefault>' +
  '</w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style></w:styles>';

const page =
  '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/>' +
  '<w:pgMar w:top="1247" w:right="1474" w:bottom="1134" w:left="1474" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>';

const part = (name: string, type: string): string =>
  `<Override PartName="/word/${name}.xml" ContentType="${contentTypes}${type}+xml"/>`;

const relation = (type: string, target: string): string =>
  `${head}<Relationships xmlns="${packages}relationships"><Relationship Id="rId1" Type="${relationships}/${type}" Target="${target}"/></Relationships>`;

/** The bytes of the .docx. */
export function wordDocument(document: OwnDocument): Uint8Array {
  const parts = {
    '[Content_Types].xml':
      `${head}<Types xmlns="${packages}content-types">` +
      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
      `${part('document', 'document.main')}${part('styles', 'styles')}</Types>`,
    '_rels/.rels': relation('officeDocument', 'word/document.xml'),
    'word/_rels/document.xml.rels': relation('styles', 'styles.xml'),
    'word/styles.xml': styles,
    'word/document.xml': `${head}<w:document xmlns:w="${main}"><w:body>${document.map(paragraphXml).join('')}${page}</w:body></w:document>`,
  };
  const files = Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)]));
  return zipSync(files, { level: 6, mtime: firstMoment });
}
