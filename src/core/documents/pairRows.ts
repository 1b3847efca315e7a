/**
 * Which row of another document is which indicator of the form: by the name under its heading, else by a name that is much
 * alike. An approved target, a row of the year before, a row of the form as it was returned.
 */
import type { Indicator } from '../form/form';
import { fold } from '../value/normalise';

/** By what a row of another document is known. */
export interface NamedRow {
  readonly name: string;
  readonly level2: string | null;
}

/** A row of the other document with the form's own. */
export interface RowPair<Row extends NamedRow> {
  readonly other: Row;
  readonly indicator: Indicator;
  /** Whether the name was reworded. */
  readonly isRenamed: boolean;
}

/** The rows that belong together, and those that have no other. */
export interface PairedRows<Row extends NamedRow> {
  readonly pairs: readonly RowPair<Row>[];
  readonly leftOut: readonly Row[];
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
function takeBy<Row extends NamedRow>(
  keyOf: (name: string, heading: string | null) => string,
  rows: Set<Row>,
  indicators: Set<Indicator>,
): readonly RowPair<Row>[] {
  const open = new Map<string, Indicator[]>();
  for (const indicator of indicators) {
    const key = keyOf(indicator.name.text, indicator.level2?.text ?? null);
    open.set(key, [...(open.get(key) ?? []), indicator]);
  }
  const wanted = new Map<string, number>();
  const keys = [...rows].map((row) => [row, keyOf(row.name, row.level2)] as const);
  for (const [, key] of keys) wanted.set(key, (wanted.get(key) ?? 0) + 1);
  return keys.flatMap(([other, key]) => {
    const [indicator, ...more] = open.get(key) ?? [];
    if (!indicator || more.length > 0 || wanted.get(key) !== 1) return [];
    rows.delete(other);
    indicators.delete(indicator);
    return [{ other, indicator, isRenamed: false }];
  });
}

/** Reworded names under the same heading, each the other's most alike. */
function takeAlike<Row extends NamedRow>(rows: Set<Row>, indicators: Set<Indicator>): readonly RowPair<Row>[] {
  const candidates = [...rows].flatMap((other) =>
    [...indicators].flatMap((indicator) => {
      if (headingKey(other.level2) !== headingKey(indicator.level2?.text ?? null)) return [];
      const value = likeness(nameKey(other.name), nameKey(indicator.name.text));
      return value >= alike ? [{ other, indicator, value }] : [];
    }),
  );
  return [...candidates]
    .sort((left, right) => right.value - left.value)
    .flatMap(({ indicator, other }) => {
      if (!rows.has(other) || !indicators.has(indicator)) return [];
      rows.delete(other);
      indicators.delete(indicator);
      return [{ other, indicator, isRenamed: true }];
    });
}

/** Pairs the rows of another document with those of a form; the execution rate and bonus rows have no other. */
export function pairRows<Row extends NamedRow>(
  others: readonly Row[],
  indicators: readonly Indicator[],
): PairedRows<Row> {
  const open = new Set(others);
  const rows = new Set(indicators.filter(({ isAdjustment, isExecutionRate }) => !isAdjustment && !isExecutionRate));
  const pairs = [
    ...takeBy((name, heading) => `${headingKey(heading)}/${nameKey(name)}`, open, rows),
    ...takeBy(nameKey, open, rows),
    ...takeAlike(open, rows),
  ];
  return { pairs, leftOut: [...open], added: [...rows] };
}
