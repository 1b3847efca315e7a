/** From a scored form to what could be written back. It only plans: nothing here writes. */
import { type Exact, hundred, plain, zero } from '../exact';
import type { Finding, Severity } from '../checks/finding';
import { amountOf } from '../form/amountOf';
import type { Form, Reading } from '../form/form';
import type { IndicatorScore, Scores } from '../score/scores';
import { type CellRef, toA1 } from '../sheet/cellRef';
import type { Cell } from '../sheet/sheetView';
import { deviationNote, noteOpening, reasonWithNote } from './deviationNote';
import type { CellState, Edit, Mark, Plan } from './edit';

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
  reading: Reading | null,
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
  const { block, computed, derivation, interval, rate } = execution;
  const because = { key: derivation.key, facts: derivation.facts };
  const written = amountOf(block.score);
  // Amounts are rounded, so more than one score may be right; a right one is left as it is.
  const isRight = written && interval && written.gte(interval.low) && written.lte(interval.high);
  const edits = isRight ? [] : [...scoreEdit('execution-score', block.score, computed, because, null)];
  if (rate && block.rate?.kind === 'blank' && block.rate.cell.formula === null) {
    const { cell } = block.rate;
    const after = cell.numberFormat.includes('%') ? rate.toNumber() : `${rate.times(hundred).toFixed(2)}%`;
    edits.unshift(edit('execution-rate', cell, after, because, null, null));
  }
  return edits;
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

function indicatorEdits({ indicators }: Scores, findings: readonly Finding[]): readonly Edit[] {
  const questioned = new Set(findings.flatMap(({ cells }) => cells.map(toA1)));
  return indicators.flatMap((score) => {
    const { indicator, computed, derivation } = score;
    const because = { key: derivation.key, facts: derivation.facts };
    const edits = [...scoreEdit('score', indicator.score, computed, because, indicator.key)];

    const weight = amountOf(indicator.weight);
    const final = computed ?? amountOf(indicator.score);
    if (weight && final?.lt(weight) && !indicator.isAdjustment) {
      edits.push(...noteEdit(score, { final, weight }, questioned));
    }
    return edits;
  });
}

/** The total cell, where it is a plain value; `chooseEdits` puts in the sum that follows from the user's picks. */
function totalEdits(form: Form, scores: Scores, gained: readonly Edit[]): readonly Edit[] {
  const reading = form.total?.score;
  const { sumOfScores } = scores.totals;
  // A total that stands in its own label ("自评总分：95") is words.
  if (reading?.cell === form.total?.label) return [];
  if (!reading || !sumOfScores || reading.cell.formula !== null || reading.kind === 'error') return [];
  const after = gained.reduce((running, { gain }) => (gain === null ? running : running.plus(gain)), sumOfScores);
  const stated = amountOf(reading);
  if (stated?.eq(after) && stated.eq(sumOfScores)) return [];
  const facts = { sum: plain(after) };
  return [edit('total', reading.cell, after.toNumber(), { key: 'total', facts }, null, null)];
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

/** One edit a cell: merged reason and score cells serve several rows, and the first row's edit would be lost. */
function oncePerCell(edits: readonly Edit[]): readonly Edit[] {
  const counts = new Map<string, number>();
  for (const { cell } of edits) counts.set(toA1(cell), (counts.get(toA1(cell)) ?? 0) + 1);
  return edits.filter(({ cell }) => counts.get(toA1(cell)) === 1);
}

/**
 * What could be written to the form: computed scores into empty or wrong score cells, the execution rate and its
 * score, the total where it is a plain value, drafted notes into empty reason cells and below words that a check
 * questions (the latter not recommended), and marks on the cells of the findings. Never a formula cell; nothing at all from displaced rows.
 */
export function planEdits(form: Form, scores: Scores, findings: readonly Finding[]): Plan {
  const scoring = oncePerCell([...executionEdits(scores), ...indicatorEdits(scores, findings)]);
  const total = form.misalignment ? [] : totalEdits(form, scores, scoring);
  const { sumOfScores } = scores.totals;
  return {
    sheetId: form.sheetId,
    edits: [...scoring, ...total],
    sumBefore: sumOfScores && plain(sumOfScores),
    marks: marksOf(findings),
  };
}
