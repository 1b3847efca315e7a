/**
 * The text of a part, packed while it is written, and the archive that such parts make.
 *
 * Each piece is packed by itself and ends on a whole byte, so that pieces put one after the other are one stream
 * (RFC 1951), in whatever order they were made.
 */
import { deflateSync, inflateSync } from 'fflate';
import type { OwnPart } from '../port/ownBook';
import { checksumOf, type ZipEntry, zipDirectory, zipHead } from './zip';

interface Piece {
  readonly packed: Uint8Array;
  readonly size: number;
}

/** What packs pieces of a stream and unpacks them again: raw deflate. */
export interface Packer {
  /** How much text makes a piece, in characters. */
  readonly pieceLength: number;
  /** A piece, ending on a whole byte. */
  pack(bytes: Uint8Array): Uint8Array;
  /** The bytes of such a piece; `size`: how many they are. */
  unpack(packed: Uint8Array, size: number): Uint8Array;
  /** What stands behind the last piece. */
  readonly end: Uint8Array;
}

/** The fourth of nine levels: of a workbook of forms it makes a fifth more than the sixth, in half the time. */
export const packingLevel = 4;

/**
 * The one that works everywhere. A text is one piece and a whole stream by itself: where the library ends a piece within a
 * stream (`flush` of fflate 0.8.3), some streams of more than 8,000 bytes cannot be unpacked again.
 */
export const portablePacker: Packer = {
  pieceLength: Infinity,
  pack: (bytes) => deflateSync(bytes, { level: packingLevel }),
  unpack: (packed, size) => inflateSync(packed, { out: new Uint8Array(size) }),
  end: new Uint8Array(),
};

/** A text that is being written. */
export class PackedText {
  private readonly pieces: Piece[] = [];
  private waiting = '';

  constructor(private readonly packer: Packer) {}

  add(text: string): void {
    this.waiting += text;
    if (this.waiting.length >= this.packer.pieceLength) this.pack();
  }

  private pack(): void {
    if (this.waiting === '') return;
    this.pieces.push(this.packed(this.waiting));
    this.waiting = '';
  }

  private packed(text: string): Piece {
    const bytes = new TextEncoder().encode(text);
    return { packed: this.packer.pack(bytes), size: bytes.length };
  }

  /** The part of that name, with a text before all and one behind. */
  part(name: string, before: string, after: string): PackedPart {
    if (this.pieces.length === 0)
      return new PackedPart(name, [this.packed(before + this.waiting + after)], this.packer);
    this.add(after);
    this.pack();
    return new PackedPart(name, [this.packed(before), ...this.pieces], this.packer);
  }
}

/** A part that is packed. */
export class PackedPart implements OwnPart {
  readonly size: number;

  constructor(
    readonly name: string,
    private readonly pieces: readonly Piece[],
    private readonly packer: Packer,
  ) {
    this.size = pieces.reduce((sum, { size }) => sum + size, 0);
  }

  *content(): Generator<Uint8Array> {
    for (const { packed, size } of this.pieces) yield this.packer.unpack(packed, size);
  }

  *stream(): Generator<Uint8Array> {
    for (const { packed } of this.pieces) yield packed;
    yield this.packer.end;
  }

  /** Its entry in an archive. */
  entryAt(offset: number): ZipEntry {
    const packed = this.pieces.reduce((sum, piece) => sum + piece.packed.length, this.packer.end.length);
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
