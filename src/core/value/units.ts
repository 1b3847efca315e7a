/** Units of measure: the table of families, how a unit is read, how two are compared and converted. */
import { exact, one, type Exact } from '../exact';
import { isHan, isLatin } from './normalise';
import { readMultiplier } from './numbers';
import { lexiconOf } from './lexicon';
import type { Quantity, Unit } from './value';

/**
 * What sort of thing a family counts or measures. `person`, `household`, `visit` and `thing` are counts;
 * persons for a count of things (人 for industries) is doubtful.
 */
export type Kinship = 'person' | 'household' | 'visit' | 'thing' | 'measure';

interface UnitEntry {
  readonly family: string;
  readonly scale: Exact;
  readonly kinship: Kinship;
}

/** Each family with its units as name=scale in the family's base unit; without "=" the scale is 1. All are exact. */
const measures: readonly (readonly [string, string])[] = [
  ['ratio', '%=0.01 ‰=0.001 成=0.1 倍'],
  ['percentage-point', '百分点 个百分点 个点'],
  ['money', '元 块钱 元整 元钱 角=0.1'],
  ['dollar', '美元'],
  // 1 亩 = 2000/3 平方米, so that 1 平方米 = 0.0015 亩 exactly.
  [
    'area',
    '亩 市亩 公顷=15 hm2=15 hm²=15 平方米=0.0015 平米=0.0015 平方=0.0015 m2=0.0015 m²=0.0015 ㎡=0.0015 平方公里=1500 平方千米=1500 km2=1500 km²=1500 ㎢=1500',
  ],
  [
    'length',
    '米 m 延米 延长米 公里=1000 千米=1000 km=1000 KM=1000 ㎞=1000 里=500 华里=500 分米=0.1 厘米=0.01 公分=0.01 cm=0.01 ㎝=0.01 毫米=0.001 mm=0.001 ㎜=0.001',
  ],
  ['volume', '立方米 立方 方 m3 m³ ㎥ 升=0.001 公升=0.001 L=0.001 毫升=0.000001 ml=0.000001 mL=0.000001'],
  [
    'mass',
    '公斤 千克 kg Kg KG 吨=1000 t=1000 斤=0.5 市斤=0.5 克=0.001 g=0.001 毫克=0.000001 mg=0.000001 微克=0.000000001 μg=0.000000001 ug=0.000000001',
  ],
  [
    'time',
    '秒 秒钟 s 分钟=60 min=60 小时=3600 个小时=3600 h=3600 天=86400 日=86400 d=86400 个日历天=86400 日历天=86400 自然日=86400 个自然日=86400 周=604800 星期=604800 个星期=604800',
  ],
  ['working-day', '工作日 个工作日'],
  ['month', '月 个月 月份 季度=3 个季度=3 季=3 年=12 周年=12 年度=12 个年度=12'],
  ['teaching-hour', '学时 课时 个学时 个课时'],
  ['power', '瓦 W 千瓦=1000 kW=1000 KW=1000 kw=1000 兆瓦=1000000 MW=1000000'],
  ['energy', '度 度电 千瓦时 kWh KWh kwh'],
  ['voltage', '伏 V 千伏=1000 kV=1000 KV=1000'],
  ['data', 'MB GB=1024 TB=1048576'],
  ['bandwidth', '兆 Mbps Gbps=1000'],
  ['score', '分'],
  ['temperature', '℃ 摄氏度'],
  ['sound', '分贝 dB'],
  ['standard-coal', '吨标准煤 吨标煤'],
];

const counts: readonly (readonly [string, Kinship, string])[] = [
  ['person', 'person', '人 名 位 口人 个人'],
  ['visit', 'visit', '人次 人·次'],
  ['person-day', 'visit', '人天 人日 工日 人·天'],
  ['household', 'household', '户 户次'],
];

/** Count words, each a family of its own: a count of 座 is not a count of 户. */
const things = [
  '个 项 次 处 座 台 套 份 批 件 条 家 所 间 栋 幢 辆 艘 架 部 本 册 篇 期 场 场次 班 班次 轮 例 起 宗 笔 张 块 片 盏 眼 口井 孔 根 支 把 副 对 双 组',
  '头 只 匹 羽 株 棵 颗 粒 尾 穴 窝 丛 穗 束 届 门 科 课 堂 节 章 款 种 类 样 床 张床位 床位 卷 盒 箱 袋 瓶 桶 罐 包 枚 点 段 标段 道 层 页 幅 面 顶 圈 盘',
  '批次 频次 台次 车次 台套 套次 件套 件次 家次 项次 例次 亩次 吨次 条次 份次 架次 艘次 剂次 针次 支次 只次 头次 处次 人份 剂 字 员 回 遍 趟 顿 餐 餐次 席 桌 车',
  '用户 客户 平台 村 行政村 自然村 镇 乡 乡镇 县 区 社区 街道 单位 企业 学校 岗位 名额 队 支队伍 棚 畦 管 杆',
];

