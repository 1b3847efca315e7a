/** The name of a sheet that is put into a workbook, alike in Excel and in a file. */

/** Longest name of a sheet (Excel specifications and limits). */
const longestName = 31;

/** Kept by Excel for itself, in every language. */
const reserved = /^history$/i;

/** A name that a sheet may have, as near to the wanted one as that goes. */
function plainName(wanted: string): string {
  const plain = wanted.replace(/[[\]:*?/\\\u0000-\u001f]/gu, ' ').replace(/^[\s']+|[\s']+$/gu, '');
  return plain === '' || reserved.test(plain) ? `表${plain}` : plain;
}

/**
 * The first name that is free, with a counter where the wanted one is taken: 表（2）. Names of sheets are the same
 * whatever their case.
 */
export function freeSheetName(wanted: string, taken: readonly string[]): string {
  const known = new Set(taken.map((name) => name.toLowerCase()));
  const plain = plainName(wanted);
  for (let number = 1; ; number += 1) {
    const counter = number === 1 ? '' : `（${number}）`;
    // Not through the middle of a character that takes two.
    const cut = plain
      .slice(0, longestName - counter.length)
      .replace(/[\ud800-\udbff]$/u, '')
      .trimEnd();
    const name = `${cut}${counter}`;
    if (!known.has(name.toLowerCase())) return name;
  }
}
