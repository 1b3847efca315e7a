/** Runs checks in reading order and gives their findings in the order a reviewer reads them. */
import { toA1 } from '../sheet/cellRef';
import { rememberedFrom } from '../remembered';
import { finish, type Steps } from '../steps';
import type { IndicatorScore } from '../score/scores';
import { type Check, type Examined, type Remark, type RowSetting, settingOf } from './defineCheck';
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

/** The finding that a check's remark is. */
function findingOf({ id, severity }: Check, message: string, remark: Remark): Finding {
  return {
    check: id,
    severity: severityOf(remark.severity ?? severity, remark.verdict),
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
  };
}

/** A plan is reviewed before it is offered, a mended form is reviewed again, and most rows are the same as before. */
const known = rememberedFrom<readonly Finding[]>();

/** What the checks find in one row by itself, before any yields to another. */
function foundInRow(checks: readonly Check[], row: IndicatorScore, setting: RowSetting): readonly Finding[] {
  const { project, reasonHeading, rubric, title, year, yearCell } = setting;
  return known([row, checks, rubric, title, project, year, yearCell, reasonHeading], () => {
    const findings: Finding[] = [];
    for (const check of checks) {
      const report = (message: string, remark: Remark): number => findings.push(findingOf(check, message, remark));
      check.findInRow?.(row, setting, report);
    }
    return findings;
  });
}

/** One pass over the rows, shared by all checks: the findings of each. */
function* foundInRows(checks: readonly Check[], examined: Examined): Steps<ReadonlyMap<string, Finding[]>> {
  const byCheck = new Map<string, Finding[]>();
  const setting = settingOf(examined);
  for (const row of examined.scores.indicators) {
    for (const finding of foundInRow(checks, row, setting)) put(byCheck, finding.check, finding);
    yield;
  }
  return byCheck;
}

/**
 * All findings of the given checks, in reading order.
 *
 * The checks run in the order of the list, so a check may only yield to earlier ones.
 */
export function runChecks(checks: readonly Check[], examined: Examined): readonly Finding[] {
  return finish(checkInSteps(checks, examined));
}

/** A form that was checked before, and in which something was changed since. */
export interface CheckedBefore {
  /** The checks that run again. */
  readonly runsAgain: (check: Check) => boolean;
  /** What others found and still find. */
  readonly standing: readonly Finding[];
}

/**
 * The same, a row and then a check at a time.
 *
 * @param before what stands of it explains what it explained, and is not told again.
 */
export function* checkInSteps(
  checks: readonly Check[],
  examined: Examined,
  before: CheckedBefore | null = null,
): Steps<readonly Finding[]> {
  const isDisplaced = examined.form.misalignment !== null;
  const fitting = isDisplaced ? withoutDisplacedRows(examined) : examined;
  const inRows = yield* foundInRows(checks, fitting);
  const findings: Finding[] = [];
  const earlier = new Earlier();
  for (const finding of before?.standing ?? []) earlier.add(finding);
  for (const check of checks) {
    if (before?.runsAgain(check) === false || (isDisplaced && needsEveryRow.has(check.scope))) continue;
    yield;
    const own = inRows.get(check.id) ?? [];
    check.find?.(check.scope === 'structure' ? examined : fitting, (message, remark) => {
      own.push(findingOf(check, message, remark));
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
