/** Names of new sheets, and formulas of other files that may come along. */
import { carriedFormula } from '../../src/port/carriedFormula';
import { freeSheetName } from '../../src/port/newSheetName';

test.each([
  ['自评表', [], '自评表'],
  ['自评表', ['自评表', '自评表（2）'], '自评表（3）'],
  ['Sheet1', ['SHEET1'], 'Sheet1（2）'],
  ["'甲/乙[1]:*?\\", [], '甲 乙 1'],
  ['  ', [], '表'],
  ['History', [], '表History'],
  ['甲'.repeat(40), ['甲'.repeat(31)], `${'甲'.repeat(28)}（2）`],
])('a sheet wanted as %j beside %j is called %j', (wanted, taken, name) => {
  expect(freeSheetName(wanted, taken)).toBe(name);
});

test.each(['=SUM(D9:D27)', '=ROUND(B4/C4,2)*$D$4', '=IF(A1>=0.9,"优","良!")', '=SUM(A:C)+1.5E-3', '=1+2', '=-B2%'])(
  '%s only calculates, and comes along',
  (formula) => expect(carriedFormula(formula)).toBe(formula.slice(1)),
);

test.each([
  '=汇总!B2',
  "='C:\\资料\\[去年.xlsx]表'!A1",
  '=[1]表!A1',
  '=WEBSERVICE("https://example.org/"&A1)',
  '=HYPERLINK("https://example.org","点")',
  "=cmd|' /C calc'!A0",
  '=INDIRECT("A"&1)',
  '=TODAY()-A1',
  '=合计',
  '={1,2}',
  '=表1[得分]',
  '=A1#',
  '=@A1',
  '',
])('%s reaches out of its sheet, or cannot be told, and stays behind', (formula) =>
  expect(carriedFormula(formula)).toBeNull(),
);
