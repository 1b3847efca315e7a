/** What this installation keeps for all workbooks: among the preferences, signed as what is kept in a workbook is. */
import { piecesOf } from './brought';
import type { Preferences } from './preferences';
import type { Seal } from './seal';
import { ours, type PieceKind, readPieces, signedPiece, textOfPieces } from './signedMemory';

/** Where it is kept, and by whom. */
export interface Shelf {
  readonly preferences: Preferences;
  readonly seal: Seal;
}

/** What this installation signed; what cannot be read is nothing. */
export function onShelf<T>({ preferences, seal }: Shelf, kind: PieceKind<T>): readonly T[] {
  return ours(piecesOf(readPieces(preferences.get(kind.key), kind, seal)));
}

/** Keeps these in the place of all that was there. */
export function keepOnShelf<T>({ preferences, seal }: Shelf, kind: PieceKind<T>, values: readonly T[]): void {
  preferences.set(kind.key, textOfPieces(values.map((one) => signedPiece(one, kind, seal))));
}
