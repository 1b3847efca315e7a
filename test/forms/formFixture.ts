/** A form as a fixture: the sheet, and what a person who reads it would say is where. */
import type { ColumnRole, LayoutId } from '../../src/core/form/form';
import type { CellValue, Snapshot } from '../../src/core/sheet/snapshot';
import { snapshotOf } from './snapshotOf';

/** What a person sees on the sheet; addresses are those of merge anchors. */
export interface FormExpectation {
  readonly layout: LayoutId;
  /** The area of header and body, total row included. */
  readonly table: string;
  /** The column letters of each role (in a horizontal layout: the row number). */
  readonly columns: Readonly<Partial<Record<ColumnRole, string>>>;
  /** How many indicators there are, and the cells of the first and the last name. */
  readonly indicators: number;
  readonly first: string;
  readonly last: string;
  /** The total row: its label, and the stated weight and score where it has them. */
  readonly total: { readonly label: string; readonly weight: string | null; readonly score: string | null } | null;
  readonly totalScore: string | null;
  /** The budget block: unit, roles of its lines, and the figures of its total line. */
  readonly budget: {
    readonly area?: string;
    readonly unit: '万元' | '元' | null;
    readonly lines: readonly string[];
    readonly initial?: string | null;
    readonly budget: string | null;
    readonly executed: string | null;
    readonly rate: string | null;
    readonly weight: string | null;
    readonly score: string | null;
  } | null;
  /** The name cells of execution-rate rows and of bonus or malus rows. */
  readonly executionRate?: string;
  readonly adjustments?: readonly string[];
  /** Cells that hold a score where an actual should be. */
  readonly misplacedScores?: readonly string[];
  readonly misalignment: { readonly shift: number; readonly rows: readonly number[] } | null;
  readonly title?: string;
  readonly year?: number;
  readonly project?: string;
  readonly department?: string;
  readonly unit?: string;
  readonly goals?: { readonly expected: string; readonly achieved: string | null };
  readonly notes?: readonly string[];
  /** Sum of the weights of the indicators, adjustments left out. */
  readonly weights?: string;
}

/** What a reviewer must and must not be told of a form, written by hand before the first run. */
export interface ReviewExpectation {
  readonly totals: Readonly<Partial<Record<'weight' | 'statedScore' | 'sumOfScores' | 'computedScore', number>>>;
  /** Each by any of these checks at any of these cells; a P0 that none of them covers is a false accusation. */
  readonly says: readonly {
    readonly any: readonly string[];
    readonly cell: readonly string[];
    /** What should stand there. */
    readonly expected?: number;
    /** What the product cannot say yet. */
    readonly isWanting?: true;
  }[];
  /** Accusations that the product still makes and that cannot be defended. */
  readonly falseToday?: readonly { readonly check: string; readonly cell: string }[];
  /** What must not be said: by check, cell and severity, as far as given. */
  readonly never: readonly { readonly check?: string; readonly cell?: string; readonly severity?: string }[];
}

/** Where a form comes from: a document that a unit published, or a published layout that was filled with figures of ours. */
interface FormSource {
  readonly kind: 'published' | 'layout';
  readonly of: string;
}

/** A fixture file: rows of values, merges, formats, and the expectation. */
export interface FormFile {
  readonly name: string;
  readonly source: FormSource;
  readonly sheetName: string;
  readonly rows: readonly (readonly (string | number | null)[])[];
  readonly merges: readonly string[];
  readonly formats: Readonly<Record<string, readonly string[]>>;
  readonly expect: FormExpectation;
  readonly review?: ReviewExpectation;
}

/** A form to test with. */
export interface PublishedForm {
  readonly name: string;
  /** Left out of the forms that only show a family of layouts. */
  readonly source?: FormSource;
  readonly snapshot: Snapshot;
  readonly expect: FormExpectation;
  readonly review?: ReviewExpectation;
}

/** Makes the snapshot of a fixture file. */
export function readFormFile({
  expect,
  formats,
  merges,
  name,
  review,
  rows,
  sheetName,
  source,
}: FormFile): PublishedForm {
  const values: readonly (readonly CellValue[])[] = rows;
  return {
    name,
    source,
    snapshot: snapshotOf(values, { sheetName, merges, formats }),
    expect,
    ...(review ? { review } : {}),
  };
}
