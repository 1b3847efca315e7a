/** Counts of days must agree with the dates beside them. */
import type { Form } from '../../form/form';
import type { Cell } from '../../sheet/sheetView';
import { defineCheck } from '../defineCheck';
import { datesIn, type DateInText, foldedText } from '../shared/datesInText';
import { dayNumberOf } from '../shared/dayCount';

/** Where neither text nor form names a year, any year but a leap year will do. */
const someYear = 2023;
const joint = /^(?:~|-|—|－|至|到|起至|开始至|开工至|开工,)+$/u;
const spanLength = /^[^\d。;]{0,10}?(\d{1,4})(?:个)?(?:日历|自然)?[天日](?!前|内|以)/u;
const delay =
  /(?:逾期|超期|延期|延误|推迟|滞后|超过|晚|迟)(?:了|完成|完工|竣工|工期|约)*(\d{1,4})(?:个)?(?:日历|自然)?天/u;

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
      if (seen.has(cell) || !/\d\s*(?:个)?(?:日历|自然)?[天日]/u.test(cell.text.normalize('NFKC'))) continue;
      seen.add(cell);
      const text = foldedText(cell.text);
      const dates = datesIn(text);
      const between = (first: DateInText, last: DateInText): number | null => {
        const from = dayNumberOf(first.on, otherYear);
        const to = dayNumberOf(last.on, otherYear);
        return from === null || to === null ? null : to - from;
      };
      const say = (message: 'span' | 'late', stated: number, days: number, quoted: string): void =>
        report(message, {
          cells: [cell.ref],
          ...(indicator === null ? {} : { indicator }),
          facts: { text: quoted, stated, days },
          found: stated,
          expected: days,
        });

      for (const [place, first] of dates.entries()) {
        const last = dates[place + 1];
        if (!last || !joint.test(text.slice(first.end, last.start))) continue;
        const length = spanLength.exec(text.slice(last.end));
        const days = between(first, last);
        if (!length || days === null || days < 0) continue;
        const stated = Number(length[1]);
        // Both ways of counting are in use: with the first day and without it.
        if (stated === days || stated === days + 1) continue;
        say('span', stated, days + 1, text.slice(first.start, last.end + length[0].length));
      }

      const late = delay.exec(text);
      const actualAt = text.search(/实际/u);
      const planned = dates.filter(({ end }) => actualAt < 0 || end <= actualAt).at(-1);
      const done =
        actualAt < 0 ? undefined : dates.filter(({ start }) => start > actualAt && start < (late?.index ?? 0)).at(-1);
      if (!late || !planned || !done) continue;
      const days = between(planned, done);
      const stated = Number(late[1]);
      if (days !== null && days > 0 && Math.abs(stated - days) > 1) {
        say('late', stated, days, text.slice(planned.start, late.index + late[0].length));
      }
    }
  },
});
