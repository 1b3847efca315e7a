/** What a part of a step counts as, where the text says it; and rules that were kept before that could be said. */
import { compileRule } from '../../../src/core/rubric/compileRule';
import { parseRubric, rubricToJson } from '../../../src/core/rubric/parseRubric';
import { defaultProfile } from '../../../src/core/rubric/profiles';
import type { Rule } from '../../../src/core/rubric/rule';

const partsOf = (rule: Rule | null): unknown =>
  rule?.kind === 'clauses' ? rule.steps.map(({ parts }) => parts) : null;

test.each([
  ['采购完成率达到100%得6分，每低10%扣1分，不足10%的按10%计算。', ['whole']],
  ['按期完成得满分，每逾期一个月扣2分，不满一个月的按一个月计，扣完为止。', ['whole']],
  ['按期完成得满分，每逾期1个月扣2分，不足1月按1月计。', ['whole']],
  ['入库率≥95%得10分，每低1个百分点扣1分，不足1个百分点的不扣分。', ['none']],
])('%s', (text, parts) => {
  const compiled = compileRule(text);
  expect(compiled.extent).toBe('wholly');
  expect(partsOf(compiled.rule)).toEqual(parts);
});

test.each([
  '采购完成率达到100%得6分，每低10%扣1分，不足10%的按5%计算。',
  '采购完成率达到100%得6分，每低10%扣1分，不足5%的按5%计算。',
  '完成率100%得满分，不足10%的按10%计算。',
])('what fits no step is not read: %s', (text) => {
  expect(compileRule(text).extent).not.toBe('wholly');
});

test('a rule that was kept before is read as one that says nothing of parts', () => {
  const { rule } = compileRule('采购完成率达到100%得6分，每低10%扣1分，不足10%的按10%计算。');
  if (!rule) throw new Error('the text has a rule');
  const profile = { ...defaultProfile, id: 'own', quantitative: { ...defaultProfile.quantitative, rule } };
  const json = JSON.stringify(rubricToJson(profile), (name, value: unknown) => (name === 'parts' ? undefined : value));
  const parsed = parseRubric(JSON.parse(json));
  expect(parsed.ok && partsOf(parsed.value.quantitative.rule)).toEqual([null]);
});
