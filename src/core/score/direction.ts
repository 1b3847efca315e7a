/** Whether more or less is better for an indicator: from its comparator, its sign column, its words; else more. */
import type { Indicator } from '../form/form';
import { fold } from '../value/normalise';
import type { Comparator, Value } from '../value/value';
import type { IndicatorScore } from './scores';

/** The direction and what decided it. */
export interface Directed {
  readonly direction: NonNullable<IndicatorScore['direction']>;
  readonly from: NonNullable<IndicatorScore['directionFrom']>;
}

const reverseWords = /成本|控制率|死亡率|投诉|事故|逾期|结余率|结转率|发病率|差错率|超支|拖欠/u;
/** Words that turn such a name into something that shall be high: 成本节约率, 投诉办结率. */
const reliefWords = /节约|降低|下降|减少|压减|办结|处理|处置|回复|化解|整改|达标|合格|满意|准确|及时|完成|收回|核算/u;
const costHeading = /成本/u;

/** Whether the words of an indicator say that less is better; a cost heading counts for amounts of money. */
function isReverseByWords(indicator: Indicator, target: Value | null): boolean {
  const name = indicator.name.text;
  if (reliefWords.test(name)) return false;
  if (reverseWords.test(name)) return true;
  const isMoney = target?.kind === 'quantity' && target.unit?.family === 'money';
  return isMoney && [indicator.level2, indicator.level1].some((label) => label && costHeading.test(label.text));
}

/** What a sign column says: ≥ ≤ = 正向 反向 定性. */
export function signOf(indicator: Indicator): Comparator | 'positive' | 'reverse' | 'qualitative' | null {
  const sign = fold(indicator.sign?.text ?? '').text;
  const comparator = (['≥', '>', '≤', '<', '='] as const).find((candidate) => sign.startsWith(candidate));
  if (comparator) return comparator;
  if (sign.includes('定性')) return 'qualitative';
  if (/反向|逆向|负向/u.test(sign)) return 'reverse';
  return sign.includes('正向') ? 'positive' : null;
}

const ofComparator: Readonly<Record<Comparator, Directed['direction']>> = {
  '≥': 'positive',
  '>': 'positive',
  '≤': 'reverse',
  '<': 'reverse',
  '=': 'equal',
};

function ownComparator(target: Value | null): Comparator | null {
  return target?.kind === 'quantity' ? target.comparator : null;
}

/** The direction of an indicator; `target` is its target as written, without what the sign column adds. */
export function directionOf(indicator: Indicator, target: Value | null): Directed {
  const written = ownComparator(target);
  const sign = signOf(indicator);
  const byWords = isReverseByWords(indicator, target);
  // "=" names no better side; where words do, an amount below the target is no loss.
  const equal = (from: Directed['from']): Directed =>
    byWords ? { direction: 'reverse', from: 'words' } : { direction: 'equal', from };
  if (written) return written === '=' ? equal('comparator') : { direction: ofComparator[written], from: 'comparator' };
  if (sign === '=') return equal('sign-column');
  if (sign === 'positive' || sign === 'reverse') return { direction: sign, from: 'sign-column' };
  if (sign !== null && sign !== 'qualitative') return { direction: ofComparator[sign], from: 'sign-column' };
  return byWords ? { direction: 'reverse', from: 'words' } : { direction: 'positive', from: 'default' };
}
