/** What a part of a step counts as: 不足10%的按10%计算, 不足一个月按一个月计, 不足1%的不扣分. */
import { one } from '../../exact';
import { countUnit, measureUnit, number, ratioUnit, timeUnit, valueOf } from './numberWords';
import { matchAt, type ReadPhrase } from './phrase';

const units = `${ratioUnit}|${measureUnit}|${timeUnit}|${countUnit}`;
const part = new RegExp(
  `(?:若|如|其中)?(?:不足|不满|未满)(${number})?(${units})(?:的|的部分|部分)?,?(?:(?:也|均|都|一律)?(?:按照|按|以|算作?|视同|作为)(${number})?(${units})(?:的?标准)?(?:计算|计扣|计分|扣分|扣减|计|扣|算|处理)?|(不扣分|不予扣分|不扣|不予?计分|不予?计算|不予?计|忽略不计|舍去))`,
  'uy',
);

const bare = (unit: string): string => unit.replace(/^个/u, '');

/** Both numbers must be one step: 不足10%的按5%计 says something else. */
export const readPartSteps: ReadPhrase = (text, at) => {
  const match = matchAt(part, text, at);
  if (!match) return null;
  const [whole, size, unit = '', same, sameUnit] = match;
  const amount = size === undefined ? one : valueOf(size);
  const to = at + whole.length;
  if (sameUnit === undefined) return { to, is: { kind: 'part-steps', as: 'none', size: amount, unit } };
  const isSame = bare(sameUnit) === bare(unit) && (same === undefined ? one : valueOf(same)).eq(amount);
  return isSame ? { to, is: { kind: 'part-steps', as: 'whole', size: amount, unit } } : null;
};
