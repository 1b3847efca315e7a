/**
 * The documents behind the terms of art, and how far their wording was looked up.
 *
 * Looked up in November 2026 in published copies. `wording`: the passage itself was read, and is given in short. `document`: number,
 * title and subject were confirmed, the passage was not at hand and is cited from memory; somebody with the document should
 * look. A term for which neither could be had is no term of art: it stands among the words that only lean.
 */

/** A document that defines a term, or uses it in one sense only. */
export interface TermSource {
  /** Number and title, as the premise names it. */
  readonly document: string;
  readonly confirmed: 'wording' | 'document';
  /** What it says of the term. */
  readonly says: string;
}

/** 实际完成率＝实际产出数÷计划产出数, 成本节约率＝（计划成本－实际成本）÷计划成本, 资金到位率, 满意度. */
export const framework: TermSource = {
  document: '财预〔2020〕10号 附件《项目支出绩效评价指标体系框架（参考）》',
  confirmed: 'document',
  says: '实际完成率、质量达标率、成本节约率、资金到位率、预算执行率、满意度各有算式，均以高为好',
};

/** 三公经费控制率＝实际支出÷预算安排, 结转结余率, 预算调整率; 完成及时率, 重点工作办结率. */
export const common: TermSource = {
  document: '财预〔2013〕53号《预算绩效评价共性指标体系框架》',
  confirmed: 'document',
  says: '部门整体支出框架：结转结余率、预算调整率、公用经费控制率、“三公经费”控制率反映超支和结余',
};

export const guide: TermSource = {
  document: '财预〔2021〕101号《中央部门项目支出核心绩效目标和指标设置及取值指引（试行）》',
  confirmed: 'document',
  says: '质量指标举例：设备故障率、项目竣工验收合格率',
};

export const retention: TermSource = {
  document: '国办发〔2017〕72号《关于进一步加强控辍保学提高义务教育巩固水平的通知》',
  confirmed: 'wording',
  says: '解决失学辍学问题，到2020年全国九年义务教育巩固率达到95%',
};

export const mortality: TermSource = {
  document: '国家卫生计生委《关于加强母婴安全保障工作的通知》（国务院公报2018年第4期）',
  confirmed: 'wording',
  says: '预防和减少孕产妇和婴儿死亡；孕产妇死亡率、婴儿死亡率是《“健康中国2030”规划纲要》的主要健康指标',
};

export const poverty: TermSource = {
  document: '《关于建立贫困退出机制的意见》（2016年4月）及贫困县退出评估',
  confirmed: 'wording',
  says: '综合贫困发生率中部低于2%、西部低于3%方可退出（人民日报2019年7月3日）',
};

export const unemployment: TermSource = {
  document: '2019年《政府工作报告》',
  confirmed: 'wording',
  says: '城镇调查失业率5.5%左右，城镇登记失业率4.5%以内',
};

export const leakage: TermSource = {
  document: 'CJJ 92—2016《城镇供水管网漏损控制及评定标准》5.1.2',
  confirmed: 'wording',
  says: '漏损率按两级评定，一级为10%，二级为12%',
};

export const bookErrors: TermSource = {
  document: '《图书质量管理规定》',
  confirmed: 'wording',
  says: '差错率不超过万分之一的图书，其编校质量属合格；超过的不合格',
};

export const forestFires: TermSource = {
  document: '云南省《关于全面加强新形势下森林草原防灭火工作的实施意见》（2024年）',
  confirmed: 'wording',
  says: '到2025年全省森林火灾年均受害率稳定控制在0.9‰以内',
};
