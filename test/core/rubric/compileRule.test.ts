/** Rule texts become the rules that a reviewer reads in them. */
import { compileRule } from '../../../src/core/rubric/compileRule';
import { ruleTexts } from '../../bench/ruleTexts';

/** Decimals as numbers, so that expectations can be written down. */
function plainRule(text: string, isExecutionRate = false): unknown {
  return JSON.parse(
    JSON.stringify(compileRule(text, { isExecutionRate }).rule).replace(/"(-?\d+(?:\.\d+)?)"/gu, '$1'),
  ) as unknown;
}

describe('the idioms of rule texts', () => {
  it.each(ruleTexts)('$text is $kind, understood: $extent', ({ text, kind, extent, isExecutionRate }) => {
    const compiled = compileRule(text, { isExecutionRate: isExecutionRate ?? false });
    expect([compiled.rule?.kind ?? null, compiled.extent]).toEqual([kind, extent]);
  });

  it('holds more than a hundred texts, no two alike', () => {
    expect(ruleTexts.length).toBeGreaterThan(100);
    expect(new Set(ruleTexts.map(({ text }) => text)).size).toBe(ruleTexts.length);
  });
});

describe('what is inside a compiled rule', () => {
  it('reads bands with their ends', () => {
    expect(plainRule('预算执行率≥90%得10分;90%>预算执行率≥80%得5分;预算执行率<80%,得0分。')).toEqual({
      kind: 'bands',
      of: 'execution-rate',
      bands: [
        { from: 0.9, includesFrom: true, to: null, includesTo: false, award: { kind: 'points', points: 10 } },
        { from: 0.8, includesFrom: true, to: 0.9, includesTo: false, award: { kind: 'points', points: 5 } },
        { from: null, includesFrom: false, to: 0.8, includesTo: false, award: { kind: 'points', points: 0 } },
      ],
    });
  });

  it('takes nameless bands in an execution-rate row as bands of the execution rate', () => {
    const text = '≥90%得满分；80%-90%得5分；低于80%不得分。';
    expect(plainRule(text, true)).toMatchObject({ of: 'execution-rate' });
    expect(plainRule(text)).toMatchObject({ of: 'actual' });
  });

  it('reads three tiers and that only the highest includes its upper end', () => {
    expect(plainRule('若为定性指标,则根据“三档”原则分别按照指标值的100-80%(含)、80-50%(含)、50-0%来记分。')).toEqual({
      kind: 'mixed',
      quantitative: null,
      qualitative: {
        kind: 'tiers',
        tiers: [
          { tier: 'achieved', from: 0.8, to: 1, includesTo: true },
          { tier: 'partly', from: 0.5, to: 0.8, includesTo: false },
          { tier: 'not', from: 0, to: 0.5, includesTo: false },
        ],
      },
    });
  });

  it('reads steps with their penalty as points or as a share of the weight', () => {
    expect(plainRule('按期完工得满分，每晚一个月扣2分，扣完为止。')).toEqual({
      kind: 'steps',
      per: 'late',
      size: 1,
      unit: '个月',
      penalty: { kind: 'points', points: 2 },
      cases: null,
    });
    expect(plainRule('全部到位，得满分；否则，每降低1%扣10%权重分，扣完为止。')).toMatchObject({
      per: 'short',
      unit: '%',
      penalty: { kind: 'share', share: 0.1 },
    });
    expect(plainRule('①甲；②乙；③丙。以上三项均满足得满分，每不符合一项扣1.4分，扣完为止。')).toMatchObject({
      cases: [{ condition: { words: '均满足' }, earning: { kind: 'share', share: 1 } }],
      steps: [{ per: 'case', cases: 3, penalty: { kind: 'points', points: 1.4 } }],
    });
  });

  it('keeps the number from which steps count', () => {
    expect(plainRule('90个日历天完工，每晚一个月扣2分，扣完为止。')).toMatchObject({
      kind: 'clauses',
      steps: [{ per: 'late', unit: '个月', base: { from: 90, to: 90, unit: '个日历天' } }],
    });
    expect(plainRule('参合率100%计满分；每减少0.1个百分点扣1分，扣完为止。')).toMatchObject({
      steps: [{ per: 'short', size: 0.1, base: { name: '参合率', from: 1, unit: '%' } }],
    });
  });

  it('tells itemised points from named levels', () => {
    expect(plainRule('①符合得0.4分，否则不得分；②符合得0.6分，否则不得分。')).toMatchObject({ kind: 'items' });
    expect(plainRule('①成效显著，得5分；②成效一般，得3分；③没有成效，不得分。')).toEqual({
      kind: 'levels',
      levels: [
        { name: '成效显著', award: { kind: 'points', points: 5 } },
        { name: '成效一般', award: { kind: 'points', points: 3 } },
        { name: '没有成效', award: { kind: 'points', points: 0 } },
      ],
    });
  });

  it('never takes a deduction for a level', () => {
    expect(plainRule('建立机制得满分；机制实用性不强的，扣3分；未建立机制不得分。')).toMatchObject({
      kind: 'clauses',
      cases: [
        { condition: { words: '建立机制' }, earning: { kind: 'share', share: 1 } },
        { condition: { words: '机制实用性不强' }, earning: { kind: 'less', by: { kind: 'points', points: 3 } } },
        { condition: { words: '未建立机制' }, earning: { kind: 'points', points: 0 } },
      ],
    });
  });

  it('keeps word for word what was not understood, in the typography of the cell', () => {
    const compiled = compileRule('验收合格得满分， 否则不得分；“整改” 后合格的，得一半分值。');
    expect(compiled.extent).toBe('partly');
    expect(compiled.notUnderstood).toEqual(['“整改” 后合格的', '得一半分值']);
    expect(compiled.isDoubtful).toBe(true);
  });

  it('does not call a remark a rule', () => {
    expect(compileRule('预算执行率为100%。')).toMatchObject({ rule: null, extent: 'no-rule', notUnderstood: [] });
    expect(compileRule('')).toMatchObject({ rule: null, extent: 'no-rule' });
  });

  it('refuses bands that contradict each other', () => {
    expect(compileRule('执行率≥90%得10分；执行率≥80%得5分；执行率<60%得0分。').rule?.kind).not.toBe('bands');
  });

  it('keeps two steps of one text apart', () => {
    expect(plainRule('每晚一个月扣2分；每不符合一项扣1分。')).toMatchObject({
      steps: [
        { per: 'late', unit: '个月', penalty: { points: 2 } },
        { per: 'case', unit: '项', penalty: { points: 1 } },
      ],
    });
  });
});
