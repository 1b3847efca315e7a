/** Where marks were lost, the form must say why and what will be done. */
import { plain } from '../../exact';
import { amountOf } from '../../form/amountOf';
import { defineCheck } from '../defineCheck';

export const reasonGiven = defineCheck({
  id: 'reason-given',
  severity: 'P1',
  scope: 'indicators',
  messages: { missing: ['name', 'score', 'weight', 'lost'] },

  find({ form }, report) {
    for (const { isAdjustment, key, name, reason, score, weight } of form.indicators) {
      const full = amountOf(weight);
      const written = amountOf(score);
      if (isAdjustment || !reason || !full || !written || written.gte(full)) continue;
      if (reason.text.replace(/[\s—－\-/无]/gu, '') !== '') continue;
      report('missing', {
        cells: [reason.ref],
        indicator: key,
        facts: { name: name.text, score: plain(written), weight: plain(full), lost: plain(full.minus(written)) },
      });
    }
  },
});
