/** A form whose table goes on below headings of its own. */
import { type Exact, sum } from '../exact';
import { amountOf } from './amountOf';
import type { Column, Form, CellReading, Subtotal, TotalRow } from './form';

/** A total row as the sum of the rows above it. */
function asSubtotal({ label, score, weight }: TotalRow, covers: readonly string[]): Subtotal {
  return { label, weight, score, extents: [covers] };
}

/** Whether a total row adds up the rows of its own block alone. */
function isOwnSum({ indicators, total }: Form): boolean {
  const sumOf = (readings: readonly (CellReading | null)[]): Exact =>
    sum(readings.flatMap((one) => amountOf(one) ?? []));
  const weight = amountOf(total?.weight ?? null);
  const score = amountOf(total?.score ?? null);
  return weight
    ? weight.eq(sumOf(indicators.map((row) => row.weight)))
    : (score?.eq(sumOf(indicators.map((row) => row.score))) ?? false);
}

/** Sums of blocks are subtotals; the last one that is more than that is the total, else what the head states. */
function sumsOf(form: Form, further: Form, renamed: (key: string) => string): Pick<Form, 'subtotals' | 'total'> {
  const later = further.subtotals.map((subtotal) => ({
    ...subtotal,
    extents: subtotal.extents.map((extent) => extent.map(renamed)),
  }));
  const inHead = form.head.score ? form.total : null;
  const above = form.total !== inHead ? form.total : null;
  const below = further.head.score === null ? further.total : null;
  const before = form.indicators.map(({ key }) => key);
  const upper = above && below ? [asSubtotal(above, before)] : [];
  const isSubtotal = below !== null && isOwnSum(further) && form.indicators.length > 0;
  const lower = isSubtotal
    ? [
        asSubtotal(
          below,
          further.indicators.map(({ key }) => renamed(key)),
        ),
      ]
    : [];
  return {
    subtotals: [...form.subtotals, ...upper, ...later, ...lower],
    total: isSubtotal ? inHead : (below ?? form.total ?? further.total),
  };
}

/** A form whose table goes on below headings of its own: what the further block holds is the form's. */
export function withFurtherBlock(form: Form, further: Form): Form {
  const known = new Set(form.indicators.map(({ key }) => key));
  const renamed = (key: string): string => (known.has(key) ? `${key}#${form.furtherBlocks.length + 2}.` : key);
  const hasRole = (role: Column['role']): boolean => form.columns.some((column) => column.role === role);
  return {
    ...form,
    furtherBlocks: [...form.furtherBlocks, { table: further.table, columns: further.columns }],
    // What is asked of a form's columns is whether it has one for a role, and where.
    columns: [...form.columns, ...further.columns.filter(({ role }) => !hasRole(role))],
    indicators: [...form.indicators, ...further.indicators.map((row) => ({ ...row, key: renamed(row.key) }))],
    sharedWeights: [
      ...form.sharedWeights,
      ...further.sharedWeights.map((shared) => ({ ...shared, covers: shared.covers.map(renamed) })),
    ],
    ...sumsOf(form, further, renamed),
    budget: form.budget ?? further.budget,
    notes: [...form.notes, ...further.notes],
    ignored: [...form.ignored, ...further.ignored],
    doubts: [...form.doubts, ...further.doubts],
    misalignment: form.misalignment ?? further.misalignment,
  };
}
