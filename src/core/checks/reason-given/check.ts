/** Where marks were lost, the form must say why and what will be done. */
import { plain } from '../../exact';
import { amountOf } from '../../form/amountOf';
import { defineCheck } from '../defineCheck';
import { spokenReason } from '../shared/spoken';

export const reasonGiven = defineCheck({
  id: 'reason-given',
  severity: 'P1',
  scope: 'indicators',
  yieldsTo: ['direction-makes-sense', 'deadline-met'],
  messages: {
    missing: ['name', 'score', 'weight', 'lost'],
    missed: ['name', 'target', 'actual'],
    missedIf: ['name', 'target', 'actual'],
    statedShort: ['name', 'stated'],
  },

  findInRow({ indicator, met, readings }, { rubric }, report) {
    const { actual, completionRate, isAdjustment, key, name, reason, score, target, weight } = indicator;
    const full = amountOf(weight);
    const written = amountOf(score);
    // Where neither a weight nor a column for reasons is there, only the actual can be asked about.
    const place = reason ?? (weight === null ? (actual?.cell ?? null) : null);
    if (isAdjustment || !place || spokenReason(reason) !== '') return;
    const remark = { cells: [place.ref], indicator: key };
    if (reason && full && written?.lt(full)) {
      const facts = { name: name.text, score: plain(written), weight: plain(full), lost: plain(full.minus(written)) };
      report('missing', { ...remark, facts });
    } else if (met === false && rubric.reasons.actualBelowTarget && actual && target) {
      // Full marks do not make up for a target that was missed in every reading.
      const facts = { name: name.text, target: target.cell.text.trim(), actual: actual.cell.text.trim() };
      report('missed', { ...remark, facts });
    } else if (met === null && readings[0].met === false && weight === null && actual && target) {
      // Without points no score asks which way is better: the likeliest way does.
      const facts = { name: name.text, target: target.cell.text.trim(), actual: actual.cell.text.trim() };
      report('missedIf', { ...remark, facts });
    } else if (met === null && completionRate && amountOf(completionRate)?.lt(1)) {
      // Target and actual cannot be compared, and the form itself says that it was not all done.
      const stated = completionRate.cell.text.trim();
      const cells = [place.ref, completionRate.cell.ref];
      report('statedShort', { ...remark, cells, facts: { name: name.text, stated } });
    }
  },
});
