/** A standard from which is counted: 以100%为标准 · 标准值为95%. */
import { digits, ratioUnit, valueIn } from './numberWords';
import { matchAt, type LimitPhrase, type ReadPhrase } from './phrase';

const standard = new RegExp(
  `(?:以|按)(${digits})(${ratioUnit})(?:为|作为)(?:满分)?(?:标准|基准|基数|目标值?)|(?:标准值|基准值|基准)(?:为|是|:)?(${digits})(${ratioUnit})`,
  'uy',
);

/** From where a text counts. */
export const readBasis: ReadPhrase = (text, at) => {
  const match = matchAt(standard, text, at);
  if (!match) return null;
  const unit = match[2] ?? match[4] ?? '%';
  const value = { at: valueIn(match[1] ?? match[3] ?? '0', unit), isIncluded: true };
  const limit: LimitPhrase = { kind: 'limit', low: value, high: value, unit, isBare: true, name: '' };
  return { to: at + match[0].length, is: { kind: 'basis', limit } };
};
