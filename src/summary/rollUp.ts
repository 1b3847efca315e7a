/** Many forms at once: rows, totals, grades, frequent problems, pasted text, duplicates, outliers. Pure data. */
import { exact, plain, sum } from '../core/exact';
import type { Severity } from '../core/checks/finding';
import { known, ratioText, sumKnown, type Amount } from './amount';
import type { FormProblem, RollUpEntry } from './rollUpEntry';
import { type Outlier, outliersOf } from './outliers';
import { type Duplicate, type Shared, duplicatesOf, sharedIndicators, sharedReasons } from './sharedText';

/** How many findings of each severity. */
type ProblemCounts = Readonly<Record<Severity, number>>;

/** One row of the summary. */
export interface RollUpRow extends Omit<RollUpEntry, 'indicators' | 'reasons'> {
  /** 序号, from one. */
  readonly number: number;
  readonly counts: ProblemCounts;
}

/** A mean over the forms that have the figure, rounded half up to two decimals. */
interface Mean {
  readonly value: Amount;
  readonly forms: number;
}

export interface RollUp {
  readonly rows: readonly RollUpRow[];
  readonly totals: {
    readonly forms: number;
    readonly initial: Amount;
    readonly budget: Amount;
    readonly executed: Amount;
    /** Of the sums over the forms that state both amounts. */
    readonly rate: Amount;
    readonly stated: Mean;
    /** Of the forms in which nothing is 待评定. */
    readonly reviewed: Mean;
    readonly counts: ProblemCounts;
    /** How many rows are 待评定, and in how many forms. */
    readonly openCount: number;
    readonly openForms: number;
  };
  /** From the best down; forms without a grade last, with grade null. */
  readonly grades: readonly { readonly grade: string | null; readonly stated: number; readonly reviewed: number }[];
  /** The check that struck most forms first. */
  readonly problems: readonly (FormProblem & { readonly forms: number })[];
  readonly sharedIndicators: readonly Shared[];
  readonly sharedReasons: readonly Shared[];
  readonly duplicates: readonly Duplicate[];
  readonly outliers: readonly Outlier[];
}

function countsOf(problems: readonly FormProblem[]): ProblemCounts {
  const of = (severity: Severity): number =>
    problems.reduce((running, problem) => running + (problem.severity === severity ? problem.count : 0), 0);
  return { P0: of('P0'), P1: of('P1'), P2: of('P2') };
}

function meanOf(amounts: readonly Amount[]): Mean {
  const figures = known(amounts);
  const value = figures.length === 0 ? null : plain(sum(figures).div(figures.length).round(2));
  return { value, forms: figures.length };
}

/** 优 before 良 before 中 before 差, as 财预〔2020〕10号 and its local rules name them; other names follow. */
const usualGrades = ['优', '良', '中', '差'];

function placeOf(grade: string): number {
  const place = usualGrades.indexOf(grade);
  return place < 0 ? usualGrades.length : place;
}

/** The grade by the review in words: 待评定 while a row is; null where there is none. */
export function reviewedGradeOf({
  openCount,
  reviewedGrade,
}: Pick<RollUpEntry, 'openCount' | 'reviewedGrade'>): string | null {
  return openCount > 0 ? '待评定' : reviewedGrade;
}

function gradesOf(entries: readonly RollUpEntry[]): RollUp['grades'] {
  const all = entries.map((entry) => ({ grade: entry.grade, reviewedGrade: reviewedGradeOf(entry) }));
  const named = new Set(all.flatMap(({ grade, reviewedGrade }) => [grade, reviewedGrade]));
  const grades = [...named].filter((grade) => grade !== null).sort((left, right) => placeOf(left) - placeOf(right));
  const ungraded = all.some(({ grade, reviewedGrade }) => grade === null || reviewedGrade === null) ? [null] : [];
  return [...grades, ...ungraded].map((grade) => ({
    grade,
    stated: all.filter((entry) => entry.grade === grade).length,
    reviewed: all.filter((entry) => entry.reviewedGrade === grade).length,
  }));
}

function frequentProblems(entries: readonly RollUpEntry[]): RollUp['problems'] {
  const byCheck = new Map<string, FormProblem & { readonly forms: number }>();
  for (const { problems } of entries) {
    for (const problem of problems) {
      // One check may speak with two severities; they are two kinds of problem.
      const key = `${problem.check} ${problem.severity}`;
      const before = byCheck.get(key) ?? { ...problem, count: 0, forms: 0 };
      byCheck.set(key, { ...before, count: before.count + problem.count, forms: before.forms + 1 });
    }
  }
  return [...byCheck.values()].sort((left, right) => right.forms - left.forms || right.count - left.count);
}

function rowOf(entry: RollUpEntry, place: number): RollUpRow {
  const { budget, department, executed, grade, initial, path, problems, project } = entry;
  const { rate, reviewed, reviewedGrade, sheet, stated, unit } = entry;
  const { high, low, openCount, openWeight, opinions, passed, ruled, settled, standing } = entry;
  return {
    number: place + 1,
    ...{ path, sheet, project, department, unit, initial, budget, executed, rate },
    ...{ stated, reviewed, grade, reviewedGrade, problems },
    ...{ settled, openCount, openWeight, low, high, ruled, standing, opinions, passed },
    counts: countsOf(problems),
  };
}

/** The roll-up of forms in their order; row numbers begin at one. */
export function rollUp(entries: readonly RollUpEntry[]): RollUp {
  const rows = entries.map(rowOf);
  const all = (pick: (entry: RollUpEntry) => Amount): readonly Amount[] => entries.map(pick);
  // An executed amount without its budget would make a rate of nothing.
  const both = entries.filter(({ budget, executed }) => budget !== null && executed !== null);
  const total = (severity: Severity): number => rows.reduce((running, { counts }) => running + counts[severity], 0);
  const duplicates = duplicatesOf(entries);
  return {
    rows,
    totals: {
      forms: entries.length,
      initial: sumKnown(all(({ initial }) => initial)),
      budget: sumKnown(all(({ budget }) => budget)),
      executed: sumKnown(all(({ executed }) => executed)),
      rate: ratioText(sumKnown(both.map(({ executed }) => executed)), sumKnown(both.map(({ budget }) => budget))),
      stated: meanOf(all(({ stated }) => stated)),
      reviewed: meanOf(all(({ reviewed }) => reviewed)),
      counts: { P0: total('P0'), P1: total('P1'), P2: total('P2') },
      openCount: entries.reduce((running, { openCount }) => running + openCount, 0),
      openForms: entries.filter(({ openCount }) => openCount > 0).length,
    },
    grades: gradesOf(entries),
    problems: frequentProblems(entries),
    sharedIndicators: sharedIndicators(entries, duplicates),
    sharedReasons: sharedReasons(entries, duplicates),
    duplicates,
    outliers: outliersOf(entries),
  };
}

/** reviewed − stated in points, or null where one of them is missing. */
export function differenceOf({ reviewed, stated }: Pick<RollUpEntry, 'reviewed' | 'stated'>): Amount {
  return reviewed === null || stated === null ? null : plain(exact(reviewed).minus(exact(stated)));
}
