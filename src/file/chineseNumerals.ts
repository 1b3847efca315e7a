/**
 * Numbers in Chinese numerals, as the codes [DBNum1] to [DBNum3] of a number format ask for them: 一千二百三十四,
 * 壹仟贰佰叁拾肆, １千２百３十４. [DBNum4] and above leave the digits as they are.
 */

/** The ten digits, and the names of tens, hundreds and thousands within a group of four. */
interface Numerals {
  readonly digits: string;
  readonly places: readonly string[];
}

/** The zero of [DBNum1] is the circle that Office writes, not the ideograph of the same look. */
const numerals: Readonly<Record<number, Numerals>> = {
  1: { digits: '○一二三四五六七八九', places: ['', '十', '百', '千'] },
  2: { digits: '零壹贰叁肆伍陆柒捌玖', places: ['', '拾', '佰', '仟'] },
  3: { digits: '０１２３４５６７８９', places: ['', '十', '百', '千'] },
};

/** Names of groups of four digits, from the last one on. */
const groups = ['', '万', '亿', '万亿', '亿亿'];

/** How digits are written: one by one (二○二三), as a number (二千○二十三), or as a number of a date (十五). */
export type NumeralStyle = 'digits' | 'number' | 'date';

const oneByOne = (text: string, { digits }: Numerals): string =>
  text.replace(/[0-9]/g, (digit) => digits[Number(digit)] ?? digit);

/** A group of up to four digits; zeros between digits are said once. */
function groupText(group: string, { digits, places }: Numerals): string {
  let text = '';
  let isZeroDue = false;
  for (let nth = 0; nth < group.length; nth += 1) {
    const digit = group.charAt(nth);
    if (digit === '0') {
      isZeroDue = text !== '';
      continue;
    }
    text += `${isZeroDue ? (digits[0] ?? '') : ''}${digits[Number(digit)] ?? ''}${places[group.length - 1 - nth] ?? ''}`;
    isZeroDue = false;
  }
  return text;
}

/** A whole number without sign and separators. */
function wholeText(whole: string, chosen: Numerals): string {
  const zero = chosen.digits[0] ?? '';
  const plain = whole.replace(/^0+(?=.)/, '');
  const isTooLong = plain.length > groups.length * 4;
  if (plain === '0' || isTooLong) return oneByOne(plain, chosen);
  const inGroups = plain.split(/(?=(?:[0-9]{4})+$)/);
  let text = '';
  let isZeroDue = false;
  inGroups.forEach((group, nth) => {
    if (/^0+$/.test(group)) {
      isZeroDue = true;
      return;
    }
    const gap = text !== '' && (isZeroDue || group.startsWith('0')) ? zero : '';
    text += `${gap}${groupText(group, chosen)}${groups[inGroups.length - 1 - nth] ?? ''}`;
    isZeroDue = false;
  });
  return text;
}

/**
 * The text with its digits in Chinese numerals.
 *
 * @param code the number behind "DBNum".
 */
export function inChineseNumerals(text: string, code: number, style: NumeralStyle): string {
  const chosen = numerals[code];
  if (!chosen) return text;
  // What [DBNum3] makes of a date is digits of full width only.
  if (style === 'digits' || (style === 'date' && code === 3)) return oneByOne(text, chosen);
  if (style === 'number') {
    return text.replace(/([0-9]+)(\.[0-9]+)?/g, (_whole, whole: string, decimals: string | undefined) => {
      return wholeText(whole, chosen) + oneByOne(decimals ?? '', chosen);
    });
  }
  return text.replace(/[0-9]+/g, (run) => {
    // Years, and what is filled up with a zero.
    if (run.length > 2 || run.startsWith('0')) return oneByOne(run, chosen);
    return wholeText(run, chosen).replace(/^一十/, '十');
  });
}
