/** The operator of a target must ask for less cost and more quality, not the other way round. */
import type { Indicator } from '../../form/form';
import { contradicts, directionOfOperator, directionOfSign, signOf } from '../../score/direction';
import { isUnwantedHigh, isWantedHigh } from '../../score/directionTerms';
import { fold } from '../../value/normalise';
import { defineCheck } from '../defineCheck';
import { isWeighed } from '../shared/wanting';

/** The operator of the target, or of the sign column beside it. */
function operatorOf(indicator: Indicator): ReturnType<typeof signOf> {
  const value = indicator.target?.value;
  return value?.kind === 'quantity' ? (value.comparator ?? signOf(indicator)) : null;
}

/** 定性 beside a number, or ≥ beside words: what the sign column says and the target does not bear out. */
function kindMismatch({ sign, target }: Indicator): 'figureUnderQuality' | 'wordsUnderFigure' | null {
  const said = fold(sign?.text ?? '').text;
  const value = target?.value;
  if (!value) return null;
  const isFigure = value.kind === 'quantity' && (value.comparator !== null || value.unit !== null);
  if (said.includes('定性') && !said.includes('定量') && isFigure) return 'figureUnderQuality';
  const asksForFigure = /^[≥≤><]$/u.test(said) || said === '定量';
  return asksForFigure && value.kind === 'qualitative' ? 'wordsUnderFigure' : null;
}

export const directionMakesSense = defineCheck({
  id: 'direction-makes-sense',
  severity: 'P1',
  scope: 'indicators',
  yieldsTo: ['cell-without-error'],
  messages: {
    costAtLeast: ['name', 'target'],
    qualityAtMost: ['name', 'target'],
    contradicts: ['name', 'target', 'sign'],
    figureUnderQuality: ['name', 'target', 'sign'],
    wordsUnderFigure: ['name', 'target', 'sign'],
  },

  findInRow({ indicator: row }, _, report) {
    const operator = operatorOf(row);
    const asksForMore = operator === '≥' || operator === '>' || operator === 'positive';
    const asksForLess = operator === '≤' || operator === '<' || operator === 'reverse';
    if (!row.target || !isWeighed(row)) return;
    const name = row.name.text;
    const target = row.target.cell.text.trim();
    const remark = { cells: [row.target.cell.ref], indicator: row.key, facts: { name, target }, found: target };
    const sign = directionOfSign(row);
    const written = directionOfOperator(row.target.value);
    if (sign && written && row.sign && contradicts(written, sign)) {
      const cells = [row.target.cell.ref, row.sign.ref];
      report('contradicts', { ...remark, cells, facts: { name, target, sign: row.sign.text.trim() } });
    } else if (row.sign && kindMismatch(row)) {
      const cells = [row.target.cell.ref, row.sign.ref];
      const facts = { name, target, sign: row.sign.text.trim() };
      const message = kindMismatch(row) ?? 'contradicts';
      // Whether a number is judged as one decides how it scores.
      report(message, { ...remark, cells, facts, ...(message === 'wordsUnderFigure' ? { severity: 'P2' } : {}) });
    } else if (asksForMore && isUnwantedHigh(name)) report('costAtLeast', remark);
    else if (asksForLess && isWantedHigh(name)) report('qualityAtMost', remark);
  },
});
