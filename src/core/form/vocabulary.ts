/** The words that forms use for their columns, rows and blocks: data, in one place. */
import { remembered } from '../remembered';
import { type HeadingKey, headingKey } from './headerText';
import { type ColumnRole, columnRoles, type Nuance, roles } from './roles';
import { withoutSpaces } from '../signs';

/** What a heading says. */
export interface HeadingMeaning {
  readonly role: ColumnRole;
  readonly nuance: Nuance;
  /** Whether the wording is a known synonym; else only a part of it was recognised. */
  readonly isExact: boolean;
}

const meaningByKey = new Map<string, HeadingMeaning>();
for (const role of columnRoles) {
  for (const [nuance, words] of Object.entries(roles[role].words)) {
    for (const word of words.split(' ')) meaningByKey.set(word, { role, nuance: nuance as Nuance, isExact: true });
  }
}

/** Pieces of wording, most telling first, for headings that nobody has seen yet. */
const pieces = columnRoles
  .flatMap((role) => {
    const { piece } = roles[role];
    return piece ? [{ role, ...piece }] : [];
  })
  .sort((one, other) => one.rank - other.rank);

/** What a heading says, by its known wording; null when it is no known synonym. */
export function exactMeaning({ full, bare }: HeadingKey): HeadingMeaning | null {
  return meaningByKey.get(full) ?? meaningByKey.get(bare) ?? null;
}

/** What a heading probably says, by a piece of its wording. */
export function looseMeaning({ full }: HeadingKey): HeadingMeaning | null {
  if (full === '' || full.length > 24 || full.endsWith('表')) return null;
  for (const { pattern, role } of pieces) if (pattern.test(full)) return { role, nuance: 'plain', isExact: false };
  return null;
}

/** Columns that only a monitoring table has: 1-9月执行情况, 全年预计完成情况, 完成目标可能性. */
export const monitoringHeading =
  /可能性|预计完成|全年预计|\d月(?:份|底)?(?:执行|完成|实际|累计|止)|执行监控|月执行情况/u;

/** Headings of the budget block that no indicator table has. */
export const budgetHeading = /预算数|执行数|执行率|支出数|支付数|到位数/u;

const totals = new Set(
  '总分 合计 总计 得分合计 总得分 自评总分 合计得分 总评分 评价总分 自评得分合计 得分总计 总分值 综合得分 自评总得分 评价总得分 总分合计 合计总分 评价得分合计'.split(
    ' ',
  ),
);
const totalWithScore = /^(?:总分|合计|总计|总得分|得分合计|自评总分|自评得分合计|综合得分)[:：]?(\d+(?:\.\d+)?)分?$/u;
const subtotals = /小计$|^小计|.(?:合计|小计)(?:得分)?$/u;

/** Whether the words head a total row, a subtotal row or neither; a number may follow: "总分：87.30分". */
export function sumRow(key: HeadingKey): 'total' | 'subtotal' | null {
  if (key.bare === '') return null;
  if (totals.has(key.bare) || totals.has(key.full) || totalWithScore.test(key.full)) return 'total';
  return key.bare.length <= 16 && subtotals.test(key.bare) ? 'subtotal' : null;
}

/** Labels that start another block of the form, so that no indicator can stand in their row. */
const blockLabels = new Set(
  '项目名称 专项名称 政策名称 主管部门 实施单位 项目单位 项目资金 项目资金万元 资金情况 预算执行情况 年度总体目标 年度总体目标完成情况 总体目标 年度绩效目标 附件'.split(
    ' ',
  ),
);
const formTitle = /(?:自评表|评价表|评分表|申报表|监控表|目标表|复核表|自评报告|指标体系)(?:续表|续)?$/u;

/** Whether the words belong to the block of labels above a table, or are the title of a form. */
export function startsBlock(key: HeadingKey): boolean {
  return blockLabels.has(key.bare) || blockLabels.has(key.full) || formTitle.test(key.bare) || formTitle.test(key.full);
}

/** A title that is repeated on the next printed page of the same table. */
export function isContinuation(key: HeadingKey): boolean {
  return /续表?$/u.test(key.full);
}

/** Labels of rows below the table in which people sign. */
const signature =
  /^(?:填表人|填报人|填报单位|填表单位|填报日期|填表日期|联系人|联系电话|经办人|审核人|单位负责人|项目负责人|负责人|财务负责人|评价人|制表人|复核人|日期)/u;
/** Whether people sign in a row that begins so. */
export function isSignature(words: string): boolean {
  return signature.test(withoutSpaces(words));
}

const noteStart =
  /^\s*(?:(?:附?注|备注|说明|填表说明|填报说明|备注说明)\s*(?:[:：\d一1.、]|$)|[(（]?\d{1,2}\s*[)）.、．]\s*\S{8,}|※|\*\s*\S{6,})/u;
