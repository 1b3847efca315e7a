/** Floors and caps: 扣完为止 · 最多扣3分 · 最高得4分 · 满分8分 · 最低得2分. */
import { hundred } from '../../exact';
import { pointsAward, shareAward } from '../ruleText';
import { digits, valueOf } from './numberWords';
import { matchAt, type CapPhrase, type ReadPhrase } from './phrase';

const nothingBelow =
  /(?:直至|直到)?(?:全部)?扣(?:完|光)(?:该项|该指标|本项|此项|全部|标准|权重|指标)*(?:分值|权重分|权重|分数|标准分|分)?(?:为止|即止)|扣至(?:0|零)分(?:为止)?|最低(?:为|得)?(?:0|零)分|(?:不出现|不计|不得)负分|直至扣完|直到扣完|扣完(?=$|[。;,)])/uy;
const fullAtMost =
  /(?:(?:得|加|计)?满分为止|得完为止|加满为止|(?:得分)?(?:最高|最多)?不(?:得|能|应)?超过(?:该|本|此)?(?:项|指标)?(?:指标)?(?:分值|满分|权重分|权重|标准分)(?:上限)?|(?:最高|最多)(?:得|计|加|记)?(?:至)?(?:满分|该项分值|权重分|标准分|该指标分值)|(?:得分)?以(?:该项)?(?:分值|满分)为(?:上)?限|超(?:过|出)(?:该|本|此)?(?:项|指标)?(?:分值|满分|权重分|权重|标准分)的?,?(?:按|以)(?:该|本|此)?(?:项|指标)?(?:分值|满分|权重分|权重|标准分)(?:计算|计分|计|得分)|超过100%的?,?按(?:照)?(?:满分|100%)(?:计算?|得分|计分)?)/uy;
const amount = `(?:(${digits})分(?!值)|(?:该项|该指标|本项|此项)?(?:分值|权重分|权重|标准分|满分)的?(${digits})%|(${digits})%的?(?:权重分|权重|分值|标准分))`;
const deduction = new RegExp(
  `(?:累计|合计|共计|此项|该项|本项)?(?:最多|最高|至多|累计|合计)(?:可|只)?(?:扣减|扣除|扣分|扣)(?:不超过)?${amount}|(?:累计|合计)?扣分(?:合计|累计)?(?:不超过|最多|最高|上限为?|以)${amount}(?:为限)?|扣(?:满|至|到|够)${amount}为止`,
  'uy',
);
const most = new RegExp(
  `(?:(?:最高|最多|至多|满分|上限|封顶)(?:可|为|不超过|不高于|不得超过)?|(?:总分|得分|累计|合计)(?:最高|不超过|不高于|不得超过|最多|上限为?))(?:得分|得|计|加|记|奖)?${amount}(?:为限|封顶|为止)?|${amount}封顶`,
  'uy',
);
const least = new RegExp(`(?:最低|最少|至少|保底|得分不低于)(?:可|为)?(?:得|计|记|给)?${amount}`, 'uy');

/** The first of the amounts that a pattern's groups hold. */
function awardOf(groups: readonly (string | undefined)[]): CapPhrase['award'] {
  for (let index = 0; index < groups.length; index += 3) {
    const [points, after, before] = groups.slice(index, index + 3);
    if (points !== undefined) return pointsAward(valueOf(points));
    const share = after ?? before;
    if (share !== undefined) return shareAward(valueOf(share).div(hundred));
  }
  return null;
}

/** What limits the sum of the clauses. */
export const readCap: ReadPhrase = (text, at) => {
  const none = matchAt(nothingBelow, text, at);
  if (none) return { to: at + none[0].length, is: { kind: 'cap', what: 'nothing-below', award: null } };
  const full = matchAt(fullAtMost, text, at);
  if (full) return { to: at + full[0].length, is: { kind: 'cap', what: 'most', award: null } };
  for (const [what, pattern] of [
    ['deduction', deduction],
    ['least', least],
    ['most', most],
  ] as const) {
    const match = matchAt(pattern, text, at);
    if (match) return { to: at + match[0].length, is: { kind: 'cap', what, award: awardOf(match.slice(1)) } };
  }
  return null;
};