const entries = new Map<string, UnitEntry>();
function enter(family: string, kinship: Kinship, names: string): void {
  for (const item of names.split(' ')) {
    const [name = '', scale] = item.split('=');
    entries.set(name, { family, scale: scale === undefined ? one : exact(scale), kinship });
  }
}
for (const [family, names] of measures) enter(family, 'measure', names);
for (const [family, kinship, names] of counts) enter(family, kinship, names);
for (const name of things.flatMap((row) => row.split(' '))) enter(name, 'thing', name);

const lexicon = lexiconOf([...entries].map(([name, entry]) => [entry, name] as const));

/** A unit in a text. */
export interface UnitRead {
  readonly unit: Unit;
  /** The place after it. */
  readonly end: number;
}

function make(name: string, entry: UnitEntry, scale: Exact = one): Unit {
  return { name, family: entry.family, scale: entry.scale.times(scale), per: null };
}

function readKnown(text: string, at: number): UnitRead | null {
  const match = lexicon.matchAt(text, at);
  if (!match) return null;
  const end = at + match.word.length;
  // "5G" is a unit, the g of "5good" is not.
  if (isLatin(match.word.charAt(match.word.length - 1)) && isLatin(text.charAt(end))) return null;
  return { unit: make(match.word, match.meaning), end };
}

/** A unit with its multiplier: 万亩, 亿元, 千米. */
function readScaled(text: string, at: number): UnitRead | null {
  const known = readKnown(text, at);
  if (known) return known;
  const multiplier = readMultiplier(text, at);
  if (!multiplier) return null;
  const base = readKnown(text, multiplier.end);
  if (!base) return null;
  const unit = { ...base.unit, name: text.slice(at, base.end), scale: base.unit.scale.times(multiplier.scale) };
  return { unit, end: base.end };
}

/** How many characters of an unknown word may be a unit; longer ones are sentences. */
const unknownUnitLimit = 4;

function readUnknown(text: string, at: number): UnitRead | null {
  let end = at;
  while (end < at + unknownUnitLimit && isHan(text.charAt(end))) end += 1;
  if (end === at) return null;
  const name = text.slice(at, end);
  return { unit: { name, family: name, scale: one, per: null }, end };
}

/** What a unit is counted by: 元/户, 元/人·年, 微克/立方米; several parts make one. */
function readPer(text: string, at: number): UnitRead | null {
  let unit: Unit | null = null;
  let end = at;
  // More than three parts are no unit.
  for (let part = 0; part < 3; part += 1) {
    const sign = text.charAt(end);
    const joins = sign === '/' || (unit ? sign === '·' || sign === '*' || sign === '×' : sign === '每');
    if (!joins) break;
    const next: UnitRead | null =
      readScaled(text, end + 1) ?? (sign === '/' && !unit ? readUnknown(text, end + 1) : null);
    if (!next) break;
    end = next.end;
    unit = unit
      ? {
          name: `${unit.name}·${next.unit.name}`,
          family: [...unit.family.split('·'), next.unit.family].sort().join('·'),
          scale: unit.scale.times(next.unit.scale),
          per: null,
        }
      : next.unit;
  }
  return unit ? { unit, end } : null;
}

/** Reads a unit, with its multiplier and what it is counted by; null where none is known here. */
export function readUnit(text: string, at: number): UnitRead | null {
  const main = readScaled(text, at);
  if (!main) return null;
  const per = readPer(text, main.end);
  if (!per) return main;
  return { unit: { ...main.unit, name: text.slice(at, per.end), per: per.unit }, end: per.end };
}

/** Makes a unit that the table does not know: a family of its own. */
export function unknownUnit(name: string): Unit {
  return { name, family: name, scale: one, per: null };
}

/** The family of a bare multiplier, as in "1.5万". */
const bareFamily = 'number';

/** A multiplier without a unit: "20.3万". */
export function bareUnit(name: string, scale: Exact): Unit {
  return { name, family: bareFamily, scale, per: null };
}

