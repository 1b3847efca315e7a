/** The second round: what became of every point that went back to the unit, though rows were moved, added or reworded. */
import { checks } from '../checks';
import type { Check } from '../checks/defineCheck';
import type { Finding } from '../checks/finding';
import { basisOf } from '../decisions/basis';
import {
  type FormState,
  mostReturned,
  type Returned,
  type ReturnedPoint,
  type StateDecision,
} from '../decisions/decision';
import { printedKey } from '../decisions/formKey';
import { pairRows } from '../documents/pairRows';
import { fingerprint } from '../fingerprint';
import type { Form, Indicator } from '../form/form';
import type { Scores } from '../score/scores';
import { listedRanges } from '../sheet/rangesText';
import { fold } from '../value/normalise';
import { type AcceptedFinding, groundOf } from './explained';
import { stateOf } from './formState';
import type { FormReport } from './report';
import type { PointFate, Round, RoundPoint } from './roundFates';

/** A form as far as its round goes. */
interface Reviewed {
  readonly form: Form;
  readonly scores: Scores;
  readonly findings: readonly Finding[];
  readonly accepted: readonly AcceptedFinding[];
  /** Whether nothing stands beside the form that it could be held against. */
  readonly isAlone: boolean;
}

const printOf = (text: string): string => (text === '' ? '' : fingerprint(text));
const figuresOf = (row: Indicator | undefined): string =>
  row ? printOf(`${basisOf(row)}\n${fold(row.score?.cell.text ?? '').text}`) : '';
const reasonOf = (row: Indicator | undefined): string => printOf(fold(row?.reason?.text ?? '').text);

const groundPrint = (finding: Finding): string => fingerprint(groundOf(finding));

const longestCells = 200;

/** The findings of a form as they are returned; `told`: those that the unit is told of. */
function pointsOf({ findings, form }: FormReport, told: readonly Finding[]): readonly ReturnedPoint[] {
  const rows = new Map(form.indicators.map((row) => [row.key, row]));
  // What the unit is told comes first, should there be more than is kept.
  const ordered = [...findings.filter((one) => told.includes(one)), ...findings.filter((one) => !told.includes(one))];
  return ordered.slice(0, mostReturned).map((finding) => {
    const { cells, check, indicator, message, severity } = finding;
    const row = indicator === null ? undefined : rows.get(indicator);
    return {
      ...{ check, severity, message, indicator },
      cells: listedRanges(cells).slice(0, longestCells),
      ground: groundPrint(finding),
      figures: figuresOf(row),
      reason: reasonOf(row),
      isTold: told.includes(finding),
    };
  });
}

/**
 * The decision where a form stands. Returning it keeps what was found, for the next round; any other state keeps what was
 * returned last.
 *
 * @param told the findings that the unit is told of.
 */
export function stateDecision(
  report: FormReport,
  state: FormState,
  at: string,
  told: readonly Finding[] = report.findings,
): StateDecision {
  const returned: Returned | null =
    state === 'returned' ? { at, points: pointsOf(report, told) } : (stateOf(report)?.returned ?? null);
  return { kind: 'state', at, form: report.key, state, returned };
}

/** The state without a word of the form, to be kept outside of its workbook: keys of form and rows become prints. */
export function printedState(state: StateDecision): StateDecision {
  const { form, returned } = state;
  const points = returned?.points.map((point) => ({
    ...point,
    indicator: point.indicator === null ? null : printOfKey(point.indicator),
  }));
  return { ...state, form: printedKey(form), returned: returned && { at: returned.at, points: points ?? [] } };
}

const printMark = '#';
const printOfKey = (key: string): string => `${printMark}${fingerprint(key)}`;

/** Heading and name in the key of a row. */
function partsOf(key: string): { readonly level2: string; readonly name: string } {
  const [, level2 = '', ...name] = key.split('/');
  return { level2, name: name.join('/') };
}

/** Where the rows of the earlier form stand now, by their keys or prints; rows that are gone are left out. */
function rowsNow(points: readonly ReturnedPoint[], form: Form): ReadonlyMap<string, Indicator> {
  const now = new Map(
    form.indicators.flatMap((row) => [row.key, printOfKey(row.key)].map((key) => [key, row] as const)),
  );
  const keys = new Set(points.flatMap(({ indicator }) => indicator ?? []));
  const lost = [...keys].filter((key) => !now.has(key) && !key.startsWith(printMark));
  if (lost.length === 0) return now;
  // A heading or a name was reworded: only rows that nobody else is can be meant.
  const free = form.indicators.filter(({ key }) => !keys.has(key));
  const others = lost.map((key) => ({ key, ...partsOf(key) }));
  const { pairs } = pairRows(others, free);
  return new Map([...now, ...pairs.map(({ indicator, other }) => [other.key, indicator] as const)]);
}

