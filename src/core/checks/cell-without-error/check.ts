/** No cell of the form may hold an error value of Excel. */
import { cellsOf } from '../../form/cellsOf';
import type { CellRef } from '../../sheet/cellRef';
import { rangesOf } from '../../sheet/rangesText';
import { isCellError } from '../../sheet/snapshot';
import { defineCheck } from '../defineCheck';
import { listed, separateAtMost } from '../shared/listed';

interface Wrong {
  readonly ref: CellRef;
  readonly error: string;
}

/** Where each error stands: "D9:D27 #REF!". */
function placesOf(wrong: readonly Wrong[]): readonly string[] {
  const errors = [...new Set(wrong.map(({ error }) => error))];
  return errors.flatMap((error) =>
    rangesOf(wrong.filter((one) => one.error === error).map(({ ref }) => ref)).map((range) => `${range} ${error}`),
  );
}

export const cellWithoutError = defineCheck({
  id: 'cell-without-error',
  severity: 'P0',
  scope: 'structure',
  messages: { one: ['error'], many: ['count', 'cells'] },

  find({ form }, report) {
    const wrong = cellsOf(form)
      .filter(({ value }) => isCellError(value))
      .flatMap(({ ref, value }) => (isCellError(value) ? [{ ref, error: value.error }] : []));
    if (wrong.length > separateAtMost) {
      const places = listed(placesOf(wrong));
      report('many', {
        cells: wrong.map(({ ref }) => ref),
        facts: { count: wrong.length, cells: places },
        found: places,
      });
      return;
    }
    for (const { error, ref } of wrong) report('one', { cells: [ref], facts: { error }, found: error });
  },
});
