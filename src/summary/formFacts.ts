/** What a summary needs of one reviewed form, as plain data: figures as decimal text, words as they stand in the form. */
import { exact, sum, type Exact } from '../core/exact';
import { amountOf } from '../core/form/amountOf';
import type { BudgetBlock, BudgetLine, Reading } from '../core/form/form';
import type { FormReport } from '../core/report/report';
import type { Rubric } from '../core/rubric/rubric';
import { totalLineOf } from '../core/score/executionRate';
import type { IndicatorScore, Scores } from '../core/score/scores';
import { weightOf } from '../core/score/situation';
import { carriesPoints, executionPart, gradeOf, writtenOf } from '../core/score/totals';
import { toA1 } from '../core/sheet/cellRef';
import { amountText, type Amount } from './amount';

/** One budget line; amounts in 万元. */
interface BudgetLineFacts {
  readonly label: string;
  readonly isTotal: boolean;
  readonly initial: Amount;
  readonly budget: Amount;
  readonly executed: Amount;
}

/** One level-1 heading; points. */
interface LevelFacts {
  readonly name: string;
  readonly weight: Amount;
  /** Sum of the scores written in the form. */
  readonly stated: Amount;
  /** Sum by the rules, the written score where a rule leaves it to a person; null where one of them is missing. */
  readonly reviewed: Amount;
  /** reviewed ÷ weight, a ratio. */
  readonly rate: Amount;
  /** The grade that a total of this rate would earn. */
  readonly grade: string | null;
}

/** One indicator; points. */
export interface IndicatorFacts {
  /** A1 address of the name; null for the execution rate of the budget block. */
  readonly cell: string | null;
  readonly level1: string;
  readonly level2: string;
  readonly name: string;
  readonly weight: Amount;
  readonly target: string;
  readonly actual: string;
  readonly stated: Amount;
  readonly reviewed: Amount;
  /** weight − reviewed. */
  readonly lost: Amount;
  /** Whether the reviewed score follows from a rule, or is the written one because the rule leaves it to a person. */
  readonly basis: 'rule' | 'written' | null;
  readonly reason: string;
  readonly isExecutionRate: boolean;
}

export interface FormFacts {
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
  readonly reviewed: Amount;
  readonly grade: string | null;
  readonly reviewedGrade: string | null;
  /** The rows stand under the wrong headers, so that nothing was scored. */
  readonly isDisplaced: boolean;
  readonly budgetLines: readonly BudgetLineFacts[];
  readonly levels: readonly LevelFacts[];
  readonly indicators: readonly IndicatorFacts[];
}

const withoutLevel = '未分级';
const executionLevel = '预算执行率';
const adjustmentLevel = '加减分项';
const perTenThousand = exact(10_000);

function inTenThousands(reading: Reading | null, unit: BudgetBlock['unit']): Amount {
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
  readonly facts: Omit<IndicatorFacts, 'weight' | 'stated' | 'reviewed' | 'lost'>;
  readonly weight: Exact | null;
  readonly stated: Exact | null;
  readonly reviewed: Exact | null;
}

function indicatorRow({ computed, indicator }: IndicatorScore, isDisplaced: boolean): Row {
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
      basis: computed ? 'rule' : stated ? 'written' : null,
      reason: indicator.reason?.text ?? '',
      isExecutionRate: indicator.isExecutionRate,
    },
    // A bonus row lies outside the hundred.
    weight: isReadable && !indicator.isAdjustment ? weightOf(indicator) : null,
    stated,
    reviewed: computed ?? stated,
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
    basis: execution.computed ? ('rule' as const) : ('written' as const),
    reason: '',
    isExecutionRate: true,
  };
  const { block } = execution;
  return [{ facts, weight: amountOf(block.weight), stated: amountOf(block.score), reviewed: executionPart(execution) }];
}

function factsOf({ facts, reviewed, stated, weight }: Row): IndicatorFacts {
  return {
    ...facts,
    weight: amountText(weight),
    stated: amountText(stated),
    reviewed: amountText(reviewed),
    lost: amountText(weight && reviewed && weight.minus(reviewed)),
  };
}

const present = (amounts: readonly (Exact | null)[]): readonly Exact[] => amounts.filter((amount) => amount !== null);
const sumOf = (amounts: readonly Exact[]): Exact | null => (amounts.length === 0 ? null : sum(amounts));

function levelFacts(name: string, rows: readonly Row[], rubric: Rubric): LevelFacts {
  const weight = sumOf(present(rows.map((row) => row.weight)));
  const points = present(rows.map(({ reviewed }) => reviewed));
  const reviewed = points.length === rows.length ? sumOf(points) : null;
  const rate = weight?.gt(0) && reviewed ? reviewed.div(weight) : null;
  return {
    name,
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

/** The facts of one reviewed form. */
export function formFacts({ form, rubric, scores }: FormReport): FormFacts {
  const isDisplaced = form.misalignment !== null;
  const rows = [...executionRow(scores), ...scores.indicators.map((score) => indicatorRow(score, isDisplaced))];
  const { budget: block } = form;
  const total = block && totalLineOf(block);
  const { totals } = scores;
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
    reviewed: amountText(totals.computedScore),
    grade: totals.grade,
    reviewedGrade: totals.computedGrade,
    isDisplaced,
    budgetLines: block ? block.lines.map((line) => lineFacts(line, block)) : [],
    levels: isDisplaced ? [] : levelsOf(rows, rubric),
    indicators: rows.map(factsOf),
  };
}
