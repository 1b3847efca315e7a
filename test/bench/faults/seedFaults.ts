/** Seeds faults into sound forms and counts which are found, and what else is reported. */
import type { CheckId } from '../../../src/core/checks';
import type { Finding } from '../../../src/core/checks/finding';
import { sameCell, toA1, type CellRef } from '../../../src/core/sheet/cellRef';
import { type CleanForm, cleanForms } from './cleanForms';
import { type FaultClass, faultClasses } from './faultClasses';
import { randomFrom } from './random';
import { SheetDraft } from './sheetDraft';

/** A mutant whose fault was not found, or that brought findings it should not have. */
interface Miss {
  readonly form: string;
  readonly fault: string;
  readonly cell: string;
  readonly found: boolean;
  readonly others: readonly string[];
}

/** What became of the mutants of one check. */
export interface Tally {
  readonly check: CheckId;
  readonly seeded: number;
  readonly found: number;
  /** Findings of P0 that the fault does not explain. */
  readonly false: number;
  readonly misses: readonly Miss[];
}

function keyOf({ cells, check, message }: Finding): string {
  return `${check}:${message}@${cells[0] ? toA1(cells[0]) : ''}`;
}

/** What is reported of the mutant and was not reported of the sound form. */
function freshFindings(before: readonly Finding[], after: readonly Finding[]): readonly Finding[] {
  const known = new Set(before.map(keyOf));
  return after.filter((finding) => !known.has(keyOf(finding)));
}

function judge(kind: FaultClass, form: string, cell: CellRef, fresh: readonly Finding[]): Miss {
  const isTrue = ({ cells, check }: Finding): boolean =>
    [kind.check, kind.orSaidBy].some((id) => id === check) && cells.some((place) => sameCell(place, cell));
  const others = fresh.filter(
    (finding) =>
      finding.severity === 'P0' && !isTrue(finding) && !(kind.alsoTrue ?? []).some((id) => id === finding.check),
  );
  return { form, fault: kind.fault, cell: toA1(cell), found: fresh.some(isTrue), others: others.map(keyOf) };
}

/** How often a class is tried on a form at most, in mutants asked for. */
const triesPerMutant = 3;

/**
 * Seeds about `perClass` mutants of every class, spread over the forms.
 *
 * @throws Error when a mutant cannot be recognised any more, since a fault in one cell must not hide the form.
 */
export function seedFaults(
  perClass: number,
  seed: number,
  forms: readonly CleanForm[] = cleanForms(),
): readonly Tally[] {
  const random = randomFrom(seed);
  const sound = forms.map(({ name, snapshot }) => ({ name, snapshot, report: new SheetDraft(snapshot).review() }));
  const tallies = new Map<CheckId, Tally>();
  for (const kind of faultClasses) {
    const judged: Miss[] = [];
    for (let attempt = 0; judged.length < perClass && attempt < perClass * triesPerMutant; attempt += 1) {
      const form = sound[attempt % sound.length];
      if (!form) break;
      const draft = new SheetDraft(form.snapshot);
      const cell = kind.seed(form.report, draft, random);
      if (!cell) continue;
      const after = draft.review().findings;
      judged.push(judge(kind, form.name, cell, freshFindings(form.report.findings, after)));
    }
    const before = tallies.get(kind.check) ?? { check: kind.check, seeded: 0, found: 0, false: 0, misses: [] };
    tallies.set(kind.check, {
      check: kind.check,
      seeded: before.seeded + judged.length,
      found: before.found + judged.filter(({ found }) => found).length,
      false: before.false + judged.reduce((running, { others }) => running + others.length, 0),
      misses: [...before.misses, ...judged.filter(({ found, others }) => !found || others.length > 0)],
    });
  }
  return [...tallies.values()];
}
