/** Words without numbers: yes and no, grades, the national tiers, dashes, negations. */
import { lexiconOf } from './lexicon';
import type { Qualitative } from './value';

/** Yes and no. A single 无 answers "is there any?": national forms write 有/无 and dashes for "not applicable". */
export const yesNoWords = lexiconOf<boolean>([
  [true, '是 有 对 √ ✓ ✔ ☑ 是的 Y y YES Yes yes'],
  [false, '否 无 没有 不是 × ✗ ✘ 无有 N n NO No no'],
]);

/** Marks of "not applicable". */
export const dashWords = lexiconOf<true>([[true, '/ \\ 不适用 不涉及 无此项 N/A n/a NA']]);

/** Grades and ranks that stand alone, best first within each row; rows are separate scales. */
export const gradeScales: readonly (readonly string[])[] = [
  ['优秀', '良好', '中等', '较差'],
  ['优', '良', '中', '差'],
  ['优秀', '良好', '合格', '不合格'],
  ['优秀', '良好', '一般', '较差'],
  ['优秀', '称职', '基本称职', '不称职'],
  ['优秀', '良好', '及格', '不及格'],
  ['优', '良', '合格', '不合格'],
  ['特等', '一等', '二等', '三等'],
  ['合格', '基本合格', '不合格'],
  ['达标', '基本达标', '不达标'],
  ['甲级', '乙级', '丙级'],
  ['国家级', '省级', '市级', '县级'],
  ['特级', '一级', '二级', '三级', '四级', '五级'],
  ['Ⅰ类', 'Ⅱ类', 'Ⅲ类', 'Ⅳ类', 'Ⅴ类'],
  ['一类', '二类', '三类', '四类', '五类'],
];

const standingGrades = new Set([
  ...gradeScales.flat().filter((grade) => grade !== '一般' && grade !== '中'),
  '已达标',
  '未达标',
  '全部合格',
  '全部达标',
  '自治区级',
  '优良',
  '自治区一级',
]);

const gradeLeads = [
  '达到',
  '达',
  '评定为',
  '评为',
  '等级为',
  '等级',
  '验收',
  '检验',
  '检测',
  '质量',
  '考核',
  '评价',
  '为',
];
const gradeEndings = ['等次', '等级', '档次'];
const gradePrefixes = ['国家', '省', '市', '县', '自治区', '全国', '部'];
const gradeSteps = ['特', '一', '二', '三', '四', '五', '甲', '乙', '丙', '1', '2', '3', '4', '5', 'A', 'AA', 'AAA'];
for (const step of ['3A', '4A', '5A', 'AAAA', 'AAAAA', 'Ⅰ', 'Ⅱ', 'Ⅲ', 'Ⅳ', 'Ⅴ', 'I', 'II', 'III', 'IV', 'V']) {
  gradeSteps.push(step);
}
const gradeUnits = ['级', '等', '类', '级标准', '类标准', '类水', '类水质', '级景区', '等奖'];
for (const step of gradeSteps) {
  for (const unit of gradeUnits) {
    standingGrades.add(step + unit);
    for (const prefix of gradePrefixes) standingGrades.add(prefix + step + unit);
  }
}

/** The grade that a text is, without words such as 达到 or 验收 before it; null where it is none. */
export function gradeIn(text: string): string | null {
  // Longer texts are sentences.
  if (text.length > 16) return null;
  const ending = gradeEndings.find((word) => text.endsWith(word));
  let rest = ending === undefined ? text : text.slice(0, -ending.length);
  for (;;) {
    if (standingGrades.has(rest)) return rest;
    const lead = gradeLeads.find((word) => rest.startsWith(word) && rest.length > word.length);
    if (lead === undefined) return null;
    rest = rest.slice(lead.length);
  }
}

/**
 * The tier that a text names in the words of the national method (财预〔2020〕10号, 自评表 notes): 达成预期指标,
 * 部分达成预期指标并具有一定效果, 未达成预期指标且效果较差, with 年度 for 预期 and 目标 for 指标. Other praise names none.
 */
