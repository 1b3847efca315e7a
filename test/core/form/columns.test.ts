/** Roles of columns: from headings, neighbours and data; ties and doubts are shown. */
import type { ColumnRole, Form } from '../../../src/core/form/form';
import { amountOf } from '../../../src/core/form/amountOf';
import { columnLetters } from '../../../src/core/sheet/cellRef';
import type { CellValue } from '../../../src/core/sheet/snapshot';
import { snapshotOf } from '../../forms';
import { onlyForm } from './onlyForm';

type Row = readonly CellValue[];

const columnOf = (form: Form, role: ColumnRole): string | null => {
  const column = form.columns.find((candidate) => candidate.role === role);
  return column ? columnLetters(column.index) : null;
};
const certaintyOf = (form: Form, role: ColumnRole): string | undefined =>
  form.columns.find((candidate) => candidate.role === role)?.certainty;
const roles = (form: Form): Record<string, string> =>
  Object.fromEntries(form.columns.map(({ role, index }) => [role, columnLetters(index)]));
const doubtsOf = (form: Form): unknown[] => form.doubts.map(({ kind, role }) => [kind, role]);

test('a column of weights after each level: the one after the name is the indicator’s', () => {
  const form = onlyForm(
    snapshotOf([
      ['一级指标', '分值', '二级指标', '分值', '三级指标', '分值', '评分标准', '得分'],
      ['决策', 40, '立项', 40, '立项依据', 20, '充分得满分', 20],
      [null, null, null, null, '立项程序', 20, '规范得满分', 18],
      ['产出', 60, '数量', 60, '完成率', 60, '按比例', 60],
    ]),
  );
  expect(columnOf(form, 'weight')).toBe('F');
  expect(form.indicators.map(({ weight }) => amountOf(weight)?.toNumber())).toEqual([20, 20, 60]);
});

test('a target heading over a column of signs and one of figures stands for both', () => {
  const form = onlyForm(
    snapshotOf(
      [
        ['一级指标', '二级指标', '三级指标', '年度指标值', null, '实际完成值', '分值', '得分'],
        ['产出指标', '数量指标', '甲', '≥', '20人', '20人', 50, 50],
        [null, '质量指标', '乙', '＝', '100%', '100%', 50, 50],
      ],
      { merges: ['D1:E1'] },
    ),
  );
  expect(roles(form)).toMatchObject({ sign: 'D', target: 'E', actual: 'F' });
});

test('a name written twice under one heading is read once', () => {
  const form = onlyForm(
    snapshotOf(
      [
        ['一级指标', '二级指标', '三级指标', null, '年度指标值', '实际完成值', '分值', '得分'],
        ['产出指标', '数量指标', '甲', '甲', '≥1', '1', 50, 50],
        [null, '质量指标', '乙', '乙', '≥1', '1', 50, 50],
      ],
      { merges: ['C1:D1'] },
    ),
  );
  expect(columnOf(form, 'level3')).toBe('C');
  expect(form.indicators.map(({ name }) => name.text)).toEqual(['甲', '乙']);
  expect(form.misalignment).toBeNull();
});

test('one heading over all level columns names them from left to right', () => {
  const form = onlyForm(
    snapshotOf(
      [
        ['绩效指标', null, null, '年度指标值', '实际完成值', '分值', '得分'],
        ['产出指标', '数量指标', '甲', '≥1', '1', 50, 50],
        [null, '质量指标', '乙', '≥1', '1', 50, 50],
      ],
      { merges: ['A1:C1', 'A2:A3'] },
    ),
  );
  expect(roles(form)).toMatchObject({ level1: 'A', level2: 'B', level3: 'C' });
  expect(certaintyOf(form, 'level3')).toBe('likely');
});

test('two headings of two rows are read together', () => {
  const form = onlyForm(
    snapshotOf(
      [
        ['一级指标', '二级指标', '三级指标', '指标值', null, '分值', '得分', null],
        [null, null, null, '目标值', '完成值', null, '自评', '复核'],
        ['产出指标', '数量指标', '甲', '≥1', '1', 50, 50, 45],
        [null, '质量指标', '乙', '≥1', '1', 50, 50, 50],
      ],
      { merges: ['A1:A2', 'B1:B2', 'C1:C2', 'D1:E1', 'F1:F2', 'G1:H1', 'A3:A4'] },
    ),
  );
  expect(roles(form)).toMatchObject({ target: 'D', actual: 'E', weight: 'F', score: 'G', 'reviewed-score': 'H' });
  expect(form.indicators).toHaveLength(2);
  expect(form.layout).toBe('workpaper');
});

test('one’s own score and the evaluator’s stand side by side', () => {
  const form = onlyForm(
    snapshotOf([
      ['一级指标', '二级指标', '三级指标', '目标值', '实际值', '分值', '自评得分', '评价得分'],
      ['产出指标', '数量指标', '甲', '≥1', '1', 50, 50, 45],
      ['效益指标', '社会效益指标', '乙', '≥1', '1', 50, 50, 50],
    ]),
  );
  expect(roles(form)).toMatchObject({ score: 'G', 'reviewed-score': 'H' });
});

