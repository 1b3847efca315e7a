/** Every kind of rule is said by some text: a kind that no reader makes would be there for nothing. */
import { compileRule } from '../../../src/core/rubric/compileRule';
import type { Rule } from '../../../src/core/rubric/rule';

/** A text for each kind; a kind without one does not compile. */
const texts: { readonly [Kind in Rule['kind']]: string } = {
  proportional: '完成率达到指标值，得满分；未达到的，按完成比例计分',
  value: '得分=实际完成率×分值',
  bands: '预算执行率95%以上得10分，90%-95%得8分，低于90%得0分',
  'all-or-nothing': '达到目标得满分，否则不得分',
  tiers:
    '达成预期指标、部分达成预期指标并具有一定效果、未达成预期指标且效果较差三档，分别按照100%-80%、80%-60%、60%-0%合理填写',
  steps: '每延期1天扣1分，扣完为止',
  items: '①制度健全得2分；②执行有效得3分',
  levels: '优得5分，良得4分，中得3分，差得0分',
  parts:
    '1.当年资金预算执行率达到100%，得60%权重分；执行率在90%—100%之间，按比例得分；执行率低于90%，得0分。' +
    '2.不存在2年以上的资金结转结余情况，得40%权重分；存在，得0分。',
  saving: '成本节约率≥0，得满分；成本节约率＜0，得分=分值×(1-|成本节约率|)',
  adjustment: '加2分',
  reference: '同上',
  mixed: '定量指标按完成率计分；定性指标按三档计分',
  clauses: '完成得满分，每少1个扣0.5分，最低不低于2分',
  judgement: '酌情得分',
};

it.each(Object.entries(texts))('%s', (kind, text) => {
  expect(compileRule(text).rule?.kind).toBe(kind);
});
