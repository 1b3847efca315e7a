/**
 * A form whose rows differ as those of real forms do: no name, target, actual or reason stands twice, and no two forms
 * of different seeds share a row. What is remembered of one text makes no other row cheaper.
 */
import { markedSheet } from '../support/markedSheet';
import type { Snapshot } from '../../src/core/sheet/snapshot';
import { type Random, randomFrom } from './faults/random';

const places =
  '安定,白塔,长岭,大河,东坪,古城,红岩,金沙,兰溪,龙门,南塘,青石,三江,太平,桃源,吴家,西营,新华,永乐,中和'.split(',');
const things =
  '农田水利,乡村道路,义务教育,基层医疗,困难群众,老旧小区,公共文化,生态林业,饮水安全,职业技能,产业扶持,河道治理,信息系统,环境卫生,防灾减灾,养老服务,人才引进,食品抽检,法律援助,非遗保护'.split(
    ',',
  );

const pick = (random: Random, of: readonly string[]): string => random.oneOf(of) ?? '';

interface Kind {
  readonly level1: string;
  readonly level2: string;
  readonly row: (of: string, number: number, random: Random) => readonly [name: string, target: string, actual: string];
}

/** A decimal with two places between two bounds. */
const between = (random: Random, from: number, to: number): string =>
  (from + (random.below(1000) / 1000) * (to - from)).toFixed(2);

const kinds: readonly Kind[] = [
  {
    level1: '产出指标',
    level2: '数量指标',
    row: (of, number) => [`${of}覆盖人数`, `≥${number + 200}人`, `${number + 210}人`],
  },
  {
    level1: '产出指标',
    level2: '数量指标',
    row: (of, number, random) => [`完成${of}面积`, `${between(random, 1, 9)}万亩（含续建${number}亩）`, '超额完成'],
  },
  {
    level1: '产出指标',
    level2: '质量指标',
    row: (of, _, random) => [`${of}验收合格率`, `≥${between(random, 90, 97)}%`, `${between(random, 85, 100)}%`],
  },
  {
    level1: '产出指标',
    level2: '时效指标',
    row: (of, number) => [
      `${of}完成时间`,
      `2023年${(number % 12) + 1}月底前`,
      `2023年${(number % 11) + 1}月${(number % 28) + 1}日`,
    ],
  },
  {
    level1: '产出指标',
    level2: '成本指标',
    row: (of, _, random) => [`${of}单位成本`, `≤${between(random, 3, 8)}万元/个`, `${between(random, 2, 5)}万元/个`],
  },
  {
    level1: '效益指标',
    level2: '社会效益指标',
    row: (of, number) => [`带动${of}就业`, `不少于${number + 30}户`, `${number + 28}户`],
  },
  {
    level1: '效益指标',
    level2: '生态效益指标',
    row: (of) => [`${of}改善情况`, `${of}明显改善`, `达成预期指标，${of}有所改善`],
  },
  {
    level1: '效益指标',
    level2: '可持续影响指标',
    row: (of, number) => [`${of}长效管护机制`, `建立健全${of}制度`, `已建立${of}制度${(number % 7) + 1}项`],
  },
  {
    level1: '满意度指标',
    level2: '服务对象满意度指标',
    row: (of, _, random) => [`${of}受益群众满意度`, `≥${between(random, 88, 95)}%`, `${between(random, 86, 99)}%`],
  },
];

/** Text of the row: level 1 is written where it changes. */
function lineOf(kind: Kind, before: Kind | undefined, place: number, seed: number, random: Random): string {
  const number = place * 17 + seed * 7;
  const of = `${pick(random, places)}${pick(random, things)}第${seed + 1}－${place + 1}批`;
  const [name, target, actual] = kind.row(of, number, random);
  const level1 = before?.level1 === kind.level1 ? '' : kind.level1;
  const level2 = before?.level2 === kind.level2 ? '' : kind.level2;
  const score = place % 10 === 3 ? '0.4' : '0.5';
  const reason = score === '0.5' && place % 4 > 0 ? '' : `${of}受汛期影响进度偏慢${number}天，下一步加强调度。`;
  return `| ${level1} | ${level2} | ${name} | ${target} | ${actual} | 0.5 | ${score} | ${reason} |`;
}

/** A form of `count` rows, in blocks of level 1 and 2 as they are printed; the seed decides every text. */
export function distinctForm(count: number, seed: number): Snapshot {
  const random = randomFrom(seed * 7919 + count);
  const kindAt = (place: number): Kind | undefined => kinds[Math.floor((place * kinds.length) / count)];
  const rows = Array.from({ length: count }, (_, place) => {
    const kind = kindAt(place);
    return kind ? lineOf(kind, place === 0 ? undefined : kindAt(place - 1), place, seed, random) : '';
  });
  const lost = rows.filter((_, place) => place % 10 === 3).length / 10;
  return markedSheet(
    [
      '| 项目支出绩效自评表 |',
      '| （2023年度） |',
      `| 项目名称 | ${pick(random, places)}${pick(random, things)}项目${seed + 1} |`,
      '| 项目资金（万元） | | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分 |',
      '| ^ | 年度资金总额： | 100 | 100 | 95 | 10 | 95.00% | 9.5 |',
      '| 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 偏差原因分析及改进措施 |',
      ...rows,
      `| 总分 | < | < | < | < | ${count / 2 + 10} | ${(count / 2 - lost + 9.5).toFixed(1)} | |`,
    ].join('\n'),
  ).snapshot;
}
