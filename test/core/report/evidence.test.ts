/** Which evidence is asked for: by what the rule counts, the heading, the name or the target. */
import { evidenceFor } from '../../../src/core/report/evidence';
import { formOf, review, rowOf } from '../decisions/decided';

const row = (level1: string, level2: string, name: string, target: string, rule = '酌情得分') =>
  `| ${level1} | ${level2} | ${name} | ${target} | ${target} | 10 | 10 | ${rule} | |`;

/** Rows that make a form of it. */
const filler = [
  row('产出指标', '数量指标', '道路里程', '3公里'),
  row('产出指标', '质量指标', '验收', '通过'),
  row('效益指标', '社会效益指标', '出行', '改善'),
];

test.each([
  ['产出指标', '数量指标', '培训人数', '100人', 'quantity'],
  ['产出指标', '质量指标', '工程质量', '合格', 'quality'],
  ['产出指标', '时效指标', '工期', '10月底前', 'timeliness'],
  ['产出指标', '成本指标', '总成本', '≤50万元', 'cost'],
  ['成本指标', '经济成本指标', '总成本', '≤50万元', 'cost'],
  ['效益指标', '经济效益指标', '带动增收', '明显', 'economic'],
  ['效益指标', '社会效益指标', '服务能力', '有所提升', 'social'],
  ['效益指标', '生态效益指标', '水质', '改善', 'ecological'],
  ['效益指标', '可持续影响指标', '长效机制', '健全', 'lasting'],
  ['满意度指标', '服务对象满意度指标', '群众意见', '满意', 'satisfaction'],
  // A survey is asked for wherever the row stands.
  ['效益指标', '社会效益指标', '游客满意度', '≥90%', 'satisfaction'],
  ['过程', '项目管理', '制度健全性', '健全', 'management'],
  ['产出指标', '产出一', '项目完工', '10月底前', 'timeliness'],
  ['产出指标', '产出一', '服务能力', '有所提升', 'any'],
])('%s / %s / %s (%s): %s', (level1, level2, name, target, kind) => {
  const form = formOf(review([], { rows: [row(level1, level2, name, target), ...filler] }));
  expect(evidenceFor(rowOf(form, name))).toBe(kind);
});

test('a rule that counts what happened asks for its record, whatever the heading', () => {
  const form = formOf(
    review([], { rows: [row('产出指标', '质量指标', '安全生产', '无事故', '每发生一起事故酌情扣分'), ...filler] }),
  );
  expect(evidenceFor(rowOf(form, '安全生产'))).toBe('cases');
});
