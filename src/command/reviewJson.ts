/** The review as JSON, version 1. Others read it: fields are added, never renamed or removed. */
import type { Finding, Severity } from '../core/checks/finding';
import type { Decision, FormState } from '../core/decisions/decision';
import type { GivenScore } from '../core/decisions/formDecisions';
import type { Exact } from '../core/exact';
import { amountOf } from '../core/form/amountOf';
import type { Column } from '../core/form/form';
import { type ColumnRole, fieldCells } from '../core/form/roles';
import type { DecisionFate } from '../core/report/decisionStandings';
import type { NotChecked } from '../core/report/notChecked';
import type { FormReport, SheetReport } from '../core/report/report';
import type { Premise, PremiseSource } from '../core/score/premises';
import { byOpenPremises } from '../core/score/readings';
import type { Certainty, ExecutionScore, IndicatorScore, ScoreInterval, ScoreReading } from '../core/score/scores';
import { carriesPoints } from '../core/score/totals';
import { type CellRef, toA1 } from '../core/sheet/cellRef';
import type { HostFault } from '../port/workbook';
import { formDecided, indicatorDecisions } from '../summary/decidedFacts';
import { standingText } from '../summary/decidedText';
import { roundSentence, type WordedPoint } from '../summary/roundTable';
import { wordedFinding, wordedRound } from '../summary/wordedForm';
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

/** A score that a person gave (复核得分), or let stand after an explanation (说明后通过). */
interface DecidedJson {
  readonly how: GivenScore['how'];
  readonly score: number;
  readonly reason: string;
  /** The score that the rule gives without it; null where the rule leaves it to a person. */
  readonly byRule: number | null;
}

/** The execution rate of the fund block; points as numbers, the rate as a ratio. */
interface ExecutionJson {
  readonly rate: number | null;
  readonly weight: number | null;
  readonly score: number | null;
  readonly computed: number | null;
  readonly interval: readonly [number, number] | null;
  readonly derivation: string;
  readonly certainty: Certainty;
  readonly decided: DecidedJson | null;
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
  /** Whether the upper limit itself is excluded: a target that was missed earns less than full marks. */
  readonly belowHigh: boolean;
  readonly derivation: string;
  /** What the row's columns hold, as displayed, by role; columns that the form does not have are left out. */
  readonly columns: Readonly<Partial<Record<ColumnRole, string>>>;
  readonly rule: { readonly source: 'profile' | 'form'; readonly text: string; readonly cell: string | null };
  /** `settled`: every admissible reading gives `computed`; all others are 待评定. */
  readonly certainty: Certainty;
  /** What the likeliest reading rests on. */
  readonly premises: readonly PremiseJson[];
  /** The score that a person gave or let stand; null where the rule alone counts. */
  readonly decided: DecidedJson | null;
  /** 复核意见 on the row. */
  readonly opinion: string | null;
  /** What the reviewer wrote that the row's rule text means. */
  readonly means: string | null;
  /** The admissible readings that differ, the likeliest first; one where nothing is open. */
  readonly readings: readonly ReadingJson[];
}

interface FindingJson {
  readonly check: string;
  /** What must hold. */
  readonly title: string;
  readonly severity: Severity;
  readonly cells: readonly string[];
  readonly found: string | number | null;
  readonly expected: string | number | null;
  /** The other cell, where it stands on another sheet or in another file; null where there is none. */
  readonly beside: { readonly file: string | null; readonly sheet: string; readonly cell: string } | null;
  readonly message: string;
  readonly remedy: string;
}

/** A finding that the reviewer let pass, with the reason; `at` is ISO 8601, empty in records of before. */
interface AcceptedJson extends FindingJson {
  readonly reason: string;
  readonly at: string;
}

/** What was decided about a form. */
interface FormDecidedJson {
  /** 复核状态: what the reviewer said of the whole form, whether it is 已复核, and that in words. */
  readonly state: FormState | null;
  readonly isReviewed: boolean;
  readonly standing: string;
  /** 复核意见 on the form as a whole. */
  readonly opinion: string | null;
  /** Decisions that have no place in the form any more, or no effect: 未对上. */
  readonly unmatched: readonly {
    readonly kind: Decision['kind'];
    readonly fate: DecisionFate;
    readonly of: string | null;
  }[];
}

/** The second round: the points of the first, in their order, then what is new. */
interface RoundJson {
  readonly sentence: string;
  readonly points: readonly (WordedPoint & { readonly check: string })[];
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
    /** 按规则: the same without the scores that a person gave. */
    readonly ruledScore: number | null;
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
  /** Null where the form has no fund block, or one whose rate carries no points. */
  readonly execution: ExecutionJson | null;
  readonly review: FormDecidedJson;
  /** What became of what was returned in the first round; null where there was none. */
  readonly round: RoundJson | null;
}

/** One form, or a sheet without one. A sheet that holds several forms has several entries of its name. */
export interface SheetJson {
  readonly name: string;
  readonly skipped: string | null;
  readonly form: FormJson | null;
  readonly findings: readonly FindingJson[];
  /** 说明后通过: findings that the reviewer let pass, none of which is among the others. */
  readonly accepted: readonly AcceptedJson[];
}

