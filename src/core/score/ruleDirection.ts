/** The direction that a row's own rule text states: 每降低1%扣… wants more, 每超过1%扣… wants less. */
import type { Band, Rule } from '../rubric/rule';
import { zero, type Exact } from '../exact';
import { fold } from '../value/normalise';
import type { FormRule } from './governing';
import { stated, type Premise } from './premises';

/** A direction stated by a rule text, with its cell. */
export interface RuleDirection {
  readonly direction: 'positive' | 'reverse';
  readonly premise: Premise;
}

const wantsMore =
  /每(?:降低|下降|减少|少|低|差|缺|欠)|低于|少于|小于(?!等于)|不足|未达到|达不到|未完成|完成率|完成比例|达标率|以上的?得/u;
const wantsLess = /每(?:超|增|高|多|上升|提高)|高于|多于|超过|超出|不超|节约率/u;
/** Caps on the points themselves say nothing of the figure. */
const isCap = (clause: string): boolean =>
  /(?:得分|分值|权重分|满分|分).{0,4}(?:不超过|最高)/u.test(clause) || clause.includes('超过100%');

function worthOf({ award }: Band): Exact {
  if (award.kind === 'points') return award.points;
  return award.share;
}

/** Whether higher values earn more, or less; null where the bands do not say. */
function directionOfBands(bands: readonly Band[]): RuleDirection['direction'] | null {
  const ordered = [...bands].sort((left, right) => (left.from ?? zero).cmp(right.from ?? zero));
  const [lowest, highest] = [ordered[0], ordered.at(-1)];
  if (!lowest || !highest || lowest === highest) return null;
  const difference = worthOf(highest).cmp(worthOf(lowest));
  return difference > 0 ? 'positive' : difference < 0 ? 'reverse' : null;
}

function directionOfKind(rule: Rule | null): RuleDirection['direction'] | null {
  switch (rule?.kind) {
    case 'proportional':
      if (rule.positive && rule.reverse) return null;
      return rule.positive ? 'positive' : rule.reverse ? 'reverse' : null;
    case 'steps':
      return rule.per === 'short' ? 'positive' : rule.per === 'over' ? 'reverse' : null;
    case 'bands':
      return directionOfBands(rule.bands);
    case 'saving':
      return 'reverse';
    default:
      return null;
  }
}

function directionOfWords(text: string): RuleDirection['direction'] | null {
  const clauses = fold(text)
    .text.split(/[,。;]/u)
    .filter((clause) => !isCap(clause));
  const [more, less] = [wantsMore, wantsLess].map((pattern) => clauses.some((clause) => pattern.test(clause)));
  return more === less ? null : more ? 'positive' : 'reverse';
}

/** What the row's own text says of the direction; null where it has none or speaks of both sides. */
export function directionOfRule(own: FormRule | null): RuleDirection | null {
  if (!own || own.compiled.extent === 'no-rule') return null;
  const direction = directionOfKind(own.compiled.rule) ?? directionOfWords(own.compiled.text);
  return direction && { direction, premise: stated('direction', direction, own.cell.ref) };
}
