/** Nothing of the template may be left in a form that is handed in. */
import { cellsOf } from '../../form/cellsOf';
import { toA1 } from '../../sheet/cellRef';
import { defineCheck } from '../defineCheck';
import { listed, separateAtMost } from '../shared/listed';

/** Slots to be filled in; XX within a Latin word is a name. */
const slots =
  /【[^】]{0,12}填[^】]{0,12}】|(?<![A-Za-z])[XxＸ×]{2,}(?![A-Za-z])|[（(]请[^）)]{0,12}填[^）)]{0,12}[）)]|^请(?:在此)?(?:填写|输入)|^(?:结合|对照|针对|请|简要|简述|概述|说明)[^（(]{4,200}[（(]\d+字(?:以内|左右)[）)]/u;

export const placeholderLeft = defineCheck({
  id: 'placeholder-left',
  severity: 'P1',
  scope: 'text',
  messages: { one: ['cell', 'slot'], many: ['count', 'cells'], rows: ['count', 'cells'] },

  find({ form }, report) {
    const left = cellsOf(form).flatMap(({ ref, text }) => {
      if (text === '') return [];
      const slot = slots.exec(text)?.[0];
      return slot === undefined ? [] : [{ ref, cell: toA1(ref), slot }];
    });
    if (left.length > separateAtMost) {
      const cells = listed(left.map(({ cell }) => cell));
      report('many', { cells: left.map(({ ref }) => ref), facts: { count: left.length, cells } });
    } else {
      for (const { cell, ref, slot } of left) report('one', { cells: [ref], facts: { cell, slot }, found: slot });
    }
    const rows = form.ignored.filter(({ because, cell }) => because === 'placeholder' && cell.text.trim() !== '');
    if (rows.length === 0) return;
    report('rows', {
      cells: rows.map(({ cell }) => cell.ref),
      facts: { count: rows.length, cells: listed(rows.map(({ cell }) => cell.text.trim())) },
      severity: 'P2',
    });
  },
});
