/** Weights that a heading or a name states and the rows below it do not keep, each cause once. */
import { type Exact, plain, sum, zero } from '../../exact';
import { amountOf } from '../../form/amountOf';
import type { Form, Indicator, Label, SharedWeight } from '../../form/form';

interface Group {
  readonly label: Label;
  readonly stated: Exact;
  readonly rows: readonly Indicator[];
}

/** Headings with a weight, each with the rows under it; a heading that is repeated on the next page counts once. */
function groupsOf(form: Form, labelsOf: (indicator: Indicator) => readonly (Label | null)[]): readonly Group[] {
  const groups = new Map<string, Group>();
  for (const indicator of form.indicators) {
    const labels = labelsOf(indicator);
    const label = labels.at(-1);
    if (!label?.weight) continue;
    // Headings of the same words with other points belong to different parts of the form.
    const key = `${labels.map((part) => part?.text ?? '').join('/')}/${plain(label.weight)}`;
    const known = groups.get(key);
    groups.set(
      key,
      known ? { ...known, rows: [...known.rows, indicator] } : { label, stated: label.weight, rows: [indicator] },
    );
  }
  return [...groups.values()];
}

/** The sum of the weights of the rows; null where one cannot be read, is not above zero or lies outside the hundred. */
function weightOf(rows: readonly Indicator[], shared: readonly SharedWeight[]): Exact | null {
  if (rows.some(({ isAdjustment }) => isAdjustment)) return null;
  // Points that a heading gives to rows together count once; outside such a heading a row without points is a hole.
  const keys = new Set(rows.map(({ key }) => key));
  const together = shared.filter(({ covers }) => covers.every((key) => keys.has(key)));
  const isCovered = (key: string): boolean => together.some(({ covers }) => covers.includes(key));
  if (shared.length > 0 && rows.some(({ key, weight }) => weight === null && !isCovered(key))) return null;
  const weights = rows.map(({ weight }) => weight).filter((weight) => weight !== null);
  const amounts = weights
    .map(amountOf)
    .filter((amount) => amount?.gt(0) ?? false)
    .filter((amount) => amount !== null);
  const all = [...amounts, ...together.map(({ weight }) => weight)];
  return amounts.length === weights.length && all.length > 0 ? sum(all) : null;
}

/** Whether the rows under each cell of a heading that stands in several parts of the form reach its points by themselves. */
function isReachedEverywhere(
  rows: readonly Indicator[],
  stated: Exact,
  { text }: Label,
  shared: readonly SharedWeight[],
): boolean {
  const cellOf = ({ level1, level2 }: Indicator): Label['cell'] | undefined =>
    [level1, level2].find((label) => label?.text === text)?.cell;
  const cells = new Set(rows.map(cellOf));
  return (
    cells.size > 1 &&
    [...cells].every((cell) =>
      weightOf(
        rows.filter((row) => cellOf(row) === cell),
        shared,
      )?.eq(stated),
    )
  );
}

/** A stated weight beside the weights that do not give it. */
export interface LabelGap {
  /** The heading; for a name that states its own weight, that name. */
  readonly label: Label;
  readonly isOwn: boolean;
  readonly rows: readonly Indicator[];
  readonly stated: Exact;
  readonly found: Exact;
  /** In points, found − stated. */
  readonly gap: Exact;
  /** What of the gap headings further in do not explain; all such parts together are by how much the whole is off. */
  readonly own: Exact;
}

/** The gaps that have a cause of their own: names first, then headings from the inner to the outer. */
export function labelGapsOf(form: Form): readonly LabelGap[] {
  /** By how much the weights of a row were already found to differ from a heading further in. */
  const explained = new Map<Indicator, Exact>();
  const gaps: LabelGap[] = [];
  const note = (found: Omit<LabelGap, 'gap' | 'own'>): void => {
    const gap = found.found.minus(found.stated);
    const own = gap.minus(sum(found.rows.flatMap((row) => explained.get(row) ?? [])));
    // A gap that is wholly explained further in is no second cause.
    if (own.eq(0)) return;
    const [first] = found.rows;
    if (first) explained.set(first, (explained.get(first) ?? zero).plus(own));
    gaps.push({ ...found, gap, own });
  };

  for (const row of form.indicators) {
    const weight = amountOf(row.weight);
    const stated = row.name.weight;
    if (!weight?.gt(0) || !stated || row.isAdjustment || weight.eq(stated)) continue;
    note({ label: row.name, isOwn: true, rows: [row], stated, found: weight });
  }
  const inner = groupsOf(form, ({ level1, level2 }) => [level1, level2]);
  const outer = groupsOf(form, ({ level1 }) => [level1]);
  for (const { label, rows, stated } of [...inner, ...outer]) {
    const found = weightOf(rows, form.sharedWeights);
    if (!found || found.eq(stated)) continue;
    if (isReachedEverywhere(rows, stated, label, form.sharedWeights)) continue;
    note({ label, isOwn: false, rows, stated, found });
  }
  return gaps;
}