const closingLabel =
  /^(?:其他)?需要说明|^(?:自评|评价|绩效自评)(?:结论|结果)|^存在(?:的)?(?:主要)?问题|^改进措施|^偏差大或目标未完成|^主要经验|^(?:评价|自评|绩效)等级|^等级$|^相关建议/u;
/** Whether the words are the label of a closing block, whose text stands beside it. */
export function isClosingLabel(words: string): boolean {
  return words.length <= 20 && closingLabel.test(withoutSpaces(words));
}

/** Whether the words begin a note below a table, or one of the closing blocks that some forms have there. */
export function startsNote(words: string): boolean {
  return noteStart.test(words) || closingLabel.test(withoutSpaces(words));
}

const level2Words =
  /^(?:产出)?(?:数量|质量|时效)(?:指标)?$|^(?:经济|社会|生态|环境)(?:效益|影响)(?:指标)?$|^可持续(?:影响|发展)?(?:指标)?$/u;
/** Whether a label can only be of level 2 (成本指标 and 满意度指标 may be of either level). */
export function isLevel2Only(label: string): boolean {
  return level2Words.test(withoutSpaces(label));
}

const levelWords =
  /(?:产出|效益|满意度|数量|质量|时效|成本|经济|社会|生态|可持续|决策|过程|管理|投入|绩效|资金|效果|影响)/u;
/** Whether a label reads like one of the levels above an indicator. */
export function readsLikeLevel(label: string): boolean {
  return label.length <= 24 && levelWords.test(label);
}

const placeholder =
  /^(?:指标(?:名称)?\s*\d*\s*[:：]?\s*(?:[/／\\—–-]+|无|不涉及|不适用)?|(?=[.．·•。…\s]*[….。·])[.．·•。…\s]+|\d+[.、:：]?|[xX×]{2,}|\/)$/u;
/** Whether a name is what the empty template holds: "指标2:", "……", "指标1：/". */
export function isPlaceholder(name: string): boolean {
  return placeholder.test(name);
}

const absent = /^(?:[/／\\—–－-]+|无|不涉及|不适用|无此项|未涉及|N\/?A)$/iu;
/** Whether words say that there is nothing to assess: "/", 无, 不涉及. */
export function saysNothing(words: string): boolean {
  return words === '' || absent.test(withoutSpaces(words));
}

const executionRate =
  /^(?:[A-Z]?\d*\s*)?(?:(?:部门|项目|财政|专项|年度|总)*(?:预算|资金|支付|支出|拨付)(?:资金|支出|经费)*)?(?:执行率|执行情况)$|预算(?:资金|支出)?执行率/u;
/** Whether an indicator is the execution rate of the budget. */
export function isExecutionRateName(name: string): boolean {
  return executionRate.test(withoutSpaces(name));
}

const adjustment = /加减分|加分|减分项|扣分项|附加分|奖惩/u;
/** Whether a section gives bonus or malus points outside the hundred. */
export function isAdjustmentLabel(label: string): boolean {
  return adjustment.test(label);
}

/** Documents with similar tables that are no self-evaluation, by the words of their titles. */
const otherTitles: readonly (readonly [RegExp, string])[] = [
  [/监控|跟踪/u, '绩效运行监控表'],
  [/绩效目标(?:批复|申报|审核)?表|目标申报|申报表|绩效目标$/u, '绩效目标申报表'],
  [/立项依据/u, '立项依据'],
  [/支出明细|资金明细|明细表|支出表/u, '支出明细'],
];
/** The other document that a title names, or null. */
export function otherDocumentTitle(title: string): string | null {
  const words = withoutSpaces(title);
  if (words.length > 40 || /自评|评价表|评分表/u.test(words)) return null;
  return otherTitles.find(([pattern]) => pattern.test(words))?.[1] ?? null;
}

const appraisalTable =
  /^[^，。；：、]*(?:员工|职工|个人|岗位|干部|教师|医护|驾驶员|供应商)[^，。；：、]*(?:考核|考评|评分|评价|绩效)[^，。；：、]*表(?:[(（][^)）]*[)）])?$/u;
const publicMoney = /项目|支出|资金|经费|预算|专项|补助|自评/u;
/** Whether a title names an appraisal of people ("员工绩效考核表"), whose tables have weights and scores too. */
export function isAppraisalOfPeople(title: string): boolean {
  const words = withoutSpaces(title);
  return words.length <= 40 && appraisalTable.test(words) && !publicMoney.test(words);
}

/** Reads a heading; looks at each wording once. */
export const readHeading: (words: string) => { readonly key: HeadingKey; readonly exact: HeadingMeaning | null } =
  remembered((words) => {
    const key = headingKey(words);
    return { key, exact: key.full === '' ? null : exactMeaning(key) };
  });
