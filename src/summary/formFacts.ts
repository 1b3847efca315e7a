/** What a summary needs of one reviewed form, as plain data: figures as decimal text, words as they stand in the form. */
import { exact, sum, type Exact } from '../core/exact';
import type { GivenScore } from '../core/decisions/formDecisions';
import { amountOf } from '../core/form/amountOf';
import type { BudgetBlock, BudgetLine, CellReading, Form } from '../core/form/form';
import type { FormReport } from '../core/report/report';
import type { Rubric } from '../core/rubric/rubric';
import { executionRateOf, totalLineOf } from '../core/score/executionRate';
import type { GoverningRule, IndicatorScore, Scores } from '../core/score/scores';
import { weightOf } from '../core/score/situation';
import {
  addUp,
  carriesPoints,
  executionPoints,
  gradeOf,
  pointsOf,
  type RowPoints,
  writtenOf,
} from '../core/score/totals';
import { toA1 } from '../core/sheet/cellRef';
import { amountText, type Amount } from './amount';
import {
  executionDecisions,
  formDecided,
  type FormDecided,
  indicatorDecisions,
  type RowDecisions,
} from './decidedFacts';

/** One budget line; amounts in 万元. */
interface BudgetLineFacts {
  readonly label: string;
  readonly isTotal: boolean;
  readonly initial: Amount;
  readonly budget: Amount;
  readonly executed: Amount;
}

/** What of a form, or of a heading of it, is settled and what is not; points. */
export interface Standings {
  /** 可核定: the sum of the settled scores. */
  readonly settled: Amount;
  /** 待评定: how many rows, and what they weigh. */
  readonly openCount: number;
  readonly openWeight: Amount;
  /** 允许: what all rows together can come to; null where nothing limits it. */
  readonly low: Amount;
  readonly high: Amount;
}

/** One level-1 heading; points. */
export interface LevelFacts extends Standings {
  readonly name: string;
  readonly weight: Amount;
  /** Sum of the scores written in the form. */
  readonly stated: Amount;
  /** The score by the rules; null while a row of it is 待评定. */
  readonly reviewed: Amount;
  /** reviewed ÷ weight, a ratio. */
  readonly rate: Amount;
  /** The grade that a total of this rate would earn. */
  readonly grade: string | null;
}

/** One indicator; points. */
export interface IndicatorFacts extends RowDecisions {
  /** A1 address of the name; null for the execution rate of the budget block. */
  readonly cell: string | null;
  readonly level1: string;
  readonly level2: string;
  readonly name: string;
  readonly weight: Amount;
  readonly target: string;
  readonly actual: string;
  readonly stated: Amount;
  /** The settled score; null: 待评定, or a displaced row. */
  readonly reviewed: Amount;
  /** weight − reviewed. */
  readonly lost: Amount;
  /**
   * Whether the score is settled by a rule, given by the reviewer, left as written after an explanation, or 待评定; null in a
   * displaced row.
   */
  readonly basis: 'rule' | 'given' | 'explained' | 'open' | null;
  /** The limits of what is 待评定; null where the score is settled or nothing limits it. */
  readonly low: Amount;
  readonly high: Amount;
  readonly reason: string;
  readonly isExecutionRate: boolean;
  /** Whether the form's own text or the rules in force govern the row. */
  readonly ruleFrom: GoverningRule['source'];
}

/** Figures as the form writes them, where what it writes is right; null: where it is not, or writes none. */
interface WrittenFigures {
  /** A percentage that the rounding of the amounts allows: "87.97%". */
  readonly rate: string | null;
  readonly budget: string | null;
  readonly executed: string | null;
  readonly stated: string | null;
}

export interface FormFacts extends Standings, FormDecided {
  readonly project: string | null;
  readonly department: string | null;
  readonly unit: string | null;
  readonly year: number | null;
  /** Of the total line; 万元. */
  readonly initial: Amount;
  readonly budget: Amount;
  readonly executed: Amount;
  /** Whether the form names the unit of its amounts; where it does not they are taken as 万元 (财预〔2020〕10号, 自评表). */
  readonly isMoneyUnitStated: boolean;
  /** Execution rate from the amounts, or the stated one where they cannot be had; a ratio. */
  readonly rate: Amount;
  /** The total that the form states, else the sum of its scores; points. */
  readonly stated: Amount;
  /** The total by the rules; null while a row is 待评定, as the grade by it is. */
  readonly reviewed: Amount;
  readonly grade: string | null;
  readonly reviewedGrade: string | null;
  /** How many findings of the gravest kind, and of the kind that asks. */
  readonly fatal: number;
  readonly important: number;
  /** The rows stand under the wrong headers, so that nothing was scored. */
  readonly isDisplaced: boolean;
  readonly written: WrittenFigures;
  /** 评分依据: the title of the rules in force. */
  readonly rubric: string;
  readonly budgetLines: readonly BudgetLineFacts[];
  readonly levels: readonly LevelFacts[];
  readonly indicators: readonly IndicatorFacts[];
}

