/** Step deductions: 每晚一个月扣1分,扣完为止 · 每少于一年扣0.6分 · 每不符合一项扣1.4分. */
import { exact } from '../../exact';
import type { StepsRule } from '../rule';
import {
  awardOf,
  awardPattern,
  listedCase,
  matchesOf,
  numberOf,
  numberPattern,
  type ReadIdiom,
  type Span,
} from '../ruleText';

const lateVerbs = '晚|延迟|推迟|逾期|迟|滞后|延期|超期|延误|拖延|超时|推后|超过';
const shortVerbs = '少于|减少|少|降低|低于|下降|低|差|不足|缺少';
const overVerbs = '超出|超过|超支|超|高于|高出|增加|提高|高';
const caseVerbs =
  '不符合|不满足|未完成|未达到|不达标|不合格|缺少?|发现|出现|发生|存在|有|漏|少|不规范|未落实|不到位|违反';
const timeUnits = '(?:个)?(?:工作日|日历天|自然日|星期|季度|月)|天|日|周|年';
const caseUnits = '项|处|次|例|起|条|个|人次|人|户|件|笔|份|篇|期|项次|家|座';
const measureUnits = '个百分点|百分点|%|年|个月|人次|人|户|亩|万亩|万元|元|公里|米|座|个|次|项|吨|套|台|场|家';
const deduct = `[^,。;每]{0,10}?,?(?:则|的)?,?(?:扣减|扣除|扣|减)(?:掉|去)?${awardPattern}`;

const wordings: readonly (readonly [StepsRule['per'], RegExp])[] = [
  ['late', new RegExp(`每(?:${lateVerbs})(${numberPattern})?(${timeUnits})${deduct}`, 'u')],
  ['case', new RegExp(`每(?:${caseVerbs})(?:其中)?(${numberPattern})(${caseUnits})(?!百分点)${deduct}`, 'u')],
  ['short', new RegExp(`每(?:${shortVerbs})(${numberPattern})?(${measureUnits})${deduct}`, 'u')],
  ['over', new RegExp(`每(?:${overVerbs})(${numberPattern})?(${measureUnits})${deduct}`, 'u')],
  // 一项不符合扣1分, 每项不符合扣2分, 缺一项扣1分
  [
    'case',
    new RegExp(
      `(?:每|有|缺|缺少|其中)?(一|1)?(项|处|次|例|起)(?:${caseVerbs})(?:要求|规定)?(?:的)?,?(?:扣减|扣除|扣)${awardPattern}`,
      'u',
    ),
  ],
  ['case', new RegExp(`(?:缺少?|发现|出现|存在)(一|1)(项|处|次|例|起|个)${deduct}`, 'u')],
];

const caseMark = /[①-⑳]/u;
const namedCases = new RegExp(`(?:以上|上述)(${numberPattern})项`, 'u');
const untilNothing = /扣完(?:为止|该项分值为止)|直至扣完|直到扣完|最多扣[^,。;]*|最低(?:得)?0分/u;
const fullWhen = /[^。;\n]{0,80}(?:得满分|得100%权重分|记满分|不扣分)/u;
const allFulfilled = /否则(?=,)|(?:以上|上述)[^,。;]{1,4}(?:均|全部|都)?(?:满足|符合)[^,。;]*/u;

/** How many listed cases a text has: ①②③, or 以上三项. */
function casesOf(text: string): number | null {
  const listed = new Set(matchesOf(text, caseMark).map(({ groups }) => groups[0])).size;
  if (listed > 0) return listed;
  const named = namedCases.exec(text)?.[1];
  return named === undefined ? null : numberOf(named).toNumber();
}

/** One step deduction; a second one in the text is left over, so that the text counts as half understood. */
export const readSteps: ReadIdiom = (text) => {
  const found = wordings.flatMap(([per, pattern]) => matchesOf(text, pattern).map((match) => ({ per, match })));
  const first = found.sort((left, right) => left.match.from - right.match.from)[0];
  if (!first) return null;
  const { per, match } = first;
  const [, size, unit = '', points, percentage] = match.groups;
  const spans: Span[] = [
    match,
    ...matchesOf(text, untilNothing),
    // What earns the full weight, and the cases that are listed.
    ...matchesOf(text.slice(0, match.from), fullWhen),
    ...matchesOf(text.slice(0, match.from), listedCase),
    ...matchesOf(text, allFulfilled),
  ];
  // "90个日历天完工,每晚一个月…": the words before the comma name the target.
  const lead = /[^,。;\n]{0,80},$/u.exec(text.slice(0, match.from));
  if (lead) spans.push({ from: lead.index, to: match.from });
  return {
    rule: {
      kind: 'steps',
      per,
      size: size === undefined ? exact(1) : numberOf(size),
      unit,
      penalty: awardOf(points, percentage),
      cases: per === 'case' ? casesOf(text) : null,
    },
    spans,
  };
};
