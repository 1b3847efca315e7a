/** The review as JSON, version 1. Others read it: fields are added, never renamed or removed. */
import type { Finding, Severity } from '../core/checks/finding';
import type { Exact } from '../core/exact';
import { amountOf } from '../core/form/amountOf';
import type { Column } from '../core/form/form';
import { type ColumnRole, fieldCells } from '../core/form/roles';
import type { NotChecked } from '../core/report/notChecked';
import type { FormReport, SheetReport } from '../core/report/report';
import type { Premise, PremiseSource } from '../core/score/premises';
import { byOpenPremises } from '../core/score/readings';
import type { Certainty, IndicatorScore, ScoreReading } from '../core/score/scores';
import { type CellRef, toA1 } from '../core/sheet/cellRef';
import type { HostFault } from '../port/workbook';
import type { Speaker } from './speaker';

/** One thing that a score rests on, in words; `source` says whether the form, a regulation, the reviewer or nobody says it. */
interface PremiseJson {
  readonly about: Premise['about'];
  readonly choice: string;
  readonly text: string;
  readonly source: PremiseSource;
  readonly cell: string | null;
  readonly clause: string | null;
}

/** One way to read a row, with the premises in which it differs from the others. */
interface ReadingJson {
  readonly premises: readonly PremiseJson[];
  readonly computed: number | null;
  readonly interval: readonly [number, number] | null;
  readonly derivation: string;
}

/** One indicator; points as numbers, `target` and `actual` as displayed. */
export interface IndicatorJson {
  readonly cell: string;
  readonly name: string;
  /** Null, as is `score`, where the row is displaced against its header: what stands there means something else. */
  readonly weight: number | null;
  readonly target: string | null;
  readonly actual: string | null;
  readonly score: number | null;
  /** Null where the rule leaves it to a person, and where the admissible readings differ. */
  readonly computed: number | null;
  /** Lowest and highest admissible score where there is no computed one. */
  readonly interval: readonly [number, number] | null;
  readonly derivation: string;
  /** What the row's columns hold, as displayed, by role; columns that the form does not have are left out. */
  readonly columns: Readonly<Partial<Record<ColumnRole, string>>>;
  readonly rule: { readonly source: 'profile' | 'form'; readonly text: string; readonly cell: string | null };
  /** `settled`: every admissible reading gives `computed`; all others are 待评定. */
  readonly certainty: Certainty;
  /** What the likeliest reading rests on. */
  readonly premises: readonly PremiseJson[];
  /** The admissible readings that differ, the likeliest first; one where nothing is open. */
  readonly readings: readonly ReadingJson[];
}

export interface FindingJson {
  readonly check: string;
  /** What must hold. */
  readonly title: string;
  readonly severity: Severity;
  readonly cells: readonly string[];
  readonly found: string | number | null;
  readonly expected: string | number | null;
  readonly message: string;
  readonly remedy: string;
}

export interface FormJson {
  readonly layout: string;
  readonly layoutName: string;
  readonly project: string | null;
  readonly rubric: { readonly id: string; readonly version: number };
  readonly totals: {
    readonly weight: number | null;
    readonly statedScore: number | null;
    readonly sumOfScores: number | null;
    readonly computedScore: number | null;
    readonly grade: string | null;
    readonly computedGrade: string | null;
    /** 可核定: the sum of the settled scores. */
    readonly settledScore: number;
    /** 待评定: what the other rows weigh, and how many they are. */
    readonly openWeight: number;
    readonly openCount: number;
    /** The totals that the rules allow. */
    readonly allowed: readonly [number, number] | null;
  };
  /**
   * What of the form could not be reviewed, and why; `text` is one sentence about all of it. Null: all of it was reviewed.
   */
  readonly notChecked: { readonly text: string; readonly because: readonly NotChecked[] } | null;
  /** The columns of the table, from left to right; `header` is the heading's cell. */
  readonly columns: readonly {
    readonly role: ColumnRole;
    readonly header: string;
    readonly because: Column['because'];
    readonly certainty: Column['certainty'];
  }[];
  readonly indicators: readonly IndicatorJson[];
}

/** One form, or a sheet without one. A sheet that holds several forms has several entries of its name. */
export interface SheetJson {
  readonly name: string;
  readonly skipped: string | null;
  readonly form: FormJson | null;
  readonly findings: readonly FindingJson[];
}

/** How many records of decisions came with a file and were not made here; they have no effect on the review. */
export interface BroughtJson {
  /** Findings that somebody let pass. */
  readonly accepted: number;
  /** Other decisions of a reviewer: rules, premises, scores, opinions. */
  readonly decisions: number;
  readonly rubrics: number;
  readonly columns: number;
  readonly applied: number;
}

