/** The targets of a project are not lowered, nor its indicators dropped, from one year to the next without a word. */
import { compareTargets, type Wanted } from '../../documents/compareTargets';
import { pairRows, type RowPair } from '../../documents/pairRows';
import { formOfLastYear, type YearForm, type YearRow, yearForm, yearRow } from '../../documents/yearForm';
import { exact } from '../../exact';
import type { Form } from '../../form/form';
import type { Cell } from '../../sheet/sheetView';
import { parseText, parseValue } from '../../value/parse';
import { unitNamed } from '../../value/units';
import type { Value } from '../../value/value';
import { defineCheck } from '../defineCheck';
import type { Severity } from '../finding';
import { besideOf, placeText } from '../shared/placeText';
import { targetText } from '../shared/targetText';

/** "2023年12月底前" of one year and "2024年12月底前" of the next are the same target. */
const yearName = /(?<!\d)(?:19|20)\d{2}年度?/gu;
const yearOfDate = /(?<!\d)(?:19|20)\d{2}(?:年度?|[-./](?=\d))/gu;
const times: ReadonlySet<Value['kind']> = new Set(['date', 'date-span', 'deadline']);

function wanted(cell: Cell, { sign, unit }: YearRow): Wanted | null {
  // 2023.5万元 is no month of May.
  const text = cell.text.replace(times.has(parseValue(cell).kind) ? yearOfDate : yearName, '');
  const value = text === cell.text ? parseValue(cell) : parseText(text);
  // A date as a number of Excel has its year within.
  return value.kind === 'date' && value.on.year !== null ? null : { value, sign, unit };
}

/** Whether the target only says how much of the money may be spent: with more money it rises by right. */
function risesWithBudget({ value, unit }: Wanted, form: Form, last: YearForm): boolean {
  if (value.kind !== 'quantity') return false;
  const own = value.unit ?? unitNamed(unit);
  if (own?.family !== 'money' || own.per) return false;
  const budget = yearForm(form)?.budget ?? null;
  return budget === null || last.budget === null || exact(budget).gt(exact(last.budget));
}

/** Less money is a reason to want less; otherwise the unit is asked. */
function severityOfLowering(form: Form, last: YearForm): Severity {
  const budget = yearForm(form)?.budget ?? null;
  const isLess = budget !== null && last.budget !== null && exact(budget).lt(exact(last.budget));
  return isLess ? 'P2' : 'P1';
}

function lowered(
  { indicator, other }: RowPair<YearRow>,
  form: Form,
  last: YearForm,
): { readonly own: YearRow; readonly before: Cell } | null {
  const own = yearRow(indicator);
  if (!own.target || !other.target) return null;
  const [before, now] = [wanted(other.target, other), wanted(own.target, own)];
  if (!before || !now || compareTargets(before, now) !== 'weakened') return null;
  // A ceiling can only be weakened by being raised.
  const isCeiling = !/≥|>|不低于|不少于/u.test(`${own.sign}${own.target.text}${other.sign}${other.target.text}`);
  return isCeiling && risesWithBudget(now, form, last) ? null : { own, before: other.target };
}

const lostPoints = ({ score, weight }: YearRow): boolean =>
  score !== null && weight !== null && exact(score).lt(exact(weight));

/** As many names are told; the rest is in their count. */
const mostNames = 6;

export const targetsHoldLastYear = defineCheck({
  id: 'targets-hold-last-year',
  severity: 'P1',
  scope: 'documents',
  messages: {
    lowered: ['name', 'own', 'before', 'year', 'place'],
    dropped: ['count', 'names', 'year', 'place'],
    droppedMissed: ['count', 'names', 'year', 'place'],
  },

  find({ documents, form }, report) {
    const last = formOfLastYear(form, documents.yearForms);
    if (!last) return;
    const { leftOut, pairs } = pairRows(last.rows, form.indicators);
    // Another form altogether is no form with dropped indicators.
    if (pairs.length === 0) return;
    const severity = severityOfLowering(form, last);
    for (const pair of pairs) {
      const less = lowered(pair, form, last);
      if (!less?.own.target) continue;
      const own = targetText(less.own.target.text, less.own.sign, less.own.unit);
      const before = targetText(less.before.text, pair.other.sign, pair.other.unit);
      report('lowered', {
        severity,
        cells: [less.own.target.ref],
        indicator: pair.indicator.key,
        facts: { name: less.own.name, own, before, year: last.year, place: placeText(last, less.before.ref, form) },
        found: own,
        expected: before,
        beside: besideOf(last, less.before.ref, form),
      });
    }
    const isWhole = !form.doubts.some(({ kind }) => kind === 'headings-not-understood' || kind === 'clipped');
    if (!isWhole) return;
    const missed = leftOut.filter(lostPoints);
    const others = leftOut.filter((row) => !lostPoints(row));
    for (const [message, rows] of [['droppedMissed', missed] as const, ['dropped', others] as const]) {
      if (rows.length === 0) continue;
      const named = rows.slice(0, mostNames);
      const [first] = named;
      report(message, {
        severity: message === 'dropped' ? 'P2' : 'P1',
        cells: [{ row: form.table.top, column: form.table.left }],
        beside: first ? besideOf(last, first.nameCell, form) : null,
        facts: {
          count: rows.length,
          names: named.map(({ name }) => name).join('、'),
          year: last.year,
          place: named.map(({ nameCell }) => placeText(last, nameCell, form)).join('、'),
        },
      });
    }
  },
});
