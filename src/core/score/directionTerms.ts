/**
 * The one list of words that say whether more or less is better.
 *
 * A *term of art* settles the direction: a document defines it, and the source is named in `directionSources.ts`, which also
 * says how far its wording was confirmed. Any other word only says which
 * reading is the likelier. A name with words of both sides (投诉办结率, 死亡率下降幅度) is settled by no term.
 */
import { remembered } from '../remembered';
import {
  bookErrors,
  common,
  forestFires,
  framework,
  guide,
  leakage,
  mortality,
  poverty,
  retention,
  unemployment,
  type TermSource,
} from './directionSources';
import { bareName } from '../value/bareName';

/** What a name says of the direction. */
export interface NamedDirection {
  readonly direction: 'positive' | 'reverse';
  /**
   * `formula`: a scoring document gives the formula, so that the direction is as good as stated. `term`: a document uses the term
   * in this sense only. `likely`: the words lean this way and settle nothing.
   */
  readonly standing: 'formula' | 'term' | 'likely';
  /** The document; null where the words only lean. */
  readonly source: string | null;
}

interface Term {
  readonly pattern: RegExp;
  readonly direction: NamedDirection['direction'];
  readonly standing: 'formula' | 'term';
  readonly source: string;
}

function terms(
  direction: Term['direction'],
  standing: Term['standing'],
  source: TermSource,
  patterns: readonly RegExp[],
): readonly Term[] {
  return patterns.map((pattern) => ({ pattern, direction, standing, source: source.document }));
}

/** The first that fits the bare name counts. */
const termsOfArt: readonly Term[] = [
  // 成本节约率＝（计划成本－实际成本）÷计划成本; 实际完成率＝实际产出数÷计划产出数; 资金到位率; 满意度.
  ...terms('positive', 'formula', framework, [
    /(?:成本|资金|费用)(?:节约|节省)率$/u,
    /完成率$/u,
    /达标率$/u,
    /(?:到位率|执行率)$/u,
    /满意(?:度|率)$/u,
  ]),
  ...terms('positive', 'formula', common, [/及时率$/u, /重点工作办结率$/u]),
  ...terms('positive', 'formula', guide, [/合格率$/u]),
  ...terms('positive', 'term', retention, [/巩固率$/u]),
  // 控制率＝实际支出÷预算安排.
  ...terms('reverse', 'term', common, [/(?:三公经费|公用经费)控制率$/u, /(?:结转|结余)率$/u, /预算调整率$/u]),
  ...terms('reverse', 'term', guide, [/故障率$/u]),
  ...terms('reverse', 'term', mortality, [/死亡率$/u]),
  ...terms('reverse', 'term', retention, [/辍学率$/u]),
  ...terms('reverse', 'term', poverty, [/贫困发生率$/u]),
  ...terms('reverse', 'term', unemployment, [/失业率$/u]),
  ...terms('reverse', 'term', leakage, [/漏损率$/u]),
  ...terms('reverse', 'term', bookErrors, [/差错率$/u]),
  ...terms('reverse', 'term', forestFires, [/火灾受害率$/u]),
];

/** Things that should not be, cost or last. */
const unwanted =
  /成本|费用|造价|开支|单价|经费|会议费|培训费|接待费|水费|电费|死亡|伤亡|投诉|上访|信访|事故|故障|逾期|超期|延期|延误|延迟|滞后|拖欠|欠薪|欠费|结余|结转|超支|超标|超载|发病|患病|感染|疫情|疾病|差错|失误|错误|误差|误报|漏报|瞒报|返工|返修|退货|退费|违规|违法|违纪|违约|犯罪|发案|案件|纠纷|火灾|灾害|受灾|受害|损失|损耗|损毁|损坏|漏损|流失|流动率|离职|辍学|失学|退学|失业|返贫|贫困|空置|闲置|不良|负债|债务|能耗|耗电|耗水|耗能|水耗|消耗|排放|污染|浓度|PM|噪声|噪音|扬尘|垃圾产生|不合格|不达标|未完成|缺口|缺勤|缺陷|隐患|病虫|危害|工期|周期|时限|时长|时间|用时|耗时|等候|等待|等候|住院日|响应|间隔|(?:成本|预算|费用?|经费|支出|造价|投资)控制(?:率|数|额)?|调整率|发生率|发生数|发生起|断水|停电|停水|中断|拥堵|违章|裁员|荒漠化|退化|破坏|冲突|舆情|事件|病死|死苗|漏诊|误诊|盗窃|诈骗|溺水|渗漏|泄漏|泄露|爆炸|撂荒|滞留|积压|差评|负面|申诉|诉讼|扣分|罚款|人均补助成本|费$/u;

