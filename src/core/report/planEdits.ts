/** From a scored form to what could be written back. It only plans: nothing here writes. */
import { exact, type Exact, hundred, plain, zero } from '../exact';
import type { Finding, Severity } from '../checks/finding';
import { amountOf } from '../form/amountOf';
import type { Form, CellReading } from '../form/form';
import type { Rubric } from '../rubric/rubric';
import { executionVerdict, verdictOf } from '../score/agreement';
import { byOpenPremises } from '../score/readings';
import type { IndicatorScore, Scores } from '../score/scores';
import { type CellRef, toA1 } from '../sheet/cellRef';
import type { Cell } from '../sheet/sheetView';
import { deviationNote, noteOpening, reasonWithNote } from './deviationNote';
import type { CellState, Edit, Mark, Plan } from './edit';
import type { AcceptedFinding } from './explained';

const severities: readonly Severity[] = ['P0', 'P1', 'P2'];

function stateOf({ value, formula, numberFormat }: Cell): CellState {
  return { value, formula, numberFormat };
}

function edit(
  kind: Edit['kind'],
  cell: Cell,
  after: string | number,
  because: Edit['because'],
  indicator: string | null,
  gain: Exact | null,
): Edit {
  return {
    id: `${kind}:${toA1(cell.ref)}`,
    kind,
    cell: cell.ref,
    before: stateOf(cell),
    after,
    because,
    indicator,
    gain: gain && plain(gain),
    recommended: true,
  };
}

/** A score cell that may be written: it holds no formula, and holds nothing or another number. */
function scoreEdit(
  kind: 'score' | 'execution-score',
  reading: CellReading | null,
  computed: Exact | null,
  because: Edit['because'],
  indicator: string | null,
): readonly Edit[] {
  // Words and errors in a score cell are a person's to judge; only blanks, dashes and numbers are ours to replace.
  if (
    !reading ||
    !computed ||
    reading.cell.formula !== null ||
    reading.kind === 'not-a-number' ||
    reading.kind === 'error'
  )
    return [];
  const written = amountOf(reading);
  // A cell formatted as text cannot hold a number; there the text of the right number is right.
  const isAsGood = reading.kind === 'number' || reading.cell.numberFormat === '@';
  if (written?.eq(computed) && isAsGood) return [];
  // A cell that shows percent holds a part of a hundred.
  const after = reading.cell.numberFormat.includes('%') ? computed.div(hundred) : computed;
  return [edit(kind, reading.cell, after.toNumber(), because, indicator, computed.minus(written ?? zero))];
}

function executionEdits({ execution }: Scores): readonly Edit[] {
  if (!execution) return [];
  const { block, derivation, rate } = execution;
  const because = { key: derivation.key, facts: derivation.facts };
  // Amounts are rounded, so more than one score may be right; a right one is left as it is.
  const isRight = amountOf(block.score) !== null && executionVerdict(execution).kind === 'right';
  const edits = isRight ? [] : [...scoreEdits('execution-score', block.score, execution, null)];
  if (rate && block.rate?.kind === 'blank' && block.rate.cell.formula === null) {
    const { cell } = block.rate;
    const after = cell.numberFormat.includes('%') ? rate.toNumber() : `${rate.times(hundred).toFixed(2)}%`;
    edits.unshift(edit('execution-rate', cell, after, because, null, null));
  }
  return edits;
}

/**
 * The scores that a cell may get: the settled one, ticked where nothing at all speaks against it; else one choice for
 * each reading that gives a score, never ticked.
 */
function scoreEdits(
  kind: 'score' | 'execution-score',
  cell: CellReading | null,
  score: Pick<IndicatorScore, 'certainty' | 'contrary' | 'computed' | 'derivation' | 'readings'>,
  indicator: string | null,
): readonly Edit[] {
  const { certainty, contrary, computed, derivation, readings } = score;
  const edits = (points: Exact | null, { facts, key }: Edit['because']): readonly Edit[] =>
    scoreEdit(kind, cell, points, { key, facts }, indicator);
  if (certainty === 'settled') {
    return edits(computed, derivation).map((each) => ({ ...each, recommended: contrary.length === 0 }));
  }
  return byOpenPremises(readings).flatMap((reading, place) =>
    edits(reading.computed, reading.derivation).map((each) => ({
      ...each,
      id: `${each.id}:${String(place + 1)}`,
      recommended: false,
      premises: reading.premises,
    })),
  );
}

