/** What stands above the table: names under any label, totals and grades in the head, goals. */
import { amountOf } from '../../../src/core/form/amountOf';
import type { Form } from '../../../src/core/form/form';
import type { CellValue } from '../../../src/core/sheet/snapshot';
import { snapshotOf } from '../../forms/snapshotOf';
import { onlyForm } from './onlyForm';

type Rows = readonly (readonly CellValue[])[];
const table: Rows = [
  ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分'],
  ['产出指标', '数量指标', '修路里程', '≥10公里', '10公里', 60, 60],
  ['效益指标', '社会效益', '出行', '改善', '改善', 40, 38],
];
const under = (...rows: Rows): Form => onlyForm(snapshotOf([...rows, ...table]));
const title = ['项目支出绩效自评表'];

describe('the name of the project', () => {
  test.each<[string, Rows, string | null]>([
    ['项目名称', [['项目名称', '农村公路养护']], '农村公路养护'],
    ['a label that goes on', [['项目名称：农村公路养护']], '农村公路养护'],
    ['专项资金名称', [['专项资金名称', null, '农村公路养护']], '农村公路养护'],
    ['专项（项目）名称', [['专项（项目）名称', '农村公路养护']], '农村公路养护'],
    ['政策名称', [['政策名称', '农村公路养护补助政策']], '农村公路养护补助政策'],
    ['项目（政策）名称', [['项目（政策）名称', '农村公路养护']], '农村公路养护'],
    ['转移支付名称', [['转移支付（项目）名称', '农村公路养护']], '农村公路养护'],
    ['部门（单位）名称', [['部门（单位）名称', null, '某县统计局']], '某县统计局'],
    ['单位名称 beside 项目名称', [['单位名称：某县统计局'], ['项目名称', '统计调查']], '统计调查'],
    ['a part of the form', [['一、项目基本情况'], ['主管部门', '某县统计局']], null],
    ['a numbered part', [['（一）基本情况'], ['主管部门', '某县统计局']], null],
    ['a part in digits', [['1.项目基本情况'], ['主管部门', '某县统计局']], null],
    [
      'below a table of results',
      [
        ['序号', '项目名称', '自评得分', '等级'],
        [1, '食堂补助', 98, '优'],
        ['项目名称', '农村公路养护'],
      ],
      '农村公路养护',
    ],
    ['an empty answer before the next label', [['项目名称', null, '主管部门', '某县统计局']], null],
  ])('%s', (_, rows, name) => {
    expect(under(title, ...rows).projectName).toBe(name);
  });

  test('of a form about a whole unit is the unit', () => {
    expect(under(['部门整体支出绩效自评表'], ['主管部门', '某县统计局']).projectName).toBe('某县统计局');
  });

  test('an answer that was left empty is not taken from the next label', () => {
    const form = under(title, ['项目名称', '养护'], ['主管部门', null, null, '实施单位', '某县公路段']);
    expect([form.department, form.unit?.text]).toEqual([null, '某县公路段']);
  });
});

describe('the total in the head', () => {
  test.each<[string, readonly CellValue[]]>([
    ['beside its label', ['自评总分（分）', 98]],
    ['inside its label', ['自评总分：98']],
    ['inside its label, in points', ['填报日期：2022年8月10日', null, '自评得分：98分']],
    ['as text', ['项目自评得分', '98分']],
    ['in a line with the grade', ['自评得分：98分        自评等级：优']],
    ['over more columns', ['主管部门', '某县统计局', null, null, null, '自评总得分', 98]],
  ])('%s is the total of a form without a row for it', (_, row) => {
    const form = under(title, row);
    expect(amountOf(form.head.score?.reading ?? null)?.toNumber()).toBe(98);
    expect(amountOf(form.total?.score ?? null)?.toNumber()).toBe(98);
  });

  test('stands beside the total of the table where that has a row', () => {
    const form = onlyForm(snapshotOf([title, ['自评总分', 97], ...table, ['总分', null, null, null, null, 100, 98]]));
    expect(amountOf(form.total?.score ?? null)?.toNumber()).toBe(98);
    expect(amountOf(form.head.score?.reading ?? null)?.toNumber()).toBe(97);
  });

  test.each<[string, readonly CellValue[]]>([
    ['a year', ['自评得分', 2023]],
    ['a blank', ['自评得分', null]],
    ['words', ['自评得分', '待定']],
    ['the score of a reviewer', ['复核总分', 98]],
    ['a full mark', ['满分', 100]],
  ])('%s is none', (_, row) => {
    expect(under(title, row).head.score).toBeNull();
  });

  test('the columns of a fund block are none', () => {
    const form = under(
      title,
      ['项目资金（万元）', null, '预算数', '执行数', '执行率', '分值', '自评得分'],
      [null, '年度资金总额', 100, 100, '100%', 10, 10],
    );
    expect(form.head.score).toBeNull();
  });
});

test.each<[string, readonly CellValue[], string | null]>([
  ['beside its label', ['自评等级', '优'], '优'],
  ['inside its label', ['自评等级：良'], '自评等级：良'],
  ['as boxes', ['自评结果等级', '优☑ 良□ 中□ 差□'], '优☑ 良□ 中□ 差□'],
  ['left open', ['自评等级', null], null],
])('the grade in the head, %s', (_, row, expected) => {
  expect(under(title, row).head.grade?.text ?? null).toBe(expected);
});

test.each([
  ['项目年度目标', '年度目标完成情况'],
  ['年初绩效目标', '全年目标实际完成情况'],
  ['预期目标', '实际完成情况'],
])('goals under %s and %s', (expected, achieved) => {
  const form = under(title, [null, expected, null, achieved], [null, '修十公里路。', null, '修了十公里路。']);
  expect([form.goals.expected?.text, form.goals.achieved?.text]).toEqual(['修十公里路。', '修了十公里路。']);
});
