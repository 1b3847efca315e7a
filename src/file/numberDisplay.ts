/** Numbers as Excel displays them: plain formats here, every other by a library that is loaded when one turns up. */
import { exact } from '../core/exact';
import type { uncommonText } from './uncommonFormat';

/** The text of a value under a number format in en-US codes. */
export type NumberDisplay = (value: number | string, numberFormat: string) => string;

/** Most forms have plain formats only, and the library takes longer to load than a form to read. */
function uncommon(): { readonly uncommonText: typeof uncommonText } {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- evaluated here, and not before
  return require('./uncommonFormat') as { readonly uncommonText: typeof uncommonText };
}

/** Makes the display of a workbook. */
export function createNumberDisplay(countsFrom1904: boolean): NumberDisplay {
  return (value, numberFormat) => {
    if (typeof value === 'string' && !changesText(numberFormat)) return value;
    const plain = typeof value === 'number' ? plainDisplay(value, numberFormat) : null;
    // What is no format is shown as the bare value rather than not at all.
    return plain ?? uncommon().uncommonText(value, numberFormat, countsFrom1904) ?? bareText(value);
  };
}

const bareText = (value: number | string): string => (typeof value === 'number' ? generalText(value) : value);

// Formats of forms that need no library: "0", "0.00", "#,##0.00", "0.00%".
const plainFormat = /^(#,##)?0(?:\.(0+))?(%)?$/;

/** The text of a number under General, @ or a plain decimal or percent format; null where it takes the library. */
function plainDisplay(value: number, numberFormat: string): string | null {
  if (numberFormat === 'General' || numberFormat === '@') return generalText(value);
  const match = plainFormat.exec(numberFormat);
  if (!match || Math.abs(value) >= 1e15) return null;
  const [, grouped, decimals = '', percent = ''] = match;
  const shown = exact(value)
    .times(percent === '' ? 1 : 100)
    .toFixed(decimals.length);
  const unsigned = shown.replace(/^-(?=[0.]*$)/, '');
  return `${grouped ? unsigned.replace(/\B(?=(?:[0-9]{3})+(?![0-9]))(?<!\.[0-9]*)/g, ',') : unsigned}${percent}`;
}

/**
 * A number in format General: at most eleven characters, then fewer decimals, then an exponent.
 *
 * @internal the simulator shows numbers too
 */
export function generalText(value: number): string {
  const magnitude = Math.abs(value);
  if (magnitude < 1e11 && Number.isInteger(value)) return String(value);
  if (magnitude >= 1e11 || (magnitude !== 0 && magnitude < 1e-9)) return exponentText(value, 5);
  const digitsBefore = Math.max(1, Math.floor(Math.log10(Math.max(magnitude, 1))) + 1);
  const plain = String(Number(value.toFixed(Math.max(0, Math.min(9, 10 - digitsBefore)))));
  if (!plain.includes('e') && !(Number(plain) === 0 && magnitude !== 0)) return plain;
  return exponentText(value, 5);
}

function exponentText(value: number, decimals: number): string {
  const [mantissa = '', exponent = '0'] = value.toExponential(decimals).split('e');
  const power = Number(exponent);
  return `${String(Number(mantissa))}E${power < 0 ? '-' : '+'}${String(Math.abs(power)).padStart(2, '0')}`;
}

/** Whether a text cell of this format is displayed otherwise than it is stored: the format says what goes around it. */
function changesText(numberFormat: string): boolean {
  if (numberFormat === 'General' || numberFormat === '@') return false;
  return numberFormat.includes('@') || numberFormat.split(';').length > 3;
}
