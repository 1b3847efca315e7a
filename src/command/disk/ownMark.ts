/**
 * The mark in a file that this installation wrote: a signature over its contents, which only the holder of the secret
 * can make. A file without it is somebody's; one whose contents no longer fit it is ours with somebody's work in it.
 */
import { createHash, createHmac, type Hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import type { OwnPart } from '../../port/ownBook';
import { isSystemError } from './system';

/** The key under which a workbook keeps its mark among its own properties. */
export const markKey = 'written';

const signatureLength = 32;

function signed(secret: Uint8Array, kind: 'workbook' | 'page' | 'progress', digest: string): string {
  return createHmac('sha256', secret).update(`${kind}\n${digest}`).digest('hex').slice(0, signatureLength);
}

/** Parts that keeping the mark itself changes. */
const markParts = new Set(['docProps/custom.xml', '[Content_Types].xml', '_rels/.rels']);

/** The mark of a workbook, by its parts in the order of their names; the properties that hold it are no part of it. */
function markOfParts(parts: Iterable<OwnPart>, secret: Uint8Array): string {
  const hash = createHash('sha256');
  for (const part of parts) {
    hash.update(`${part.name}\n${part.size}\n`);
    for (const piece of part.content()) hash.update(piece);
  }
  return signed(secret, 'workbook', hash.digest('hex'));
}

const inOrder = (left: string, right: string): number => (left < right ? -1 : 1);

/** The mark of a workbook that is being written. */
export function writtenMark(parts: readonly OwnPart[], secret: Uint8Array): string {
  const marked = parts.filter(({ name }) => !markParts.has(name));
  return markOfParts(
    marked.sort((left, right) => inOrder(left.name, right.name)),
    secret,
  );
}

/** How much of a workbook is unpacked at once, in bytes, unless one part is more. */
const unpackedAtOnce = 16 << 20;

/** The parts that a mark is about, in order; not all unpacked at once, because a large workbook would fill the memory. */
function* partsIn(bytes: Uint8Array): Generator<OwnPart> {
  const sizes = new Map<string, number>();
  unzipSync(bytes, {
    filter({ name, originalSize }) {
      if (!markParts.has(name)) sizes.set(name, originalSize);
      return false;
    },
  });
  let waiting = new Set<string>();
  let size = 0;
  const names = [...sizes.keys()].sort(inOrder);
  for (const [place, name] of names.entries()) {
    waiting.add(name);
    size += sizes.get(name) ?? 0;
    if (size < unpackedAtOnce && place < names.length - 1) continue;
    const wanted = waiting;
    const unpacked = unzipSync(bytes, { filter: (entry) => wanted.has(entry.name) });
    for (const one of wanted) {
      const content = unpacked[one];
      if (content) yield { name: one, size: content.length, content: () => [content] };
    }
    waiting = new Set();
    size = 0;
  }
}

/** The mark of a workbook's bytes. */
export function workbookMark(bytes: Uint8Array, secret: Uint8Array): string {
  return markOfParts(partsIn(bytes), secret);
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
