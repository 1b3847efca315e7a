/** A reason should also say what will be done. */
import { plain } from '../../exact';
import { amountOf } from '../../form/amountOf';
import { defineCheck } from '../defineCheck';
import { namesRemedy } from '../shared/remedies';
import { spokenReason } from '../shared/spoken';

/** Fewer characters explain nothing: 疫情, 资金不足. */
const shortest = 5;

export const reasonHasRemedy = defineCheck({
  id: 'reason-has-remedy',
  severity: 'P2',
  scope: 'indicators',
  yieldsTo: ['reason-given', 'reason-not-pasted'],
  messages: { none: ['name', 'reason', 'lost'], thin: ['name', 'reason', 'lost'] },

  findInRow({ indicator }, { reasonHeading }, report) {
    const { isAdjustment, key, name, reason, score, weight } = indicator;
    const full = amountOf(weight);
    const written = amountOf(score);
    const text = spokenReason(reason);
    if (isAdjustment || !reason || text === '' || !full || !written || written.gte(full)) return;
    const isThin = text.length < shortest;
    // A column that only asks for reasons does not ask for measures.
    const wantsRemedy = reasonHeading?.text.includes('措施') === true;
    if (!isThin && (!wantsRemedy || namesRemedy(text))) return;
    report(isThin ? 'thin' : 'none', {
      cells: [reason.ref],
      indicator: key,
      facts: { name: name.text, reason: reason.text.trim(), lost: plain(full.minus(written)) },
      found: reason.text.trim(),
    });
  },
});
