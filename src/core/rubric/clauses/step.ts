/** Heads of steps: 每延期1个月 · 每降低1个百分点 · 每超过（降低）5% · 每发现一处 · 缺一项 · 每完成一个. */
import { one } from '../../exact';
import { countUnit, measureUnit, number, ratioUnit, timeUnit, valueOf } from './numberWords';
import { matchAt, type ReadPhrase, type StepPhrase } from './phrase';

const late = '延期|延迟|延后|推迟|逾期|晚报|晚|迟报|迟到|迟|滞后|超期|延误|拖延|超时|推后';
const short = '少于|减少|降低|低于|下降|下滑|不足|缺少|短缺|少|低|差|降|未达到';
const over = '超出|超过|超支|超额|高于|高出|增加|提高|上升|增长|升高|大于|超|高';
const cases =
  '再?出现|发现|发生|存在|查出|有|不符合|不满足|不达标|不合格|未完成|未落实|未按|缺失|缺少|缺|漏报|漏|不规范|不到位|违反';
const gains =
  '完成|新增|增加|达到|符合|满足|具备|做到|提供|落实|开展|举办|培训|建成|带动|获得|实现|通过|组织|发放|安排';
const off = '增减|偏离|偏差|相差|变动|波动|上下浮动|浮动|±';

const verbs = `(${late})|(${short})|(${off})|(${over})|(${cases})|(${gains})`;
const twice = `(?:(?:或者?|和|、|/)(?:${short}|${over})|\\((?:或)?(?:${short}|${over})\\))?`;
const units = `${ratioUnit}|${measureUnit}|${timeUnit}|${countUnit}`;

const each = new RegExp(
  `(?:按|以|指标值|完成率)?每(?:再|有)?(?:(?:${verbs})(${twice}))?(?:(?!的)[\\u4e00-\\u9fff]){0,4}?(${number})?(?:起始)?(${units})`,
  'uy',
);
/** 每发表1篇, 每返工1处: verbs that no list knows; what follows says whether they earn or cost. */
const anyVerb = new RegExp(`每([\\u4e00-\\u9fff]{1,4}?)(${number})(${countUnit})(?!百分点)`, 'uy');
/** 少1次, 缺一项, 发现1处, 一项不符合, 有1项不符. */
const lone = new RegExp(
  `(?:(缺少|缺失|缺|少|漏)|(发现|出现|发生|存在|有|其中有?|(?:以上|上述)(?:有|任)?))(${number})(${countUnit})(?!百分点|[^,。;]{0,8}以)`,
  'uy',
);
/** 迟报一天扣1分, 低1个百分点扣0.5分: one at a time, though without 每. */
const oneByOne = new RegExp(
  `(?:(${late})(一|1)(个?工作日|${timeUnit})|(低于?|少|下降|降低)(一|1)(${ratioUnit})|(高于?|超过?|超出|上升)(一|1)(${ratioUnit}))(?=的?,?扣)`,
  'uy',
);
const unitFirst = new RegExp(
  `(一|1)([项处次例起])(?=(?:不符合?|不满足|未完成|不达标|不合格|未达到|未落实|不到位|不规范|缺失)[^,。;]{0,8},?扣)`,
  'uy',
);

/** Whose step is it, by the first verb group that matched. */
const kinds: readonly StepPhrase['per'][] = ['late', 'short', 'off', 'over', 'case', 'gain'];

const isTime = new RegExp(`^(?:${timeUnit})$`, 'u');
const isCount = new RegExp(`^(?:${countUnit})$`, 'u');

function perOf(kind: StepPhrase['per'] | null, isTwice: boolean, unit: string): StepPhrase['per'] {
  if (isTwice || kind === 'off') return 'either';
  if (kind === null) return isCount.test(unit) ? 'case' : 'off';
  if (kind === 'late' || (kind === 'over' && isTime.test(unit) && !/小时|分钟/u.test(unit))) return 'late';
  return kind;
}

/** The head of a step; what it costs or earns follows. */
export const readStep: ReadPhrase = (text, at) => {
  const match = matchAt(each, text, at);
  if (match) {
    const [whole] = match;
    const index = kinds.findIndex((_, place) => match[place + 1] !== undefined);
    const [second, size, unit = ''] = match.slice(kinds.length + 1);
    const per = perOf(kinds[index] ?? null, (second ?? '') !== '', unit);
    const verb = match.slice(1, kinds.length + 1).find((word: string | undefined) => word !== undefined) ?? '';
    return {
      to: at + whole.length,
      is: { kind: 'step', per, size: size === undefined ? one : valueOf(size), unit, verb, isEach: true },
    };
  }
  const unknown = matchAt(anyVerb, text, at);
  if (unknown) {
    const [whole, verb = '', size = '1', unit = ''] = unknown;
    return { to: at + whole.length, is: { kind: 'step', per: 'case', size: valueOf(size), unit, verb, isEach: true } };
  }
  const single = matchAt(lone, text, at);
  if (single) {
    const [whole, missing, seen, size = '1', unit = ''] = single;
    const is: StepPhrase = {
      kind: 'step',
      per: missing === '少' ? 'short' : 'case',
      size: valueOf(size),
      unit,
      verb: missing ?? seen ?? '',
      isEach: false,
    };
    return { to: at + whole.length, is };
  }
  const lonely = matchAt(oneByOne, text, at);
  if (lonely) {
    const [whole, lateVerb, , time, lowVerb, , low, highVerb, , high] = lonely;
    const per = lateVerb !== undefined ? 'late' : lowVerb !== undefined ? 'short' : 'over';
    const unit = time ?? low ?? high ?? '%';
    const verb = lateVerb ?? lowVerb ?? highVerb ?? '';
    return { to: at + whole.length, is: { kind: 'step', per, size: one, unit, verb, isEach: false } };
  }
  const first = matchAt(unitFirst, text, at);
  if (!first) return null;
  const is: StepPhrase = { kind: 'step', per: 'case', size: one, unit: first[2] ?? '项', verb: '', isEach: false };
  return { to: at + first[0].length, is };
};