/** Words that turn such a name into something that is wanted: 投诉办结率, 死亡率下降幅度, 节约成本. */
const relieving =
  /节约|节省|降低|下降|减少|压减|压降|缩短|减免|减排|削减|办结|处理|处置|处治|回复|回访|答复|化解|调解|整改|治理|防治|防控|预防|预警|排查|巡查|检查|查处|监测|检测|监控|监管|达标|合格|满意|准确|及时|完成|收回|回收|追回|清欠|清收|催收|核算|救助|救治|救援|理赔|赔付|补偿|补助|补贴|资助|发放|支付|兑现|拨付|报销|宣传|培训|演练|演习|接听|受理|接待|办理|修复|维修|抢修|恢复|改善|提高|提升|覆盖|保障|收入|效益|有效|正常|畅通|无害化|综合利用|收集|转运|清运|清理|清除|消除|排除|脱贫|复学|再就业|就业|控制|年限|寿命|质保|保修|优良|使用/u;

/** Counts of what was built or done; 实际完成率＝实际产出数÷计划产出数. */
const doings =
  /新建|新增|改建|扩建|续建|修建|建设|建成|建立|搭建|改造|维修|修缮|整治|硬化|绿化|购置|采购|配备|安装|铺设|架设|种植|栽植|造林|培训|举办|开展|组织|召开|发放|印发|编制|制作|拍摄|实施|完成|救助|资助|帮扶|服务|巡查|检查|检测|演练|宣传|引进|招聘|聘用|创建|打造|受训|发表|出版|创作|开发|研发|治理|处理|完善|印制|录制|调查|审计|评审|检修|巡护|管护|养护|补贴|补助|慰问|走访|扶持|支持|兑付|供应|生产|推广|示范|认定|登记|办理|办结|接待|接听|受理|流转|收储|清理|清运|整理|拆除|修复|更新|升级|部署|上线|接入/u;

/** Wanted high beyond much doubt, though no document of scoring defines them. */
const wanted =
  /(?:满意度|满意率|合格率|达标率|优良率|优秀率|覆盖率|及时率|准确率|成活率|入学率|巩固率|普及率|通过率|完好率|出勤率|知晓率|参保率|完成率|到位率|就业率|利用率)$/u;

const negated = /不|未|非|超|零/u;

/** Whether a name is a term: nothing in it turns it round. */
function isTerm(words: string, { direction, pattern }: Term): boolean {
  return (
    pattern.test(words) &&
    !negated.test(words) &&
    (direction === 'positive' || !relieving.test(words.replace(pattern, '')))
  );
}

/** What sort of thing a bare figure is, as far as its unit says it. */
export type FigureSort = 'count' | 'time' | 'money' | 'ratio' | 'other';

/** 节约成本, 减少事故数: what is done to the thing stands before it. */
const relievedFirst = /^(?:节约|节省|降低|减少|压减|压降|缩短|减免|减排|削减|消除|清理|清除|发放|支付|拨付|兑现|报销)/u;

/** Each pattern in a form that goes on after a match; making one takes longer than most searches. */
const repeated = new Map<RegExp, RegExp>();

/** Where the last match of a pattern, which is to be a constant, starts; −1 where there is none. */
function lastPlace(words: string, pattern: RegExp): number {
  const all = repeated.get(pattern) ?? new RegExp(pattern.source, 'gu');
  repeated.set(pattern, all);
  return [...words.matchAll(all)].at(-1)?.index ?? -1;
}

/** Whether the words lean towards less: the last word of either side is what the name is about. */
function leansToLess(words: string, sort: FigureSort): boolean {
  const bad = lastPlace(words, unwanted);
  const good = lastPlace(words, relieving);
  if (bad < 0) return sort === 'time' && good < 0;
  return bad > good && !relievedFirst.test(words);
}

/** What is done about a thing that is unwanted: the more the better. */
const doneAbout = /演练|宣传|培训|防治|防控|排查|巡查|检查|救助|救治|无害化/u;

