/** A profile comes from anybody: whatever stands in it is data, and never more than text. */
import { reviewSnapshot } from '../../../src/core/report/reviewSnapshot';
import { parseRubric, rubricToJson, type Json } from '../../../src/core/rubric/parseRubric';
import { defaultProfile } from '../../../src/core/rubric/profiles';
import { markedSheet } from '../../support/markedSheet';

type Editable = { [name: string]: Json };

function edited(change: (profile: Editable) => void): Editable {
  const json = JSON.parse(JSON.stringify(rubricToJson(defaultProfile))) as Editable;
  change(json);
  return json;
}

const { snapshot } = markedSheet(`
| 项目支出绩效自评表 |
| 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 偏差原因分析及改进措施 |
| 产出指标 | 数量指标 | 培训人数 | ≥100人 | 80人 | 60 | 60 | |
| 满意度指标 | 满意度指标 | 群众满意度 | ≥95% | 97% | 40 | 40 | |
| 总分 | < | < | < | < | 100 | 100 | |
`);

/** Markup, a formula, an expression that takes for ever as a pattern, signs that turn text around, a very long text. */
const texts = [
  '<img src=x onerror="alert(1)">',
  '=HYPERLINK("http://example.com")',
  `(a+)+$${'a'.repeat(60)}!`,
  '\u202e反着写\u0000\ud800',
  '长'.repeat(200_000),
  '${constructor.constructor("return 1")()}',
];

test.each(texts.map((text) => [text.slice(0, 20), text] as const))('its texts stay texts: %j', (_, text) => {
  const parsed = parseRubric(
    edited((profile) => {
      profile['title'] = text;
      profile['levels'] = [{ name: text, weight: 100 }];
      profile['qualitative'] = { ...(profile['qualitative'] as Editable), text, clause: text };
      profile['quantitative'] = { ...(profile['quantitative'] as Editable), text };
    }),
  );
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  const [form] = reviewSnapshot(snapshot, { rubric: parsed.value }).forms;
  expect(form?.findings.map(({ check }) => check)).toContain('score-matches-rule');
  expect(rubricToJson(parsed.value)).toEqual(expect.objectContaining({ title: text }));
});

test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])(
  'a field named %s is unknown, and changes nothing',
  (name) => {
    const source = JSON.parse(
      JSON.stringify(edited(() => undefined)).replace('{', `{${JSON.stringify(name)}:{"ok":true,"polluted":1},`),
    ) as unknown;
    const parsed = parseRubric(source);
    expect(parsed.ok ? [] : parsed.problems.map(({ path, key }) => `${path}: ${key}`)).toEqual([
      `${name}: unknown-field`,
    ]);
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  },
);

test.each(['__proto__', 'constructor', 'toString'])('%s is no kind of rule', (kind) => {
  const parsed = parseRubric(
    edited((profile) => (profile['quantitative'] = { text: '一', clause: '一', rule: { kind } })),
  );
  expect(parsed.ok ? [] : parsed.problems.map(({ path, key }) => `${path}: ${key}`)).toEqual([
    'quantitative.rule.kind: not-a-choice',
  ]);
});

test.each(
  ['9'.repeat(100_000), '1e999999999', '0x10', 'Infinity', 'NaN', `0.${'1'.repeat(100_000)}`].map(
    (total) => [total.slice(0, 12), total] as const,
  ),
)('%s is no number of points', (_, total) => {
  expect(parseRubric(edited((profile) => (profile['total'] = total))).ok).toBe(false);
});

test('a rule nested without end is one problem with its place, not a crash', () => {
  let rule: Json = { kind: 'judgement' };
  for (let depth = 0; depth < 20_000; depth += 1) rule = { kind: 'mixed', quantitative: rule, qualitative: null };
  const source = { ...edited(() => undefined), execution: { text: '规则', clause: '第一条', rule } };
  const parsed = parseRubric(source);
  expect(parsed.ok ? [] : parsed.problems.map(({ key }) => key)).toEqual(['too-deep']);
});
