/** The figures that the goals and the conclusion name are those of the rows. */
import { type Exact, sum } from '../../exact';
import type { Form, Indicator } from '../../form/form';
import { isClosingLabel } from '../../form/vocabulary';
import type { Cell } from '../../sheet/sheetView';
import { fold } from '../../value/normalise';
import { compareUnits, unitNamed } from '../../value/units';
import type { Quantity, Unit } from '../../value/value';
import { defineCheck } from '../defineCheck';
import { type FigureInText, figuresFor, keyOf } from '../shared/figuresInText';
import { ordinary } from '../shared/scored';

/** Longer texts are no goals; what follows is not looked at. */
const readAtMost = 2000;

interface Row {
  readonly indicator: Indicator;
  readonly key: string;
  readonly unit: Unit;
  readonly value: Quantity;
  readonly cell: Cell;
}

/** Rows whose target or actual is a plain number with a unit, and whose name can be looked for. */
function rowsOf(form: Form, of: 'target' | 'actual'): readonly Row[] {
  const rows = ordinary(form).flatMap((indicator): Row[] => {
    const entry = indicator[of];
    const key = keyOf(indicator);
    if (!key || entry?.value.kind !== 'quantity' || entry.value.approximate || indicator.isExecutionRate) return [];
    if (of === 'actual' && entry.value.comparator !== null && entry.value.comparator !== '=') return [];
    const unit = entry.value.unit ?? unitNamed(fold(indicator.unit?.text ?? '').text);
    return unit && !unit.per ? [{ indicator, key, unit, value: entry.value, cell: entry.cell }] : [];
  });
  // Where one name is part of another, a figure may belong to either.
  return rows.filter(({ key, unit }, place) =>
    rows.every(
      (other, index) =>
        index === place ||
        !(other.key.includes(key) || key.includes(other.key)) ||
        compareUnits(other.unit, unit) === 'different',
    ),
  );
}

/** Whether a figure of the text can be the row's. */
function canBe({ is, number }: FigureInText, own: Exact): boolean {
  if (is === 'at-least') return own.gte(number);
  if (is === 'at-most') return own.lte(number);
  return is === 'about' || number.eq(own);
}

/** What the text says of a row that is not the row's figure; null where some figure is, or nothing can be said. */
function contradictionIn(text: string, { key, unit, value }: Row): FigureInText | null {
  const figures = figuresFor(key, unit, text);
  const [first] = figures ?? [];
  if (!figures || !first) return null;
  const together = sum(figures.map(({ number }) => number));
  return figures.some((figure) => canBe(figure, value.number)) || together.eq(value.number) ? null : first;
}

/** What stands beside 评价结论. */
function conclusionsOf({ notes }: Form): readonly Cell[] {
  return notes.filter((cell, place) => {
    const label = notes[place - 1];
    return label?.ref.row === cell.ref.row && isClosingLabel(label.text) && /结论|结果/u.test(label.text);
  });
}

export const goalsAgreeWithFigures = defineCheck({
  id: 'goals-agree-with-figures',
  severity: 'P1',
  scope: 'text',
  yieldsTo: ['goals-not-copied', 'units-agree'],
  messages: {
    expected: ['name', 'text', 'own'],
    achieved: ['name', 'text', 'own'],
    conclusion: ['name', 'text', 'own'],
  },

  find({ form }, report) {
    const { achieved, expected } = form.goals;
    const texts = [
      ...(expected ? [{ message: 'expected' as const, cell: expected }] : []),
      ...(achieved ? [{ message: 'achieved' as const, cell: achieved }] : []),
      ...conclusionsOf(form).map((cell) => ({ message: 'conclusion' as const, cell })),
    ];
    for (const { cell, message } of texts) {
      const words = fold(cell.text.slice(0, readAtMost)).text;
      // What is planned is no other figure in a text about targets.
      const text = message === 'expected' ? words.replaceAll('计划', '') : words;
      if (!/\d/u.test(text)) continue;
      for (const row of rowsOf(form, message === 'expected' ? 'target' : 'actual')) {
        const said = contradictionIn(text, row);
        if (!said) continue;
        const own = row.cell.text.trim();
        report(message, {
          cells: [cell.ref, row.cell.ref],
          facts: { name: row.indicator.name.text, text: said.quoted, own },
          found: said.quoted,
        });
      }
    }
  },
});