test('two columns of one role are a doubt that names both', () => {
  const form = onlyForm(
    snapshotOf([
      ['一级指标', '二级指标', '三级指标', '目标值', '实际值', '分值', '得分', '得分'],
      ['产出指标', '数量指标', '甲', '≥1', '1', 50, 50, 45],
      ['效益指标', '社会效益指标', '乙', '≥1', '1', 50, 50, 50],
    ]),
  );
  expect(certaintyOf(form, 'score')).toBe('doubtful');
  expect(form.doubts).toMatchObject([{ kind: 'two-columns-for-role', role: 'score' }]);
  expect(form.doubts[0]?.cells).toHaveLength(2);
});

test('a second column of the same name that is empty is no rival', () => {
  const form = onlyForm(
    snapshotOf([
      ['一级指标', '二级指标', '三级指标', '目标值', '实际值', '分值', '得分', '得分'],
      ['产出指标', '数量指标', '甲', '≥1', '1', 50, null, 45],
      ['效益指标', '社会效益指标', '乙', '≥1', '1', 50, null, 50],
    ]),
  );
  expect([columnOf(form, 'score'), certaintyOf(form, 'score')]).toEqual(['H', 'likely']);
  expect(form.doubts).toEqual([]);
});

test('a column without a heading whose numbers add up to a hundred is the weight, and that is said', () => {
  const form = onlyForm(
    snapshotOf([
      ['一级指标', '二级指标', '三级指标', '目标值', '实际值', null, '得分'],
      ['产出指标', '数量指标', '甲', '≥1', '1', 60, 50],
      ['效益指标', '社会效益指标', '乙', '≥1', '1', 40, 40],
    ]),
  );
  expect(form.columns.find(({ role }) => role === 'weight')).toMatchObject({
    index: 5,
    because: 'data',
    certainty: 'likely',
  });
  expect(doubtsOf(form)).toEqual([['role-uncertain', 'weight']]);
});

test('a weight column full of words is doubtful', () => {
  const rows: Row[] = ['高', '中', '低'].map((weight, index) => [
    '产出',
    '数量',
    `第${index}项`,
    '≥1',
    '1',
    weight,
    10,
  ]);
  const form = onlyForm(
    snapshotOf([['一级指标', '二级指标', '三级指标', '目标值', '实际值', '权重', '得分'], ...rows]),
  );
  expect(certaintyOf(form, 'weight')).toBe('doubtful');
  expect(doubtsOf(form)).toContainEqual(['role-uncertain', 'weight']);
});

test('a form with weights but without scores says what is missing', () => {
  const form = onlyForm(
    snapshotOf([
      ['一级指标', '二级指标', '三级指标', '目标值', '实际值', '权重'],
      ['产出', '数量', '甲', '≥1', '1', 100],
    ]),
  );
  expect(doubtsOf(form)).toEqual([['role-missing', 'score']]);
});

test('an adjusted target stands before the first one, which stands where nothing was adjusted', () => {
  const form = onlyForm(
    snapshotOf([
      ['指标名称', '年初指标值', '调整指标值', '全年完成值', '分值', '得分'],
      ['甲', 60, 50, 55, 50, 50],
      ['乙', 30, null, 30, 50, 50],
    ]),
  );
  expect(form.indicators.map(({ target }) => target?.cell.text)).toEqual(['50', '30']);
});

test('a wording nobody listed is likely when a piece of it tells', () => {
  const form = onlyForm(
    snapshotOf([
      [
        '一级指标',
        '二级指标',
        '三级指标',
        '本年绩效目标值设定',
        '截至年末实际完成值情况',
        '分值',
        '得分',
        '存在偏差的原因',
      ],
      ['产出', '数量', '甲', '≥1', '1', 100, 100, null],
    ]),
  );
  expect(roles(form)).toMatchObject({ target: 'D', actual: 'E', reason: 'H' });
  expect(certaintyOf(form, 'target')).toBe('likely');
});

test('the same columns in another order are the same roles', () => {
  const form = onlyForm(
    snapshotOf([
      ['得分', '三级指标', '实际完成值', '分值', '年度指标值'],
      [50, '甲', '1', 50, '≥1'],
      [40, '乙', '1', 50, '≥1'],
    ]),
  );
  expect(roles(form)).toEqual({ score: 'A', level3: 'B', actual: 'C', weight: 'D', target: 'E' });
  expect(form.layout).toBe('flat');
});

test('without a weight column, a weight in the name or over a single row counts', () => {
  const form = onlyForm(
    snapshotOf([
      ['一级指标', '二级指标', '三级指标', '年初目标值', '实际完成值', '得分'],
      ['产出指标（40分）', '数量指标（20分）', '甲', '≥1', '1', 20],
      [null, '质量指标（20分）', '乙（12分）', '≥1', '1', 12],
      [null, null, '丙', '≥1', '1', 8],
    ]),
  );
  expect(form.indicators.map(({ weight }) => amountOf(weight)?.toNumber() ?? null)).toEqual([20, 12, null]);
});
