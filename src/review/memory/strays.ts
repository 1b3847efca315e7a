/**
 * Older acceptances of sheets that are not in the open workbook, told as offers: a sheet has another id in Excel than
 * in its file, and what is kept for it must be told in the pane as in the command line and the page.
 */
import type { Decision } from '../../core/decisions/decision';
import { succeeded } from '../../port/outcome';
import type { Outcome, Workbook } from '../../port/workbook';
import { acceptedKey, acceptedKind, explainedBy } from './accepted';
import { isKnown, piecesOf } from './brought';
import { foreign } from './signedMemory';
import type { Store } from './store';

/** What is kept for one sheet that is not there. */
interface Stray {
  /** The key under which it is kept. */
  readonly key: string;
  /** About no form that there is, so that they have no effect, adopted or not; one at least. */
  readonly decisions: readonly Decision[];
}

/** Sheets that are not there whose records are looked at: each is asked for by itself, and a file may name any number. */
const mostSheets = 50;

/** The strays of a workbook, of fifty sheets at most; what cannot be read of them has no effect either, and is left where it lies. */
export async function recallStrays(
  store: Store,
  workbook: Pick<Workbook, 'sheets'>,
): Promise<Outcome<readonly Stray[]>> {
  const keys = await store.keys();
  if (!keys.ok) return keys;
  const prefix = acceptedKey('');
  const kept = keys.value.filter((key) => key.startsWith(prefix));
  if (kept.length === 0) return succeeded([]);
  const listed = await workbook.sheets();
  if (!listed.ok) return listed;
  const here = new Set(listed.value.map(({ id }) => acceptedKey(id)));
  const strays: Stray[] = [];
  for (const key of kept.filter((each) => !here.has(each)).slice(0, mostSheets)) {
    const sheetId = key.slice(prefix.length);
    const recalled = await store.recall(acceptedKind(sheetId, []));
    if (!recalled.ok) return recalled;
    const decisions = explainedBy(foreign(piecesOf(recalled.value)), sheetId, []).filter(isKnown);
    if (decisions.length > 0) strays.push({ key, decisions });
  }
  return succeeded(strays);
}