const withoutLevel = '未分级';
const executionLevel = '预算执行率';
const adjustmentLevel = '加减分项';
const perTenThousand = exact(10_000);

function inTenThousands(reading: CellReading | null, unit: BudgetBlock['unit']): Amount {
  const amount = amountOf(reading);
  return amountText(amount && unit === '元' ? amount.div(perTenThousand) : amount);
}

function lineFacts(line: BudgetLine, { unit }: BudgetBlock): BudgetLineFacts {
  return {
    label: line.label.text.replace(/[:：]\s*$/u, ''),
    isTotal: line.role === 'total',
    initial: inTenThousands(line.initial, unit),
    budget: inTenThousands(line.budget, unit),
    executed: inTenThousands(line.executed, unit),
  };
}

/** An indicator on its way to facts, its points still exact. */
interface Row {
  readonly facts: Omit<IndicatorFacts, 'weight' | 'stated' | 'reviewed' | 'lost' | 'basis' | 'low' | 'high'>;
  /** Whose the score is where a person gave it. */
  readonly how: GivenScore['how'] | null;
  readonly weight: Exact | null;
  readonly stated: Exact | null;
  /** Null in a displaced row. */
  readonly points: RowPoints | null;
}

function indicatorRow(report: FormReport, score: IndicatorScore): Row {
  const { indicator } = score;
  const isDisplaced = report.form.misalignment !== null;
  const isReadable = !isDisplaced && indicator.shift === null;
  const stated = isReadable ? writtenOf(indicator.score, indicator.isAdjustment) : null;
  const level = indicator.isAdjustment ? adjustmentLevel : indicator.isExecutionRate ? executionLevel : withoutLevel;
  return {
    facts: {
      cell: toA1(indicator.name.cell.ref),
      level1: indicator.level1?.text ?? level,
      level2: indicator.level2?.text ?? '',
      name: indicator.name.text,
      target: indicator.target?.cell.text ?? '',
      actual: indicator.actual?.cell.text ?? '',
      reason: indicator.reason?.text ?? '',
      isExecutionRate: indicator.isExecutionRate,
      ruleFrom: score.rule.source,
      ...indicatorDecisions(report, score),
      ...(isReadable ? {} : { ruled: null }),
    },
    how: score.decided?.how ?? null,
    // A bonus row lies outside the hundred.
    weight: isReadable && !indicator.isAdjustment ? weightOf(indicator) : null,
    stated,
    points: isReadable ? pointsOf(score) : null,
  };
}

function executionRow({ execution }: Scores): readonly Row[] {
  if (!execution || !carriesPoints(execution)) return [];
  const facts = {
    cell: null,
    level1: executionLevel,
    level2: '',
    name: executionLevel,
    target: '',
    actual: execution.block.rate?.cell.text ?? '',
    reason: '',
    isExecutionRate: true,
    ruleFrom: execution.rule.source,
    ...executionDecisions(execution),
  };
  const { block, decided, weight } = execution;
  const points = executionPoints(execution);
  return [{ facts, how: decided?.how ?? null, weight, stated: amountOf(block.score), points }];
}

function factsOf({ facts, how, points, stated, weight }: Row): IndicatorFacts {
  const reviewed = points?.settled ?? null;
  const limits = points?.settled ? null : points?.limits;
  return {
    ...facts,
    basis: points && (points.settled ? (how ?? 'rule') : 'open'),
    low: amountText(limits?.low ?? null),
    high: amountText(limits?.high ?? null),
    weight: amountText(weight),
    stated: amountText(stated),
    reviewed: amountText(reviewed),
    lost: amountText(weight && reviewed && weight.minus(reviewed)),
  };
}

const present = (amounts: readonly (Exact | null)[]): readonly Exact[] => amounts.filter((amount) => amount !== null);
const sumOf = (amounts: readonly Exact[]): Exact | null => (amounts.length === 0 ? null : sum(amounts));

