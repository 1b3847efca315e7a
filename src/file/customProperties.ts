/** Small texts kept in the workbook's custom properties, in pieces that every version of Excel keeps whole. */
import { relationshipsOf } from './workbookParts';
import type { WorkbookPackage } from './workbookPackage';
import {
  attribute,
  contentText,
  decodeStoredText,
  encodeStoredText,
  escapeXml,
  splice,
  tagsOf,
  type Splice,
} from './xml';

const part = 'docProps/custom.xml';
const namespaceOfTypes = 'http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes';
const emptyPart =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
  '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" ' +
  `xmlns:vt="${namespaceOfTypes}"></Properties>`;
const contentType = 'application/vnd.openxmlformats-officedocument.custom-properties+xml';
const relationshipType = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties';
// The format's own identifier of custom properties; the same in every workbook.
const formatId = '{D5CDD505-2E9C-101B-9397-08002B2CF9AE}';
// Excel cuts a text property at 255 characters.
const pieceLength = 240;

interface StoredProperty {
  readonly name: string;
  readonly id: number;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

function propertiesIn(xml: string): readonly StoredProperty[] {
  const found: StoredProperty[] = [];
  let open: { name: string; id: number; start: number; from: number; text: string } | null = null;
  for (const tag of tagsOf(xml)) {
    if (tag.name === 'property') {
      if (tag.kind === 'open') {
        const id = Number(attribute(tag, 'pid') ?? '1');
        open = { name: attribute(tag, 'name') ?? '', id, start: tag.start, from: -1, text: '' };
      } else if (open) {
        found.push({ ...open, end: tag.end });
        open = null;
      }
    } else if (open) {
      if (tag.kind === 'open') open.from = tag.end;
      else if (tag.kind === 'close') open.text = decodeStoredText(contentText(xml.slice(open.from, tag.start)));
    }
  }
  return found;
}

function partName(opened: WorkbookPackage): string | null {
  return relationshipsOf(opened, '').find(({ type }) => type === 'custom-properties')?.target ?? null;
}

const nameOf = (key: string, piece: number): string => `zp:${key}:${piece}`;

/** The text kept under a key, or null. */
export function recallProperty(opened: WorkbookPackage, key: string): string | null {
  const name = partName(opened);
  const xml = name === null ? null : opened.text(name);
  if (xml === null) return null;
  const texts = new Map(propertiesIn(xml).map((property) => [property.name, property.text]));
  let whole: string | null = null;
  for (let piece = 1; ; piece += 1) {
    const text = texts.get(nameOf(key, piece));
    if (text === undefined) return whole;
    whole = (whole ?? '') + text;
  }
}

/** The keys under which texts are kept. */
export function keysOfProperties(opened: WorkbookPackage): readonly string[] {
  const name = partName(opened);
  const xml = name === null ? null : opened.text(name);
  if (xml === null) return [];
  const keys = propertiesIn(xml).flatMap((property) => /^zp:(.+):\d+$/su.exec(property.name)?.[1] ?? []);
  return [...new Set(keys)];
}

/** The package with the text kept under a key, or, with null, without it; the part goes once nothing is left in it. */
export function rememberProperty(opened: WorkbookPackage, key: string, text: string | null): WorkbookPackage {
  const name = partName(opened);
  const xml = (name === null ? null : opened.text(name)) ?? emptyPart;
  const properties = propertiesIn(xml);
  const ours = properties.filter((property) => property.name.startsWith(`zp:${key}:`));
  const splices: Splice[] = ours.map(({ start, end }) => ({ start, end, text: '' }));
  if (text !== null) {
    const at = xml.lastIndexOf('</');
    const last = Math.max(1, ...properties.map((property) => property.id));
    splices.push({ start: at, end: at, text: propertiesXml(key, text, last) });
  }
  const next = splice(xml, splices);
  if (propertiesIn(next).length > 0) {
    return name === null ? addPart(opened, next) : opened.with(new Map([[name, next]]));
  }
  // A part that was the workbook's own stays even when empty; only the one that was added for this goes.
  return name === part && ours.length > 0 ? removePart(opened) : opened;
}

/** The text as properties, numbered behind the last that there is. */
function propertiesXml(key: string, text: string, last: number): string {
  const pieces = piecesOf(text).map(
    (piece, index) =>
      `<property fmtid="${formatId}" pid="${last + index + 1}" name="${escapeXml(nameOf(key, index + 1))}">` +
      `<vt:lpwstr xmlns:vt="${namespaceOfTypes}">${escapeXml(encodeStoredText(piece))}</vt:lpwstr></property>`,
  );
  return pieces.join('');
}

/** The part of a new workbook that keeps one text, and its name. */
export function propertyPart(key: string, text: string): { readonly name: string; readonly xml: string } {
  const at = emptyPart.lastIndexOf('</');
  return { name: part, xml: emptyPart.slice(0, at) + propertiesXml(key, text, 1) + emptyPart.slice(at) };
}

function piecesOf(text: string): readonly string[] {
  const pieces: string[] = [];
  let piece = '';
  // By whole characters, so that none is torn in two.
  for (const character of text) {
    if (piece.length + character.length > pieceLength) {
      pieces.push(piece);
      piece = '';
    }
    piece += character;
  }
  return [...pieces, piece];
}

function addPart(opened: WorkbookPackage, xml: string): WorkbookPackage {
  const ids = new Set(relationshipsOf(opened, '').map(({ id }) => id));
  let number = 1;
  while (ids.has(`rId${number}`)) number += 1;
  const relationship = `<Relationship Id="rId${number}" Type="${relationshipType}" Target="${part}"/>`;
  return opened.with(
    new Map([
      [part, xml],
      ['_rels/.rels', insertLast(required(opened, '_rels/.rels'), relationship)],
      [
        '[Content_Types].xml',
        insertLast(
          required(opened, '[Content_Types].xml'),
          `<Override PartName="/${part}" ContentType="${contentType}"/>`,
        ),
      ],
    ]),
  );
}

function removePart(opened: WorkbookPackage): WorkbookPackage {
  return opened.with(
    new Map<string, string | null>([
      [part, null],
      ['_rels/.rels', without(required(opened, '_rels/.rels'), 'Target', part)],
      ['[Content_Types].xml', without(required(opened, '[Content_Types].xml'), 'PartName', `/${part}`)],
    ]),
  );
}

function required(opened: WorkbookPackage, name: string): string {
  const text = opened.text(name);
  if (text === null) throw new Error(`a workbook package without ${name}`);
  return text;
}

function insertLast(xml: string, element: string): string {
  const at = xml.lastIndexOf('</');
  const prefix = /^<\/([^\s>]*:)/.exec(xml.slice(at))?.[1] ?? '';
  return splice(xml, [{ start: at, end: at, text: element.replace('<', `<${prefix}`) }]);
}

function without(xml: string, name: string, value: string): string {
  const splices: Splice[] = [];
  for (const tag of tagsOf(xml)) {
    if (tag.kind === 'empty' && attribute(tag, name) === value)
      splices.push({ start: tag.start, end: tag.end, text: '' });
  }
  return splice(xml, splices);
}
