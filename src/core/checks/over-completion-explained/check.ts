/** An actual far above its target needs a word: was the target too low? */
import { exact, hundred, plain } from '../../exact';
import { defineCheck } from '../defineCheck';
import { spoken, spokenReason } from '../shared/spoken';

/** Where the rubric names no limit of its own. */
const usualLimit = exact('1.3');

export const overCompletionExplained = defineCheck({
  id: 'over-completion-explained',
  severity: 'P1',
  scope: 'indicators',
  yieldsTo: ['units-agree', 'percentage-possible', 'actual-measured', 'score-matches-rule', 'score-within-weight'],
  messages: { unexplained: ['name', 'target', 'actual', 'completion', 'limit'] },

  findInRow({ completion, direction, indicator }, { rubric: { overCompletion, reasons } }, report) {
    const limit = reasons.completionFrom ?? (overCompletion.kind === 'none' ? usualLimit : overCompletion.from);
    const { actual, key, name, reason, remark, target } = indicator;
    if (indicator.isAdjustment || !completion || direction === 'reverse' || completion.lt(limit)) return;
    if (target?.value.kind !== 'quantity' || actual?.value.kind !== 'quantity') return;
    if (spokenReason(reason) !== '' || spoken(remark) !== '') return;
    report('unexplained', {
      // Without a column for reasons the actual itself is asked about.
      cells: reason ? [reason.ref, actual.cell.ref] : [actual.cell.ref],
      indicator: key,
      facts: {
        name: name.text,
        target: target.cell.text.trim(),
        actual: actual.cell.text.trim(),
        completion: `${completion.times(hundred).toFixed(2)}%`,
        limit: `${plain(limit.times(hundred))}%`,
      },
      found: actual.cell.text.trim(),
    });
  },
});
