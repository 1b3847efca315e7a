/** The report 《自评复核报告》 as a sheet of its own: what was reviewed, by which rules, and every finding with its cell. */
import { type Exact, plain } from '../core/exact';
import type { Finding } from '../core/checks/finding';
import { amountOf } from '../core/form/amountOf';
import { toA1, type CellRef } from '../core/sheet/cellRef';
import type { OwnCell, OwnLink, OwnSheet } from '../core/sheet/ownSheet';
import type { FormReport } from '../core/report/report';
import { formDecided, type FormDecided, indicatorDecisions } from '../summary/decidedFacts';
import { standingText } from '../summary/decidedText';
import { exactOf } from '../summary/amount';
import type { Totals } from '../core/score/scores';
import { carriesPoints, executionPoints, pointsOf, type RowPoints } from '../core/score/totals';
import type { FormSpeaker } from '../summary/wordedForm';
import { madeBy, reportSheetWords } from './paperWords';

/** Makes sentences of findings; the caller has the words. */
export type FindingSpeaker = Pick<FormSpeaker, 'finding'>;

/** Limits of points as people read them: 24–30. */
function limitsText({ high, low }: { readonly low: Exact; readonly high: Exact }): string {
  return low.eq(high) ? plain(low) : `${plain(low)}–${plain(high)}`;
}

/** A link to a cell of the form, shown as its address. */
export function linkTo({ form }: FormReport, cell: CellRef): OwnLink {
  return { text: toA1(cell), link: { sheetName: form.sheetName, cell } };
}

/** The total by the rules with its grade; while rows are open what is settled, what is open and what is allowed. */
function totalLines(totals: Totals): readonly (readonly OwnCell[])[] {
  const words = reportSheetWords.report;
  const { allowed, computedGrade, computedScore, openCount, openWeight, settledScore } = totals;
  if (openCount === 0) return [[words.computed, computedScore?.toNumber() ?? null, words.grade, computedGrade]];
  return [
    [words.settled, settledScore.toNumber()],
    [words.open, openWeight.toNumber(), words.openRows(openCount)],
    ...(allowed ? [[words.allowed, limitsText(allowed)]] : []),
  ];
}

/** The total by the rules alone, where a person's scores lead to another. */
function ruledLine(report: FormReport, ruled: FormDecided['ruled']): readonly (readonly OwnCell[])[] {
  const { computedScore, openCount } = report.scores.totals;
  const alone = exactOf(ruled);
  if (!alone || (openCount === 0 && computedScore?.eq(alone))) return [];
  return [[reportSheetWords.report.ruled, alone.toNumber()]];
}

/** The opinions of the reviewer below what was found; nothing where there are none. */
function opinionRows({ opinions }: FormDecided): readonly (readonly OwnCell[])[] {
  const { opinions: title, wholeForm } = reportSheetWords.report;
  if (opinions.length === 0) return [];
  return [[], [title], ...opinions.map(({ of, opinion }): readonly OwnCell[] => [of ?? wholeForm, opinion])];
}

/**
 * The report sheet of one form, with findings in their reading order, those that were let pass below the others.
 *
 * @param inPart what of the form could not be reviewed, in one sentence; it stands ahead of every figure.
 */
export function reportSheet(report: FormReport, speaker: FindingSpeaker, inPart: string | null = null): OwnSheet {
  const words = reportSheetWords.report;
  const { accepted, examined, findings, form, rubric, scores } = report;
  const { grade, statedScore } = scores.totals;
  const decided = formDecided(report);
  const head: readonly (readonly OwnCell[])[] = [
    [words.title],
    [madeBy],
    ...(inPart === null ? [] : [[inPart]]),
    [words.project, form.projectName],
    [words.sheet, form.sheetName],
    [words.rubric, rubric.title],
    [words.examined, words.examinedText(examined.indicators, examined.checks)],
    [words.standing, standingText(decided)],
    [words.stated, statedScore?.toNumber() ?? null, words.grade, grade],
    ...ruledLine(report, decided.ruled),
    ...totalLines(scores.totals),
    [],
  ];
  const names = new Map(form.indicators.map(({ key, name }) => [key, name.text]));
  const lineOf = (finding: Finding, index: number, advice: string | null): readonly OwnCell[] => {
    const { cells, expected, found, indicator, severity } = finding;
    const { message, remedy, title } = speaker.finding(finding);
    const [first] = cells;
    const name = indicator === null ? null : (names.get(indicator) ?? null);
    const link = first ? linkTo(report, first) : null;
    return [index + 1, severity, link, name, title, message, found, expected, advice ?? remedy];
  };
  const open = findings.map((finding, index) => lineOf(finding, index, null));
  const rows = [...head, words.columns, ...(open.length > 0 ? open : [[words.noFindings]])];
  const boldRows = [0, head.length];
  const width = words.columns.length;
  const tables = [{ top: head.length, bottom: rows.length - 1, width }];
  const openRows = inPart === null ? [0, 1] : [0, 1, 2];
  if (accepted.length > 0) {
    boldRows.push(rows.length + 1, rows.length + 2);
    openRows.push(rows.length + 1);
    const known = accepted.map(({ decision, finding }, index) => lineOf(finding, index, decision.reason));
    rows.push([], [words.accepted], words.acceptedColumns, ...known);
    tables.push({ top: rows.length - known.length - 1, bottom: rows.length - 1, width });
  }
  const opinions = opinionRows(decided);
  if (opinions.length > 0) {
    boldRows.push(rows.length + 1);
    rows.push(...opinions);
    for (let row = rows.length - opinions.length + 1; row < rows.length; row += 1) openRows.push(row);
  }
  return { name: words.name, rows, boldRows, openRows, tables, columnWidths: [10, 12, 10, 24, 28, 48, 14, 14, 40] };
}

