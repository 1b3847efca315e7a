/** Which of the words of a rule a row's actual names. */
import { fold } from '../../../value/normalise';
import type { Value } from '../../../value/value';

/** Words before a name that turn or grade it: 不齐全 and 较齐全 are not 齐全. */
const turning = /(?:不|未|无|没有?|非|欠|较|比较|基本|一般|部分|很|非常|有待|不够|略|最|更|全)$/u;

const closing = /[。;,.!的]+$/u;

function plainOf(text: string): string {
  return fold(text).text.replace(closing, '');
}

/** Whether one text ends with the other and what stands before it only says of what: 档案资料齐全 and 齐全. */
function endsWithName(long: string, short: string): boolean {
  if (!long.endsWith(short) || short.length === 0) return false;
  return !turning.test(long.slice(0, long.length - short.length));
}

/**
 * The place of the only name that the actual is: word for word, else with the subject left out on one side; null where
 * none or more than one fits.
 */
export function namedBy(actual: Value | null, names: readonly string[]): number | null {
  const words = actual ? plainOf(actual.source) : '';
  if (words === '') return null;
  const plain = names.map(plainOf);
  for (const fits of [
    (name: string): boolean => name === words,
    (name: string): boolean => endsWithName(name, words) || endsWithName(words, name),
  ]) {
    const found = plain.flatMap((name, index) => (name !== '' && fits(name) ? [index] : []));
    const [only] = found;
    if (found.length === 1 && only !== undefined) return only;
    if (found.length > 1) return null;
  }
  return null;
}
