/**
 * The mark in a file that this installation wrote: a signature over its contents, which only the holder of the secret
 * can make. A file without it is somebody's; one whose contents no longer fit it is ours with somebody's work in it.
 */
import { createHash, createHmac, type Hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { unzipSync, zipSync } from 'fflate';
import { isSystemError } from './system';

/** The key under which a workbook keeps its mark among its own properties. */
export const markKey = 'written';

const signatureLength = 32;

function signed(secret: Uint8Array, kind: 'workbook' | 'page' | 'progress', digest: string): string {
  return createHmac('sha256', secret).update(`${kind}\n${digest}`).digest('hex').slice(0, signatureLength);
}

/** Parts that keeping the mark itself changes. */
const markParts = new Set(['docProps/custom.xml', '[Content_Types].xml', '_rels/.rels']);

/** The mark of a workbook's bytes; the properties that hold it are no part of what it is about. */
export function workbookMark(bytes: Uint8Array, secret: Uint8Array): string {
  const hash = createHash('sha256');
  const parts = Object.entries(unzipSync(bytes)).filter(([name]) => !markParts.has(name));
  for (const [name, content] of parts.sort(([left], [right]) => (left < right ? -1 : 1))) {
    hash.update(`${name}\n${content.length}\n`).update(content);
  }
  return signed(secret, 'workbook', hash.digest('hex'));
}

const markElement = (mark: string): string =>
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
  '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" ' +
  'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">' +
  `<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="zp:${markKey}:1">` +
  `<vt:lpwstr>${mark}</vt:lpwstr></property></Properties>`;

/** The engine writes the kinds of the parts in an order that changes from run to run. */
function sortedTypes(xml: string): string {
  const entries = /<(?:Default|Override)\b[^>]*(?:\/>|><\/(?:Default|Override)>)/gu;
  const sorted = (xml.match(entries) ?? []).sort().join('');
  return xml.replace(entries, '').replace('</Types>', `${sorted}</Types>`);
}

/** A workbook of the engine, which has no properties of that kind, with its mark among them. */
export function withWorkbookMark(bytes: Uint8Array, secret: Uint8Array): Uint8Array {
  const parts = unzipSync(bytes);
  const text = (name: string): string => new TextDecoder().decode(parts[name]);
  const last = (xml: string, element: string): Uint8Array => {
    const at = xml.lastIndexOf('</');
    return new TextEncoder().encode(xml.slice(0, at) + element + xml.slice(at));
  };
  const type = 'application/vnd.openxmlformats-officedocument.custom-properties+xml';
  const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties';
  return zipInOrder({
    ...parts,
    'docProps/custom.xml': new TextEncoder().encode(markElement(workbookMark(bytes, secret))),
    '[Content_Types].xml': last(
      sortedTypes(text('[Content_Types].xml')),
      `<Override PartName="/docProps/custom.xml" ContentType="${type}"/>`,
    ),
    '_rels/.rels': last(
      text('_rels/.rels'),
      `<Relationship Id="rIdOwnMark" Type="${relation}" Target="docProps/custom.xml"/>`,
    ),
  });
}

/** The same parts are always the same bytes: the parts in one order, each with the first time that an archive can say. */
function zipInOrder(parts: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const names = Object.keys(parts).sort();
  const first = names.filter((name) => name === '[Content_Types].xml');
  const ordered = [...first, ...names.filter((name) => name !== '[Content_Types].xml')];
  return zipSync(Object.fromEntries(ordered.map((name) => [name, parts[name] ?? new Uint8Array()])), {
    level: 6,
    // In local time, as archives have it.
    mtime: new Date(1980, 0, 1),
  });
}

const pageMark = /\n<!-- zp:written ([0-9a-f]{32}) -->\n$/u;
const pageMarkLength = '\n<!-- zp:written  -->\n'.length + signatureLength;

/** The pieces of a page, and its mark at the end. */
export function* withPageMark(pieces: Iterable<string>, secret: Uint8Array): Generator<string> {
  const hash: Hash = createHash('sha256');
  for (const piece of pieces) {
    hash.update(piece, 'utf8');
    yield piece;
  }
  yield `\n<!-- zp:written ${signed(secret, 'page', hash.digest('hex'))} -->\n`;
}

/** The signature of a line of progress. */
export function progressMark(line: string, secret: Uint8Array): string {
  return signed(secret, 'progress', createHash('sha256').update(line, 'utf8').digest('hex'));
}

/** ours: as we wrote it · touched: ours, and somebody worked in it · foreign: not provably ours · free: nothing there. */
export type MarkStanding = 'ours' | 'touched' | 'foreign' | 'free';

function workbookStanding(bytes: Uint8Array, secret: Uint8Array): MarkStanding {
  let parts: Record<string, Uint8Array>;
  try {
    parts = unzipSync(bytes, { filter: ({ name }) => name === 'docProps/custom.xml' });
  } catch {
    // The library throws only where the bytes are no archive.
    return 'foreign';
  }
  const xml = new TextDecoder().decode(parts['docProps/custom.xml']);
  const at = xml.indexOf(`name="zp:${markKey}:1"`);
  if (at < 0) return 'foreign';
  const mark = /<vt:lpwstr[^>]*>([0-9a-f]{32})</u.exec(xml.slice(at, at + 400))?.[1];
  return mark === workbookMark(bytes, secret) ? 'ours' : 'touched';
}

function pageStanding(bytes: Buffer, secret: Uint8Array): MarkStanding {
  const tail = bytes.subarray(Math.max(0, bytes.length - pageMarkLength)).toString('utf8');
  const mark = pageMark.exec(tail)?.[1];
  if (mark === undefined) return bytes.includes('<!-- zp:written ') ? 'touched' : 'foreign';
  const digest = createHash('sha256')
    .update(bytes.subarray(0, bytes.length - pageMarkLength))
    .digest('hex');
  return mark === signed(secret, 'page', digest) ? 'ours' : 'touched';
}

/** Whose file stands at a path; what cannot be read is not provably ours. */
export function markStandingOf(path: string, secret: Uint8Array): MarkStanding {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return isMissing(error) ? 'free' : 'foreign';
  }
  return /\.html?$/iu.test(path) ? pageStanding(bytes, secret) : workbookStanding(bytes, secret);
}

function isMissing(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOENT';
}