/**
 * The reviewer's workpaper 《自评复核底稿》 of one form: every indicator as the unit filled it in, and beside it the
 * columns of the review. 复核得分 is the settled score, and 待评定 with its limits where there is none; 复核完成值 is
 * the actual as read, to be overwritten by the reviewer; 偏离度 is completion minus one, in percent.
 */
export function workpaperSheet(
  report: FormReport,
  derived: (score: FormReport['scores']['indicators'][number]) => string,
): OwnSheet {
  const words = reportSheetWords.workpaper;
  const { form, scores } = report;
  const lines = scores.indicators.map((score): readonly OwnCell[] => {
    const { completion, indicator } = score;
    const { actual, level1, level2, name, score: written, target, weight } = indicator;
    const actualText = actual?.cell.text ?? null;
    return [
      level1?.text ?? null,
      level2?.text ?? null,
      name.text,
      linkTo(report, (written?.cell ?? name.cell).ref),
      amountIn(weight),
      target?.cell.text ?? null,
      actualText,
      amountIn(written),
      actualText,
      reviewedCell(indicator.shift === null ? pointsOf(score) : null),
      completion ? `${plain(completion.minus(1).times(100).round(2))}%` : null,
      derived(score),
      indicatorDecisions(report, score).opinion || null,
    ];
  });
  const { execution, totals } = scores;
  const executionLine: readonly (readonly OwnCell[])[] = execution
    ? [
        [
          words.execution,
          null,
          null,
          execution.block.score ? linkTo(report, execution.block.score.cell.ref) : null,
          execution.weight?.toNumber() ?? null,
          null,
          null,
          amountIn(execution.block.score),
          execution.rate ? `${plain(execution.rate.times(100).round(2))}%` : null,
          carriesPoints(execution) ? reviewedCell(executionPoints(execution)) : null,
          null,
          null,
        ],
      ]
    : [];
  const total: readonly OwnCell[] = [
    words.total,
    null,
    null,
    form.total?.score ? linkTo(report, form.total.score.cell.ref) : null,
    totals.weight?.toNumber() ?? null,
    null,
    null,
    totals.statedScore?.toNumber() ?? null,
    null,
    totals.openCount > 0 ? words.open : (totals.computedScore?.toNumber() ?? null),
    null,
    totals.openCount > 0
      ? words.openTotal(plain(totals.settledScore), plain(totals.openWeight), totals.openCount)
      : null,
  ];
  const head: readonly (readonly OwnCell[])[] = [[words.title], [madeBy], [form.projectName ?? form.sheetName]];
  const rows = [...head, words.columns, ...executionLine, ...lines, total];
  return {
    name: words.name,
    rows,
    boldRows: [0, head.length, rows.length - 1],
    openRows: [0, 1, 2],
    tables: [{ top: head.length, bottom: rows.length - 1, width: words.columns.length }],
    columnWidths: [14, 14, 24, 10, 8, 18, 18, 10, 18, 14, 10, 48, 40],
  };
}

/** The settled score, or 待评定 with its limits; nothing for a displaced row. */
function reviewedCell(points: RowPoints | null): OwnCell {
  if (!points) return null;
  if (points.settled) return points.settled.toNumber();
  const { open } = reportSheetWords.workpaper;
  return points.limits ? `${open} ${limitsText(points.limits)}` : open;
}

function amountIn(reading: Parameters<typeof amountOf>[0]): number | null {
  return amountOf(reading)?.toNumber() ?? null;
}
