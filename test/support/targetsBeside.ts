/** A form, the table of approved targets of its project and its form of the year before, a sheet each; one target was lowered. */
import { nationalHeader } from '../forms/nationalHeader';

export const loweredForm = [
  ['2023年度项目支出绩效自评表'],
  ['项目名称', '农村道路养护'],
  nationalHeader,
  ['产出指标', '数量指标', '养护里程', '≥100公里', '105公里', 50, 50, null],
  ['满意度指标', '服务对象满意度指标', '群众满意度', '≥90%', '93%', 50, 50, null],
  ['总分', null, null, null, null, 100, 100, null],
] as const;

export const approvedTargets = [
  ['2023年度项目支出绩效目标申报表'],
  ['项目名称', '农村道路养护'],
  ['一级指标', '二级指标', '三级指标', '指标值'],
  ['产出指标', '数量指标', '养护里程', '≥120公里'],
  ['满意度指标', '服务对象满意度指标', '群众满意度', '≥90%'],
] as const;

/** The form of the year before, with a higher target. */
export const lastYearForm: readonly (readonly (string | number | null)[])[] = [
  ['2022年度项目支出绩效自评表'],
  ...loweredForm.slice(1, 3),
  ['产出指标', '数量指标', '养护里程', '≥130公里', '135公里', 50, 50, null],
  ...loweredForm.slice(4),
];
