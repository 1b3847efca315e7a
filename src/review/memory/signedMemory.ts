/**
 * The one door to what is remembered in a workbook. Whatever is kept goes out signed; whatever is read comes in as
 * ours, which counts, or as somebody else's, which is an offer and has no effect until it is adopted.
 */
import { isRecord, type Kept, readKept, textToKeep } from './kept';
import type { Seal } from './seal';

/** One kept piece. */
export interface Piece<T> {
  readonly value: T;
  /** As it stands in the text, signature included, so that what somebody else kept can be put back as it was. */
  readonly element: Readonly<Record<string, unknown>>;
  readonly isOurs: boolean;
}

/** How pieces of one kind are kept. */
export interface PieceKind<T> {
  /** The key in the workbook under which they are kept. */
  readonly key: string;
  /** Null for what is not known. */
  readonly read: (fields: Readonly<Record<string, unknown>>) => T | null;
  /** The fields that are kept, as JSON has them; `seal` is no name for one of them. */
  readonly fieldsOf: (value: T) => Readonly<Record<string, unknown>>;
  /** The place that a piece is signed for, so that none can be carried elsewhere. */
  readonly placeOf: (value: T) => string;
}

/** The pieces kept in a text, a list or one by itself; unreadable where one of them is not known. */
export function readPieces<T>(text: string | null, kind: PieceKind<T>, seal: Seal): Kept<readonly Piece<T>[]> {
  return readKept(text, (content) => {
    const elements: readonly unknown[] = Array.isArray(content) ? content : [content];
    const pieces = elements.map((element) => readPiece(element, kind, seal));
    return pieces.every((piece) => piece !== null) ? pieces : null;
  });
}

function readPiece<T>(element: unknown, { placeOf, read }: PieceKind<T>, seal: Seal): Piece<T> | null {
  if (!isRecord(element)) return null;
  const { seal: signature, ...fields } = element;
  const value = read(fields);
  if (value === null) return null;
  return { value, element, isOurs: seal.isOurs(placeOf(value), fields, signature) };
}

/** The value signed by this installation. */
export function signedPiece<T>(value: T, { fieldsOf, placeOf }: PieceKind<T>, seal: Seal): Piece<T> {
  const fields = fieldsOf(value);
  return { value, element: { ...fields, seal: seal.sign(placeOf(value), fields) }, isOurs: true };
}

/** The text to keep; null where there is nothing to keep. */
export function textOfPieces<T>(pieces: readonly Piece<T>[]): string | null {
  return pieces.length === 0 ? null : textToKeep(pieces.map(({ element }) => element));
}

/** What counts. */
export function ours<T>(pieces: readonly Piece<T>[]): readonly T[] {
  return pieces.flatMap(({ isOurs, value }) => (isOurs ? [value] : []));
}

/** What is only an offer. */
export function foreign<T>(pieces: readonly Piece<T>[]): readonly T[] {
  return pieces.flatMap(({ isOurs, value }) => (isOurs ? [] : [value]));
}
