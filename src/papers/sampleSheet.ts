/**
 * The sample form 《自评复核示例》: a self-evaluation as units hand it in, on a project that does not exist, with the faults
 * that are found most often. Somebody who has no form at hand sees on it what a review gives.
 *
 * Written wrong on purpose: the score of the execution rate, the score of an indicator that missed its target, one
 * reason for two indicators, and a total that is not the sum of the scores.
 */
import type { OwnCell, OwnSheet } from '../core/sheet/ownSheet';
import { sampleWords } from './paperWords';

const pastedReason = '受天气影响，部分工作进度滞后，今后将加强管理，争取早日完成。';

/** Level 1, level 2, level 3, target, actual, weight, score, reason. */
const indicators: readonly (readonly OwnCell[])[] = [
  ['产出指标', '数量指标', '改造供水管网长度', '≥12公里', '12公里', 15, 15],
  ['产出指标', '质量指标', '工程验收合格率', '=100%', '100%', 15, 15],
  ['产出指标', '时效指标', '按期完工率', '=100%', '80%', 10, 10, pastedReason],
  ['产出指标', '成本指标', '每公里改造成本', '≤10万元', '9.45万元', 10, 10],
  ['效益指标', '经济效益指标', '年节水量', '≥20万吨', '20万吨', 10, 10],
  ['效益指标', '社会效益指标', '受益居民户数', '≥3000户', '2700户', 10, 9, pastedReason],
  ['效益指标', '可持续影响指标', '管网维护人员配备', '≥2人', '2人', 10, 10],
  ['满意度指标', '服务对象满意度指标', '受益居民满意度', '≥90%', '93.5%', 10, 10],
];

/** The sample form, in the layout in national use, without merged cells. */
export function sampleSheet(): OwnSheet {
  const rows: readonly (readonly OwnCell[])[] = [
    [sampleWords.line],
    ['项目支出绩效自评表'],
    ['（2024年度）'],
    ['项目名称', sampleWords.project],
    ['主管部门', '示例县水务局', null, null, '实施单位', '示例县供水站'],
    ['项目资金（万元）', null, '年初预算数', '全年预算数', '全年执行数', '分值', '执行率', '得分'],
    [null, '年度资金总额', 120, 120, 113.4, 10, '94.5%', 10],
    [null, '其中：本年财政拨款', 100, 100, 94.5, '—', '—', '—'],
    [null, '上年结转资金', 20, 20, 18.9, '—', '—', '—'],
    [null, '其他资金', 0, 0, 0, '—', '—', '—'],
    ['年度总体目标', '预期目标', null, null, '实际完成情况'],
    [
      null,
      '改造老旧供水管网12公里，减少漏损，3000户居民用水更稳定。',
      null,
      null,
      '完成管网改造12公里并通过验收，2700户居民已经接入。',
    ],
    ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分', '偏差原因分析及改进措施'],
    ...indicators,
    ['总分', null, null, null, null, 100, 98.5],
  ];
  return {
    name: sampleWords.name,
    rows,
    boldRows: [1, 12, rows.length - 1],
    openRows: [0, 1, 2],
    tables: [
      { top: 5, bottom: 9, width: 8 },
      { top: 12, bottom: rows.length - 1, width: 8 },
    ],
    columnWidths: [16, 24, 20, 14, 22, 14, 10, 36],
  };
}
