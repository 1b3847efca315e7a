/** Small words: otherwise, exceptions, conjunctions, marks, enumerators, asides. */
import { number } from './numberWords';
import { matchAt, type Content, type ReadPhrase } from './phrase';

const otherwise =
  /(?:否则|反之|其余情况|其他情况|其它情况|除此之外|除此以外|其余|其他(?=不得分|得))(?:的|一律)?(?=[,不得按每视根酌均为计记扣])|[此之以]后(?=,?(?:不[得计记]|得0))/uy;

/** 否则: every other case. */
export const readOtherwise: ReadPhrase = (text, at) => {
  const match = matchAt(otherwise, text, at);
  return match && { to: at + match[0].length, is: { kind: 'otherwise' } };
};

const exceptions =
  /减半|一半|半数|加倍|翻倍|双倍|另行|折算|系数|加权|除外|经(?:批准|同意|审批|核实|认定)|特殊(?:原因|情况)|不可抗力|客观原因|政策(?:原因|调整)|整改后|整改合格|限期整改|不足[\d.]{1,5}[^,。;\d]{0,5}(?:按|不扣|不计|以)|情节|择其一|换算|专家打分|功效|豁免|视为|不予考核|不适用|不纳入|以此类推|依此类推|依次类推|以次类推|类推|连续|累进|(?:及|或)?以(?:上|下|内|外)(?!各|所|情况|内容|指标|问题|任|均|全部|制度|条件|要求|事项|规定|[一二两三四五六七八九十\d]|表彰|奖励|部门|单位|政府|领导|的?(?:表彰|奖励))|递增|剔除|扣除(?=[^\d]{1,12}后)|逐级|分段|倒扣|同时满足|任意|任一|其中之一|加或减|加减|相应[加增减]|各(?=[得计占扣记])|均(?=[得计占扣记]\d)|除[^,。;]{1,12}外/uy;

/** 每 before a number that no step took. */
const eachNumber = /每(?=[^,。;每]{0,8}?(?:\d|[一二两三四五六七八九十][项个处次名例起]))/uy;

/** A word that turns what is said in a way that no reader knows; the clause that holds it is not read. */
export const readException: ReadPhrase = (text, at) => {
  const match = matchAt(exceptions, text, at);
  return match && { to: at + match[0].length, is: { kind: 'exception' } };
};

const asides =
  /(?:自主分配|自行设定|分值统一设置为|权重可做?适当调整|加总后应等于|合计应?为?100分|评价得分说明|说明全年实际值|得分一档最高|各级指标得分)/u;

/** A sentence about weights and totals, which changes no score. */
export const readAside: ReadPhrase = (text, at) => {
  if (at > 0 && !'。;\n'.includes(text.charAt(at - 1))) return null;
  const rest = text.slice(at, at + 200);
  const length = rest.search(/[。;\n]/u);
  const sentence = length < 0 ? rest : rest.slice(0, length);
  return asides.test(sentence) ? { to: at + sentence.length, is: { kind: 'aside' } } : null;
};

const enumerator = /[①-⑳]|\(?[1-9一二三四五六七八九][.、)](?![\d%])|[1-9][.、](?=\d(?:[-—~至到]\d)?年)/uy;
const afterBreak = '。;\n:,、)';

/** ①, 1. and 1、 at the start of a piece. */
export const readEnumeratorPhrase: ReadPhrase = (text, at) => {
  const match = matchAt(enumerator, text, at);
  if (!match) return null;
  const isCircled = text.charAt(at) >= '①' && text.charAt(at) <= '⑳';
  if (!isCircled && at > 0 && !afterBreak.includes(text.charAt(at - 1))) return null;
  return { to: at + match[0].length, is: { kind: 'enumerator', sign: text.charAt(at) } };
};

const marks: Readonly<Record<string, Content>> = {
  ',': { kind: 'comma' },
  '、': { kind: 'comma' },
  '。': { kind: 'stop' },
  ';': { kind: 'stop' },
  '\n': { kind: 'stop' },
  ':': { kind: 'colon' },
  '(': { kind: 'open' },
  ')': { kind: 'close' },
};

const or = /或者?(?=[<>≥≤大小高低超不])/uy;
const and = /(?:且|并且|同时)(?=[<>≥≤大小高低超不])/uy;

/** Signs and words that join or part. */
export const readMark: ReadPhrase = (text, at) => {
  const mark = marks[text.charAt(at)];
  if (mark) return { to: at + 1, is: mark };
  const either = matchAt(or, text, at);
  if (either) return { to: at + either[0].length, is: { kind: 'or' } };
  const both = matchAt(and, text, at);
  return both && { to: at + both[0].length, is: { kind: 'and' } };
};

/** A run of digits of any length, %, an operator, or a numeral that counts. */
const digitRun = /[\d.,]*\d/uy;
const operator = /[%‰×*÷+≥≤<>=]/uy;
const numeral = new RegExp(
  `(?!一)${number}(?=[项处次例起条个户件笔份篇期家座名村批台套场天日周年]|分(?!别|析|类|解|配)|%|倍|成)`,
  'uy',
);
const shares = /百分之[一二三四五六七八九十百]{1,5}|[一二三四五六七八九十]{1,3}分之[一二三四五六七八九十]{1,3}/uy;

/** 每 with a number in words that no reader of steps knows. */
export const readUnknownStep: ReadPhrase = (text, at) => {
  const match = matchAt(eachNumber, text, at);
  return match && { to: at + match[0].length, is: { kind: 'exception' } };
};

/** A figure that no other reader took: its clause is not read. */
export const readLeftFigure: ReadPhrase = (text, at) => {
  for (const pattern of [shares, digitRun, operator, numeral]) {
    const match = matchAt(pattern, text, at);
    if (match && match[0] !== '') return { to: at + match[0].length, is: { kind: 'figure' } };
  }
  return null;
};

const relation =
  /(?:[\u4e00-\u9fff]{0,6}实际|单位|总|年度|项目){0,3}[\u4e00-\u9fff]{0,6}(?:≤|<|≥|>|=)(?:[\u4e00-\u9fff]{0,6}(?:计划|预算|目标|指标|批复|概算|合同|控制)[\u4e00-\u9fff]{0,6}?(?:值|数|成本|额|金额|标准|价|工期|时间|数量)?)(?=[,的时得计记]|满分)/uy;
const yearsOfFunds =
  /[12][-—~至到][23]年(?:的)?(?=[^,。;]{0,4}资金)|在?[1-9]年(?:以上|以内)(?:的)?(?=[^,。;]{0,4}资金)/uy;

const ordinal = /第(?:\d{1,3}|[一二三四五六七八九十]{1,2})(?:名|位|批|期|季度|条|款|类|档|等次)?/uy;
const year = /(?:19|20)\d{2}年度?(?![\d底末前])/uy;

/** Figures and signs that are no measure: 实际成本≤预算成本, 1—2年的资金, 2023年度. */
export const readNamed: ReadPhrase = (text, at) => {
  const match =
    matchAt(relation, text, at) ??
    matchAt(yearsOfFunds, text, at) ??
    matchAt(year, text, at) ??
    matchAt(ordinal, text, at);
  return match && { to: at + match[0].length, is: { kind: 'words' } };
};
