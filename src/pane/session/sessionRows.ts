/** The forms of a review session as rows of a table, and the orders in which they can stand. Plain data, to be kept. */
import type { Severity } from '../../core/checks/finding';
import type { FormState } from '../../core/decisions/decision';
import { exact, plain } from '../../core/exact';
import type { FormReport } from '../../core/report/report';
import { stateOf } from '../../core/report/formState';
import { countBySeverity } from '../state';
import type { SessionColumn, SessionOrder } from './sessionOrder';

/** One form. Points are plain decimal text; null: there is none. */
export interface SessionRow {
  /** By what it is opened: unique in the session. */
  readonly id: string;
  readonly project: string;
  readonly unit: string;
  /** The year that it is about; null where it names none. */
  readonly year: number | null;
  /** Where it stands, so that two forms of one project are told apart: its sheet, of several files its file. */
  readonly place: string;
  readonly stated: string | null;
  /** The reviewed total; null while a row is left to be judged. */
  readonly reviewed: string | null;
  readonly counts: Readonly<Record<Severity, number>>;
  /** How many rows are left to be judged. */
  readonly openCount: number;
  /** Null: nobody looked at it. */
  readonly state: FormState | null;
}

/** What a form is in the table. `sheet`: on which it stands; by that it is called where it names no project. */
export function sessionRow(id: string, report: FormReport, sheet: string): SessionRow {
  const { findings, form, scores } = report;
  const { computedScore, openCount, statedScore, sumOfScores } = scores.totals;
  const stated = statedScore ?? sumOfScores;
  return {
    id,
    project: form.projectName ?? sheet,
    unit: form.unit?.text.trim() ?? '',
    year: form.year,
    place: sheet,
    stated: stated && plain(stated),
    reviewed: openCount === 0 && computedScore ? plain(computedScore) : null,
    counts: countBySeverity(findings),
    openCount,
    state: stateOf(report)?.state ?? null,
  };
}

const states = [null, 'seen', 'returned', 'passed'] as const;

/** Points and counts are compared as numbers; what is not there stands last, whichever way. */
function figureOf({ counts, openCount, reviewed, state, stated }: SessionRow, column: SessionColumn): string | null {
  switch (column) {
    case 'stated':
      return stated;
    case 'reviewed':
      return reviewed;
    case 'open':
      return String(openCount);
    case 'state':
      return String(states.indexOf(state));
    case 'name':
      return null;
    default:
      return String(counts[column]);
  }
}

const nameOf = ({ place, project, unit, year }: SessionRow): string => [unit, project, year ?? '', place].join('\n');

function compared(left: SessionRow, right: SessionRow, column: SessionColumn, sign: number): number {
  if (column === 'name') return sign * nameOf(left).localeCompare(nameOf(right), 'zh-CN');
  const [one, other] = [figureOf(left, column), figureOf(right, column)];
  if (one === null || other === null) return Number(one === null) - Number(other === null);
  return sign * exact(one).cmp(exact(other));
}

/** The rows in that order; what is alike stays as it came. */
export function inSessionOrder(
  rows: readonly SessionRow[],
  { column, isDescending }: SessionOrder,
): readonly SessionRow[] {
  if (column === null) return rows;
  return [...rows].sort((left, right) => compared(left, right, column, isDescending ? -1 : 1));
}
