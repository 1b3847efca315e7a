/** How a target of the form stands to the approved one: notation is no difference, figures and deadlines are. */
import { compareTargets, type TargetRelation } from '../../../src/core/documents/compareTargets';
import { parseText } from '../../../src/core/value/parse';

/** "≥|95|%" is a value with a sign and a unit in columns of their own. */
function wanted(written: string) {
  const [sign = '', value = '', unit = ''] = written.includes('|') ? written.split('|') : ['', written, ''];
  return { value: parseText(value), sign, unit };
}

test.each<readonly [string, string, TargetRelation]>([
  ['≥95%', '≥95%', 'same'],
  ['≥95%', '≥ 95 ％', 'same'],
  ['≥|95|%', '≥95%', 'same'],
  ['≥95%', '95%', 'same'],
  ['≥95%', '=95%', 'same'],
  ['≤5万元', '≤50000元', 'same'],
  ['≤|5|万元', '≤50000元', 'same'],
  ['≤|50000|元', '≤5万元', 'same'],
  ['≥0.5189万亩', '≥5189亩', 'same'],
  ['12月底前', '12月31日前', 'same'],
  ['2023年12月31日前', '12月31日前', 'same'],
  ['成效显著', '成效 显著', 'same'],
  ['80%-90%', '80%—90%', 'same'],
  // A number without a unit may be meant in another one.
  ['≤5', '≤50000元', 'unclear'],
  ['≥95%', '≥0.95', 'unclear'],
  ['100%', '全部完成', 'unclear'],
  ['改善', '有效改善', 'unclear'],
  ['2023年12月', '2023年12月15日前', 'unclear'],
  ['100人', '100户', 'unclear'],
  ['≥95%', '≥90%', 'weakened'],
  ['≥120公里', '100公里', 'weakened'],
  ['≤5万元', '≤60000元', 'weakened'],
  ['2023年6月底前', '2023年12月底前', 'weakened'],
  ['①修路≥5公里；②架桥≥2座', '①修路≥5公里；②架桥≥1座', 'weakened'],
  ['≥95%', '≥98%', 'changed'],
  ['100%', '90%', 'changed'],
  ['≤5%', '≥5%', 'changed'],
  ['100人', '80户', 'changed'],
  ['≥95%', '较高', 'changed'],
  ['成效显著', '有所提升', 'changed'],
  ['2023年12月底前', '2023年6月底前', 'changed'],
])('%s approved, %s in the form: %s', (approved, own, relation) => {
  expect(compareTargets(wanted(approved), wanted(own))).toBe(relation);
});