function standings({ allowed, openCount, openWeight, settledScore }: ReturnType<typeof addUp>): Standings {
  return {
    settled: amountText(settledScore),
    openCount,
    openWeight: amountText(openWeight),
    low: amountText(allowed && allowed.low),
    high: amountText(allowed && allowed.high),
  };
}

function levelFacts(name: string, rows: readonly Row[], rubric: Rubric): LevelFacts {
  const weight = sumOf(present(rows.map((row) => row.weight)));
  const added = addUp(rows.flatMap(({ points }) => points ?? []));
  const reviewed = added.openCount === 0 ? added.settledScore : null;
  const rate = weight?.gt(0) && reviewed ? reviewed.div(weight) : null;
  return {
    name,
    ...standings(added),
    weight: amountText(weight),
    stated: amountText(sumOf(present(rows.map(({ stated }) => stated)))),
    reviewed: amountText(reviewed),
    rate: amountText(rate && rate.round(6)),
    grade: gradeOf(rate && rate.times(rubric.total), rubric),
  };
}

function levelsOf(rows: readonly Row[], rubric: Rubric): readonly LevelFacts[] {
  const byLevel = new Map<string, Row[]>();
  for (const row of rows) {
    const { level1 } = row.facts;
    const group = byLevel.get(level1);
    if (group) group.push(row);
    else byLevel.set(level1, [row]);
  }
  return [...byLevel].map(([name, group]) => levelFacts(name, group, rubric));
}

/** A number in digits, as people write one in a cell. */
const inDigits = /^\d[\d,，]*(?:[.．]\d+)?$/u;

/** The text of a cell that is nothing but its number; null where something else stands beside it, or less is shown. */
function writtenText(reading: CellReading | null): string | null {
  const value = amountOf(reading);
  const text = reading?.cell.text.trim() ?? '';
  if (!value || !inDigits.test(text)) return null;
  return exact(text.replace(/[,，]/gu, '').replace('．', '.')).eq(value) ? text : null;
}

function writtenFigures({ budget: block, total }: Form): WrittenFigures {
  const line = block && totalLineOf(block);
  const rate = block?.rate?.cell.text.trim() ?? '';
  const isRight =
    block !== null && /^\d+(?:[.．]\d+)?[%％]$/u.test(rate) && executionRateOf(block)?.usesStated === true;
  const isSameUnit = block?.unit !== '元';
  return {
    rate: isRight ? rate : null,
    budget: line && isSameUnit ? writtenText(line.budget) : null,
    executed: line && isSameUnit ? writtenText(line.executed) : null,
    stated: writtenText(total?.score ?? null),
  };
}

/** The facts of one reviewed form. */
export function formFacts(report: FormReport): FormFacts {
  const { findings, form, rubric, scores } = report;
  const isDisplaced = form.misalignment !== null;
  const rows = [...executionRow(scores), ...scores.indicators.map((score) => indicatorRow(report, score))];
  const { budget: block } = form;
  const total = block && totalLineOf(block);
  const { totals } = scores;
  const isVerified = totals.openCount === 0;
  const rate = scores.execution?.rate ?? null;
  return {
    project: form.projectName ?? form.project?.text ?? null,
    department: form.department?.text ?? null,
    unit: form.unit?.text ?? null,
    year: form.year,
    initial: block && total ? inTenThousands(total.initial, block.unit) : null,
    budget: block && total ? inTenThousands(total.budget, block.unit) : null,
    executed: block && total ? inTenThousands(total.executed, block.unit) : null,
    isMoneyUnitStated: block?.unit != null,
    rate: amountText(rate && rate.round(6)),
    stated: amountText(totals.statedScore ?? totals.sumOfScores),
    ...formDecided(report),
    ...standings(totals),
    reviewed: isVerified ? amountText(totals.computedScore) : null,
    grade: totals.grade,
    reviewedGrade: isVerified ? totals.computedGrade : null,
    fatal: findings.filter(({ severity }) => severity === 'P0').length,
    important: findings.filter(({ severity }) => severity === 'P1').length,
    isDisplaced,
    written: writtenFigures(form),
    rubric: rubric.title,
    budgetLines: block ? block.lines.map((line) => lineFacts(line, block)) : [],
    levels: isDisplaced ? [] : levelsOf(rows, rubric),
    indicators: rows.map(factsOf),
  };
}
