/** Rows displaced against their header are found, and rows that only hold something odd are not. */
import { toA1 } from '../../../src/core/sheet/cellRef';
import type { CellValue } from '../../../src/core/sheet/snapshot';
import { publishedForm, snapshotOf } from '../../forms';
import { nationalHeader } from '../../forms/nationalHeader';
import { onlyForm } from './onlyForm';

type Row = readonly CellValue[];

const header: Row = nationalHeader;
const normal = (name: string): Row => ['产出指标', '数量指标', name, '≥20人', '17人', 10, 8.5, '离职'];
/** Everything after the name stands one column further right, the name again in the hole. */
const right = (name: string): Row => ['产出指标', '数量指标', name, name, '≥20人', '17人', 10, 8.5];
const left = (name: string): Row => ['产出指标', '数量指标', name, '17人', 10, 8.5, null, null];

const shiftsOf = (rows: readonly Row[]): readonly (number | null)[] =>
  onlyForm(snapshotOf([header, ...rows])).indicators.map(({ shift }) => shift);

test('a table whose rows all stand one column to the right says so, with the cells that cannot be', () => {
  const { misalignment, doubts, indicators } = onlyForm(publishedForm('planning-2023').snapshot);
  expect(misalignment).toMatchObject({ shift: 1, lines: [12, 13, 14, 15, 16, 17, 18, 19, 20] });
  expect(misalignment?.evidence.map(({ ref }) => toA1(ref)).slice(0, 2)).toEqual(['H13', 'H14']);
  expect(indicators.every(({ shift }) => shift === 1)).toBe(true);
  expect(doubts.map(({ kind }) => kind)).toEqual(['rows-shifted']);
});

test('single displaced rows are told from those that fit', () => {
  expect(shiftsOf([normal('甲'), right('乙'), normal('丙')])).toEqual([null, 1, null]);
});

test('two columns to the right', () => {
  const row: Row = ['产出指标', '数量指标', '甲', '甲', '甲', '≥20人', '17人', 10, 8.5];
  expect(shiftsOf([row, row])).toEqual([2, 2]);
});

test('one column to the left: an empty score column and weights among the actuals', () => {
  const rows = ['甲', '乙', '丙', '丁', '戊', '己', '庚', '辛', '壬'].map(left);
  expect(shiftsOf(rows)).toEqual(rows.map(() => -1));
});

test('rows shifted by different distances have no common shift', () => {
  const far: Row = ['产出指标', '数量指标', '乙', '乙', '乙', '≥20人', '17人', 10, 8.5];
  const { misalignment } = onlyForm(snapshotOf([header, right('甲'), far]));
  expect(misalignment).toMatchObject({ shift: null, lines: [1, 2] });
});

test.each<[string, Row]>([
  ['a score above the weight', ['产出', '数量', '甲', 20, 17, 10, 12, null]],
  ['a number as the reason', ['产出', '数量', '甲', '≥20', '17', 10, 8, 0]],
  ['words as the score', ['产出', '数量', '甲', '≥20', '17', 10, '未评', null]],
  ['words as the weight', ['产出', '数量', '甲', 20, 17, '十分', 8, null]],
  ['plain numbers as target and actual', ['产出', '数量', '甲', 20, 17, '10分', '8.5分', '离职']],
  ['a draft without scores', ['产出', '数量', '甲', '≥20人', '17人', 10, null, null]],
  ['a draft with plain actuals', ['产出', '数量', '甲', 20, 17, 10, null, null]],
  ['a dash for the score', ['产出', '数量', '甲', '有', '无', 3, '-', null]],
  ['a percentage as the weight', ['产出', '数量', '甲', 20, 17, '10%', '8%', null]],
])('%s is no shift', (_, row) => {
  expect(shiftsOf([row, row, row])).toEqual([null, null, null]);
});
