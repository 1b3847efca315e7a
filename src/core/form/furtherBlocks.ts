/** A form whose table goes on below headings of its own. */
import type { Column, Form } from './form';

/** A form whose table goes on below headings of its own: what the further block holds is the form's. */
export function joined(form: Form, further: Form): Form {
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
    subtotals: [
      ...form.subtotals,
      ...further.subtotals.map((subtotal) => ({ ...subtotal, covers: subtotal.covers.map(renamed) })),
    ],
    // A row of the table says more of the whole than the head does.
    total: further.total && further.head.score === null ? further.total : (form.total ?? further.total),
    budget: form.budget ?? further.budget,
    notes: [...form.notes, ...further.notes],
    ignored: [...form.ignored, ...further.ignored],
    doubts: [...form.doubts, ...further.doubts],
    misalignment: form.misalignment ?? further.misalignment,
  };
}
