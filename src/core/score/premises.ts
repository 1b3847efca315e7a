/** What a judgement rests on, as data: every premise with its choice and where that choice comes from. */
import type { CellRef } from '../sheet/cellRef';

/** Which question a premise answers. */
export type PremiseAbout =
  /** Which text governs the row: its own cell, a note, a profile. */
  | 'rule'
  /** A clause of that text that was not understood. */
  | 'clause'
  /** Whether more or less is better. */
  | 'direction'
  /** In which unit, or on which scale, a bare number is meant. */
  | 'scale'
  /** Whether 完成80% is an amount or a matter of degree. */
  | 'sort'
  /** Which place's profile is in force. */
  | 'profile'
  /** Whether a number counts as it is stored or as it is shown, and where sums are rounded. */
  | 'rounding'
  /** Which cell or line an amount stands in, and whose figure it is. */
  | 'amounts'
  /** The score itself, where a person gave it. */
  | 'score'
  /** Whether all rows and scores are there. */
  | 'completeness';

/**
 * Where a choice comes from. `stated`: a cell of the form says it. `regulated`: a clause that holds everywhere.
 * `decided`: the reviewer said it. `assumed`: nothing says it; another choice may be as good.
 */
export type PremiseSource = 'stated' | 'regulated' | 'decided' | 'assumed';

/** One premise with the choice that was made for it. */
export interface Premise {
  readonly about: PremiseAbout;
  /**
   * The choice as a key: `positive`, `reverse`, `equal`, `as-written`, `other-unit`, `unknown`, `amount`, `degree`, `own`,
   * `note`, `profile`, `open`. `words` has a phrase for each pair of `about` and `choice`, filled with `facts`.
   */
  readonly choice: string;
  /** Figures, units and quoted words of the phrase. */
  readonly facts: Readonly<Record<string, string>>;
  readonly source: PremiseSource;
  /** The cell that states it; null for any other source. */
  readonly cell: CellRef | null;
  /** The document and clause that regulates it; null for any other source. */
  readonly clause: string | null;
}

/** A premise that a cell of the form states. */
export function stated(about: PremiseAbout, choice: string, cell: CellRef, facts: Premise['facts'] = {}): Premise {
  return { about, choice, facts, source: 'stated', cell, clause: null };
}

/** A premise that a clause settles for every form. */
export function regulated(about: PremiseAbout, choice: string, clause: string, facts: Premise['facts'] = {}): Premise {
  return { about, choice, facts, source: 'regulated', cell: null, clause };
}

/** A premise that the reviewer settled. */
export function decided(about: PremiseAbout, choice: string, facts: Premise['facts'] = {}): Premise {
  return { about, choice, facts, source: 'decided', cell: null, clause: null };
}

/** A premise that nothing settles. */
export function assumed(about: PremiseAbout, choice: string, facts: Premise['facts'] = {}): Premise {
  return { about, choice, facts, source: 'assumed', cell: null, clause: null };
}
