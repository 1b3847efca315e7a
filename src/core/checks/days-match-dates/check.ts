/** Counts of days must agree with the dates beside them. */
import type { Form } from '../../form/form';
import type { Cell } from '../../sheet/sheetView';
import { defineCheck } from '../defineCheck';
import { wrongDaysIn } from '../shared/dayClaims';

/** Where neither text nor form names a year, any year but a leap year will do. */
const someYear = 2023;

interface Claim {
  readonly cell: Cell;
  readonly indicator: string | null;
}

/** Cells in which people write about time. */
function textsOf(form: Form): readonly Claim[] {
  const own = form.indicators.flatMap(({ actual, key, reason, remark, target }) =>
    [target?.cell, actual?.cell, reason, remark].flatMap((cell) => (cell ? [{ cell, indicator: key }] : [])),
  );
  const others = [form.goals.expected, form.goals.achieved, ...form.notes];
  return [...own, ...others.flatMap((cell) => (cell ? [{ cell, indicator: null }] : []))];
}

export const daysMatchDates = defineCheck({
  id: 'days-match-dates',
  severity: 'P1',
  scope: 'text',
  messages: { span: ['text', 'stated', 'days'], late: ['text', 'stated', 'days'] },

  find({ form }, report) {
    const otherYear = form.year ?? someYear;
    const seen = new Set<Cell>();

    for (const { cell, indicator } of textsOf(form)) {
      // A merged cell speaks for several rows, but once.
      if (seen.has(cell)) continue;
      seen.add(cell);
      for (const { days, of, quoted, stated } of wrongDaysIn(cell.text, otherYear))
        report(of, {
          cells: [cell.ref],
          ...(indicator === null ? {} : { indicator }),
          facts: { text: quoted, stated, days },
          found: stated,
          expected: days,
        });
    }
  },
});