/** How many records of decisions came with a file and were not made here; without `--adopt` they have no effect. */
export interface BroughtJson {
  /** Findings that somebody let pass. */
  readonly accepted: number;
  /** Other decisions of a reviewer: rules, premises, scores, opinions. */
  readonly decisions: number;
  readonly rubrics: number;
  readonly columns: number;
  readonly applied: number;
  /** Whether decisions, rubric and columns were taken up, because the command says so. */
  readonly adopted: boolean;
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
const limitsOf = (interval: ScoreInterval | null): readonly [number, number] | null =>
  interval && [interval.low.toNumber(), interval.high.toNumber()];
const addressOf = (cell: CellRef): string => toA1(cell);

function premiseJson(premise: Premise, speaker: Speaker): PremiseJson {
  const { about, cell, choice, clause, source } = premise;
  return { about, choice, text: speaker.premise(premise), source, cell: cell && addressOf(cell), clause };
}

function readingJson({ computed, derivation, interval, premises }: ScoreReading, speaker: Speaker): ReadingJson {
  return {
    premises: premises.map((premise) => premiseJson(premise, speaker)),
    computed: numberOf(computed),
    interval: limitsOf(interval),
    derivation: speaker.derivation(derivation),
  };
}

/** The score that counts because a person says so. */
function decidedJson(decided: IndicatorScore['decided'] | ExecutionScore['decided']): DecidedJson | null {
  if (!decided) return null;
  const { byRule, how, reason, score } = decided;
  return { how, score: score.toNumber(), reason, byRule: numberOf(byRule.computed) };
}

function executionJson(execution: ExecutionScore | null, speaker: Speaker): ExecutionJson | null {
  if (!execution || !carriesPoints(execution)) return null;
  const { block, certainty, computed, decided, derivation, interval, rate, weight } = execution;
  return {
    rate: numberOf(rate),
    weight: numberOf(weight),
    score: numberOf(amountOf(block.score)),
    computed: numberOf(computed),
    interval: limitsOf(interval),
    derivation: speaker.derivation(derivation),
    certainty,
    decided: decidedJson(decided),
  };
}

function indicatorJson(score: IndicatorScore, report: FormReport, speaker: Speaker): IndicatorJson {
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
    interval: limitsOf(interval),
    belowHigh: interval?.includesHigh === false,
    derivation: speaker.derivation(derivation),
    columns: Object.fromEntries(
      fieldCells(indicator).flatMap(({ cell, role }) => (cell ? [[role, cell.text] as const] : [])),
    ),
    rule: { source: rule.source, text: rule.text, cell: rule.cell && addressOf(rule.cell) },
    certainty,
    premises: premises.map((premise) => premiseJson(premise, speaker)),
    decided: decidedJson(score.decided),
    opinion: indicatorDecisions(report, score).opinion || null,
    means: rule.means ?? null,
    readings: byOpenPremises(readings).map((reading) => readingJson(reading, speaker)),
  };
}

function findingJson(finding: Finding, speaker: Speaker): FindingJson {
  const { beside, check, expected, found, severity } = finding;
  const other = beside ? { file: beside.file, sheet: beside.sheetName, cell: addressOf(beside.cell) } : null;
  return { check, ...wordedFinding(finding, speaker), severity, found, expected, beside: other };
}

/** What a decision is about; null: a rule text, or the form as a whole. */
function subjectOf(decision: Decision, { form }: FormReport): string | null {
  if (decision.kind === 'rule' || decision.kind === 'state') return null;
  const { indicator } = decision;
  return form.indicators.find(({ key }) => key === indicator)?.name.text ?? indicator;
}

function reviewJson(report: FormReport): FormDecidedJson {
  const decided = formDecided(report);
  return {
    state: decided.state,
    isReviewed: decided.isReviewed,
    standing: standingText(decided),
    opinion: decided.opinions.find(({ of }) => of === null)?.opinion ?? null,
    unmatched: report.decisions.flatMap(({ decision, fate }) =>
      fate === 'applied' ? [] : [{ kind: decision.kind, fate, of: subjectOf(decision, report) }],
    ),
  };
}

function roundJson(report: FormReport, speaker: Speaker): RoundJson | null {
  if (!report.round) return null;
  const points = wordedRound(report, speaker);
  return { sentence: roundSentence(points), points };
}

function formJson(report: FormReport, speaker: Speaker): FormJson {
  const { form, notChecked, rubric, scores } = report;
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
      ruledScore: numberOf(totals.ruledScore),
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
    indicators: scores.indicators.map((score) => indicatorJson(score, report, speaker)),
    execution: executionJson(scores.execution, speaker),
    review: reviewJson(report),
    round: roundJson(report, speaker),
  };
}

/** The entries of one sheet: one a form, or one that says why there is none. */
export function sheetJson({ forms, sheetName, skipped }: SheetReport, speaker: Speaker): readonly SheetJson[] {
  if (skipped) return [{ name: sheetName, skipped: speaker.noForm(skipped), form: null, findings: [], accepted: [] }];
  return forms.map((report) => ({
    name: sheetName,
    skipped: null,
    form: formJson(report, speaker),
    findings: report.findings.map((finding) => findingJson(finding, speaker)),
    accepted: report.accepted.map(({ decision, finding }) => ({
      ...findingJson(finding, speaker),
      reason: decision.reason,
      at: decision.at,
    })),
  }));
}
