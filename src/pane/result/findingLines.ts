/** The lines of the list of findings: one a finding, and one for many of a kind, which opens to theirs. */
import type { Finding } from '../../core/checks/finding';
import type { GoverningRule } from '../../core/score/scores';
import { toA1 } from '../../core/sheet/cellRef';
import type { Grouping } from '../state';
import type { FindingGroup, ShownFinding } from './shownFindings';

/** From how many findings of one check on a single line stands for them. */
const bundledFrom = 3;

/** One finding. `isInBundle`: it stands under the line of its kind, which says the rule that all of them share. */
export interface FindingRow {
  readonly kind: 'finding';
  readonly key: string;
  /** Its place among all lines that are shown. */
  readonly index: number;
  readonly shown: ShownFinding;
  readonly isInBundle: boolean;
  /** Whether the rule is said elsewhere already. */
  readonly hasRuleAbove: boolean;
}

/** Several findings of one check in one line. */
export interface BundleRow {
  readonly kind: 'bundle';
  readonly key: string;
  readonly index: number;
  readonly findings: readonly [ShownFinding, ...ShownFinding[]];
  /** The rule that governs all of them; null where there are several, or none. */
  readonly rule: GoverningRule | null;
}

export type FindingsRow = FindingRow | BundleRow;

/** A heading with the lines under it. */
export interface RowGroup extends FindingGroup {
  readonly head: FindingGroup;
  readonly rows: readonly FindingsRow[];
  /** The rule that governs all findings under it, where it is said once; else null. */
  readonly rule: GoverningRule | null;
}

/** What makes a line the same after another review, as long as the form keeps its rows. */
function keyOf({ cells, check, indicator, message }: Finding): string {
  return JSON.stringify([check, message, indicator, cells.map(toA1)]);
}

/** The rule that all of them rest on, word for word; null where they do not. */
function sharedRule(findings: readonly ShownFinding[]): GoverningRule | null {
  const [first, ...others] = findings.map(({ finding }) => finding.rule);
  if (!first || others.length === 0) return null;
  const textOf = ({ cell, document, text }: GoverningRule): string =>
    JSON.stringify([text, cell && toA1(cell), document]);
  return others.every((rule) => rule && textOf(rule) === textOf(first)) ? first : null;
}

/** Findings of one check and sentence together, in the order in which the first of each came. */
function byKind(findings: readonly ShownFinding[]): readonly (readonly [ShownFinding, ...ShownFinding[]])[] {
  const kinds = new Map<string, [ShownFinding, ...ShownFinding[]]>();
  for (const one of findings) {
    const kind = `${one.finding.check} ${one.finding.message}`;
    const known = kinds.get(kind);
    if (known) known.push(one);
    else kinds.set(kind, [one]);
  }
  return [...kinds.values()].flatMap((kind): readonly (readonly [ShownFinding, ...ShownFinding[]])[] =>
    kind.length >= bundledFrom ? [kind] : kind.map((one) => [one] as const),
  );
}

interface Wanted {
  readonly grouping: Grouping;
  /** Keys of the lines that are open. */
  readonly open: ReadonlySet<string>;
  /** While something is searched every finding stands for itself: one looks for its words. */
  readonly isSearching: boolean;
}

const bundleIds = new WeakMap<Finding, object>();

/** What stays the same of a line while the list is made anew: for a bundle a thing of its own, by its first finding. */
export function idOf(line: FindingsRow): object {
  if (line.kind === 'finding') return line.shown.finding;
  const [{ finding }] = line.findings;
  const known = bundleIds.get(finding) ?? {};
  bundleIds.set(finding, known);
  return known;
}

/** The lines of all groups in the order of the screen. */
export function linesOf(groups: readonly FindingGroup[], { grouping, isSearching, open }: Wanted): readonly RowGroup[] {
  let index = 0;
  const lineOf = (shown: ShownFinding, isInBundle: boolean, rule: GoverningRule | null): FindingRow => ({
    kind: 'finding',
    key: keyOf(shown.finding),
    index: index++,
    shown,
    isInBundle,
    hasRuleAbove: rule !== null,
  });
  return groups.map((group) => {
    if (grouping !== 'severity' || isSearching) {
      const rule = grouping === 'check' ? sharedRule(group.findings) : null;
      return { ...group, head: group, rule, rows: group.findings.map((shown) => lineOf(shown, false, rule)) };
    }
    const rows = byKind(group.findings).flatMap((kind): readonly FindingsRow[] => {
      const [first] = kind;
      if (kind.length === 1) return [lineOf(first, false, null)];
      const key = `${group.key} ${first.finding.check} ${first.finding.message}`;
      const rule = sharedRule(kind);
      const bundle: BundleRow = { kind: 'bundle', key, index: index++, findings: kind, rule };
      return open.has(key) ? [bundle, ...kind.map((shown) => lineOf(shown, true, rule))] : [bundle];
    });
    return { ...group, head: group, rule: null, rows };
  });
}
