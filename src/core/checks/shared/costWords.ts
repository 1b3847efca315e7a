/** Names of things that are better when they are less: costs, and rates of what should not happen. */

const costs = /(?:成本|费用|造价|开支|单价)(?:总额|金额|数额|数|额|标准|水平)?$/u;
const unwanted =
  /(?:死亡|投诉|事故|(?<!就业)发生|超支|逾期|结余|结转|返工|误差|差错|违规|违法|损耗|空置|流失|失业|辍学|返贫|感染|发病|拖欠|不合格)(?:率|次数|件数|起数|数|量)$/u;
/** 节约成本 is wanted; 发放生活费用 is a payment to people; a handled complaint is a good one. */
const turned =
  /节约|降低|减少|下降|压减|控制|减免|回收|处置|办结|化解|处理|查处|整改|发放|补助|补贴|支付|兑现|拨付|报销|收入|效益/u;

/** Whether less of it is better, going by its name alone; false where the name leaves it open. */
export function isCostLike(name: string): boolean {
  const words = name.replace(/[\s（(].*$/u, '');
  return (costs.test(words) || unwanted.test(words)) && !turned.test(words);
}
