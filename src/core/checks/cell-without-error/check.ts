/** No cell of the form may hold an error value of Excel. */
import { cellsOf } from '../../form/cellsOf';
import { toA1 } from '../../sheet/cellRef';
import { isCellError } from '../../sheet/snapshot';
import { defineCheck } from '../defineCheck';
import { listed, separateAtMost } from '../shared/listed';

export const cellWithoutError = defineCheck({
  id: 'cell-without-error',
  severity: 'P0',
  scope: 'structure',
  messages: { one: ['cell', 'error'], many: ['count', 'cells'] },

  find({ form }, report) {
    const wrong = cellsOf(form)
      .filter(({ value }) => isCellError(value))
      .flatMap(({ ref, value }) => (isCellError(value) ? [{ ref, cell: toA1(ref), error: value.error }] : []));
    if (wrong.length > separateAtMost) {
      const places = wrong.map(({ cell, error }) => `${cell} ${error}`);
      report('many', {
        cells: wrong.map(({ ref }) => ref),
        facts: { count: wrong.length, cells: listed(places) },
        found: listed(places),
      });
      return;
    }
    for (const { cell, error, ref } of wrong) report('one', { cells: [ref], facts: { cell, error }, found: error });
  },
});
