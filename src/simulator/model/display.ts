/** The text that a value shows under a number format: the common formats of forms; others show as General. */
import { isCellError, type CellValue } from '../../core/sheet/snapshot';
import { generalText } from '../../file/numberDisplay';
import { dayOf } from './typing';

/** Rounds half away from zero, as Excel does, on the decimal digits rather than on the binary ones. */
function fixed(value: number, places: number): string {
  const shifted = Number(`${Math.abs(value)}e${places}`);
  const rounded = Number.isFinite(shifted) ? Math.round(shifted) : 0;
  const digits = BigInt(rounded)
    .toString()
    .padStart(places + 1, '0');
  const cut = digits.length - places;
  return places === 0 ? digits : `${digits.slice(0, cut)}.${digits.slice(cut)}`;
}

const grouped = (digits: string): string => digits.replace(/\B(?=(?:\d{3})+(?!\d))/gu, ',');

/** Takes quoted, escaped and bracketed parts out of a format section. */
function literalsOut(section: string): { readonly bare: string; readonly literals: readonly string[] } {
  const literals: string[] = [];
  const bare = section
    .replace(/\[(?:[A-Za-z]+|\$[^\]]*)\]/gu, '')
    .replace(/_./gu, '')
    .replace(/\*./gu, '')
    .replace(/"([^"]*)"|\\(.)/gu, (_match, quoted: string | undefined, escaped: string | undefined) => {
      literals.push(quoted ?? escaped ?? '');
      return `\u0000${literals.length - 1}\u0001`;
    });
  return { bare, literals };
}

const literalsIn = (text: string, literals: readonly string[]): string =>
  // The marks are control characters so that no format can contain them.
  text.replace(/\u0000(\d+)\u0001/gu, (_match, index: string) => literals[Number(index)] ?? '');

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

function asDate(value: number, bare: string): string {
  const { year, month, day } = dayOf(value);
  const seconds = Math.round((value - Math.floor(value)) * 86_400);
  const two = (part: number): string => String(part).padStart(2, '0');
  return bare.replace(/yyyy|yy|mmm|mm|m|dd|d|hh|h|ss|s/giu, (code, offset: number) => {
    const isMinute = /h+:?$/iu.test(bare.slice(0, offset)) || /^m+:s/iu.test(bare.slice(offset));
    switch (code.toLowerCase()) {
      case 'yyyy':
        return String(year);
      case 'yy':
        return two(year % 100);
      case 'mmm':
        return months[month - 1] ?? '';
      case 'mm':
        return two(isMinute ? Math.floor(seconds / 60) % 60 : month);
      case 'm':
        return String(isMinute ? Math.floor(seconds / 60) % 60 : month);
      case 'dd':
        return two(day);
      case 'd':
        return String(day);
      case 'hh':
        return two(Math.floor(seconds / 3600));
      case 'h':
        return String(Math.floor(seconds / 3600));
      case 'ss':
        return two(seconds % 60);
      default:
        return String(seconds % 60);
    }
  });
}

function asNumber(value: number, bare: string, showsSign: boolean): string {
  const placeholder = /[#0?,]*[#0?](?:\.[#0?]*)?/u.exec(bare);
  if (placeholder === null) return bare;
  const [mask] = placeholder;
  const [wholeMask = '', fractionMask = ''] = mask.split('.');
  const scaled = bare.includes('%') ? Number(`${value}e2`) : value;
  let digits = fixed(Number.isFinite(scaled) ? scaled : value * 100, fractionMask.length);
  const needed = fractionMask.replaceAll('#', '').length;
  while (digits.includes('.') && digits.endsWith('0') && (digits.split('.')[1] ?? '').length > needed) {
    digits = digits.slice(0, -1);
  }
  let [whole = '', fraction = ''] = digits.replace(/\.$/u, '').split('.');
  if (!wholeMask.includes('0') && whole === '0') whole = '';
  whole = whole.padStart((wholeMask.match(/0/gu) ?? []).length, '0');
  if (wholeMask.includes(',')) whole = grouped(whole);
  if (fraction !== '') fraction = `.${fraction}`;
  const sign = showsSign && value < 0 && /[1-9]/u.test(digits) ? '-' : '';
  return sign + bare.replace(mask, `${whole}${fraction}`);
}

/** The text that the cell shows. */
export function display(value: CellValue, numberFormat: string): string {
  if (value === null) return '';
  if (isCellError(value)) return value.error;
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  const sections = numberFormat.split(';');
  if (typeof value === 'string') {
    const { bare, literals } = literalsOut(sections[3] ?? '@');
    return literalsIn(bare, literals).replace('@', () => value);
  }
  const index = value < 0 && sections.length > 1 ? 1 : value === 0 && sections.length > 2 ? 2 : 0;
  const { bare, literals } = literalsOut(sections[index] ?? 'General');
  if (bare === '' && literals.length === 0) return sections.length > 1 ? '' : generalText(value);
  if (/general|^@$|\//iu.test(bare) && !/[ymdhs]/iu.test(bare.replace(/general/iu, ''))) return generalText(value);
  const shown = /[ymdhs]/iu.test(bare) ? asDate(value, bare) : asNumber(value, bare, index !== 1);
  return literalsIn(shown, literals);
}