export interface FileJson {
  readonly path: string;
  readonly fault: { readonly kind: HostFault['kind']; readonly message: string } | null;
  /** The format that the file was converted from to be reviewed: "xls", "ods", "docx"; left out for an .xlsx. */
  readonly convertedFrom?: string;
  readonly sheets: readonly SheetJson[];
  /** Null where nothing came with the file, or where it could not be read. */
  readonly brought: BroughtJson | null;
}

export interface ReviewJson {
  readonly version: 1;
  readonly files: readonly FileJson[];
}

const numberOf = (amount: Exact | null): number | null => amount && amount.toNumber();
const addressOf = (cell: CellRef): string => toA1(cell);

function premiseJson(premise: Premise, speaker: Speaker): PremiseJson {
  const { about, cell, choice, clause, source } = premise;
  return { about, choice, text: speaker.premise(premise), source, cell: cell && addressOf(cell), clause };
}

function readingJson({ computed, derivation, interval, premises }: ScoreReading, speaker: Speaker): ReadingJson {
  return {
    premises: premises.map((premise) => premiseJson(premise, speaker)),
    computed: numberOf(computed),
    interval: interval && [interval.low.toNumber(), interval.high.toNumber()],
    derivation: speaker.derivation(derivation),
  };
}

function indicatorJson(score: IndicatorScore, speaker: Speaker): IndicatorJson {
  const { certainty, indicator, computed, derivation, interval, premises, readings, rule } = score;
  const isDisplaced = indicator.shift !== null;
  return {
    cell: addressOf(indicator.name.cell.ref),
    name: indicator.name.text,
    weight: isDisplaced ? null : numberOf(amountOf(indicator.weight)),
    target: indicator.target?.cell.text ?? null,
    actual: indicator.actual?.cell.text ?? null,
    score: isDisplaced ? null : numberOf(amountOf(indicator.score)),
    computed: numberOf(computed),
    interval: interval && [interval.low.toNumber(), interval.high.toNumber()],
    derivation: speaker.derivation(derivation),
    columns: Object.fromEntries(
      fieldCells(indicator).flatMap(({ cell, role }) => (cell ? [[role, cell.text] as const] : [])),
    ),
    rule: { source: rule.source, text: rule.text, cell: rule.cell && addressOf(rule.cell) },
    certainty,
    premises: premises.map((premise) => premiseJson(premise, speaker)),
    readings: byOpenPremises(readings).map((reading) => readingJson(reading, speaker)),
  };
}

function findingJson(finding: Finding, speaker: Speaker): FindingJson {
  const { message, remedy, title } = speaker.finding(finding);
  const { cells, check, expected, found, severity } = finding;
  return { check, title, severity, cells: cells.map(addressOf), found, expected, message, remedy };
}

function formJson({ form, notChecked, rubric, scores }: FormReport, speaker: Speaker): FormJson {
  const { totals } = scores;
  const inPart = speaker.notChecked(notChecked);
  return {
    layout: form.layout,
    layoutName: speaker.layout(form.layout),
    project: form.project?.text ?? null,
    rubric: { id: rubric.id, version: rubric.version },
    totals: {
      weight: numberOf(totals.weight),
      statedScore: numberOf(totals.statedScore),
      sumOfScores: numberOf(totals.sumOfScores),
      computedScore: numberOf(totals.computedScore),
      grade: totals.grade,
      computedGrade: totals.computedGrade,
      settledScore: totals.settledScore.toNumber(),
      openWeight: totals.openWeight.toNumber(),
      openCount: totals.openCount,
      allowed: totals.allowed && [totals.allowed.low.toNumber(), totals.allowed.high.toNumber()],
    },
    notChecked: inPart === null ? null : { text: inPart, because: notChecked },
    columns: form.columns.map(({ because, certainty, header, role }) => ({
      role,
      header: addressOf(header.ref),
      ...{ because, certainty },
    })),
    indicators: scores.indicators.map((score) => indicatorJson(score, speaker)),
  };
}

/** The entries of one sheet: one a form, or one that says why there is none. */
export function sheetJson({ forms, sheetName, skipped }: SheetReport, speaker: Speaker): readonly SheetJson[] {
  if (skipped) return [{ name: sheetName, skipped: speaker.noForm(skipped), form: null, findings: [] }];
  return forms.map((report) => ({
    name: sheetName,
    skipped: null,
    form: formJson(report, speaker),
    findings: report.findings.map((finding) => findingJson(finding, speaker)),
  }));
}
