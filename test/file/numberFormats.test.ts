/**
 * Numbers as Excel shows them: the examples of Microsoft's "Number format codes" and of ECMA-376 part 1, 18.8.31, and
 * what a Chinese Excel makes of the codes of its own. Text that a column would stretch ("*") is shown unstretched.
 */
import { createNumberDisplay } from '../../src/file/numberDisplay';

const display = createNumberDisplay(false);

/** 15 March 2023, a Wednesday. */
const day = 45_000;

type Line = readonly [format: string, value: number | string, text: string];

const plain: readonly Line[] = [
  ['0', 1234.5, '1235'],
  ['0', -0.4, '0'],
  ['0.00', 8.5, '8.50'],
  ['0.00', 1.005, '1.01'],
  ['0.00', -0.001, '0.00'],
  ['#,##0', -1234, '-1,234'],
  ['#,##0.00', 1_234_567.891, '1,234,567.89'],
  ['0%', 0.285, '29%'],
  ['0.0%', 0.87965, '88.0%'],
  ['0.00%', 0.8797, '87.97%'],
  ['General', 0.1 + 0.2, '0.3'],
  ['General', 12_345_678_901, '12345678901'],
  ['General', 123_456_789_012, '1.23457E+11'],
  ['@', 12.5, '12.5'],
];

const placeholders: readonly Line[] = [
  ['#', 0, ''],
  ['#.##', 0.5, '.5'],
  ['#.##', 5, '5.'],
  ['0.0#', 5, '5.0'],
  ['??0.0?', 5, '  5.0 '],
  ['000', 5, '005'],
  ['000-0000', 1_234_567, '123-4567'],
  ['0', 123_456_789_012_345, '123456789012345'],
  ['0', 1e20, '100000000000000000000'],
  ['#,##0', 1e15, '1,000,000,000,000,000'],
  ['0.00E+00', 12_345, '1.23E+04'],
  ['##0.0E+0', 12_345, '12.3E+3'],
  ['0E+0', 0.00012, '1E-4'],
];

const scaled: readonly Line[] = [
  ['#,##0,', 1_234_567, '1,235'],
  ['0.00,,', 1_234_567, '1.23'],
  // In units of 10,000: the point is text, "!" or a backslash before it.
  ['0!.0,', 123_456, '12.3'],
  ['0!.0,"万"', 15_000, '1.5万'],
  ['0\\.0,', 123_456, '12.3'],
  ['0"."0,', 123_456, '12.3'],
  ['#!.0,', 123_456, '12.3'],
  ['[>=10000]0!.0,"万";0', 15_000, '1.5万'],
  ['[>=10000]0!.0,"万";0', 500, '500'],
];

const sections: readonly Line[] = [
  ['#,##0;(#,##0)', -5, '(5)'],
  ['#,##0_);[Red](#,##0)', 5, '5 '],
  ['#,##0_);[Red](#,##0)', -5, '(5)'],
  ['0.00_ ;[Red]\\-0.00\\ ', -5, '-5.00 '],
  ['0.00;-0.00;"零"', 0, '零'],
  ['0.0%;\\-0.0%;"-"', 0, '-'],
  ['0;-0;;@', 0, ''],
  ['0;-0;;@', '文', '文'],
  ['0;-0;0;"（"@"）"', '文', '（文）'],
  ['@"元"', '十', '十元'],
  [';;;', 5, ''],
  [';;;', '文', ''],
  ['_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ', 1234.5, ' 1,234.50 '],
  ['_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ', 0, ' -   '],
  ['_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ', '文', ' 文 '],
  ['#,##0.00;[Red]#,##0.00', -5, '5.00'],
];

const conditions: readonly Line[] = [
  ['[<60]"不及格";[>=90]"优";"中"', 50, '不及格'],
  ['[<60]"不及格";[>=90]"优";"中"', 95, '优'],
  ['[<60]"不及格";[>=90]"优";"中"', 75, '中'],
  ['[=1]"是";[=0]"否";0', 0, '否'],
  ['[=1]"是";[=0]"否";0', 3, '3'],
  ['[Red][<0]-0;[Blue]0', -5, '-5'],
  ['[Red]0.0', 5, '5.0'],
  ['[Color10]0.0', 5, '5.0'],
  ['[红色]0.0', 5, '5.0'],
];

const around: readonly Line[] = [
  ['0"分"', 20, '20分'],
  ['0.0"万元"', 12.34, '12.3万元'],
  ['0.00万', 3, '3.00万'],
  ['0\\%', 5, '5%'],
  ['General"元"', 12.5, '12.5元'],
  ['￥#,##0.00', -5, '-￥5.00'],
  ['[$￥-804]#,##0.00;-[$￥-804]#,##0.00', -5, '-￥5.00'],
  ['"¥"#,##0.00;"¥"-#,##0.00', -5, '¥-5.00'],
];