/** A count of what was built or done; with an unwanted thing in its name it is no more than a term. */
function namedCount(words: string): NamedDirection | null {
  if (!unwanted.test(words)) {
    const isDone = doings.test(words) && !/(?:维修|检修|抢修|修复)次数/u.test(words);
    return isDone ? { direction: 'positive', standing: 'formula', source: framework.document } : null;
  }
  const isAbout = lastPlace(words, doneAbout) > lastPlace(words, unwanted);
  return isAbout ? { direction: 'positive', standing: 'term', source: framework.document } : null;
}

/** 能耗降低率, 死亡率下降幅度: what is unwanted shall fall, and the more it falls the better. */
function namedMovement(words: string): NamedDirection | null {
  const falls = /(?:降低|下降|减少|压减|缩短|削减)(?:率|幅度|比例|比率|量|数|额)$/u;
  const isWanted = falls.test(words) && unwanted.test(words.replace(falls, ''));
  return isWanted ? { direction: 'positive', standing: 'term', source: framework.document } : null;
}

/** Where a figure stands in its form, beyond its name. */
export interface FigurePlace {
  readonly sort: FigureSort;
  /** Under a 数量 heading: 产出数量 is measured by 实际完成率＝实际产出数÷计划产出数. */
  readonly isOutputCount: boolean;
  /** 100%: a share of a whole that shall be all of it. */
  readonly isWhole: boolean;
}

/** What the name says of the direction, and what its place adds where the name has no word against it. */
export function namedDirection(name: string, { isOutputCount, isWhole, sort }: FigurePlace): NamedDirection {
  return namedAt[sort](`${isOutputCount ? 'o' : '-'}${isWhole ? 'w' : '-'}${name}`);
}

/** By what sort of figure it is; before the name stands what else is known of its place. */
const namedAt: Readonly<Record<FigureSort, (placed: string) => NamedDirection>> = {
  count: namedFor('count'),
  time: namedFor('time'),
  money: namedFor('money'),
  ratio: namedFor('ratio'),
  other: namedFor('other'),
};

function namedFor(sort: FigureSort): (placed: string) => NamedDirection {
  return remembered((placed) =>
    named(placed.slice(2), { sort, isOutputCount: placed.startsWith('o'), isWhole: placed.charAt(1) === 'w' }),
  );
}

function named(name: string, { isOutputCount, isWhole, sort }: FigurePlace): NamedDirection {
  const words = bareName(name);
  const term = termsOfArt.find((each) => isTerm(words, each));
  if (term) {
    // 投诉满意率, 成本节约率: the term decides the score, and does not accuse.
    const standing = unwanted.test(words) ? 'term' : term.standing;
    return { direction: term.direction, standing, source: term.source };
  }
  const count = sort === 'time' || sort === 'money' ? null : (namedCount(words) ?? namedMovement(words));
  if (count) return count;
  const isOutput = (sort === 'count' && isOutputCount) || (sort === 'ratio' && isWhole);
  if (isOutput && !unwanted.test(words)) return { direction: 'positive', standing: 'term', source: framework.document };
  return { direction: leansToLess(words, sort) ? 'reverse' : 'positive', standing: 'likely', source: null };
}

const costs = /(?:成本|费用|造价|开支|单价)(?:总额|金额|数额|数|额|标准|水平)?$/u;
const unwantedRates =
  /(?:死亡|投诉|事故|(?<!就业)发生|超支|逾期|结余|结转|返工|误差|差错|违规|违法|损耗|空置|流失|失业|辍学|返贫|感染|发病|拖欠|不合格)(?:率|次数|件数|起数|数|量)$/u;

/** 节约成本 is wanted; 发放生活费用 is a payment to people; a handled complaint is a good one. */
const turned =
  /节约|降低|减少|下降|压减|控制|减免|回收|处置|办结|化解|处理|查处|整改|发放|补助|补贴|支付|兑现|拨付|报销|收入|效益/u;

/** Whether less of it is better beyond doubt, going by its name alone: an operator that asks for more is questioned. */
export const isUnwantedHigh: (name: string) => boolean = remembered((name) => {
  const words = bareName(name).replace(/[（(].*$/u, '');
  return (costs.test(words) || unwantedRates.test(words)) && !turned.test(words);
});

/** Whether more of it is better beyond doubt: qualities and satisfaction. */
export const isWantedHigh: (name: string) => boolean = remembered((name) => {
  const words = bareName(name);
  return wanted.test(words) && !/不|未|非|超/u.test(words);
});
