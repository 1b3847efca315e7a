/** What changed between two reviews of one form: which findings are new, and which are gone. */
import type { Finding } from '../core/checks/finding';

/** The findings of a form that the last review did not have, and those that it had and this one has not. */
export interface ReviewComparison {
  readonly fresh: ReadonlySet<Finding>;
  readonly solved: readonly Finding[];
}

/** What makes two findings of different reviews the same: never an address, and no figure. */
const keyOf = ({ check, indicator, message }: Finding): string => JSON.stringify([check, indicator, message]);

/** Compares; equal findings are told apart by how many there are. */
export function compareFindings(before: readonly Finding[], after: readonly Finding[]): ReviewComparison {
  const left = new Map<string, Finding[]>();
  for (const finding of before) left.set(keyOf(finding), [...(left.get(keyOf(finding)) ?? []), finding]);
  const fresh = after.filter((finding) => left.get(keyOf(finding))?.shift() === undefined);
  return { fresh: new Set(fresh), solved: [...left.values()].flat() };
}
