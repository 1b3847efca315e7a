/** Which approved target is which indicator of the form: by the name under its heading, else by a name that is much alike. */
import type { Indicator } from '../form/form';
import type { ApprovedTarget } from '../form/targetTable';
import { fold } from '../value/normalise';

/** An approved target with the form's own row. */
export interface TargetPair {
  readonly approved: ApprovedTarget;
  readonly indicator: Indicator;
  /** Whether the name was reworded. */
  readonly isRenamed: boolean;
}

/** The rows that belong together, and those that have no other. */
export interface PairedTargets {
  readonly pairs: readonly TargetPair[];
  readonly leftOut: readonly ApprovedTarget[];
  readonly added: readonly Indicator[];
}

const nameKey = (name: string): string =>
  fold(name)
    .text.replace(/^(?:指标)?\d{1,2}[.、:：)](?!\d)/u, '')
    .replace(/[，。、；：,.;:()—-]/gu, '');
const headingKey = (heading: string | null): string =>
  fold(heading ?? '')
    .text.replace(/指标$/u, '')
    .replace(/^服务对象/u, '');

/** Pairs of neighbouring signs, by which two wordings are compared. */
function pairsOfSigns(text: string): readonly string[] {
  return Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2));
}

/** Names with so large a part of their pairs of signs in common are taken for two wordings of one. */
const alike = 0.6;

function likeness(left: string, right: string): number {
  const [one, other] = [pairsOfSigns(left), pairsOfSigns(right)];
  if (one.length === 0 || other.length === 0) return 0;
  const rest = [...other];
  let shared = 0;
  for (const pair of one) {
    const at = rest.indexOf(pair);
    if (at < 0) continue;
    rest.splice(at, 1);
    shared += 1;
  }
  return (2 * shared) / (one.length + other.length);
}

/** Takes out of both lists what belongs together by the same key; a key that stands twice is nobody's. */
function takeBy(
  keyOf: (name: string, heading: string | null) => string,
  targets: Set<ApprovedTarget>,
  indicators: Set<Indicator>,
): readonly TargetPair[] {
  const open = new Map<string, Indicator[]>();
  for (const indicator of indicators) {
    const key = keyOf(indicator.name.text, indicator.level2?.text ?? null);
    open.set(key, [...(open.get(key) ?? []), indicator]);
  }
  const wanted = new Map<string, number>();
  const keys = [...targets].map((target) => [target, keyOf(target.name, target.level2)] as const);
  for (const [, key] of keys) wanted.set(key, (wanted.get(key) ?? 0) + 1);
  return keys.flatMap(([approved, key]) => {
    const [indicator, ...more] = open.get(key) ?? [];
    if (!indicator || more.length > 0 || wanted.get(key) !== 1) return [];
    targets.delete(approved);
    indicators.delete(indicator);
    return [{ approved, indicator, isRenamed: false }];
  });
}

/** Reworded names under the same heading, each the other's most alike. */
function takeAlike(targets: Set<ApprovedTarget>, indicators: Set<Indicator>): readonly TargetPair[] {
  const candidates = [...targets].flatMap((approved) =>
    [...indicators].flatMap((indicator) => {
      if (headingKey(approved.level2) !== headingKey(indicator.level2?.text ?? null)) return [];
      const value = likeness(nameKey(approved.name), nameKey(indicator.name.text));
      return value >= alike ? [{ approved, indicator, value }] : [];
    }),
  );
  return [...candidates]
    .sort((one, other) => other.value - one.value)
    .flatMap(({ approved, indicator }) => {
      if (!targets.has(approved) || !indicators.has(indicator)) return [];
      targets.delete(approved);
      indicators.delete(indicator);
      return [{ approved, indicator, isRenamed: true }];
    });
}

/** Pairs the targets of one table with the rows of a form; the execution rate and bonus rows are no targets. */
export function pairTargets(targets: readonly ApprovedTarget[], indicators: readonly Indicator[]): PairedTargets {
  const open = new Set(targets);
  const rows = new Set(indicators.filter(({ isAdjustment, isExecutionRate }) => !isAdjustment && !isExecutionRate));
  const pairs = [
    ...takeBy((name, heading) => `${headingKey(heading)}/${nameKey(name)}`, open, rows),
    ...takeBy(nameKey, open, rows),
    ...takeAlike(open, rows),
  ];
  return { pairs, leftOut: [...open], added: [...rows] };
}
