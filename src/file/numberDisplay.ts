/** Numbers as Excel displays them: plain formats here, every other by the number format engine of excelize. */
import type { init } from 'excelize-wasm';
import { exact } from '../core/exact';

/** A loaded excelize. */
export type Excelize = Awaited<ReturnType<typeof init>>;

/** The text of a value under a number format in en-US codes. */
export type NumberDisplay = (value: number | string, numberFormat: string) => string;

/**
 * Makes a display on a scratch workbook of excelize; texts are kept, since forms repeat few formats and values.
 *
 * @throws Error when the engine cannot make its scratch workbook, which is a bug and no property of the file.
 */
export function createNumberDisplay(excelize: Excelize, countsFrom1904: boolean): NumberDisplay {
  const scratch = excelize.NewFile();
  const must = ({ error }: { readonly error?: string | null }): void => {
    if (error) throw new Error(`number format engine: ${error}`);
  };
  must(scratch);
  if (countsFrom1904) must(scratch.SetWorkbookProps({ Date1904: true }));
  const styles = new Map<string, number>();
  const texts = new Map<string, string>();
  return (value, numberFormat) => {
    const key = `${typeof value}${String(value)}\u0000${numberFormat}`;
    const known = texts.get(key);
    if (known !== undefined) return known;
    let style = styles.get(numberFormat);
    if (style === undefined) {
      const made = scratch.NewStyle({ CustomNumFmt: numberFormat });
      must(made);
      style = made.style;
      styles.set(numberFormat, style);
    }
    must(scratch.SetCellStyle('Sheet1', 'A1', 'A1', style));
    must(
      typeof value === 'string'
        ? scratch.SetCellStr('Sheet1', 'A1', value)
        : scratch.SetCellValue('Sheet1', 'A1', value),
    );
    const shown = scratch.GetCellValue('Sheet1', 'A1');
    // A format that the engine cannot read is shown as the bare value rather than not at all.
    const text = shown.error ? String(value) : shown.value;
    texts.set(key, text);
    return text;
  };
}

// Formats of forms that need no engine: "0", "0.00", "#,##0.00", "0.00%".
const plainFormat = /^(#,##)?0(?:\.(0+))?(%)?$/;

/** The text of a number under General, @ or a plain decimal or percent format; null where the engine is needed. */
export function plainDisplay(value: number, numberFormat: string): string | null {
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

/** A number in format General: at most eleven characters, then fewer decimals, then an exponent. */
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
export function changesText(numberFormat: string): boolean {
  if (numberFormat === 'General' || numberFormat === '@') return false;
  return numberFormat.includes('@') || numberFormat.split(';').length > 3;
}
