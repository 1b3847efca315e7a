/** Runs checks in reading order and gives their findings in the order a reviewer reads them. */
import { toA1 } from '../sheet/cellRef';
import { finish, type Steps } from '../steps';
import type { Check, Examined } from './defineCheck';
import type { Finding, Severity } from './finding';
import { severityOf } from './severityOf';

const weightOf: Record<Severity, number> = { P0: 0, P1: 1, P2: 2 };

/** By severity, then from top to bottom and left to right; equal places keep the checks' order. */
export function inReadingOrder(findings: readonly Finding[]): readonly Finding[] {
  const last = Number.MAX_SAFE_INTEGER;
  return findings
    .map((finding, order) => ({ finding, order, cell: finding.cells[0] ?? { row: last, column: last } }))
    .sort(
      (left, right) =>
        weightOf[left.finding.severity] - weightOf[right.finding.severity] ||
        left.cell.row - right.cell.row ||
        left.cell.column - right.cell.column ||
        left.order - right.order,
    )
    .map(({ finding }) => finding);
}

/** Earlier findings by what they are about, so that looking one up does not grow with their number. */
class Earlier {
  private readonly byIndicator = new Map<Finding['indicator'], Finding[]>();
  private readonly byCell = new Map<string, Finding[]>();

  add(finding: Finding): void {
    if (finding.indicator !== null) put(this.byIndicator, finding.indicator, finding);
    for (const cell of finding.cells) put(this.byCell, toA1(cell), finding);
  }

  /** Whether an earlier finding of a check that explains more is about the same thing. */
  explains(finding: Finding, yieldsTo: readonly string[]): boolean {
    const [place] = finding.cells;
    const explainsIt = (other: Finding): boolean =>
      yieldsTo.includes(other.check) &&
      // Advice never hides what is wrong.
      weightOf[other.severity] <= weightOf[finding.severity];
    return (
      (finding.indicator !== null && (this.byIndicator.get(finding.indicator) ?? []).some(explainsIt)) ||
      (place !== undefined && (this.byCell.get(toA1(place)) ?? []).some(explainsIt))
    );
  }
}

function put<Key>(lists: Map<Key, Finding[]>, key: Key, finding: Finding): void {
  const list = lists.get(key);
  if (list) list.push(finding);
  else lists.set(key, [finding]);
}

/** What may be looked at of a form whose rows stand displaced: only the rows that fit their header. */
function withoutDisplacedRows(examined: Examined): Examined {
  const { form, scores } = examined;
  return {
    ...examined,
    form: { ...form, indicators: form.indicators.filter(({ shift }) => shift === null) },
    scores: { ...scores, indicators: scores.indicators.filter(({ indicator }) => indicator.shift === null) },
  };
}

const needsEveryRow: ReadonlySet<Check['scope']> = new Set(['totals', 'documents']);

/**
 * All findings of the given checks, in reading order.
 *
 * The checks run in the order of the list, so a check may only yield to earlier ones.
 */
export function runChecks(checks: readonly Check[], examined: Examined): readonly Finding[] {
  return finish(checkInSteps(checks, examined));
}

/** The same, a check at a time. */
export function* checkInSteps(checks: readonly Check[], examined: Examined): Steps<readonly Finding[]> {
  const isDisplaced = examined.form.misalignment !== null;
  const fitting = isDisplaced ? withoutDisplacedRows(examined) : examined;
  const findings: Finding[] = [];
  const earlier = new Earlier();
  for (const check of checks) {
    if (isDisplaced && needsEveryRow.has(check.scope)) continue;
    yield;
    const own: Finding[] = [];
    check.find(check.scope === 'structure' ? examined : fitting, (message, remark) => {
      own.push({
        check: check.id,
        severity: severityOf(remark.severity ?? check.severity, remark.verdict),
        message,
        facts: remark.facts,
        cells: remark.cells,
        indicator: remark.indicator ?? null,
        ...(remark.beside ? { beside: remark.beside } : {}),
        found: remark.found ?? null,
        expected: remark.expected ?? null,
        derivation: remark.score?.derivation ?? null,
        rule: remark.score?.rule ?? null,
        readings: remark.verdict && remark.verdict.readings.length > 1 ? remark.verdict.readings : [],
      });
    });
    const told =
      check.yieldsTo.length === 0 ? own : own.filter((finding) => !earlier.explains(finding, check.yieldsTo));
    for (const finding of told) {
      earlier.add(finding);
      findings.push(finding);
    }
  }
  return inReadingOrder(findings);
}
