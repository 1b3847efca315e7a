/** What a cell's style says that a review needs: the number format and whether protection locks the cell. */
import { LastRead } from './lastRead';
import { attribute, eachTag, flag, type Tag } from './xml';

/** The part of a style that is read. */
export interface CellStyle {
  /** In en-US codes. */
  readonly numberFormat: string;
  readonly isLocked: boolean;
}

const generalStyle: CellStyle = { numberFormat: 'General', isLocked: true };

/**
 * Formats that a file names by number only (ECMA-376 part 1, 18.8.30), as Range.numberFormat gives them;
 * 27 to 36 and 50 to 58 are those of a Chinese Excel.
 */
const builtInFormats: Readonly<Record<number, string>> = {
  0: 'General',
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  5: '"¥"#,##0;"¥"-#,##0',
  6: '"¥"#,##0;[Red]"¥"-#,##0',
  7: '"¥"#,##0.00;"¥"-#,##0.00',
  8: '"¥"#,##0.00;[Red]"¥"-#,##0.00',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  12: '# ?/?',
  13: '# ??/??',
  14: 'm/d/yyyy',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'm/d/yyyy h:mm',
  27: 'yyyy"年"m"月"',
  28: 'm"月"d"日"',
  29: 'm"月"d"日"',
  30: 'm-d-yy',
  31: 'yyyy"年"m"月"d"日"',
  32: 'h"时"mm"分"',
  33: 'h"时"mm"分"ss"秒"',
  36: 'yyyy"年"m"月"',
  37: '#,##0_);(#,##0)',
  38: '#,##0_);[Red](#,##0)',
  39: '#,##0.00_);(#,##0.00)',
  40: '#,##0.00_);[Red](#,##0.00)',
  41: '_ * #,##0_ ;_ * -#,##0_ ;_ * "-"_ ;_ @_ ',
  42: '_ "¥"* #,##0_ ;_ "¥"* -#,##0_ ;_ "¥"* "-"_ ;_ @_ ',
  43: '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ',
  44: '_ "¥"* #,##0.00_ ;_ "¥"* -#,##0.00_ ;_ "¥"* "-"??_ ;_ @_ ',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss.0',
  48: '##0.0E+0',
  49: '@',
  50: 'yyyy"年"m"月"',
  51: 'm"月"d"日"',
  52: 'yyyy"年"m"月"',
  53: 'm"月"d"日"',
  54: 'm"月"d"日"',
  57: 'yyyy"年"m"月"',
  58: 'm"月"d"日"',
};

/** All that is looked at in the styles part. */
const wanted: ReadonlySet<string> = new Set(['numFmt', 'cellXfs', 'xf', 'protection']);

const lastStyles = new LastRead<(style: number) => CellStyle>();

/** Reads the cell styles in order; a cell names its style by place. @throws DamagedXml */
export function readCellStyles(xml: string): (style: number) => CellStyle {
  return lastStyles.of('', xml, () => stylesIn(xml));
}

function stylesIn(xml: string): (style: number) => CellStyle {
  const formats = new Map<number, string>();
  const styles: CellStyle[] = [];
  let inside = false;
  const take = (tag: Tag): void => {
    if (tag.name === 'numFmt' && tag.kind !== 'close' && !inside) {
      const code = attribute(tag, 'formatCode');
      const id = Number(attribute(tag, 'numFmtId'));
      // The conditional styles further down repeat numbers; the table of the cells comes first.
      if (code !== null && !formats.has(id)) formats.set(id, code);
    }
    if (tag.name === 'cellXfs') inside = tag.kind === 'open';
    if (!inside || tag.kind === 'close') return;
    if (tag.name === 'xf') {
      const id = Number(attribute(tag, 'numFmtId') ?? '0');
      styles.push({ numberFormat: formats.get(id) ?? builtInFormats[id] ?? 'General', isLocked: true });
    }
    if (tag.name === 'protection') {
      const last = styles.pop();
      if (last) styles.push({ ...last, isLocked: flag(tag, 'locked', true) });
    }
  };
  eachTag(xml, take, { wanted });
  return (style) => styles[style] ?? generalStyle;
}
