/** All or nothing, with its vetoes. */
import { one, type Exact } from '../../exact';
import type { Comparator } from '../../value/value';
import type { AllOrNothingRule, Limits, Rule } from '../rule';
import { fixedAward, trimmed, type Statement } from '../statements';
import { isNothing } from './items';
import { isVeto, hasCap, type Material } from './material';

function thresholdOf(limits: Limits | undefined): AllOrNothingRule['threshold'] {
  if (!limits || limits.unit !== '%') return null;
  const { from, includesFrom, to, includesTo } = limits;
  const sign = (comparator: Comparator, number: Exact): AllOrNothingRule['threshold'] => ({
    comparator,
    number,
    isRatio: true,
  });
  if (from && to) return from.eq(to) ? sign('=', to) : null;
  if (from) return sign(includesFrom ? '≥' : '>', from);
  return to && sign(includesTo ? '≤' : '<', to);
}

const negated =
  /^(?:不|未|没|没有|无|逾期|超期)|(?:不|未|没有|没)(?:符合|合格|达标|满足|及时|达到|完成|通过|按时|按期|规范|合规|健全|到位)/u;

/** 超过指标值的不得分: the points are for there being no such case. */
function withoutCase(nothing: Statement | undefined): string | undefined {
  return nothing && !nothing.isOtherwise ? `没有${trimmed(nothing.words)}的情形` : nothing?.words;
}

/** Full points on one condition, nothing otherwise, and vetoes. */
export function readAllOrNothing(giving: readonly Statement[], { limitsOf, statements }: Material): Rule | null {
  if (hasCap(statements)) return null;
  const vetoes = giving.filter(isVeto);
  const rest = giving.filter((each) => !vetoes.includes(each));
  const paid = rest.filter(({ consequence, step }) => {
    const award = consequence?.kind === 'award' && !step ? fixedAward(consequence.award) : null;
    return (
      award !== null &&
      !isNothing(award) &&
      consequence?.kind === 'award' &&
      consequence.award.verb !== 'deduct' &&
      consequence.award.verb !== 'add'
    );
  });
  const nothing = rest.filter((each) => {
    const award = each.consequence?.kind === 'award' && !each.step ? fixedAward(each.consequence.award) : null;
    const hasOwnLimit = each.limits.length > 0 || each.date !== null;
    return (
      award !== null &&
      isNothing(award) &&
      !hasOwnLimit &&
      (each.isOtherwise || negated.test(each.words) || paid.length === 0)
    );
  });
  const [only] = paid;
  if (paid.length > 1 || nothing.length > 1 || paid.length + nothing.length !== rest.length) return null;
  if (!only && nothing.length === 0 && vetoes.length === 0) return null;
  if (only?.date) return null;
  const limits = only ? limitsOf.get(only) : undefined;
  const award = only?.consequence?.kind === 'award' ? fixedAward(only.consequence.award) : null;
  // Points of its own may be less than the weight; only the full ones are all.
  const isWhole = !award || (award.kind === 'share' && award.share.eq(one));
  if (!isWhole || (limits && (limits.length > 1 || !thresholdOf(limits[0])))) return null;
  const words = only?.words ?? withoutCase(nothing[0]) ?? vetoes[0]?.words ?? '';
  const condition = limits?.[0] ? limitWords(limits[0]) : trimmed(words);
  return {
    kind: 'all-or-nothing',
    condition,
    threshold: thresholdOf(limits?.[0]),
    otherwise: nothing.length > 0 ? 'zero' : null,
    vetoes: vetoes.map((each) => trimmed(each.words)),
  };
}

/** Limits in words: 合格率≥98%. */
function limitWords({ name, from, includesFrom, to, includesTo, unit }: Limits): string {
  const shown = (number: Exact): string =>
    unit === '%' ? `${number.times(100).toFixed()}%` : `${number.toFixed()}${unit}`;
  if (from && to && from.eq(to)) return `${name}=${shown(from)}`;
  const low = from ? `${includesFrom ? '≥' : '>'}${shown(from)}` : '';
  const high = to ? `${includesTo ? '≤' : '<'}${shown(to)}` : '';
  return `${name}${[low, high].filter((end) => end !== '').join('、')}`;
}
