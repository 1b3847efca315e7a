/** Every sum has a sentence in both languages, and the sentence needs no more than the sum's facts. */
import { derivationFacts } from '../../../src/core/score/derivationKeys';
import { derivations as english } from '../../../src/words/en/derivations';
import { fill, slotsOf } from '../../../src/words/fill';
import { derivations as chinese } from '../../../src/words/zh-CN/derivations';
import { scoreOne } from './scoreOne';

const sorted = (names: readonly string[]): readonly string[] => [...names].sort();

describe.each([
  ['zh-CN', chinese as Readonly<Record<string, string>>],
  ['en', english as Readonly<Record<string, string>>],
])('derivations in %s', (_, sentences) => {
  it('has one sentence for every sum and no more', () => {
    expect(sorted(Object.keys(sentences))).toEqual(sorted(Object.keys(derivationFacts)));
  });

  it.each(Object.entries(derivationFacts))('%s says only what its facts give', (key, facts) => {
    const known: readonly string[] = facts;
    for (const slot of slotsOf(sentences[key] ?? '')) expect(known).toContain(slot);
  });
});

describe('the sum as a clerk would write it', () => {
  it.each([
    [{ target: '=20人', actual: '17人', weight: 10 }, '17 ÷ 20 × 10 = 8.50'],
    [{ target: '≤100%', actual: '87.97%', weight: 20 }, '87.97% ≤ 100%，达到目标，得满分 20'],
    [{ target: '≤100万元', actual: '110万元', weight: 10 }, '100 ÷ 110 × 10 = 9.09（反向指标）'],
    [{ target: '≥95%', actual: '≥95%', weight: 5 }, '实际值写成“≥95%”，不是实测数，但足以说明达到目标“≥95%”，得满分 5'],
    [
      { rule: '每少于一年扣0.6分，扣完为止。', target: '≥5年', actual: '3年', weight: 3 },
      '实际“3年”比“≥5年”少 2 年，每 1年 扣 0.6 分：3 － 1.2 = 1.80',
    ],
    [
      { rule: '按期完成得5分，每延期1个月扣1分。', target: '2023年10月底前', actual: '2023年12月31日', weight: 5 },
      '延期 2 个月，每 1个月 扣 1 分：5 － 2 = 3.00',
    ],
    [
      { rule: '延期10天以内得满分，每超过1天扣1分。', target: '2023年6月30日前', actual: '2023年7月12日', weight: 20 },
      '实际“2023年7月12日”比“延期10天”多 2 天，每 1天 扣 1 分：20 － 2 = 18.00',
    ],
    [
      { rule: '满意度≥95%得10分；60%≤满意度<95%，按满意度/95%×10计分。', target: '≥95%', actual: '76%', weight: 10 },
      '76% ÷ 0.95 × 10 = 8.00',
    ],
  ])('%j: %s', (spec, sentence) => {
    const { derivation } = scoreOne(spec);
    expect(fill((chinese as Readonly<Record<string, string>>)[derivation.key] ?? '', derivation.facts)).toBe(sentence);
  });
});
