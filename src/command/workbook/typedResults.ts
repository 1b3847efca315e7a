/**
 * Makes the stored results of formulas numbers. The engine stores every result as text, and a program that shows stored
 * results before it calculates would show figures as words.
 */
import { unzipSync, zipSync } from 'fflate';

/** The workbook with `t="str"` taken off formula cells whose stored result is a number. */
export function withTypedResults(bytes: Uint8Array): Uint8Array {
  const parts = unzipSync(bytes);
  for (const [name, part] of Object.entries(parts)) {
    if (!/^xl\/worksheets\/sheet\d+\.xml$/u.test(name)) continue;
    const xml = new TextDecoder().decode(part);
    const typed = xml.replace(
      /(<c [^>]*?) t="str"([^>]*>)(?=<f[^>]*>[^<]*<\/f><v>-?[0-9]+(?:\.[0-9]+)?<\/v>)/gu,
      '$1$2',
    );
    parts[name] = new TextEncoder().encode(typed);
  }
  return zipSync(parts, { level: 6 });
}