/** Takes the findings that belong to points out of those that are there, the surest first. */
function matched(
  points: readonly ReturnedPoint[],
  findings: readonly Finding[],
  rows: ReadonlyMap<string, Indicator>,
): { readonly of: ReadonlyMap<ReturnedPoint, Finding>; readonly rest: ReadonlySet<Finding> } {
  const rest = new Set(findings);
  const found = new Map<ReturnedPoint, Finding>();
  const keyOf = ({ indicator }: ReturnedPoint): string | null | undefined =>
    indicator === null ? null : rows.get(indicator)?.key;
  const take = (fits: (point: ReturnedPoint, finding: Finding) => boolean): void => {
    for (const point of points) {
      if (found.has(point)) continue;
      for (const finding of rest) {
        if (finding.indicator !== keyOf(point) || !fits(point, finding)) continue;
        found.set(point, finding);
        rest.delete(finding);
        break;
      }
    }
  };
  const isSameCheck = (point: ReturnedPoint, { check }: Finding): boolean => point.check === check;
  const isSameMessage = (point: ReturnedPoint, finding: Finding): boolean =>
    isSameCheck(point, finding) && point.message === finding.message;
  take((point, finding) => isSameMessage(point, finding) && point.ground === groundPrint(finding));
  take(isSameMessage);
  take((point, finding) => point.indicator !== null && isSameCheck(point, finding));
  // A total that was too high and is too low now, a rate of which only the score was put right: the same sum is still wrong.
  take((point, finding) => isSameCheck(point, finding) && point.severity === 'P0' && finding.severity === 'P0');
  // A check that yields to another is silent because of it: the row was changed, and is wrong in another way.
  take(
    (point, { check }) =>
      point.indicator !== null && checks.some(({ id, yieldsTo }) => id === point.check && yieldsTo.includes(check)),
  );
  return { of: found, rest };
}

/** What a point is where its finding is still there. */
function fateOf(point: ReturnedPoint, finding: Finding, row: Indicator | undefined): PointFate {
  const reason = reasonOf(row);
  if (point.indicator !== null && reason !== point.reason && reason !== '') return 'answered';
  const isSame =
    point.check === finding.check &&
    point.ground === groundPrint(finding) &&
    (point.indicator === null || point.figures === figuresOf(row));
  return isSame ? 'unchanged' : 'changed';
}

function nameOf({ indicator }: ReturnedPoint, row: Indicator | undefined): string | null {
  if (row) return row.name.text;
  return indicator === null || indicator.startsWith(printMark) ? null : partsOf(indicator).name;
}

const scopeOf: ReadonlyMap<string, Check['scope']> = new Map(checks.map(({ id, scope }) => [id, scope]));

/** What a point is where its finding is not there any more. */
function fateOfMissing(point: ReturnedPoint, row: Indicator | undefined, reviewed: Reviewed): PointFate {
  const { form, isAlone, scores } = reviewed;
  if (point.indicator !== null && !row) return 'row-gone';
  const scope = scopeOf.get(point.check);
  if (form.misalignment !== null || (isAlone && scope === 'documents')) return 'unsure';
  const score = row && scores.indicators.find(({ indicator }) => indicator.key === row.key);
  // A score that was wrong, and of which nothing can be said now, was not put right.
  return point.severity === 'P0' && scope === 'indicators' && score?.computed === null ? 'unsure' : 'mended';
}

/** What became of the points that were returned; what the unit was not told of is known, and neither asked after nor new. */
function roundOf({ at, points }: Returned, reviewed: Reviewed): Round {
  const { accepted, findings, form } = reviewed;
  const passed = new Set(accepted.map(({ finding }) => finding));
  const rows = rowsNow(points, form);
  const { of, rest } = matched(points, [...findings, ...passed], rows);
  const told = points.filter(({ isTold }) => isTold);
  return {
    since: at,
    points: told.map((point): RoundPoint => {
      const finding = of.get(point) ?? null;
      const row = point.indicator === null ? undefined : rows.get(point.indicator);
      const name = nameOf(point, row);
      if (!finding) return { point, name, fate: fateOfMissing(point, row, reviewed), finding };
      return { point, name, fate: passed.has(finding) ? 'accepted' : fateOf(point, finding, row), finding };
    }),
    added: findings.filter((finding) => rest.has(finding)),
  };
}

/** The round of a form that was returned before; null where it was not. */
export function roundIn(report: Reviewed & Pick<FormReport, 'decisions'>): Round | null {
  const returned = stateOf(report)?.returned;
  return returned ? roundOf(returned, report) : null;
}
