/** A subtotal row must be the sum of the rows that it is for. */
import { type Exact, plain, sum } from '../../exact';
import { amountOf } from '../../form/amountOf';
import type { CellReading, Form, Indicator } from '../../form/form';
import { defineCheck } from '../defineCheck';
import type { Agreement } from '../../score/agreement';
import { sumAgreement, sumsOf } from '../../score/sums';
import { labelGapsOf } from '../shared/labelGaps';
import { hasHole, lacksWeight } from '../shared/scored';

interface Held {
  readonly rows: readonly Indicator[];
  readonly stated: Exact;
  /** What the rows add up to as stored. */
  readonly total: Exact;
  readonly agreement: Agreement;
}

/** A stated sum beside what one extent of rows adds up to; null where either cannot be told. */
function heldAgainst(
  form: Form,
  field: 'weight' | 'score',
  reading: CellReading,
  rows: readonly Indicator[],
  ofRate: Exact | null,
): Held | null {
  const stated = amountOf(reading);
  const parts = rows.map((row) => row[field]);
  if (!stated || rows.length === 0 || hasHole(parts) || parts.every((part) => part === null)) return null;
  if (field === 'weight' && lacksWeight(rows)) return null;
  const sums = sumsOf(parts);
  // A 合计 over all rows may count the execution rate in.
  const isWhole = rows.length === form.indicators.length && ofRate !== null;
  const readings = isWhole ? [...sums, ...sums.map((total) => total.plus(ofRate))] : sums;
  return { rows, stated, total: sums[0] ?? stated, agreement: sumAgreement(reading, readings, null) };
}

export const subtotalsMatch = defineCheck({
  id: 'subtotals-match',
  severity: 'P0',
  scope: 'totals',
  yieldsTo: ['cell-without-error'],
  messages: {
    weight: ['label', 'stated', 'sum', 'gap', 'count'],
    score: ['label', 'stated', 'sum', 'gap', 'count'],
    rounded: ['label', 'stated', 'sum'],
  },

  find({ form, scores: { execution } }, report) {
    const gaps = labelGapsOf(form);
    // A heading over the same rows that is off by just this much has said it.
    const isExplained = (rows: readonly Indicator[], gap: Exact): boolean => {
      const above = gaps.filter((each) => each.rows.every((row) => rows.includes(row)));
      return above.length > 0 && sum(above.map(({ own }) => own)).eq(gap);
    };
    const byKey = new Map(form.indicators.map((indicator) => [indicator.key, indicator]));
    const rateOf = { weight: execution?.weight ?? null, score: amountOf(execution?.block.score ?? null) };
    for (const subtotal of form.subtotals) {
      const extents = subtotal.extents.map((keys) => keys.flatMap((key) => byKey.get(key) ?? []));
      const label = subtotal.label.text.trim();
      const compare = (message: 'weight' | 'score', among: readonly (readonly Indicator[])[]): void => {
        const reading = subtotal[message];
        // Which rows it sums is a premise: it is wrong where no extent gives it.
        const found = reading ? among.map((rows) => heldAgainst(form, message, reading, rows, rateOf[message])) : [];
        const [likeliest] = found;
        if (!reading || !likeliest || found.some((each) => !each || each.agreement === 'agrees')) return;
        const { stated, total } = likeliest;
        if (message === 'weight' && isExplained(likeliest.rows, total.minus(stated))) return;
        const facts = { label, stated: plain(stated), sum: plain(total) };
        const remark = { cells: [reading.cell.ref], found: plain(stated), expected: plain(total) };
        const rounded = found.find((each) => each?.agreement === 'rounded');
        if (rounded) {
          const sumRounded = plain(rounded.total);
          report('rounded', { ...remark, expected: sumRounded, facts: { ...facts, sum: sumRounded }, severity: 'P2' });
          return;
        }
        const gap = plain(stated.minus(total).abs());
        report(message, { ...remark, facts: { ...facts, gap, count: likeliest.rows.length } });
      };
      // The weights of the rows tell which of them are meant.
      const meant = extents.filter(
        (rows) =>
          subtotal.weight && heldAgainst(form, 'weight', subtotal.weight, rows, rateOf.weight)?.agreement === 'agrees',
      );
      compare('weight', extents);
      compare('score', meant.length > 0 ? meant : extents);
    }
  },
});
