/** The families of layouts by their Chinese names. */
import type { LayoutId } from '../../core/form/form';

export const layouts: Readonly<Record<LayoutId, string>> = {
  national: '全国通用表',
  'rule-column': '带评分规则列的表',
  'weight-first': '分值在前的表',
  'no-weight': '无分值列的表',
  flat: '不分级的平表',
  transfer: '转移支付自评表',
  evaluation: '绩效评价表',
  scorecard: '评分卡',
  horizontal: '横排表',
  framework: '共性指标框架表',
  workpaper: '复核工作底稿',
  unfamiliar: '未见过的版式',
};
