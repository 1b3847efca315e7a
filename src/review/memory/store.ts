/** What is kept in one workbook, read and changed through the door of signed memory. */
import { succeeded } from '../../port/outcome';
import type { Outcome, Workbook } from '../../port/workbook';
import type { Kept } from './kept';
import type { Seal } from './seal';
import { foreign, ours, type Piece, type PieceKind, readPieces, signedPiece, textOfPieces } from './signedMemory';

/** The kept pieces of a workbook. */
export interface Store {
  /** What is kept; asked of the workbook once, and again only after it was changed here. */
  recall<T>(kind: PieceKind<T>): Promise<Outcome<Kept<readonly Piece<T>[]>>>;
  /** The keys under which something is kept, asked for as seldom. */
  keys(): Promise<Outcome<readonly string[]>>;
  /** The text kept under a key as it stands, asked for as seldom. */
  recallText(key: string): Promise<Outcome<string | null>>;
  /**
   * Changes what this installation kept, read anew because somebody else may have kept something since; what others
   * kept stays beside it. What cannot be read may be of a newer version: nothing is changed then, unless `over` it.
   */
  change<T>(
    kind: PieceKind<T>,
    change: (values: readonly T[]) => readonly T[],
    over?: 'unreadable',
  ): Promise<Outcome<'kept' | 'unreadable'>>;
  /** Makes our own what `choose` makes of what was ours and what was brought; nothing brought, nothing is done. */
  adopt<T>(
    kind: PieceKind<T>,
    choose: (ours: readonly T[], brought: readonly T[]) => readonly T[],
  ): Promise<Outcome<null>>;
  /** Throws away all that is kept under the key. */
  forget(key: string): Promise<Outcome<null>>;
}

/** The store of a workbook. */
export function createStore(workbook: Workbook, seal: Seal): Store {
  // Asking the workbook costs a round trip each.
  const known = new Map<string, string | null>();
  let knownKeys: readonly string[] | null = null;
  async function recallAnew(key: string): Promise<Outcome<string | null>> {
    const recalled = await workbook.recall(key);
    if (recalled.ok) known.set(key, recalled.value);
    return recalled;
  }
  async function remember(key: string, text: string | null): Promise<Outcome<null>> {
    known.delete(key);
    knownKeys = null;
    return workbook.remember(key, text);
  }
  async function piecesNow<T>(kind: PieceKind<T>): Promise<Outcome<Kept<readonly Piece<T>[]>>> {
    const text = await recallAnew(kind.key);
    return text.ok ? succeeded(readPieces(text.value, kind, seal)) : text;
  }
  async function recallText(key: string): Promise<Outcome<string | null>> {
    const text = known.get(key);
    return text === undefined ? recallAnew(key) : succeeded(text);
  }
  return {
    async keys() {
      if (knownKeys) return succeeded(knownKeys);
      const keys = await workbook.keptKeys();
      if (keys.ok) knownKeys = keys.value;
      return keys;
    },
    recallText,
    async recall(kind) {
      const text = await recallText(kind.key);
      return text.ok ? succeeded(readPieces(text.value, kind, seal)) : text;
    },
    async change(kind, change, over) {
      const kept = await piecesNow(kind);
      if (!kept.ok) return kept;
      if (kept.value.kind === 'unreadable' && over !== 'unreadable') return succeeded('unreadable');
      const pieces = kept.value.kind === 'value' ? kept.value.value : [];
      const others = pieces.filter(({ isOurs }) => !isOurs);
      const own = change(ours(pieces)).map((value) => signedPiece(value, kind, seal));
      const done = await remember(kind.key, textOfPieces([...others, ...own]));
      return done.ok ? succeeded('kept') : done;
    },
    async adopt(kind, choose) {
      const kept = await piecesNow(kind);
      if (!kept.ok) return kept;
      if (kept.value.kind !== 'value') return succeeded(null);
      const pieces = kept.value.value;
      if (pieces.every(({ isOurs }) => isOurs)) return succeeded(null);
      const own = choose(ours(pieces), foreign(pieces)).map((value) => signedPiece(value, kind, seal));
      return remember(kind.key, textOfPieces(own));
    },
    forget: (key) => remember(key, null),
  };
}
