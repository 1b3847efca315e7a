/** What a review yields together with what was remembered. */
import type { ColumnMapping } from '../../core/form/columnMapping';
import type { FormReport, SheetReport } from '../../core/report/report';
import type { Brought } from './brought';

/** A reviewed form. */
export type ReviewedForm = FormReport;

/** Something kept in the workbook that could not be read, and so did not take part in the review. */
export type Unreadable = 'accepted' | 'columns' | 'decisions' | 'rubric';

/** A reviewed sheet. */
export interface ReviewedSheet extends SheetReport {
  /** The user's mapping of columns that this review followed, or null. */
  readonly mapping: ColumnMapping | null;
  /** A mapping that the user made for the same header row in another workbook, for them to take; or null. */
  readonly offeredMapping: ColumnMapping | null;
  readonly unreadable: readonly Unreadable[];
  /** What came with the file and was not made here: for the user to adopt or to turn down. */
  readonly brought: Brought;
}
