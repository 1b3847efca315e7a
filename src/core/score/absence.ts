/** Words that say how often something happened: not once. */
import { zero } from '../exact';
import { fold } from '../value/normalise';
import type { Value } from '../value/value';

/** 未发生, 没有出现; 未发现 and 未收到 only say what came to be known. */
const notOnce = /^(?:均)?(?:未|没有|没|无|零)(?:发生|出现)(?:过)?$|^零$/u;
const none = /^无$/u;

/**
 * Whether the actual says that nothing happened where a limit is set for what shall not happen. 无 alone says so only
 * against a target of zero: against any other it may be that nothing was counted.
 */
export function saysNone(target: Value | null, actual: Value | null): boolean {
  if (target?.kind !== 'quantity' || (actual?.kind !== 'qualitative' && actual?.kind !== 'yes-no')) return false;
  const { comparator, number } = target;
  const words = fold(actual.source).text;
  const isZero = number.eq(0) && (comparator === null || comparator === '=' || comparator === '≤');
  const isLimit = isZero || comparator === '≤' || comparator === '<';
  return (isLimit && notOnce.test(words)) || (isZero && none.test(words));
}

/** The actual as the number that it says: 未发生 against "≤3起" is 0起. */
export function withNoneAsZero(target: Value | null, actual: Value | null): Value | null {
  if (target?.kind !== 'quantity' || !actual || !saysNone(target, actual)) return actual;
  return { ...target, comparator: null, number: zero, approximate: false, lead: '', source: actual.source };
}
