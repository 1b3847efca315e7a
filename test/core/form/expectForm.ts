/** Compares a recognised form with what a person sees on the sheet, address by address. */
import { plain, sum } from '../../../src/core/exact';
import { amountOf } from '../../../src/core/form/amountOf';
import type { Form, CellReading } from '../../../src/core/form/form';
import { areaToA1, columnLetters, toA1 } from '../../../src/core/sheet/cellRef';
import type { Cell } from '../../../src/core/sheet/sheetView';
import type { FormExpectation } from '../../forms/formFixture';

const figure = (reading: CellReading | null): string | null => {
  const amount = amountOf(reading);
  return amount && plain(amount);
};
const address = (cell: Cell | null | undefined): string | null => (cell ? toA1(cell.ref) : null);

/** What was recognised, in the terms of the expectation; only the parts that the expectation speaks of. */
export function described(form: Form, expected: FormExpectation): FormExpectation {
  const { indicators, budget, total, misalignment } = form;
  const totalLine = budget?.lines.find(({ role }) => role === 'total');
  const all: Record<keyof FormExpectation, unknown> = {
    layout: form.layout,
    table: areaToA1(form.table),
    columns: Object.fromEntries(
      form.columns.map(({ role, index }) => [
        role,
        form.layout === 'horizontal' ? String(index + 1) : columnLetters(index),
      ]),
    ),
    indicators: indicators.length,
    first: address(indicators[0]?.name.cell),
    last: address(indicators.at(-1)?.name.cell),
    total: total && {
      label: address(total.label),
      weight: address(total.weight?.cell),
      score: address(total.score?.cell),
    },
    totalScore: figure(total?.score ?? null),
    budget: budget && {
      ...(expected.budget?.area === undefined ? {} : { area: areaToA1(budget.area) }),
      unit: budget.unit,
      lines: budget.lines.map(({ role }) => role),
      ...(expected.budget?.initial === undefined ? {} : { initial: figure(totalLine?.initial ?? null) }),
      budget: figure(totalLine?.budget ?? null),
      executed: figure(totalLine?.executed ?? null),
      rate: figure(budget.rate),
      weight: figure(budget.weight),
      score: figure(budget.score),
    },
    executionRate: address(indicators.find(({ isExecutionRate }) => isExecutionRate)?.name.cell),
    adjustments: indicators.filter(({ isAdjustment }) => isAdjustment).map(({ name }) => address(name.cell)),
    misplacedScores: indicators.flatMap(({ misplacedScore }) => address(misplacedScore) ?? []),
    misalignment: misalignment && { shift: misalignment.shift, rows: misalignment.lines.map((line) => line + 1) },
    title: address(form.title),
    year: form.year,
    project: address(form.project),
    department: address(form.department),
    unit: address(form.unit),
    goals: { expected: address(form.goals.expected), achieved: address(form.goals.achieved) },
    notes: form.notes.map(address),
    weights: plain(
      sum(indicators.filter(({ isAdjustment }) => !isAdjustment).flatMap(({ weight }) => amountOf(weight) ?? [])),
    ),
  };
  const spoken = Object.keys(expected) as (keyof FormExpectation)[];
  return Object.fromEntries(spoken.map((part) => [part, all[part]])) as unknown as FormExpectation;
}
