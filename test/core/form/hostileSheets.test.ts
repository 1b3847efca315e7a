/** Whatever a sheet holds, recognition answers and never throws. */
import fc from 'fast-check';
import { recognise } from '../../../src/core/form/recognise';
import type { CellValue } from '../../../src/core/sheet/snapshot';
import { publishedForms, snapshotOf } from '../../forms';

const words = fc.constantFrom(
  ...[
    '一级指标',
    '二级指标',
    '三级指标',
    '年度指标值',
    '实际完成值',
    '分值',
    '得分',
    '偏差原因分析及改进措施',
    '绩效指标',
  ],
  ...[
    '总分',
    '小计',
    '合计',
    '注：',
    '……',
    '指标2：',
    '项目名称',
    '年初预算数',
    '全年执行数',
    '执行率',
    '年度总体目标',
  ],
  ...[
    '项目支出绩效自评表',
    '数量指标(10分)',
    '100（+3/-30）',
    '预算数：100',
    '1.2.3',
    '(',
    '（）',
    '()()',
    '-',
    '1e999',
    '\n',
  ],
);
const cells: fc.Arbitrary<CellValue> = fc.oneof(
  { weight: 6, arbitrary: words },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
  { weight: 2, arbitrary: fc.double() },
  { weight: 2, arbitrary: fc.integer({ min: -20, max: 120 }) },
  { weight: 1, arbitrary: fc.boolean() },
  { weight: 1, arbitrary: fc.constantFrom('#REF!', '#DIV/0!', '#N/A').map((error) => ({ error })) },
  { weight: 3, arbitrary: fc.constant(null) },
);
const merge = fc
  .tuple(fc.nat(14), fc.nat(9), fc.nat(4), fc.nat(4))
  .filter(([, , height, width]) => height + width > 0)
  .map(
    ([top, left, height, width]) =>
      `${String.fromCharCode(65 + left)}${top + 1}:${String.fromCharCode(65 + left + width)}${top + 1 + height}`,
  );

test('random cells, errors, ragged rows and overlapping merges', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(cells, { maxLength: 11 }), { maxLength: 16 }),
      fc.array(merge, { maxLength: 5 }),
      (rows, merges) => {
        const snapshot = snapshotOf(rows, { merges });
        const recognition = recognise(snapshot);
        expect(typeof recognition.found).toBe('boolean');
        expect(recognise(snapshot)).toEqual(recognition);
      },
    ),
    { numRuns: 300, seed: 20200310 },
  );
});

test('published forms with cells knocked out or replaced', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...publishedForms),
      fc.array(fc.tuple(fc.nat(40), fc.nat(11), cells), { minLength: 1, maxLength: 12 }),
      ({ snapshot }, changes) => {
        const values = snapshot.values.map((row) => [...row]);
        for (const [row, column, value] of changes) {
          const line = values[row];
          if (line && column < line.length) line[column] = value;
        }
        expect(typeof recognise({ ...snapshot, values }).found).toBe('boolean');
      },
    ),
    { numRuns: 250, seed: 20230101 },
  );
});

test('a snapshot whose tables are shorter than its area', () => {
  const { snapshot } = publishedForms[0]!;
  const ragged = {
    ...snapshot,
    text: [],
    formulas: [[]],
    numberFormats: [],
    values: snapshot.values.slice(0, 15).map((row) => row.slice(0, 6)),
  };
  expect(typeof recognise(ragged).found).toBe('boolean');
});
