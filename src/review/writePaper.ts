/**
 * Puts a sheet of our own into the workbook: a new one, or an earlier one anew as long as nobody has typed into it. What
 * a reviewer wrote into a workpaper is theirs and is never replaced unasked.
 */
import type { RecogniseOwn } from '../core/report/recogniseOwn';
import type { OwnCell, OwnSheet } from '../core/sheet/ownSheet';
import { viewOf } from '../core/sheet/sheetView';
import type { CellValue, Snapshot } from '../core/sheet/snapshot';
import { fingerprint } from '../core/fingerprint';
import type { Kept } from './memory/kept';
import type { Seal } from './memory/seal';
import { ours, type Piece, type PieceKind } from './memory/signedMemory';
import { createStore } from './memory/store';
import { succeeded } from '../port/outcome';
import { nameOfPaper } from '../port/ownSheetName';
import type { Outcome, SheetEntry, Workbook } from '../port/workbook';

/** careful: asks where an earlier paper was edited · replace: writes over it · beside: makes another one. */
export type PaperManner = 'careful' | 'replace' | 'beside';

/** What became of a paper. */
export type PaperWritten =
  | {
      readonly state: 'written';
      readonly sheetId: string;
      /** The name that it got: that of the paper, with a counter where another sheet has it. */
      readonly name: string;
      /** Whether an earlier paper was written anew. */
      readonly isRenewed: boolean;
      /** How many cells do not hold what was wanted. */
      readonly different: number;
    }
  /** An earlier paper holds something that this add-in did not write. Nothing was done. */
  | { readonly state: 'edited'; readonly sheetId: string; readonly name: string };

/** The key under which the prints of the papers are kept in the workbook. */
const papersKey = 'papers';

/** The print of one paper as this installation wrote it. */
interface PaperPrint {
  /** Of its sheet. */
  readonly name: string;
  readonly print: string;
}

const paperKind: PieceKind<PaperPrint> = {
  key: papersKey,
  read: ({ name, print }) => (typeof name === 'string' && typeof print === 'string' ? { name, print } : null),
  fieldsOf: ({ name, print }) => ({ name, print }),
  placeOf: () => papersKey,
};

/** Prints of the papers as they were written, by the names of their sheets. */
type Prints = ReadonlyMap<string, string>;

/** What cannot be read, and what was not written here, counts as unknown: then the user is asked. */
function printsOf(kept: Kept<readonly Piece<PaperPrint>[]>): Prints {
  return new Map(kept.kind === 'value' ? ours(kept.value).map(({ name, print }) => [name, print]) : []);
}

function printOfSheet({ formulas, values }: Snapshot): string {
  return fingerprint(JSON.stringify([values, formulas]));
}

/** Whether a sheet by the wanted name may be written anew, was edited, holds nothing, or is none of ours. */
function standingOf(
  snapshot: Snapshot,
  print: string | undefined,
  recogniseOwn: RecogniseOwn,
): 'clean' | 'edited' | 'empty' | 'foreign' {
  if (snapshot.area === null) return 'empty';
  if (print !== undefined) return printOfSheet(snapshot) === print ? 'clean' : 'edited';
  return recogniseOwn(snapshot) === null ? 'foreign' : 'edited';
}

/** What the sheets by the wanted names allow. */
interface Places {
  /** Ids of all sheets. */
  readonly known: ReadonlySet<string>;
  /** Ids of earlier papers that nobody typed into. */
  readonly renewable: readonly string[];
  /** The paper that would be the next to be written anew, had nobody typed into it. */
  readonly edited: SheetEntry | null;
}

/** Looks at the sheets that have the name, with counters, up to the first that is clean, edited or missing. */
async function findPlaces(
  workbook: Workbook,
  wanted: string,
  prints: Prints,
  recogniseOwn: RecogniseOwn,
): Promise<Outcome<Places>> {
  const listed = await workbook.sheets();
  if (!listed.ok) return listed;
  const known = new Set(listed.value.map(({ id }) => id));
  const empty: string[] = [];
  for (let number = 1; ; number += 1) {
    const name = nameOfPaper(wanted, number).toLowerCase();
    const existing = listed.value.find((sheet) => sheet.name.toLowerCase() === name);
    if (!existing) return succeeded({ known, renewable: empty, edited: null });
    const read = await workbook.read(existing.id);
    if (!read.ok) {
      if (read.fault.kind === 'sheet-without-cells') continue;
      return read;
    }
    const standing = standingOf(read.value, prints.get(existing.name), recogniseOwn);
    // A paper whose making broke off; a blank sheet of the user lacks our mark, and is not written to.
    if (standing === 'empty') empty.push(existing.id);
    if (standing === 'clean') return succeeded({ known, renewable: [...empty, existing.id], edited: null });
    if (standing === 'edited') return succeeded({ known, renewable: empty, edited: existing });
  }
}

function holdsCell(wanted: OwnCell, value: CellValue): boolean {
  if (wanted === null || wanted === '') return value === null || value === '';
  if (typeof wanted === 'object') return value === ('ratio' in wanted ? wanted.ratio : wanted.text);
  return value === wanted;
}

function countDifferent({ rows }: OwnSheet, snapshot: Snapshot): number {
  const view = viewOf(snapshot);
  return rows.reduce(
    (count, cells, row) => count + cells.filter((cell, column) => !holdsCell(cell, view.at(row, column).value)).length,
    0,
  );
}

/**
 * Writes the paper and reads it back. No other sheet is touched; a fault means that at most an unfinished paper of our
 * own stands there.
 */
export async function writePaper(
  workbook: Workbook,
  paper: OwnSheet,
  recogniseOwn: RecogniseOwn,
  seal: Seal,
  manner: PaperManner = 'careful',
): Promise<Outcome<PaperWritten>> {
  const store = createStore(workbook, seal);
  const recalled = await store.recall(paperKind);
  if (!recalled.ok) return recalled;
  const prints = printsOf(recalled.value);
  const found = await findPlaces(workbook, paper.name, prints, recogniseOwn);
  if (!found.ok) return found;
  const { edited, known, renewable } = found.value;
  if (edited && manner === 'careful') {
    return succeeded({ state: 'edited', sheetId: edited.id, name: edited.name });
  }
  const renew = manner === 'beside' ? [] : edited ? [...renewable, edited.id] : renewable;
  const made = await workbook.writeSheet(paper, renew);
  if (!made.ok) return made;
  const { sheetId } = made.value;
  const read = await workbook.read(sheetId);
  if (!read.ok) return read;
  // Should this fail, the next paper of that name counts as edited, and the user is asked.
  const { name } = made.value;
  const print = printOfSheet(read.value);
  await store.change(
    paperKind,
    (papers) => [...papers.filter((paper) => paper.name !== name), { name, print }],
    'unreadable',
  );
  return succeeded({
    state: 'written',
    ...made.value,
    isRenewed: known.has(sheetId),
    different: countDifferent(paper, read.value),
  });
}
