/** A target as it is quoted: with the sign and the unit that stand in columns of their own. */

const signed = /^[≥≤><=＞＜＝]/u;

/** "≥95%" from ≥, 95 and %. */
export function targetText(written: string, sign: string, unit: string): string {
  const text = written.trim();
  if (text === '' || !/\d/u.test(text)) return text;
  const before = signed.test(sign) && !signed.test(text) ? sign : '';
  return `${before}${text}${unit !== '' && !text.endsWith(unit) ? unit : ''}`;
}
