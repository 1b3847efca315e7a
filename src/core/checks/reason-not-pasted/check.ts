/** One and the same reason on several rows explains none of them. */
import type { Indicator } from '../../form/form';
import { defineCheck } from '../defineCheck';
import { spokenReason } from '../shared/spoken';

/** Shorter texts (无, 见附件, 同上) are caught by other checks; equal by chance is likely here. */
const shortestReason = 6;

export const reasonNotPasted = defineCheck({
  id: 'reason-not-pasted',
  severity: 'P1',
  scope: 'indicators',
  messages: { pasted: ['count', 'names', 'reason'] },

  find({ form }, report) {
    const byText = new Map<string, Indicator[]>();
    const seen = new Set<string>();
    for (const indicator of form.indicators) {
      const { reason } = indicator;
      const text = spokenReason(reason);
      if (!reason || text.length < shortestReason) continue;
      // One reason in a merged cell over several rows is one statement about all of them, not a paste.
      const place = `${reason.ref.row}/${reason.ref.column}`;
      if (seen.has(place)) continue;
      seen.add(place);
      byText.set(text, [...(byText.get(text) ?? []), indicator]);
    }
    for (const alike of byText.values()) {
      const [first] = alike;
      if (alike.length < 2 || !first) continue;
      report('pasted', {
        cells: alike.flatMap(({ reason }) => (reason ? [reason.ref] : [])),
        facts: {
          count: alike.length,
          names: alike.map(({ name }) => name.text).join('、'),
          reason: first.reason?.text ?? '',
        },
        found: first.reason?.text ?? '',
      });
    }
  },
});
