/** Points and amounts must be numbers for Excel too: a number typed as text is left out of every sum. */
import { plain } from '../../exact';
import type { CellReading } from '../../form/form';
import { defineCheck } from '../defineCheck';
import { listedCells, separateAtMost } from '../shared/listed';

export const numberNotText = defineCheck({
  id: 'number-not-text',
  severity: 'P1',
  scope: 'structure',
  messages: { one: ['text', 'number'], row: ['texts', 'cells'], many: ['count', 'cells'] },

  find({ form: { budget, indicators } }, report) {
    const readings: readonly (CellReading | null)[] = [
      ...indicators
        .filter(({ shift }) => shift === null)
        .flatMap(({ deduction, score, weight }) => [weight, score, deduction]),
      ...(budget?.lines.flatMap((line) => [line.initial, line.budget, line.executed]) ?? []),
      ...(budget ? [budget.weight, budget.score] : []),
    ];
    const texts = readings.flatMap((reading) =>
      reading?.kind === 'text-number'
        ? [
            {
              ref: reading.cell.ref,
              text: reading.cell.text,
              number: plain(reading.value),
            },
          ]
        : [],
    );
    if (texts.length > separateAtMost) {
      const cells = texts.map(({ ref }) => ref);
      report('many', { cells, facts: { count: texts.length, cells: listedCells(cells) } });
      return;
    }
    const rows = new Map<number, typeof texts>();
    for (const each of texts) rows.set(each.ref.row, [...(rows.get(each.ref.row) ?? []), each]);
    for (const inRow of rows.values()) {
      const [first, ...others] = inRow;
      if (!first) continue;
      const { number, ref, text } = first;
      if (others.length === 0) report('one', { cells: [ref], facts: { text, number }, found: text, expected: number });
      else {
        const cells = inRow.map((each) => each.ref);
        const inTexts = inRow.map((each) => `“${each.text}”`).join('、');
        report('row', { cells, facts: { texts: inTexts, cells: listedCells(cells) } });
      }
    }
  },
});