const fractions: readonly Line[] = [
  ['# ?/?', 0.5, ' 1/2'],
  ['# ??/??', 1.25, '1  1/4 '],
  ['# ?/8', 1.5, '1 4/8'],
  ['?/?', 1.5, '3/2'],
];

const dates: readonly Line[] = [
  ['yyyy/m/d', day, '2023/3/15'],
  ['yyyy-mm-dd', day, '2023-03-15'],
  ['yyyy"年"m"月"d"日"', day, '2023年3月15日'],
  ['yyyy年m月', day, '2023年3月'],
  ['yyyy\\年m\\月d\\日', day, '2023年3月15日'],
  ['[$-804]yyyy"年"m"月"d"日"', day, '2023年3月15日'],
  ['yyyy.m.d', day, '2023.3.15'],
  ['yyyy/m/d;@', day, '2023/3/15'],
  ['yyyy"年"m"月";@', '至今', '至今'],
  ['mmm-yy', day, 'Mar-23'],
  ['[$-409]dddd', day, 'Wednesday'],
  ['[$-804]aaaa', day, '星期三'],
  ['aaaa', day, '星期三'],
  // The day that 1900 did not have, and the one before the first.
  ['yyyy/m/d', 60, '1900/2/29'],
  ['yyyy/m/d', 61, '1900/3/1'],
  ['yyyy/m/d', 1, '1900/1/1'],
  // No calendar of Excel has such a day.
  ['yyyy/m/d', -1, '-1'],
];

const times: readonly Line[] = [
  ['h:mm', 0.5, '12:00'],
  ['h:mm AM/PM', 0.75, '6:00 PM'],
  ['上午/下午h"时"mm"分"', 0.75, '下午6时00分'],
  ['h"时"mm"分"ss"秒"', 0.01, '0时14分24秒'],
  ['yyyy/m/d h:mm', day + 0.5, '2023/3/15 12:00'],
  // Rounded to the second, and the day with it.
  ['yyyy-mm-dd hh:mm:ss', day - 1e-7, '2023-03-15 00:00:00'],
  ['mm:ss.0', 0.01, '14:24.0'],
  ['[h]:mm', 1.5, '36:00'],
  ['[hh]:mm:ss', 0.1, '02:24:00'],
  ['[mm]:ss', 0.01, '14:24'],
  ['[s]', 0.01, '864'],
];

const numerals: readonly Line[] = [
  ['[DBNum1][$-804]yyyy"年"m"月"d"日"', day, '二○二三年三月十五日'],
  ['[DBNum1][$-804]m"月"d"日"', 45_280, '十二月二十日'],
  ['[DBNum2]yyyy"年"m"月"d"日"', day, '贰零贰叁年叁月壹拾伍日'],
  ['[DBNum1][$-804]General', 1234, '一千二百三十四'],
  ['[DBNum1][$-804]General', 10, '一十'],
  ['[DBNum1][$-804]General', 105, '一百○五'],
  ['[DBNum1][$-804]General', 0, '○'],
  ['[DBNum1][$-804]0', 2023, '二○二三'],
  ['[DBNum2][$-804]General', 1234, '壹仟贰佰叁拾肆'],
  ['[DBNum2][$-804]G/通用格式', 1234, '壹仟贰佰叁拾肆'],
  ['[DBNum2][$-804]General"元整"', 100_000, '壹拾万元整'],
  ['[DBNum2][$-804]General', 100_000_001, '壹亿零壹'],
  ['[DBNum2][$-804]General', 10_305_000, '壹仟零叁拾万伍仟'],
  ['[DBNum2][$-804]General', 105.5, '壹佰零伍.伍'],
  ['[DBNum2][$-804]General', -12, '-壹拾贰'],
  ['[DBNum2][$-804]0.00', 12.5, '壹贰.伍零'],
  ['[DBNum2]"第2批"General', 3, '第2批叁'],
  ['[DBNum1]0;@', '文', '文'],
];

describe.each(
  Object.entries({
    ...{ plain, placeholders, scaled, sections, conditions, around, fractions, dates, times },
    'Chinese numerals': numerals,
  }),
)('%s', (_kind, lines) => {
  test.each(lines)('%s of %p', (format, value, text) => {
    expect(display(value, format)).toBe(text);
  });
});

test('a workbook that counts from 1904 has its own days, and the same hours', () => {
  const from1904 = createNumberDisplay(true);
  expect(from1904(day - 1462, 'yyyy/m/d')).toBe('2023/3/15');
  expect(from1904(1.5, '[h]:mm')).toBe('36:00');
  expect(from1904(1234.5, '#,##0.0_ ')).toBe('1,234.5 ');
});

test('under what is no format, the bare value is shown', () => {
  expect(display(12.5, '0.0[')).toBe('12.5');
  expect(display('文', '@"')).toBe('文');
});
