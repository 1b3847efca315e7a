/** Points and amounts must be numbers for Excel too: a number typed as text is left out of every sum. */
import { plain } from '../../exact';
import type { CellReading } from '../../form/form';
import { toA1 } from '../../sheet/cellRef';
import { defineCheck } from '../defineCheck';
import { listed, separateAtMost } from '../shared/listed';

export const numberNotText = defineCheck({
  id: 'number-not-text',
  severity: 'P1',
  scope: 'structure',
  messages: { one: ['cell', 'text', 'number'], many: ['count', 'cells'] },

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
              cell: toA1(reading.cell.ref),
              text: reading.cell.text,
              number: plain(reading.value),
            },
          ]
        : [],
    );
    if (texts.length > separateAtMost) {
      report('many', {
        cells: texts.map(({ ref }) => ref),
        facts: { count: texts.length, cells: listed(texts.map(({ cell }) => cell)) },
      });
      return;
    }
    for (const { cell, number, ref, text } of texts) {
      report('one', { cells: [ref], facts: { cell, text, number }, found: text, expected: number });
    }
  },
});
