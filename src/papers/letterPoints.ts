/**
 * What a letter to the unit is about, as plain data that survives JSON: of every form its points, one a row, ready to be
 * numbered and put under its sheet.
 */
import type { Finding } from '../core/checks/finding';
import { type EvidenceKind, evidenceFor } from '../core/report/evidence';
import type { LetterContent } from '../core/report/letterContent';
import { openPlaces } from '../core/report/openPlaces';
import type { FormReport } from '../core/report/report';
import { isLeft, type Round } from '../core/report/roundFates';
import type { CellRef } from '../core/sheet/cellRef';
import { listedRanges } from '../core/sheet/rangesText';
import { formDecided, indicatorDecisions } from '../summary/decidedFacts';
import { letterWords } from './letterWords';
import type { FindingSpeaker } from './reportSheet';

/** In a second round: a point of the letter before, as it was or wrong in another way, or one that was not there before. */
type PointStanding = keyof typeof letterWords.standing;

/** A point of a letter: what is said of the cells that begin in one row. */
export interface LetterPoint {
  /** Addresses, joined into areas: "D9:D27"; empty: the form as a whole. */
  readonly cells: string;
  /** Null where it is about no indicator, or where the text names it itself. */
  readonly indicator: string | null;
  /** Whole sentences: what was found and what is asked for. */
  readonly text: string;
  /** Null in a first letter. */
  readonly standing: PointStanding | null;
}

/** A form with its points. */
export interface LetterForm {
  /** The file that it stands in; null where there is but one. */
  readonly file: string | null;
  readonly sheet: string;
  readonly project: string | null;
  /** Without the number that budget systems put ahead of it. */
  readonly unit: string | null;
  readonly year: number | null;
  /** In the order of rows, those about the form as a whole last. */
  readonly points: readonly LetterPoint[];
  /** Where it was returned before: of how many points the unit was told, and how many of them are settled; else null. */
  readonly returned: { readonly told: number; readonly settled: number } | null;
}

/** Without the number that budget systems put ahead of it: 058001-某局. */
function unitName({ form }: FormReport): string | null {
  const named = [form.unit?.text, form.department?.text].map((text = '') =>
    text.trim().replace(/^[0-9]{3,}\s*[-－—_]\s*/u, ''),
  );
  return named.find((name) => name !== '') ?? null;
}

/** Makes the sentences of a letter; the caller has the words. */
export interface LetterSpeaker extends FindingSpeaker {
  /** The papers that a sort of evidence is, as a list: 验收报告、检测报告或合格证. */
  evidence(kind: EvidenceKind): string;
}

/** A point on its way: what is said in one row. */
interface Row {
  readonly findings: Finding[];
  indicator: string | null;
  opinion: string;
  /** What the unit has to show where the score is left to a person; null: nothing. */
  evidence: EvidenceKind | null;
  /** Of the name of the row that the opinion is on. */
  cell: CellRef | null;
}

/**
 * A form with its points: findings that begin in one row are one point, and what the reviewer wrote on the row joins them.
 *
 * @param file the file that the form stands in, where the letter is about several.
 */
export function letterForm(
  report: FormReport,
  { findings, opinions }: LetterContent,
  speaker: LetterSpeaker,
  file: string | null = null,
): LetterForm {
  const { form, scores } = report;
  const rows = new Map<number, Row>();
  const rowAt = (line: number): Row => {
    const known = rows.get(line) ?? { findings: [], indicator: null, opinion: '', evidence: null, cell: null };
    rows.set(line, known);
    return known;
  };
  const names = new Map(form.indicators.map(({ key, name }) => [key, name.text.trim()]));
  const evidence = evidenceAsked(report);
  for (const finding of findings) {
    const row = rowAt(finding.cells.reduce((least, cell) => Math.min(least, cell.row), Infinity));
    row.findings.push(finding);
    row.indicator ??= finding.indicator === null ? null : (names.get(finding.indicator) ?? null);
    row.evidence ??= finding.indicator === null ? null : (evidence.get(finding.indicator) ?? null);
  }
  const wanted = new Set(opinions);
  for (const score of scores.indicators) {
    if (!wanted.has(score.indicator.key)) continue;
    const { opinion } = indicatorDecisions(report, score);
    if (opinion === '') continue;
    const row = rowAt(score.indicator.name.cell.ref.row);
    row.indicator ??= score.indicator.name.text.trim();
    row.opinion = opinion;
    row.cell = score.indicator.name.cell.ref;
  }
  const whole = wanted.has(null) ? formDecided(report).opinions.find(({ of }) => of === null)?.opinion : undefined;
  if (whole !== undefined) rowAt(Infinity).opinion = whole;
  return {
    ...{ file, sheet: form.sheetName, project: form.projectName ?? null, unit: unitName(report), year: form.year },
    points: [
      ...[...rows].sort(([left], [right]) => left - right).map(([, row]) => pointOf(row, report.round, speaker)),
      ...lostPoints(report.round),
    ],
    returned: report.round && returnedCounts(report.round),
  };
}