/** The note that explains lost points: into an empty cell, or below words of the user that a check questions. */
function noteEdit(
  score: IndicatorScore,
  { final, weight }: { readonly final: Exact; readonly weight: Exact },
  questioned: ReadonlySet<string>,
): readonly Edit[] {
  const { reason, key } = score.indicator;
  if (reason === null || reason.formula !== null || !(reason.value === null || typeof reason.value === 'string')) {
    return [];
  }
  const words = reason.value ?? '';
  const isOpen = words.trim() === '';
  const note = deviationNote(score, final, weight);
  const after = reasonWithNote(words, note);
  // Good words of the user need no note; one of ours from an earlier run is brought up to date.
  const isWanted = isOpen || words.includes(noteOpening) || questioned.has(toA1(reason.ref));
  if (after === null || !isWanted) return [];
  const facts = { lost: plain(weight.minus(final)), weight: plain(weight), score: plain(final) };
  const because = { key: isOpen ? 'note' : after === note ? 'note-renewed' : 'note-below', facts };
  return [{ ...edit('note', reason, after, because, key, null), recommended: isOpen }];
}

/** The scores that a row may get. One that is right as it stands is left alone. */
function rowScores(score: IndicatorScore): readonly Edit[] {
  const { indicator } = score;
  const isWritten = amountOf(indicator.score) !== null;
  const isText = indicator.score?.kind === 'text-number';
  if (isWritten && !isText && verdictOf(score).kind === 'right') return [];
  return scoreEdits('score', indicator.score, score, indicator.key);
}

function indicatorEdits({ indicators }: Scores, findings: readonly Finding[]): readonly Edit[] {
  const questioned = new Set(findings.flatMap(({ cells }) => cells.map(toA1)));
  return indicators.flatMap((score) => {
    const { indicator, computed } = score;
    const edits = [...rowScores(score)];
    const weight = amountOf(indicator.weight);
    const final = computed ?? amountOf(indicator.score);
    if (weight && final?.lt(weight) && !indicator.isAdjustment) {
      edits.push(...noteEdit(score, { final, weight }, questioned));
    }
    return edits;
  });
}

/** Findings after which no sum of scores is the form's total. */
const spoilers: readonly string[] = [
  'columns-aligned',
  'weight-is-number',
  'weights-match-label',
  'weights-reach-total',
  'cell-without-error',
];

/** Why no total is offered though its cell could be written; null where it is offered or needs none. */
export type TotalWithheld = 'weights' | 'scores-missing' | 'above-full';

function totalWithheld(
  form: Form,
  findings: readonly Finding[],
  scoring: readonly Edit[],
  after: Exact,
  most: Exact,
): TotalWithheld | null {
  if (findings.some(({ check, severity }) => severity === 'P0' && spoilers.includes(check))) return 'weights';
  const filled = new Set(scoring.filter(({ recommended }) => recommended).map(({ cell }) => toA1(cell)));
  const isMissing = (reading: CellReading | null): boolean =>
    (reading?.kind === 'blank' || reading?.kind === 'dash') && !filled.has(toA1(reading.cell.ref));
  const weighed = form.indicators.filter(({ isAdjustment, weight }) => !isAdjustment && amountOf(weight)?.gt(0));
  const own = amountOf(form.budget?.weight ?? null) ? (form.budget?.score ?? null) : null;
  if ([...weighed.map(({ score }) => score), own].some(isMissing)) return 'scores-missing';
  return after.gt(most) ? 'above-full' : null;
}

