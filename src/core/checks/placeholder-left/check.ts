/** Nothing of the template may be left in a form that is handed in. */
import { cellsOf } from '../../form/cellsOf';
import type { Form } from '../../form/form';
import type { Cell } from '../../sheet/sheetView';
import { defineCheck } from '../defineCheck';
import { listedCells, separateAtMost } from '../shared/listed';
import { isPrompt, promptIn } from '../shared/prompts';
import { withoutSpaces } from '../../signs';

/** A quotation is no longer. */
const longest = 40;

/** 评价结论 and the like, with nothing beside it and nothing behind its colon. */
function unansweredIn({ notes }: Form): readonly Cell[] {
  return notes.filter((cell, place) => {
    const words = withoutSpaces(cell.text);
    const next = notes[place + 1];
    return /^(?:绩效)?(?:自评|评价)(?:结论|结果)[:：]?$/u.test(words) && next?.ref.row !== cell.ref.row;
  });
}

/**
 * Words of the template that stand where a person writes. What a note tells about filling in is for the reader, and what
 * stands in the column of reasons beside the amounts matters only where there is something to explain.
 */
function isAnswerPlace(cell: Cell, { goals, indicators }: Form): boolean {
  const own = indicators.flatMap(({ actual, reason, remark, target }) => [target?.cell, actual?.cell, reason, remark]);
  return [goals.expected, goals.achieved, ...own].includes(cell);
}

export const placeholderLeft = defineCheck({
  id: 'placeholder-left',
  severity: 'P1',
  scope: 'text',
  messages: { one: ['slot'], many: ['count', 'cells'], rows: ['count', 'cells'], unanswered: ['label'] },

  find({ form }, report) {
    const left = cellsOf(form).flatMap((cell) => {
      const { ref, text } = cell;
      if (text === '') return [];
      const slot =
        promptIn(text) ?? (isPrompt(text) && isAnswerPlace(cell, form) ? text.trim().slice(0, longest) : null);
      return slot === null ? [] : [{ ref, slot }];
    });
    if (left.length > separateAtMost) {
      const cells = left.map(({ ref }) => ref);
      report('many', { cells, facts: { count: left.length, cells: listedCells(cells) } });
    } else {
      for (const { ref, slot } of left) report('one', { cells: [ref], facts: { slot }, found: slot });
    }
    for (const { ref, text } of unansweredIn(form))
      report('unanswered', { cells: [ref], facts: { label: text.replace(/[\s:：]/gu, '') }, severity: 'P2' });
    const rows = form.ignored.filter(({ because, cell }) => because === 'placeholder' && cell.text.trim() !== '');
    if (rows.length === 0) return;
    const cells = rows.map(({ cell }) => cell.ref);
    report('rows', { cells, facts: { count: rows.length, cells: listedCells(cells) }, severity: 'P2' });
  },
});
