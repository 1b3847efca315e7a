/** An indicator should stand under the heading that it measures. */
import { defineCheck } from '../defineCheck';
import { type Dimension, dimensionOf } from '../shared/dimensions';
import { bareName } from '../../value/bareName';

interface Misfit {
  readonly name: RegExp;
  readonly not: readonly Dimension[];
  readonly belongs: string;
}

/** What a name says beyond doubt, the headings it cannot stand under, and where it belongs. */
const misfits: readonly Misfit[] = [
  {
    name: /满意(?:度|率)$/u,
    not: ['数量', '质量', '时效', '成本', '经济效益', '社会效益', '生态效益', '可持续影响'],
    belongs: '满意度指标',
  },
  { name: /(?:合格率|优良率|完好率|准确率)$/u, not: ['数量', '时效', '成本', '满意度'], belongs: '质量指标' },
  {
    name: /(?:及时率|及时性|按时完成率|按期完成率|工期)$/u,
    not: ['数量', '质量', '成本', '满意度'],
    belongs: '时效指标',
  },
  { name: /(?:成本|造价|单价|成本节约率|预算控制率)$/u, not: ['数量', '质量', '时效', '满意度'], belongs: '成本指标' },
  { name: /(?:人数|户数|个数|公里数|场次|数量)$/u, not: ['质量', '时效', '成本', '满意度'], belongs: '数量指标' },
];

export const indicatorInItsDimension = defineCheck({
  id: 'indicator-in-its-dimension',
  severity: 'P2',
  scope: 'indicators',
  messages: { elsewhere: ['name', 'heading', 'belongs'] },

  findInRow({ indicator }, _, report) {
    const { key, level1, level2, name } = indicator;
    const dimension = dimensionOf(indicator);
    const words = bareName(name.text);
    const misfit = misfits.find((rule) => rule.name.test(words));
    if (!dimension || !misfit?.not.includes(dimension)) return;
    report('elsewhere', {
      cells: [name.cell.ref],
      indicator: key,
      facts: { name: name.text, heading: level2?.text ?? level1?.text ?? '', belongs: misfit.belongs },
      expected: misfit.belongs,
      found: level2?.text ?? level1?.text ?? '',
    });
  },
});
