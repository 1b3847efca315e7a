/** ; 。 , 、 between pieces, and brackets that are closed. */
import type { TokenReader } from './cursor';

const separators = new Map<string, ';' | ','>([
  [';', ';'],
  ['。', ';'],
  [',', ','],
  ['、', ','],
]);

/** The signs that separate pieces. */
export const separatorSigns: readonly string[] = [...separators.keys()];

/** Whether a sign separates pieces. */
export function isSeparator(sign: string): boolean {
  return separators.has(sign);
}

/** Reads what separates two pieces. */
export const readSeparator: TokenReader = ({ at, sign }) => {
  const separator = separators.get(sign);
  return separator ? { kind: 'separator', sign: separator, from: at, end: at + 1 } : null;
};

/** Reads a bracket with all that is in it; one that is never closed is plain text. */
export const readBracket: TokenReader = ({ at, closing }) => {
  const close = closing.get(at);
  return close === undefined ? null : { kind: 'bracket', closed: true, from: at, end: close + 1 };
};