/** What to show for each row that is left to a person, by its indicator. */
function evidenceAsked(report: FormReport): ReadonlyMap<string, EvidenceKind> {
  const open = new Set(openPlaces(report));
  return new Map(
    report.scores.indicators.flatMap((score): readonly [string, EvidenceKind][] =>
      open.has(score.indicator.key) ? [[score.indicator.key, evidenceFor(score)]] : [],
    ),
  );
}

/** The name of a file without the folders of this machine, and without the number that tells it from its namesakes here. */
const nameOfFile = (path: string): string => (path.split(/[\\/]/u).at(-1) ?? path).replace(/(\.\w+) \(\d+\)$/u, '$1');

/** The finding with another file called by its name alone: where the reviewer keeps it is nothing to the unit. */
function withoutFolders(finding: Finding): Finding {
  const { beside, facts } = finding;
  const { place } = facts;
  if (!beside?.file || typeof place !== 'string') return finding;
  return { ...finding, facts: { ...facts, place: place.replaceAll(beside.file, nameOfFile(beside.file)) } };
}

/** The sentence without the cells that it lists itself: they stand ahead of the point already. */
function withoutCells(message: string, { facts: { cells } }: Finding): string {
  return typeof cells === 'string' ? message.replace(`：${cells}`, '').replace(`（${cells}）`, '') : message;
}

/** As many as the letter before counted: what was said of the cells that begin in one row was one point of it. */
function returnedCounts({ points }: Round): NonNullable<LetterForm['returned']> {
  const isSettled = new Map<string, boolean>();
  for (const { fate, point } of points) {
    const row = /\d+/u.exec(point.cells)?.[0] ?? '';
    isSettled.set(row, (isSettled.get(row) ?? true) && !isLeft(fate));
  }
  return { told: isSettled.size, settled: [...isSettled.values()].filter(Boolean).length };
}

/** What became of a finding since the letter before; null in a first round. */
function standingOf(finding: Finding, round: Round | null): PointStanding | null {
  if (!round) return null;
  const known = round.points.find((point) => point.finding === finding);
  if (known) return known.fate === 'unchanged' ? 'unchanged' : 'again';
  return round.added.includes(finding) ? 'new' : null;
}

/** What was returned and can be told neither mended nor wrong: the unit is asked once more. */
function lostPoints(round: Round | null): readonly LetterPoint[] {
  const lost = (round?.points ?? []).flatMap(({ fate, name, point: { cells } }): readonly LetterPoint[] => {
    if (fate !== 'row-gone' && fate !== 'unsure') return [];
    const where = name === null ? { cells, indicator: null } : { cells: '', indicator: name };
    return [{ ...where, text: letterWords.askLost(letterWords.lost[fate]), standing: null }];
  });
  // Several findings about a row that is gone are one point.
  const keyOf = (point: LetterPoint): string => JSON.stringify(point);
  return lost.filter((point, place) => lost.findIndex((other) => keyOf(other) === keyOf(point)) === place);
}

function pointOf(
  { cell, evidence, findings, indicator, opinion }: Row,
  round: Round | null,
  speaker: LetterSpeaker,
): LetterPoint {
  const found = findings.flatMap((finding) => finding.cells);
  const cells = listedRanges(found.length === 0 && cell ? [cell] : found);
  const said = findings.map((finding) => {
    const { message, remedy } = speaker.finding(withoutFolders(finding));
    const what = listedRanges(finding.cells) === cells ? withoutCells(message, finding) : message;
    return `${ended(what)}${letterWords.asks[finding.severity]}：${ended(remedy.replace(/^请/u, ''))}`;
  });
  const text = [
    ...said,
    ...(evidence === null ? [] : [letterWords.evidence(speaker.evidence(evidence))]),
    ...(opinion === '' ? [] : [`${letterWords.opinion}：${ended(opinion)}`]),
  ].join('');
  const standings = findings.map((finding) => standingOf(finding, round));
  return {
    cells,
    // Most sentences name their indicator themselves.
    indicator: indicator === null || text.startsWith(`“${indicator}”`) ? null : indicator,
    text,
    standing: (['unchanged', 'again'] as const).find((each) => standings.includes(each)) ?? standings[0] ?? null,
  };
}

const ended = (sentence: string): string =>
  /[。！？]$/u.test(sentence) || sentence === '' ? sentence : `${sentence}。`;
