/** The usual weights of the template of 2022 and later, where 成本指标 is a first level of its own. */
import { exact } from '../exact';
import type { Rubric } from './rubric';

/** 财预〔2021〕101号 sets these for projects with 成本指标; without them it keeps the weights of 财预〔2020〕10号. */
export const costFirst: { readonly document: string; readonly levels: Rubric['levels'] } = {
  document: '财预〔2021〕101号',
  levels: [
    { name: '预算执行率', weight: exact(10) },
    { name: '成本', weight: exact(20) },
    { name: '产出', weight: exact(40) },
    { name: '效益', weight: exact(20) },
    { name: '满意度', weight: exact(10) },
  ],
};