/** 95% is 95 of these. */
export const percent: Unit = { name: '%', family: 'ratio', scale: exact('0.01'), per: null };
export const perMille: Unit = { name: '‰', family: 'ratio', scale: exact('0.001'), per: null };
export const perTenThousand: Unit = { name: '‱', family: 'ratio', scale: exact('0.0001'), per: null };

const kinships = new Map<string, Kinship>([...entries.values()].map(({ family, kinship }) => [family, kinship]));

/** What sort of thing a unit counts or measures; a unit that the table does not know counts things. */
export function kinshipOf(unit: Unit): Kinship {
  return unit.family === bareFamily ? 'measure' : (kinships.get(unit.family) ?? 'thing');
}

/** How two units stand to each other. */
export type UnitRelation =
  /** The same measure on the same scale: 人 and 名. */
  | 'same'
  /** The same measure, exactly convertible: 亩 and 万亩. */
  | 'scalable'
  /** Taken to be the same because one says less than the other: nothing, 个, 1300元 for 1300元/亩. */
  | 'assumed'
  /** Different measures: 人 and 个, 元 and %. */
  | 'different';

function familyRelation(left: Unit, right: Unit): 'same' | 'assumed' | 'different' {
  if (left.family === right.family) return 'same';
  if (left.family === bareFamily || right.family === bareFamily) return 'assumed';
  const generic = left.family === '个' || right.family === '个';
  if (generic && kinshipOf(left) === 'thing' && kinshipOf(right) === 'thing') return 'assumed';
  const families = [left.family, right.family];
  return families.includes('ratio') && families.includes('percentage-point') && sameScaleAsPercent(left, right)
    ? 'assumed'
    : 'different';
}

/** "Up 5%" and "up 5 percentage points" are often meant alike, other ratios are not. */
function sameScaleAsPercent(left: Unit, right: Unit): boolean {
  return [left, right].some((unit) => unit.family === 'ratio' && unit.scale.eq(percent.scale));
}

function factorOf(unit: Unit): { readonly over: Exact; readonly under: Exact } {
  return { over: unit.scale, under: unit.per?.scale ?? one };
}

/** Compares two units; null is "no unit written". */
export function compareUnits(left: Unit | null, right: Unit | null): UnitRelation {
  if (!left || !right) {
    const only = left ?? right;
    if (!only) return 'same';
    return only.family === bareFamily ? 'scalable' : 'assumed';
  }
  const main = familyRelation(left, right);
  const per = left.per && right.per ? familyRelation(left.per, right.per) : left.per || right.per ? 'assumed' : 'same';
  if (main === 'different' || per === 'different') return 'different';
  if (main === 'assumed' || per === 'assumed') return 'assumed';
  const [a, b] = [factorOf(left), factorOf(right)];
  return a.over.times(b.under).eq(b.over.times(a.under)) ? 'same' : 'scalable';
}

/**
 * The quantity's number in another unit (null: in no unit, that is in ones): 0.5189万亩 in 亩 → 5189.
 * A missing unit is taken to be the other one.
 *
 * @returns null where the units differ, and where it is open what was meant: a bare 0.95 or 1 for a percentage.
 */
export function amountIn(quantity: Pick<Quantity, 'number' | 'unit'>, unit: Unit | null): Exact | null {
  const { number, unit: own } = quantity;
  if (compareUnits(own, unit) === 'different') return null;
  const bare = own?.family === bareFamily ? number.times(own.scale) : number;
  if (!unit) return bare;
  if (!own) {
    if (unit.family === 'ratio' && number.abs().lte(one) && !number.eq(0)) return null;
    return unit.family === bareFamily ? number.div(unit.scale) : number;
  }
  if (own.family === 'percentage-point' || unit.family === 'percentage-point') {
    return own.family === unit.family || !unit.per ? number : null;
  }
  const [from, to] = [factorOf(own), factorOf(unit)];
  // One that is counted by nothing is taken to be counted by what the other is.
  const under = own.per && unit.per ? from.under : one;
  const over = own.per && unit.per ? to.under : one;
  return number.times(from.over).times(over).div(under.times(to.over));
}

/** Reads a text that is nothing but a unit (a column 度量单位); null where it is empty; an unknown word is its own family. */
export function unitNamed(text: string): Unit | null {
  if (text === '') return null;
  const read = readUnit(text, 0);
  if (read && read.end === text.length) return read.unit;
  const multiplier = readMultiplier(text, 0);
  if (multiplier && multiplier.end === text.length) return bareUnit(multiplier.name, multiplier.scale);
  return unknownUnit(text);
}
