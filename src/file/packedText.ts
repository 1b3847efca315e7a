/**
 * The text of a part, packed while it is written, and the archive that such parts make; with what Node has built in.
 *
 * Each piece is packed by itself and ends on a whole byte, so that pieces put one after the other are one stream
 * (RFC 1951, a block of no length behind each), in whatever order they were made.
 */
import { constants, deflateRawSync, inflateRawSync } from 'node:zlib';
import type { OwnPart } from '../port/ownBook';
import { checksumOf, type ZipEntry, zipDirectory, zipHead } from './zip';

/** How much text is packed at once, in characters: enough to be packed well. */
const pieceLength = 1 << 17;

interface Piece {
  readonly packed: Uint8Array;
  readonly size: number;
}

/** The end of a stream of pieces: a last block with nothing in it. */
const streamEnd = Uint8Array.of(3, 0);

function packedPiece(text: string): Piece {
  const bytes = Buffer.from(text, 'utf8');
  // The fourth of nine levels: of a workbook of forms it makes a fifth more than the sixth, in half the time.
  return { packed: deflateRawSync(bytes, { level: 4, finishFlush: constants.Z_SYNC_FLUSH }), size: bytes.length };
}

/** A text that is being written. */
export class PackedText {
  private readonly pieces: Piece[] = [];
  private waiting = '';

  add(text: string): void {
    this.waiting += text;
    if (this.waiting.length >= pieceLength) this.pack();
  }

  private pack(): void {
    if (this.waiting === '') return;
    this.pieces.push(packedPiece(this.waiting));
    this.waiting = '';
  }

  /** The part of that name, with a text before all and one behind. */
  part(name: string, before: string, after: string): PackedPart {
    this.add(after);
    this.pack();
    return new PackedPart(name, before === '' ? this.pieces : [packedPiece(before), ...this.pieces]);
  }
}

/** A part that is packed. */
export class PackedPart implements OwnPart {
  readonly size: number;

  constructor(
    readonly name: string,
    private readonly pieces: readonly Piece[],
  ) {
    this.size = pieces.reduce((sum, { size }) => sum + size, 0);
  }

  static of(name: string, text: string): PackedPart {
    return new PackedText().part(name, '', text);
  }

  *content(): Generator<Uint8Array> {
    const finishFlush = constants.Z_SYNC_FLUSH;
    for (const { packed, size } of this.pieces) {
      yield inflateRawSync(packed, { finishFlush, maxOutputLength: Math.max(1, size) });
    }
  }

  *stream(): Generator<Uint8Array> {
    for (const { packed } of this.pieces) yield packed;
    yield streamEnd;
  }

  /** Its entry in an archive. */
  entryAt(offset: number): ZipEntry {
    const packed = this.pieces.reduce((sum, piece) => sum + piece.packed.length, streamEnd.length);
    let checksum = 0;
    for (const piece of this.content()) checksum = checksumOf(piece, checksum);
    return { name: this.name, size: this.size, packed, offset, checksum, method: 8, isEncrypted: false };
  }
}

/** The archive, piece by piece, its parts in the order given. */
export function* archiveOf(parts: readonly PackedPart[]): Generator<Uint8Array> {
  const entries: ZipEntry[] = [];
  let offset = 0;
  for (const part of parts) {
    const entry = part.entryAt(offset);
    const head = zipHead(entry);
    entries.push(entry);
    offset += head.length + entry.packed;
    yield head;
    yield* part.stream();
  }
  yield zipDirectory(entries, offset);
}