/** The total cell, where it is a plain value; `chooseEdits` puts in the sum that follows from the user's picks. */
function totalEdit(form: Form, scores: Scores, scoring: readonly Edit[]): { edit: Edit; after: Exact } | null {
  const reading = form.total?.score;
  const { sumOfScores } = scores.totals;
  // A total that stands in its own label ("自评总分：95") is words.
  if (reading?.cell === form.total?.label) return null;
  if (!reading || !sumOfScores || reading.cell.formula !== null || reading.kind === 'error') return null;
  const ticked = scoring.filter(({ recommended }) => recommended);
  const sum = ticked.reduce((running, { gain }) => (gain === null ? running : running.plus(gain)), sumOfScores);
  const after = exact(sum.toFixed(2));
  const offers = scoring.some(({ gain }) => gain !== null);
  if (amountOf(reading)?.eq(after) && !offers) return null;
  return {
    edit: edit('total', reading.cell, after.toNumber(), { key: 'total', facts: { sum: plain(after) } }, null, null),
    after,
  };
}

/** Every cell of a finding once, under its gravest severity. */
export function marksOf(findings: readonly Finding[]): readonly Mark[] {
  const taken = new Set<string>();
  return severities.flatMap((severity) => {
    const cells: CellRef[] = [];
    for (const finding of findings) {
      if (finding.severity !== severity) continue;
      for (const cell of finding.cells) {
        const address = toA1(cell);
        if (!taken.has(address)) {
          taken.add(address);
          cells.push(cell);
        }
      }
    }
    return cells.length > 0 ? [{ severity, cells }] : [];
  });
}

/** Merged reason and score cells serve several rows; what one row says of them would be lost on the others. */
function ofOneRow(edits: readonly Edit[]): readonly Edit[] {
  const rows = new Map<string, Set<string | null>>();
  for (const { cell, indicator } of edits) {
    const address = toA1(cell);
    rows.set(address, (rows.get(address) ?? new Set<string | null>()).add(indicator));
  }
  return edits.filter(({ cell }) => rows.get(toA1(cell))?.size === 1);
}

/** A plan, and why it offers no total where it does not. */
export interface Planned {
  readonly plan: Plan;
  readonly withheld: TotalWithheld | null;
}

/**
 * What could be written to the form: settled scores into empty or wrong score cells, the execution rate and its
 * score, a choice of scores where a row has several readings (never ticked), the total where it is a plain value, drafted
 * notes into empty reason cells and below words that a check questions (the latter not recommended), and marks on the cells
 * of the findings. Never a formula cell; nothing at all from displaced rows; no total above the full mark, nor while
 * weights do not add up or scores are missing. A cell whose finding was let pass is offered and never ticked.
 *
 * @param findings the open ones.
 * @param accepted those that the reviewer let pass.
 */
export function planEdits(
  form: Form,
  scores: Scores,
  findings: readonly Finding[],
  rubric: Rubric,
  accepted: readonly AcceptedFinding[] = [],
): Planned {
  const passed = new Set(
    accepted.flatMap(
      ({
        finding: {
          cells: [cell],
        },
      }) => (cell ? [toA1(cell)] : []),
    ),
  );
  const asDecided = (each: Edit): Edit => (passed.has(toA1(each.cell)) ? { ...each, recommended: false } : each);
  const scoring = ofOneRow([...executionEdits(scores), ...indicatorEdits(scores, findings)]).map(asDecided);
  const total = form.misalignment ? null : totalEdit(form, scores, scoring);
  const most = rubric.total.plus(rubric.adjustments?.most ?? zero);
  const withheld = total && totalWithheld(form, findings, scoring, total.after, most);
  const { sumOfScores } = scores.totals;
  const plan: Plan = {
    sheetId: form.sheetId,
    edits: total && !withheld ? [...scoring, asDecided(total.edit)] : scoring,
    sumBefore: sumOfScores && plain(sumOfScores),
    mostTotal: plain(most),
    marks: marksOf(findings),
  };
  return { plan, withheld };
}