export function tierOf(text: string): Qualitative['tier'] {
  const found = lastOf(text, ['达成预期指标', '达成年度指标', '达成预期目标', '达成年度目标']);
  if (found === null) return null;
  const before = text.slice(0, found.at);
  const after = text.slice(found.end);
  if (before === '未' && (after === '' || after === '且效果较差' || after === '且效果差')) return 'not';
  if (before === '部分' && (after === '' || after === '并具有一定效果' || after === '且具有一定效果')) return 'partly';
  const whole = ['', '全部', '基本', '全部或基本', '已', '已全部', '完全'].includes(before);
  return whole && after === '' ? 'achieved' : null;
}

function lastOf(text: string, words: readonly string[]): { readonly at: number; readonly end: number } | null {
  for (const word of words) {
    const at = text.indexOf(word);
    if (at >= 0) return { at, end: at + word.length };
  }
  return null;
}

/** Endings of names that hold a negation as part of the name: 不合格率, 未成年人数. */
const nameEndings = [
  '率',
  '度',
  '数',
  '量',
  '额',
  '比',
  '例',
  '值',
  '本',
  '费',
  '数量',
  '金额',
  '比例',
  '面积',
  '时间',
  '长度',
];
const linkingEndings = [
  '提高到',
  '降低到',
  '控制在',
  '降至',
  '达到',
  '提高',
  '降低',
  '下降',
  '上升',
  '减少',
  '为',
  '达',
  '是',
  ':',
  '在',
];

function withoutLinking(lead: string): string {
  let rest = lead;
  for (;;) {
    const ending = linkingEndings.find((word) => rest.endsWith(word));
    if (ending === undefined) return rest;
    rest = rest.slice(0, -ending.length);
  }
}

const negations = ['未', '没', '不'];

function negates(words: string): boolean {
  return negations.some((negation) => words.includes(negation));
}

/** Whether the words before a bare number turn its meaning round (未完成3个), and are no mere name (不合格率1%). */
export function leadNegates(lead: string): boolean {
  if (!negates(lead)) return false;
  const name = withoutLinking(lead);
  return !nameEndings.some((ending) => name.endsWith(ending));
}

const timeWords = ['前', '之前', '以前', '后', '之后', '以后'];

/** Whether the words after a number turn its meaning round (3个未完成) or make a moment of it (10天前). */
export function tailNegates(tail: string): boolean {
  return negates(tail) || timeWords.some((word) => tail.startsWith(word));
}

/** Words that put a date into a year that only its form knows. */
const otherYears = ['次年', '翌年', '下年', '下一年', '明年', '来年', '上年', '去年', '下年度', '次年度', '上年度'];

/** Whether the words before a date move it into another year (次年3月前). */
export function namesOtherYear(lead: string): boolean {
  return otherYears.some((word) => lead.endsWith(word));
}

/** Verbs after which a Chinese numeral is an amount even when more words follow: 新建一座水库. */
const verbsBefore =
  '新建 新增 改建 扩建 修建 建设 建成 建立 建造 搭建 完成 达到 达 带动 购置 采购 购买 配备 安装 改造 维修 治理 培训 举办 开展 组织 召开 发放 补助 支持 实施 编制 制定 出台 印发 形成 发布 共 共计 合计 每年 每月 每季度 每户 每人 每村 全年 年均 打造 创建 引进 设立 聘用 招聘 救助 资助 奖励 种植 养殖 出版 撰写 申请 获得 提供 增加 减少 提高 降低 下降 提升 增长 不少于 为 约 近';
const verbs = new Set(verbsBefore.split(' '));

/** Whether the words end with a verb after which an amount is expected. */
export function expectsAmount(words: string): boolean {
  for (let length = 1; length <= 3; length += 1) if (verbs.has(words.slice(-length))) return true;
  return words === '';
}

const falls = ['降低', '下降', '减少', '缩短', '压减', '缩减', '削减', '降'];
const rises = ['提高', '增长', '增加', '上升', '提升', '增收', '扩大'];

/** Which way words before a number say that it moved: 降低1% falls, 提高5% rises; null where they say neither. */
export function movementOf(lead: string): 'rises' | 'falls' | null {
  // 提高到95% and 降至5% state a level, not a movement.
  if (lead.endsWith('到') || lead.endsWith('至') || lead.endsWith('为')) return null;
  if (falls.some((word) => lead.endsWith(word))) return 'falls';
  return rises.some((word) => lead.endsWith(word)) ? 'rises' : null;
}
