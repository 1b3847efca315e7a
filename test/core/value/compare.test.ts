/** What a target and an actual say of each other, before any rule gives points. */
import fc from 'fast-check';
import { plain } from '../../../src/core/exact';
import { compareValues, type Comparison, type Direction } from '../../../src/core/value/compare';
import { parseText } from '../../../src/core/value/parse';
import { formIdioms } from './formIdioms';

function compare(target: string, actual: string, direction?: Direction): Comparison {
  return compareValues(parseText(target), parseText(actual), direction);
}

function verdictOf(comparison: Comparison): string {
  return comparison.kind === 'unknown' ? `unknown: ${comparison.because}` : `${comparison.kind} by ${comparison.by}`;
}

describe('a target and an actual', () => {
  test.each([
    ['≥2个', '2个', 'met by figures'],
    ['=20人', '17人', 'missed by figures'],
    ['=20人', '22人', 'met by figures'],
    ['≤100%', '87.97%', 'met by figures'],
    ['≤100%', '101%', 'missed by figures'],
    ['＞125%', '125%', 'missed by figures'],
    ['<3‰', '0.2%', 'met by figures'],
    ['0.5189万亩', '0.471万亩', 'missed by figures'],
    ['0.5189万亩', '5189亩', 'met by figures'],
    ['≥95%', '≥95%', 'met by figures'],
    ['≥95%', '>85%', 'unknown: bound-undecided'],
    ['≥95%', '<95%', 'missed by figures'],
    ['≤10天', '不超过8天', 'met by figures'],
    ['>5', '≥5', 'unknown: bound-undecided'],
    ['约200人', '190人', 'unknown: bound-undecided'],
    ['约200人', '205人', 'met by figures'],
    ['约200人', '160人', 'missed by figures'],
    ['200余人', '190人', 'missed by figures'],
    ['30分钟左右', '28分钟', 'unknown: bound-undecided'],
    ['≥5', '>5', 'met by figures'],
    ['80%-90%', '85%', 'met by figures'],
    ['80%-90%', '79.9%', 'missed by figures'],
    ['80%-90%', '95%', 'met by figures'],
    ['≥80%', '75%-85%', 'unknown: bound-undecided'],
    ['1-2年', '5', 'met by figures'],
    ['≥500人', '500个', 'unknown: different-units'],
    ['≥4个', '5人', 'unknown: different-units'],
    ['≥95%', '0.95', 'unknown: ratio-or-percent'],
    ['≥95%', '96', 'met by figures'],
    ['0.95', '95%', 'unknown: ratio-or-percent'],
    ['提高5%', '降低1%', 'unknown: different-movement'],
    ['降低1%', '降低1.5%', 'met by figures'],
    ['降低到5%', '提高到6%', 'met by figures'],
    ['1.5万', '15000人', 'met by figures'],
    ['≥1300元', '1300元/亩', 'met by figures'],
    ['5月底前', '5月31日', 'met by dates'],
    ['5月底前', '6月1日', 'missed by dates'],
    ['2月底前', '2023年2月28日', 'met by dates'],
    ['2023年10月前', '2023年9月30日', 'met by dates'],
    ['2023年10月前', '2023年10月15日', 'unknown: date-undecided'],
    ['2023年10月前', '2023年11月1日', 'missed by dates'],
    ['2023年10月15日前', '2023年10月', 'unknown: date-undecided'],
    ['2023年12月31日前', '2023年12月31日', 'met by dates'],
    ['2023年底前', '2023年', 'met by dates'],
    ['2019年', '2019年', 'met by dates'],
    ['2023年8月', '2023年9月', 'missed by dates'],
    ['2023.8.2-2023.10.1', '2023.8.2-2023.9.30', 'met by dates'],
    ['5月底前', '5月底前', 'met by dates'],
    ['5月底前', '6月底前', 'unknown: date-undecided'],
    ['5月底前', '100%', 'unknown: different-kinds'],
    ['是', '是', 'met by yes-no'],
    ['是', '否', 'missed by yes-no'],
    ['否', '否', 'met by yes-no'],
    ['无', '无', 'met by yes-no'],
    ['合格', '合格', 'met by grade'],
    ['合格', '优秀', 'met by grade'],
    ['优秀', '良好', 'missed by grade'],
    ['良好以上', '优秀', 'met by grade'],
    ['良好以上', '合格', 'missed by grade'],
    ['国家二级', '甲级', 'unknown: words'],
    ['成效显著', '达成预期指标', 'met by tier'],
    ['成效显著', '部分达成预期指标并具有一定效果', 'missed by tier'],
    ['成效显著', '未达成预期指标且效果较差', 'missed by tier'],
    ['健全', '健全', 'met by words'],
    ['健全', '不健全', 'missed by words'],
    ['完成', '未完成', 'missed by words'],
    ['落实', '未完全落实', 'missed by words'],
    ['合规', '不够合规', 'missed by words'],
    ['明显提高', '有所提高', 'unknown: words'],
    ['≥95%', '成效显著', 'unknown: different-kinds'],
    ['—', '4', 'unknown: nothing-to-compare'],
    ['≥95%', '', 'unknown: nothing-to-compare'],
    ['≥95%', '4710/5189', 'unknown: nothing-to-compare'],
    ['①≥5个；②≥95%', '①5个；②96%', 'met by parts'],
    ['①≥5个；②≥95%', '①5个；②90%', 'missed by parts'],
    ['①≥5个；②≥95%', '①5个；②>90%', 'unknown: bound-undecided'],
    ['①≥5个；②≥95%', '5个', 'unknown: different-parts'],
    ['春防4月15日前,秋防10月25日前', '秋防10月20日，春防4月10日', 'met by parts'],
  ])('%j and %j: %s', (target, actual, verdict) => {
    expect(verdictOf(compare(target, actual))).toBe(verdict);
  });

  test.each([
    ['100万元', '120万元', 'missed by figures'],
    ['100万元', '1000000元', 'met by figures'],
    ['=20天', '18天', 'met by figures'],
    ['1-2年', '3年', 'missed by figures'],
    ['1-2年', '0.5年', 'met by figures'],
    ['≥100万元', '120万元', 'met by figures'],
  ])('where less is better, %j and %j: %s', (target, actual, verdict) => {
    expect(verdictOf(compare(target, actual, 'reverse'))).toBe(verdict);
  });

  test('the figures are given in the target’s unit', () => {
    const comparison = compare('≥0.5189万亩', '4710亩');
    if (comparison.kind === 'unknown' || comparison.by !== 'figures') throw new Error('no figures');
    expect(plain(comparison.target.low)).toBe('0.5189');
    expect(plain(comparison.actual.low)).toBe('0.471');
    expect(comparison).toMatchObject({ comparator: '≥', units: 'scalable', bound: false, approximate: false });
    expect(comparison.unit?.name).toBe('万亩');
  });

  test('a bound and an approximate number are said to be so', () => {
    expect(compare('≥95%', '≥96%')).toMatchObject({ kind: 'met', bound: true });
    expect(compare('≥100户', '100余户')).toMatchObject({ kind: 'met', approximate: true });
    expect(compare('≥100户', '120')).toMatchObject({ kind: 'met', units: 'assumed' });
  });

  test('days late are counted between whole dates, over months and years', () => {
    expect(compare('2023年6月13日前', '2023年7月19日')).toMatchObject({ kind: 'missed', daysLate: 36 });
    expect(compare('2023年12月底前', '2024年1月2日')).toMatchObject({ kind: 'missed', daysLate: 2 });
    expect(compare('2024年2月底前', '2024年2月20日')).toMatchObject({ kind: 'met', daysLate: -9 });
    expect(compare('2023年6月前', '2023年7月19日')).toMatchObject({ kind: 'missed', daysLate: null });
  });

  test('no pair of texts makes it throw, and figures never contradict their verdict', () => {
    const text = fc.constantFrom(...formIdioms.map(([source]) => source));
    fc.assert(
      fc.property(text, text, fc.constantFrom<Direction>('positive', 'reverse'), (target, actual, direction) => {
        const comparison = compare(target, actual, direction);
        if (comparison.kind === 'unknown' || comparison.by !== 'figures') return;
        const { low } = comparison.target;
        const reached = comparison.actual.low;
        if (comparison.comparator === '≥' && !comparison.bound && comparison.actual.high.eq(reached)) {
          expect(comparison.kind).toBe(reached.gte(low) ? 'met' : 'missed');
        }
      }),
      { numRuns: 3000 },
    );
  });

  test('more never turns a met positive target into a missed one', () => {
    fc.assert(
      fc.property(fc.nat(1000), fc.nat(1000), fc.nat(1000), (target, actual, more) => {
        const first = compare(`≥${target}个`, `${actual}个`).kind;
        const second = compare(`≥${target}个`, `${actual + more}个`).kind;
        expect(first === 'met' && second !== 'met').toBe(false);
      }),
    );
  });
});
