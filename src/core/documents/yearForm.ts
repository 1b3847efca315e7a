/** The forms of a workbook or batch by project and year, so that one year's can be held against the year before. */
import { plain } from '../exact';
import { amountOf } from '../form/amountOf';
import type { Form, Indicator } from '../form/form';
import { cellWords } from '../form/grid';
import type { CellRef } from '../sheet/cellRef';
import type { Cell } from '../sheet/sheetView';
import type { NamedRow } from './pairRows';
import { isSameProject, projectKey, unitKey } from './sameProject';

/** A text with its cell. */
export interface PlacedText {
  readonly cell: CellRef;
  readonly text: string;
}

/** One row. Plain data, so that it can travel from one workbook to the forms of another. */
export interface YearRow extends NamedRow {
  readonly nameCell: CellRef;
  /** Null where the form has no such column, or the cell is empty. */
  readonly target: Cell | null;
  /** 指标性质 and 度量单位, where they stand in columns of their own; else "". */
  readonly sign: string;
  readonly unit: string;
  readonly actual: PlacedText | null;
  readonly reason: PlacedText | null;
  /** Points as plain decimal text; null where there is none. */
  readonly score: string | null;
  readonly weight: string | null;
}

/** What of a form the form of the next year is held against. */
export interface YearForm {
  /** The file that holds it; null where it is the form's own. */
  readonly file: string | null;
  readonly sheetName: string;
  readonly sheetId: string;
  readonly projectName: string;
  /** The unit in one typography; null where the form does not name it. */
  readonly unit: string | null;
  readonly year: number;
  readonly rows: readonly YearRow[];
  /** 全年预算数 of the whole project in 元, as plain decimal text; null where it is not stated. */
  readonly budget: string | null;
  readonly total: { readonly cell: CellRef; readonly score: string } | null;
  readonly achieved: PlacedText | null;
}

function placed(cell: Cell | null | undefined): PlacedText | null {
  const text = cell?.text.trim() ?? '';
  return cell && text !== '' ? { cell: cell.ref, text } : null;
}

const pointsText = (reading: Indicator['score'] | undefined): string | null => {
  const points = amountOf(reading ?? null);
  return points && plain(points);
};

/** A row as it is compared. */
export function yearRow({ actual, level2, name, reason, score, sign, target, unit, weight }: Indicator): YearRow {
  return {
    name: name.text,
    level2: level2?.text ?? null,
    nameCell: name.cell.ref,
    target: target && target.cell.text.trim() !== '' ? target.cell : null,
    sign: sign ? cellWords(sign) : '',
    unit: unit ? cellWords(unit) : '',
    actual: placed(actual?.cell),
    reason: placed(reason),
    score: pointsText(score),
    weight: pointsText(weight),
  };
}

const perTenThousand = 10_000;

function budgetText({ budget }: Form): string | null {
  const line = budget?.lines.find(({ role }) => role === 'total');
  const amount = amountOf(line?.budget ?? line?.initial ?? null);
  return amount && plain(budget?.unit === '元' ? amount : amount.times(perTenThousand));
}

/** The form as one of its year; null where it names no project or no year, or its rows stand displaced. */
export function yearForm(form: Form): YearForm | null {
  const { goals, indicators, misalignment, projectName, sheetId, sheetName, total, unit, year } = form;
  if (projectName === null || year === null || misalignment !== null) return null;
  const score = pointsText(total?.score);
  const unitText = unitKey(unit?.text ?? null);
  return {
    file: null,
    ...{ sheetId, sheetName, projectName, year },
    unit: unitText === '' ? null : unitText,
    rows: indicators.filter(({ isAdjustment, isExecutionRate }) => !isAdjustment && !isExecutionRate).map(yearRow),
    budget: budgetText(form),
    total: total?.score && score !== null ? { cell: total.score.cell.ref, score } : null,
    achieved: placed(goals.achieved),
  };
}

/**
 * The form of the same project and unit of the year before; null where there is none, or more than one that may be meant: a
 * copy of it says nothing else.
 */
export function formOfLastYear(form: Form, forms: readonly YearForm[]): YearForm | null {
  const own = yearForm(form);
  if (!own) return null;
  const [last, ...others] = forms.filter(
    ({ projectName, unit, year }) =>
      year === own.year - 1 &&
      isSameProject(projectName, own.projectName) &&
      (unit === null || own.unit === null || unit === own.unit),
  );
  const contentOf = (one: YearForm): string => JSON.stringify({ ...one, file: null, sheetId: '', sheetName: '' });
  return last && others.every((other) => contentOf(other) === contentOf(last)) ? last : null;
}

/** The forms that may be held against another: of projects with forms of more than one year. */
export function comparableForms<Named extends Pick<YearForm, 'projectName' | 'year'>>(
  forms: readonly Named[],
): readonly Named[] {
  const years = new Map<string, Set<number>>();
  for (const { projectName, year } of forms) {
    const key = projectKey(projectName);
    years.set(key, (years.get(key) ?? new Set()).add(year));
  }
  return forms.filter(({ projectName }) => (years.get(projectKey(projectName))?.size ?? 0) > 1);
}
