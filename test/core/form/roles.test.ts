/** The table of column roles: every wording of every role is recognised, read, listed, and judged or not as the table says. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { cellsOf } from '../../../src/core/form/cellsOf';
import { type ColumnRole, columnRoles, fieldCells, roles } from '../../../src/core/form/roles';
import { snapshotOf } from '../../forms';
import { onlyForm } from './onlyForm';

/** A plain form, to which the column in question is added or whose own column it takes. */
const plain: readonly (readonly [ColumnRole, string, readonly (string | number)[]])[] = [
  ['level1', '一级指标', ['产出指标', '产出指标', '效益指标']],
  ['level2', '二级指标', ['数量指标', '质量指标', '社会效益']],
  ['level3', '三级指标', ['修路里程', '路面合格率', '出行条件']],
  ['target', '年度指标值', ['≥10公里', '≥95%', '改善']],
  ['actual', '实际完成值', ['9公里', '96%', '改善']],
  ['weight', '分值', [40, 30, 30]],
  ['score', '得分', [36, 30, 30]],
  ['reason', '偏差原因分析及改进措施', ['雨季停工。', '无', '无']],
];
const samples: Partial<Record<ColumnRole, readonly (string | number)[]>> = {
  sequence: [1, 2, 3],
  'score-rate': ['90%', '100%', '100%'],
  coefficient: [0.9, 1, 1],
  deduction: [4, 0, 0],
  'reviewed-score': [36, 30, 30],
  unit: ['公里', '%', '无'],
};
const words = ['甲说明文字', '乙说明文字', '丙说明文字'];

const cases = columnRoles.flatMap((role) =>
  Object.entries(roles[role].words).flatMap(([nuance, some]) =>
    some.split(' ').map((wording) => ({ role, nuance, wording })),
  ),
);

/** Headings that stand for another role than their own where that one is absent. */
const expectedRole = (role: ColumnRole, wording: string): ColumnRole => {
  // Without a column of reasons these hold them.
  if (role === 'remark' && ['备注', '说明'].includes(wording)) return 'reason';
  return role;
};

test.each(cases)('$wording is $role', ({ role, wording }) => {
  const without = plain.filter(([known]) => known !== role && !(role === 'remark' && known === 'reason'));
  const [taken] = plain.filter(([known]) => known === role);
  const columns = [...without, [role, wording, taken?.[2] ?? samples[role] ?? words] as const];
  const form = onlyForm(
    snapshotOf(
      [['项目支出绩效自评表'], columns.map(([, heading]) => heading)].concat(
        [0, 1, 2].map((row) => columns.map(([, , cells]) => cells[row] as string)),
      ),
    ),
  );
  const found = form.columns.find(({ index }) => index === columns.length - 1);
  expect(found?.role).toBe(expectedRole(role, wording));
  expect(found?.certainty).not.toBe('doubtful');

  // What was recognised is read, and what was read is listed among the form's cells.
  const { cells } = roles[expectedRole(role, wording)];
  if (typeof cells === 'object' || cells === 'level') return;
  const [first] = form.indicators;
  const held = first && fieldCells(first).find((field) => field.role === expectedRole(role, wording))?.cell;
  expect(held?.ref.column).toBe(columns.length - 1);
  expect(cellsOf(form)).toContain(held);
});

test('no wording belongs to two roles', () => {
  const all = cases.map(({ wording }) => wording);
  expect(all.filter((wording, index) => all.indexOf(wording) !== index)).toEqual([]);
});

test('pieces of wording are asked one after the other', () => {
  const ranks = columnRoles.flatMap((role) => roles[role].piece?.rank ?? []);
  expect(new Set(ranks).size).toBe(ranks.length);
});

/** The properties that the sources of the judging rooms take from anything, by their syntax. */
function propertiesTaken(): ReadonlySet<string> {
  const taken = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAccessExpression(node)) taken.add(node.name.text);
    if (ts.isBindingElement(node)) taken.add((node.propertyName ?? node.name).getText());
    ts.forEachChild(node, visit);
  };
  const readFolder = (folder: string): void => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) readFolder(path);
      else if (path.endsWith('.ts'))
        visit(ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true));
    }
  };
  for (const room of ['score', 'checks']) readFolder(join(__dirname, '../../../src/core', room));
  return taken;
}

test('a role is judged by somebody, or the table says why nothing does', () => {
  const taken = propertiesTaken();
  const wrong = columnRoles.filter((role) => {
    const { cells, field, judged } = roles[role];
    // The first target is judged where it stands for the one that was not adjusted.
    if (role === 'initial-target' || field === null || typeof cells === 'object') return false;
    return taken.has(field) !== (judged === true);
  });
  expect(wrong).toEqual([]);
});
