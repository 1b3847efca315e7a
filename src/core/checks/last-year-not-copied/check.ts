/** What was achieved this year is not what the form of the year before says. */
import { pairRows, type RowPair } from '../../documents/pairRows';
import {
  formOfLastYear,
  type PlacedText,
  type YearForm,
  type YearRow,
  yearForm,
  yearRow,
} from '../../documents/yearForm';
import { exact } from '../../exact';
import type { Form } from '../../form/form';
import type { CellRef } from '../../sheet/cellRef';
import { fold } from '../../value/normalise';
import { defineCheck } from '../defineCheck';
import { listed } from '../shared/listed';
import { besideOf, placesText, placeText } from '../shared/placeText';

/** Shorter texts (全部完成, 无) are equal by chance. */
const shortest = 10;
/** Fewer rows are equal by chance. */
const fewest = 3;

/** This year's row with last year's. */
interface Pair {
  readonly own: YearRow;
  readonly other: YearRow;
  readonly key: string;
}

const isSame = (one: PlacedText | null, other: PlacedText | null): boolean =>
  one !== null && other !== null && fold(one.text).text === fold(other.text).text;

/** A text of this year that is word for word last year's. */
interface Copied {
  readonly pair: Pair;
  readonly own: PlacedText;
  readonly other: PlacedText;
}

function copiedTexts(pairs: readonly Pair[]): readonly Copied[] {
  const found = pairs.flatMap((pair) =>
    (['reason', 'actual'] as const).flatMap((field): readonly Copied[] => {
      const [own, other] = [pair.own[field], pair.other[field]];
      const isLong = own !== null && fold(own.text).text.length >= shortest;
      return own && other && isLong && isSame(own, other) ? [{ pair, own, other }] : [];
    }),
  );
  // A reason merged over several rows is one text.
  const cells = new Set<string>();
  return found.filter(({ own: { cell } }) => {
    const place = `${cell.row}/${cell.column}`;
    return !cells.has(place) && cells.add(place);
  });
}

/** The name of an earlier year in a text of this year: "2022年". */
function earlierYear(text: string, { year }: YearForm): string | null {
  const named = [...text.matchAll(/(20\d{2})年/gu)].map(([name, number]) => ({ name, number: Number(number) }));
  return named.length > 0 && named.every(({ number }) => number <= year) ? (named[0]?.name ?? null) : null;
}

/** All of it, or none: what is always done or never happens is the same every year by right. */
const atItsEnd = /^[=≥≤]?(?:100(?:\.0+)?%|0(?:\.0+)?[^\d.]*)$/u;

/** Figures that are last year's; what equals its target is the same every year by right. */
function copiedFigures(pairs: readonly Pair[]): readonly Pair[] {
  const telling = pairs.filter(({ other, own }) => {
    const [now, target] = [own.actual, own.target];
    if (!now || !other.actual || !/\d/u.test(now.text) || atItsEnd.test(fold(now.text).text)) return false;
    return fold(now.text).text.replace(/^[≥≤><=]/u, '') !== fold(target?.text ?? '').text.replace(/^[≥≤><=]/u, '');
  });
  return telling.length >= fewest && telling.every(({ other, own }) => isSame(own.actual, other.actual)) ? telling : [];
}

/** Whether every row has last year's score, some of them with points lost, and the totals are the same. */
function hasSameScores(pairs: readonly Pair[]): boolean {
  const isSameScore = ({ other, own }: Pair): boolean => own.score !== null && own.score === other.score;
  const losses = pairs.filter(
    ({ own: { score, weight } }) => score !== null && weight !== null && exact(score).lt(exact(weight)),
  );
  return pairs.length >= fewest && pairs.every(isSameScore) && losses.length > 0;
}

/** The indicators by name; a name that stands in several rows is said once. */
const namesOf = (pairs: readonly Pair[]): string => listed([...new Set(pairs.map(({ own }) => own.name))]);
const besideFirst = (last: YearForm, [first]: readonly CellRef[], form: Form): ReturnType<typeof besideOf> =>
  first ? besideOf(last, first, form) : null;

const pairOf = ({ indicator, other }: RowPair<YearRow>): Pair => ({
  own: yearRow(indicator),
  other,
  key: indicator.key,
});

export const lastYearNotCopied = defineCheck({
  id: 'last-year-not-copied',
  severity: 'P1',
  scope: 'documents',
  messages: {
    words: ['count', 'names', 'year', 'place'],
    otherYear: ['name', 'stated', 'year', 'place'],
    actuals: ['count', 'names', 'year', 'place'],
    scores: ['count', 'total', 'year', 'place'],
    goals: ['year', 'place'],
  },

  find({ documents, form }, report) {
    const last = formOfLastYear(form, documents.yearForms);
    const own = yearForm(form);
    if (!last || !own) return;
    const { year } = last;
    const pairs = pairRows(last.rows, form.indicators).pairs.map(pairOf);
    const copied = copiedTexts(pairs).map((one) => ({ ...one, stated: earlierYear(one.own.text, last) }));
    for (const { other, own: text, pair, stated } of copied) {
      if (stated === null) continue;
      const facts = { name: pair.own.name, stated, year, place: placeText(last, other.cell, form) };
      report('otherYear', {
        cells: [text.cell],
        indicator: pair.key,
        facts,
        found: stated,
        beside: besideOf(last, other.cell, form),
      });
    }
    const others = copied.filter(({ stated }) => stated === null);
    if (others.length > 0) {
      const names = namesOf(others.map(({ pair }) => pair));
      const cells = others.map(({ other }) => other.cell);
      report('words', {
        severity: 'P2',
        cells: others.map(({ own: text }) => text.cell),
        facts: { count: others.length, names, year, place: placesText(last, cells, form) },
        beside: besideFirst(last, cells, form),
      });
    }
    const figures = copiedFigures(pairs);
    if (figures.length > 0) {
      const cells = figures.flatMap(({ other }) => (other.actual ? [other.actual.cell] : []));
      report('actuals', {
        cells: figures.flatMap((pair) => (pair.own.actual ? [pair.own.actual.cell] : [])),
        facts: {
          count: figures.length,
          names: namesOf(figures),
          ...{ year, place: placesText(last, cells, form) },
        },
        beside: besideFirst(last, cells, form),
      });
    }
    if (own.total && last.total && own.total.score === last.total.score && hasSameScores(pairs)) {
      const facts = {
        count: pairs.length,
        total: own.total.score,
        year,
        place: placeText(last, last.total.cell, form),
      };
      report('scores', {
        severity: 'P2',
        cells: [own.total.cell],
        facts,
        found: own.total.score,
        beside: besideOf(last, last.total.cell, form),
      });
    }
    if (own.achieved && last.achieved && fold(own.achieved.text).text.length >= shortest) {
      if (isSame(own.achieved, last.achieved)) {
        const facts = { year, place: placeText(last, last.achieved.cell, form) };
        report('goals', {
          severity: 'P2',
          cells: [own.achieved.cell],
          facts,
          beside: besideOf(last, last.achieved.cell, form),
        });
      }
    }
  },
});
