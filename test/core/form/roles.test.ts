/** The table of column roles: every wording of every role is recognised, read, listed, and judged or not as the table says. */
import { readdirSync } from 'node:fs';
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

const core = join(__dirname, '../../../src/core');

/** Every file of a folder of the core. */
const sourcesOf = (room: string): readonly string[] =>
  readdirSync(join(core, room), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => join(core, room, path));

/** The interface of a file, as the compiler knows it. */
function interfaceIn(program: ts.Program, file: string, name: string): ts.Type {
  const declared = program
    .getSourceFile(join(core, file))
    ?.statements.filter(ts.isInterfaceDeclaration)
    .find((each) => each.name.text === name);
  if (!declared) throw new Error(`no interface ${name} in ${file}`);
  return program.getTypeChecker().getTypeAtLocation(declared);
}

/** What the judging rooms take of an indicator: a property counts by its type, because other things have the same names. */
function takenOfIndicators(): ReadonlySet<string> {
  const judging = ['score', 'checks'].flatMap(sourcesOf);
  const config = ts.readConfigFile(join(core, '../../tsconfig.json'), ts.sys.readFile).config as {
    compilerOptions: object;
  };
  const { options } = ts.convertCompilerOptionsFromJson({ ...config.compilerOptions, lib: ['ES2022'] }, core);
  const program = ts.createProgram(judging, options);
  const checker = program.getTypeChecker();
  const indicator = interfaceIn(program, 'form/form.ts', 'Indicator');
  const taken = new Set<string>();
  const take = (from: ts.Node, name: string): void => {
    const typeIn = (type: ts.Type): ts.Type | null => {
      const property = type.getProperty(name);
      return property ? checker.getTypeOfSymbol(property) : null;
    };
    const own = typeIn(indicator);
    if (own !== null && own === typeIn(checker.getTypeAtLocation(from))) taken.add(name);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAccessExpression(node)) take(node.expression, node.name.text);
    if (ts.isBindingElement(node)) take(node.parent, (node.propertyName ?? node.name).getText());
    ts.forEachChild(node, visit);
  };
  for (const path of judging) visit(program.getSourceFile(path) as ts.SourceFile);
  return taken;
}

test('a role is judged by somebody, or the table says why nothing does', () => {
  const taken = takenOfIndicators();
  expect([...taken]).toEqual(expect.arrayContaining(['target', 'actual', 'weight', 'score']));
  const wrong = columnRoles.filter((role) => {
    const { cells, field, judged } = roles[role];
    // The first target is judged where it stands for the one that was not adjusted.
    if (role === 'initial-target' || field === null || typeof cells === 'object') return false;
    return taken.has(field) !== (judged === true);
  });
  expect(wrong).toEqual([]);
});
