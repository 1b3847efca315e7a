/** Rows that reviewers meet every day and that are right: no check may call them wrong. */
import { reviewSnapshot } from '../../../src/core/report/reviewSnapshot';
import { markedSheet } from '../../support/markedSheet';

/** A national form of a hundred points around one row of twenty. */
function formWith(level1: string, level2: string, name: string, target: string, actual: string, reason = '') {
  const row = `| ${level1} | ${level2} | ${name} | ${target} | ${actual} | 20 | 20 | ${reason} |`;
  const isOutput = level1 === '产出指标';
  return markedSheet(
    [
      '| 项目支出绩效自评表 |',
      '| （2023年度） |',
      '| 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 偏差原因分析及改进措施 |',
      ...(isOutput ? [row] : []),
      '| 产出指标 | 数量指标 | 印发资料 | ≥1000份 | 1010份 | 20 | 20 | |',
      '| | 质量指标 | 资料抽查准确率 | ≥95% | 96% | 20 | 20 | |',
      '| | 时效指标 | 资料印发时间 | 2023年6月底前 | 2023年6月10日 | 10 | 10 | |',
      ...(isOutput ? [] : [row]),
      '| 效益指标 | 社会效益指标 | 政策知晓度 | 明显提高 | 达成预期指标 | 20 | 20 | |',
      '| 满意度指标 | 满意度指标 | 群众满意度 | ≥90% | 81% | 10 | 9 | 等候时间偏长，今后增开窗口。 |',
      '| 总分 | < | < | < | < | 100 | 99 | |',
    ].join('\n'),
  ).snapshot;
}

const output = '产出指标';
const benefit = '效益指标';

test.each([
  [output, '成本指标', '成本节约率', '≥2%', '2.3%'],
  [output, '成本指标', '预算控制率', '≤100%', '98%'],
  [output, '成本指标', '人均培训费用', '≤500元', '480元'],
  [output, '成本指标', '每亩补助标准', '≥1300元/亩', '1300元/亩'],
  [output, '成本指标', '项目总成本', '≤120万元', '118.6万元'],
  [output, '数量指标', '发放生活费用', '≥200元/人', '210元/人'],
  [output, '数量指标', '计划完成率', '≥100%', '110%'],
  [output, '数量指标', '新建道路', '≥10公里', '10500米'],
  [output, '数量指标', '改造农田', '≥0.5万亩', '5200亩'],
  [output, '数量指标', '惠及群众', '≥1万人', '10500人'],
  [output, '数量指标', '实施项目数', '≥5个', '5个'],
  [output, '数量指标', '培训农户', '≥100户', '102余户'],
  [output, '数量指标', '巡查次数', '4次', '4次'],
  [output, '质量指标', '不合格率', '≤2%', '1%'],
  [output, '质量指标', '设施完好率', '≥95%', '100%'],
  [output, '质量指标', '验收结果', '合格', '合格'],
  [output, '质量指标', '水质等级', '国家二级', '国家二级'],
  [output, '时效指标', '完工时间', '2023年12月底前', '2023年11月'],
  [output, '时效指标', '完工时限', '12月31日前', '12月20日'],
  [output, '时效指标', '资金拨付及时率', '=100%', '100%'],
  [output, '时效指标', '建设工期', '≤90天', '85天'],
  [benefit, '社会效益指标', '投诉办结率', '≥95%', '96%'],
  [benefit, '社会效益指标', '事故发生率', '≤1%', '0%'],
  [benefit, '社会效益指标', '安全事故起数', '0起', '0起'],
  [benefit, '社会效益指标', '返贫率', '≤1%', '0.5%'],
  [benefit, '经济效益指标', '村集体增收', '≥1.2万元/年', '1.25万元/年'],
  [benefit, '经济效益指标', '带动增收', '成效显著', '达成预期指标'],
  [benefit, '生态效益指标', '空气优良天数', '≥300天', '310天'],
  [benefit, '可持续影响指标', '设施使用年限', '≥10年', '10年'],
  [benefit, '社会效益指标', '是否建立长效机制', '是', '是'],
])('%s · %s · %s %s %s', (level1, level2, name, target, actual) => {
  const { forms } = reviewSnapshot(formWith(level1, level2, name, target, actual));
  expect(forms).toHaveLength(1);
  const grave = forms.flatMap(({ findings }) => findings.filter(({ severity }) => severity !== 'P2'));
  expect(grave.map(({ check, message, facts }) => ({ check, message, facts }))).toEqual([]);
});
