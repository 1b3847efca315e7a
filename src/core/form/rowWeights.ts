/** Where the weights of rows come from when their cells alone do not say them in points. */
import { hundred, sum, zero } from '../exact';
import type { Cell } from '../sheet/sheetView';
import { amountOf } from './amountOf';
import type { Indicator, Label, CellReading, SharedWeight } from './form';

/** Weights that a unit keeps as parts of one (0.1, 0.2 …) while it scores in points, as points. */
export function fromParts(indicators: readonly Indicator[]): readonly Indicator[] {
  const rows = indicators.filter(({ isAdjustment }) => !isAdjustment);
  const weights = rows.flatMap(({ weight }) => amountOf(weight) ?? []);
  const scores = rows.flatMap(({ score }) => amountOf(score) ?? []);
  const whole = sum(weights);
  const isParts = weights.length > 1 && weights.every((weight) => weight.lt(1)) && whole.gte('0.5') && whole.lte(1);
  if (!isParts || !scores.some((score) => score.gt(1)) || sum(scores).lte(whole.times(10))) return indicators;
  return indicators.map((indicator) => {
    const { weight } = indicator;
    return weight?.kind === 'number' || weight?.kind === 'text-number'
      ? { ...indicator, weight: { ...weight, value: weight.value.times(hundred) } }
      : indicator;
  });
}

/** With weights kept as parts of one, the weights of the total row and of the fund block are parts too. */
export function withWholePoints<T extends { readonly weight: CellReading | null }>(
  part: T | null,
  areParts: boolean,
): T | null {
  const weight = part?.weight;
  if (!part || !areParts || (weight?.kind !== 'number' && weight?.kind !== 'text-number') || weight.value.gt(1))
    return part;
  return { ...part, weight: { ...weight, value: weight.value.times(hundred) } };
}

/** Where no column holds weights, those inside names, and in headings over a single indicator, are the weights. */
export function weightsFromLabels(indicators: readonly Indicator[]): readonly Indicator[] {
  const under = new Map<Cell, number>();
  for (const { level1, level2 } of indicators) {
    for (const label of new Set([level1?.cell, level2?.cell])) {
      if (label) under.set(label, (under.get(label) ?? 0) + 1);
    }
  }
  return indicators.map((indicator) => {
    const { name, level1, level2 } = indicator;
    const alone = [level2, level1].filter((label) => label !== null && under.get(label.cell) === 1);
    const label = [name, ...alone].find((candidate) => candidate?.weight);
    return label?.weight
      ? { ...indicator, weight: { kind: 'number' as const, value: label.weight, cell: label.cell } }
      : indicator;
  });
}

/** The points of headings over rows that have none of their own, from the inner headings to the outer ones. */
export function sharedWeightsOf(indicators: readonly Indicator[], side: Label | null): readonly SharedWeight[] {
  const shared: SharedWeight[] = [];
  const isCovered = (key: string): boolean => shared.some(({ covers }) => covers.includes(key));
  const share = (labelOf: (indicator: Indicator) => Label | null): void => {
    const under = new Map<Cell, { label: Label; rows: Indicator[] }>();
    for (const indicator of indicators) {
      const label = labelOf(indicator);
      if (!label?.weight || indicator.isAdjustment) continue;
      const group = under.get(label.cell) ?? { label, rows: [] };
      group.rows.push(indicator);
      under.set(label.cell, group);
    }
    for (const { label, rows } of under.values()) {
      const covers = rows
        .filter(({ key, weight }) => amountOf(weight) === null && !isCovered(key))
        .map(({ key }) => key);
      const keys = new Set(rows.map(({ key }) => key));
      const taken = [
        ...rows.flatMap(({ weight }) => amountOf(weight) ?? []),
        ...shared.filter((other) => other.covers.some((key) => keys.has(key))).map(({ weight }) => weight),
      ];
      const rest = label.weight?.minus(sum(taken));
      if (covers.length > 0 && rest?.gt(zero)) shared.push({ label: label.cell, weight: rest, covers });
    }
  };
  share(({ level2 }) => level2);
  share(({ level1 }) => level1);
  share(() => side);
  return shared;
}
