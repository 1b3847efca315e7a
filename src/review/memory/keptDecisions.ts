/** The decisions of a workbook as they are kept in it, those in records of before included. */
import type { Decision } from '../../core/decisions/decision';
import { decisionRecord, readDecision } from '../../core/decisions/decisionRecord';
import type { ColumnMapping } from '../../core/form/columnMapping';
import type { Form } from '../../core/form/form';
import { recognise } from '../../core/form/recognise';
import type { Snapshot } from '../../core/sheet/snapshot';
import { succeeded } from '../../port/outcome';
import type { Outcome } from '../../port/workbook';
import { acceptedKey, acceptedKind, explainedBy } from './accepted';
import { piecesOf } from './brought';
import type { Kept } from './kept';
import type { Seal } from './seal';
import { foreign, ours, type Piece, type PieceKind, readPieces } from './signedMemory';
import type { Store } from './store';

/** The key under which the decisions of a workbook are kept in it. */
export const decisionsKey = 'decisions';

/** How a decision is kept: it says itself what it is about, so that its signature cannot be carried to another row or form. */
export const decisionKind: PieceKind<Decision> = {
  key: decisionsKey,
  read: readDecision,
  fieldsOf: decisionRecord,
  placeOf: () => decisionsKey,
};

/** The acceptances of one sheet in records of before. */
export interface OlderDecisions {
  readonly ours: readonly Decision[];
  readonly foreign: readonly Decision[];
  readonly isUnreadable: boolean;
}

const none: OlderDecisions = { ours: [], foreign: [], isUnreadable: false };

function formsOf(snapshot: Snapshot, mapping: ColumnMapping | undefined): readonly Form[] {
  const recognised = recognise(snapshot, mapping);
  return recognised.found ? recognised.forms : [];
}

/** The text of the older acceptances of a sheet. */
export async function recallOlder(store: Store, sheetId: string): Promise<Outcome<string | null>> {
  const key = acceptedKey(sheetId);
  const keys = await store.keys();
  if (!keys.ok) return keys;
  return keys.value.includes(key) ? store.recallText(key) : succeeded(null);
}

/** Reads the older acceptances of a sheet; its forms are looked for only where there are some. */
export function olderDecisions(
  text: string | null,
  snapshot: Snapshot,
  mapping: ColumnMapping | undefined,
  seal: Seal,
): OlderDecisions {
  if (text === null) return none;
  const { sheetId } = snapshot;
  const forms = formsOf(snapshot, mapping);
  const kept = readPieces(text, acceptedKind(sheetId, forms), seal);
  const pieces = piecesOf(kept);
  return {
    ours: explainedBy(ours(pieces), sheetId, forms),
    foreign: explainedBy(foreign(pieces), sheetId, forms),
    isUnreadable: kept.kind === 'unreadable',
  };
}

/** What was decided here about a workbook, as one sheet of it sees it: the older records first. */
export function ownDecisions(kept: Kept<readonly Piece<Decision>[]>, older: OlderDecisions): readonly Decision[] {
  return [...older.ours, ...ours(piecesOf(kept))];
}
