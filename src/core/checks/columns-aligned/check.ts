/** Rows whose values stand in other columns than their header says. */
import { defineCheck } from '../defineCheck';

export const columnsAligned = defineCheck({
  id: 'columns-aligned',
  severity: 'P0',
  scope: 'structure',
  messages: { shifted: ['rows', 'shift'], unclear: ['rows'] },

  find({ form: { misalignment } }, report) {
    if (!misalignment) return;
    const { shift, lines, evidence } = misalignment;
    const cells = evidence.map(({ ref }) => ref);
    if (shift === null) report('unclear', { cells, facts: { rows: lines.length } });
    else report('shifted', { cells, facts: { rows: lines.length, shift: Math.abs(shift) } });
  },
});
