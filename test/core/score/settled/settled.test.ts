/**
 * Nothing accuses or acquits but what is settled: targets and actuals as people write them, bare targets under names of either
 * direction, and workbooks that were once accused in the wrong. No computed score is wrong, no P0 is false, and what is
 * open is open for a reason.
 */
import { reviewSnapshot } from '../../../../src/core/report/reviewSnapshot';
import { toA1 } from '../../../../src/core/sheet/cellRef';
import { byOpenPremises } from '../../../../src/core/score/readings';
import type { CellValue } from '../../../../src/core/sheet/snapshot';
import { snapshotOf } from '../../../forms/snapshotOf';
import directions from './directions.json';
import { admits, isNear, pointsOf, reviewRow, weight, type RowReview } from './rowForm';
import values from './values.json';
import workbooks from './workbooks.json';

type Right = 'met' | 'miss' | 'tier' | '?' | number;

interface ValueCase {
  readonly id: string;
  readonly target: string | number;
  readonly actual: string | number;
  /** Every verdict that is right: met, a share of the weight, missed by an amount that is not said, or left to a person. */
  readonly right: Right | readonly Right[];
  readonly name?: string;
  readonly l2?: string;
  readonly fmt?: string;
  readonly tfmt?: string;
}

const accusationsIn = ({ findings }: RowReview): readonly string[] =>
  findings.flatMap(({ check, message, severity }) => (severity === 'P0' ? [`${check}:${message}`] : []));

/** Why a row is open, in one word; null where it is settled. */
function reasonOf({ score }: RowReview): string | null {
  if (score.certainty === 'settled') return null;
  if (score.certainty !== 'readings') return score.leftOpen;
  const abouts = byOpenPremises(score.readings).flatMap(({ premises }) => premises.map(({ about }) => about));
  return [...new Set(abouts)].join('+');
}

describe('targets and actuals', () => {
  const cases = (values as readonly unknown[] as readonly ValueCase[]).map((each) => {
    const right = Array.isArray(each.right) ? (each.right as readonly Right[]) : [each.right as Right];
    const scores = right.flatMap((one) => (one === 'met' ? [weight] : typeof one === 'number' ? [pointsOf(one)] : []));
    const isMissed = right.includes('miss');
    const stated = right.includes('met') ? [weight] : scores.length > 0 ? scores : isMissed ? [] : [weight];
    return { ...each, right, scores, isMissed, isOpen: right.includes('?') || right.includes('tier'), stated };
  });
  const read = (each: (typeof cases)[number], stated: number | null): RowReview =>
    reviewRow({
      name: each.name,
      level2: each.l2,
      target: each.target,
      actual: each.actual,
      targetFormat: each.tfmt,
      actualFormat: each.fmt,
      stated,
    });

  test.each(cases)('$id $target / $actual', (each) => {
    const { isMissed, isOpen, scores } = each;
    const { score } = read(each, each.stated[0] ?? weight);
    if (score.computed) {
      const { computed } = score;
      const isFree = isOpen && scores.length === 0 && !isMissed;
      expect([computed.toFixed(), isFree || scores.some((points) => isNear(computed, points))]).toEqual([
        computed.toFixed(),
        true,
      ]);
    } else {
      const isMissAdmitted = isMissed && (!score.interval || score.interval.low.lt(weight));
      expect(scores.length === 0 || isMissAdmitted || scores.some((points) => admits(score, points))).toBe(true);
      expect(reasonOf({ score, findings: [] })).not.toBeNull();
    }
    for (const stated of each.stated) expect(accusationsIn(read(each, stated))).toEqual([]);
  });

  test('most are settled: silence is no answer', () => {
    const settled = cases.filter((each) => {
      const { computed } = read(each, each.stated[0] ?? weight).score;
      return computed && each.scores.some((points) => isNear(computed, points));
    });
    expect(settled.length).toBeGreaterThanOrEqual(139);
  });
});

describe('bare targets', () => {
  test.each(directions)('$name', ({ name, sign, unit }) => {
    for (const reached of [90, 110]) {
      const review = reviewRow({ name, target: `100${unit}`, actual: `${String(reached)}${unit}`, stated: weight });
      const { score } = review;
      const isMet = (sign === 'positive') === reached > 100;
      const points = isMet ? weight : sign === 'positive' ? 9 : 9.09;
      if (score.computed && sign !== 'depends') expect(score.computed.toNumber()).toBe(points);
      if (!score.computed) expect(reasonOf(review)).toBe('direction');
      // No operator, no sign column: full marks are right in one direction, so nobody is accused.
      expect(accusationsIn(review)).toEqual([]);
    }
  });

  test('terms of art and counts of what was done are settled', () => {
    const named = directions.filter(
      ({ name, unit }) => reviewRow({ name, target: `100${unit}`, actual: `90${unit}`, stated: weight }).score.computed,
    );
    expect(named.length).toBeGreaterThanOrEqual(24);
  });
});

interface Query {
  readonly severity?: string | readonly string[];
  readonly cells?: readonly string[];
  readonly check?: string;
}

interface WorkbookCase {
  readonly name: string;
  readonly what: string;
  readonly rows: readonly (readonly CellValue[])[];
  readonly merges: readonly string[];
  readonly formats: Readonly<Record<string, readonly string[]>>;
  readonly formulas: Readonly<Record<string, string>>;
  readonly expect: Readonly<Record<string, { readonly computed: readonly (number | null)[]; readonly holds?: number }>>;
  readonly forbid: readonly Query[];
  readonly want: readonly Query[];
}

test.each(workbooks as readonly unknown[] as readonly WorkbookCase[])('$name: $what', (file) => {
  const [report] = reviewSnapshot(snapshotOf(file.rows, file)).forms;
  if (!report) throw new Error('the fixture is no form');
  const found = ({ cells, check, severity }: Query): readonly string[] =>
    report.findings
      .filter(
        (finding) =>
          (severity === undefined || [severity].flat().includes(finding.severity)) &&
          (check === undefined || check === finding.check) &&
          (cells === undefined || finding.cells.some((ref) => cells.includes(toA1(ref)))),
      )
      .map((finding) => `${finding.severity} ${finding.check}:${finding.message}`);
  for (const forbidden of file.forbid) expect(found(forbidden)).toEqual([]);
  for (const wanted of file.want) expect(found(wanted)).not.toEqual([]);
  for (const [cell, { computed, holds }] of Object.entries(file.expect)) {
    const score = report.scores.indicators.find(({ indicator }) => toA1(indicator.name.cell.ref) === cell);
    const points = score?.computed?.toNumber() ?? null;
    expect(computed).toContain(points);
    if (score && points === null && holds !== undefined) expect(admits(score, holds)).toBe(true);
  }
});
