/** What a role of the columns page can be given to, and where two choices are in each other's way. */
import type { Column, Form } from '../../core/form/form';
import { type ColumnRole, columnRoles } from '../../core/form/roles';
import { type CellRef, sameCell, toA1 } from '../../core/sheet/cellRef';
import type { Words } from '../../words/wordsOf';

/** The header cells that the user gave, by role. */
export type Picks = Readonly<Partial<Record<ColumnRole, CellRef>>>;

/** A heading to choose. */
export interface HeadingOption {
  readonly cell: CellRef;
  readonly label: string;
}

/** What is said below a choice: an error must be mended before a review, a warning says what the choice leads to. */
export interface ChoiceNews {
  readonly state: 'error' | 'warning';
  readonly text: string;
}

function labelOf({ ref, text }: Form['headings'][number], words: Words): string {
  const heading = text.replace(/\s+/gu, ' ').trim() || words.say('emptyCell');
  return words.say('headingOption', { cell: toA1(ref), text: heading });
}

/** The headings of the table, and the blank cells over columns that were told by what they hold. */
export function headingOptions(form: Form | null, words: Words): readonly HeadingOption[] {
  const headings = form?.headings ?? [];
  const blank = (form?.columns ?? [])
    .map(({ header }) => header)
    .filter(({ ref }) => !headings.some((heading) => sameCell(heading.ref, ref)));
  return [...headings, ...blank]
    .sort((left, right) => left.ref.column - right.ref.column || left.ref.row - right.ref.row)
    .map((heading) => ({ cell: heading.ref, label: labelOf(heading, words) }));
}

/** What is recognised without the user: "By itself: H12 Weight". */
export function automaticText(column: Column | null, words: Words): string {
  // What the user named before is not what would be recognised without them.
  if (column?.because === 'user') return words.say('columnAutomatic');
  return words.say('columnAutomaticAs', {
    column: column ? labelOf(column.header, words) : words.say('columnMissing'),
  });
}

/** The cell is given to this other role by the user, or was recognised as it; null where it is in nobody's way. */
function otherPick(picks: Picks, role: ColumnRole, cell: CellRef): ColumnRole | null {
  return (
    columnRoles.find((other) => {
      const theirs = picks[other];
      return other !== role && theirs !== undefined && sameCell(theirs, cell);
    }) ?? null
  );
}

/** What a choice leads to, said below it at once; null where there is nothing to say. */
export function newsOf(role: ColumnRole, picks: Picks, columns: readonly Column[], words: Words): ChoiceNews | null {
  const nameOf = (other: ColumnRole): string => words.say(`role-${other}`);
  const pick = picks[role];
  const own = columns.find((column) => column.role === role && column.because !== 'user');
  if (pick) {
    const facts = { cell: toA1(pick) };
    const other = otherPick(picks, role, pick);
    if (other) return { state: 'error', text: words.say('pickedTwice', { ...facts, role: nameOf(other) }) };
    const before = columns.find((column) => column.role !== role && sameCell(column.header.ref, pick));
    if (!before || picks[before.role]) return null;
    return { state: 'warning', text: words.say('pickTakes', { ...facts, role: nameOf(before.role) }) };
  }
  if (!own) return null;
  const facts = { cell: toA1(own.header.ref) };
  const taker = otherPick(picks, role, own.header.ref);
  if (taker) return { state: 'warning', text: words.say('pickTaken', { ...facts, role: nameOf(taker) }) };
  if (own.certainty === 'certain') return null;
  return {
    state: 'warning',
    text: words.say('columnBecause', {
      because: words.say(`because-${own.because}`),
      certainty: words.say(`certainty-${own.certainty}`),
    }),
  };
}

/** The header cells that the user gave before. */
export function givenPicks(columns: readonly Column[]): Picks {
  return Object.fromEntries(
    columns.filter(({ because }) => because === 'user').map(({ header, role }) => [role, header.ref]),
  );
}
