/** What all weights of a form come to, and the cells that they stand in. */
import { sum, zero, type Exact } from '../../exact';
import { amountOf } from '../../form/amountOf';
import type { Indicator } from '../../form/form';
import type { CellRef } from '../../sheet/cellRef';
import type { Examined } from '../defineCheck';
import { ordinary } from './scored';

/** Whether a row without a weight of its own shares the merged weight cell of a row above it. */
function isSharedFromAbove(rows: readonly Indicator[], place: number): boolean {
  const line = rows[place]?.line ?? -1;
  const above = rows
    .slice(0, place)
    .reverse()
    .find(({ weight }) => weight !== null)?.weight?.cell.merge;
  return above ? above.top < line && above.bottom >= line : false;
}

/** The sum of all weights, the execution rate's included; null where a weight is missing: a sum over a hole says nothing. */
export function weightsOfWhole({
  form,
  scores: { execution },
}: Pick<Examined, 'form' | 'scores'>): { readonly found: Exact; readonly cells: readonly CellRef[] } | null {
  const rows = ordinary(form);
  const counted = rows.map(({ weight }) => weight);
  // A missing, unreadable or zero weight has its own check.
  const isHole = (place: number): boolean => {
    const reading = counted[place] ?? null;
    if (reading) return !amountOf(reading)?.gt(0);
    return (
      !isSharedFromAbove(rows, place) &&
      !form.sharedWeights.some(({ covers }) => covers.includes(rows[place]?.key ?? ''))
    );
  };
  if (counted.length === 0 || counted.some((_, place) => isHole(place))) return null;
  const own = execution?.weight ?? null;
  const readings = [...counted, own && form.budget ? form.budget.weight : null].flatMap((reading) => {
    const weight = amountOf(reading);
    return reading && weight ? [{ weight, cell: reading.cell.ref }] : [];
  });
  // A weight that the block does not write follows from the profile.
  const unwritten = own && !amountOf(form.budget?.weight ?? null) ? own : zero;
  // Points that a heading gives to several rows together.
  const shared = form.sharedWeights;
  return {
    found: sum([...readings.map(({ weight }) => weight), ...shared.map(({ weight }) => weight), unwritten]),
    cells: [...readings.map(({ cell }) => cell), ...shared.map(({ label }) => label.ref)],
  };
}
