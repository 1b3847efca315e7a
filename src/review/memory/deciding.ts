/** Keeps columns, the rubric, and what came with the file. */
import { answersTheSame } from '../../core/decisions/question';
import type { ColumnMapping } from '../../core/form/columnMapping';
import type { Rubric } from '../../core/rubric/rubric';
import { succeeded } from '../../port/outcome';
import type { Outcome } from '../../port/workbook';
import { adoptEntries } from '../journalStore';
import { acceptedKind, isSameAcceptance } from './accepted';
import { refuse } from './brought';
import { decisionKind } from './keptDecisions';
import { rubricKind } from './keptRubric';
import { mappingKind, mappingsKey, preferredMappings, textOfMappings } from './mappings';
import { withAnonymous, withMapping, withoutAnonymous, withoutMapping } from './mappings';
import type { ReviewedSheet } from './reviewed';
import type { ReviewGround } from './reviewing';
import { recallStrays } from './strays';

const settled = (done: Outcome<unknown>): Outcome<null> => (done.ok ? succeeded(null) : done);

/** Keeps a mapping for this workbook, and without a word of it for the next. */
export async function decideMapping(
  { preferences, store }: ReviewGround,
  mapping: ColumnMapping,
): Promise<Outcome<null>> {
  preferences.set(mappingsKey, textOfMappings(withAnonymous(preferredMappings(preferences), mapping)));
  return settled(await store.change(mappingKind, (ours) => withMapping(ours, mapping), 'unreadable'));
}

/** Forgets a mapping here and for other workbooks. */
export async function forgetMapping(
  { preferences, store }: ReviewGround,
  mapping: ColumnMapping,
): Promise<Outcome<null>> {
  preferences.set(mappingsKey, textOfMappings(withoutAnonymous(preferredMappings(preferences), mapping)));
  return settled(await store.change(mappingKind, (ours) => withoutMapping(ours, mapping.signature), 'unreadable'));
}

/** Keeps a rubric for the workbook; with null every form is reviewed by the one that its contents tell. */
export async function decideRubric({ store }: ReviewGround, rubric: Rubric | null): Promise<Outcome<null>> {
  return settled(await store.change(rubricKind, () => (rubric ? [rubric] : []), 'unreadable'));
}

/** Makes our own what came with the file; a decision of our own about the same thing stands. */
export async function adoptBrought(ground: ReviewGround, { forms, sheetId }: ReviewedSheet): Promise<Outcome<null>> {
  const { seal, store, workbook } = ground;
  const decisions = await store.adopt(decisionKind, (ours, brought) => [
    ...ours,
    ...brought.filter((one) => !ours.some((own) => answersTheSame(own, one))),
  ]);
  if (!decisions.ok) return decisions;
  const kind = acceptedKind(
    sheetId,
    forms.map(({ form }) => form),
  );
  const accepted = await store.adopt(kind, (ours, brought) => [
    ...ours,
    ...brought.filter((one) => !ours.some((own) => isSameAcceptance(own, one))),
  ]);
  if (!accepted.ok) return accepted;
  const columns = await store.adopt(mappingKind, (ours, brought) =>
    [...ours].reverse().reduce<readonly ColumnMapping[]>(withMapping, brought),
  );
  if (!columns.ok) return columns;
  const rubric = await store.adopt(rubricKind, (ours, brought) => (ours.length > 0 ? ours : brought.slice(-1)));
  if (!rubric.ok) return rubric;
  const strays = await adoptStrays(ground);
  return strays.ok ? adoptEntries(workbook, seal) : strays;
}

/** Puts records about sheets that are not there among the decisions, where they are listed and can be taken back. */
async function adoptStrays({ store, workbook }: ReviewGround): Promise<Outcome<null>> {
  const strays = await recallStrays(store, workbook);
  if (!strays.ok) return strays;
  for (const { decisions, key } of strays.value) {
    const done = await store.change(decisionKind, (ours) => [
      ...ours,
      ...decisions.filter((one) => !ours.some((own) => answersTheSame(own, one))),
    ]);
    if (!done.ok) return done;
    if (done.value === 'unreadable') continue;
    const moved = await store.forget(key);
    if (!moved.ok) return moved;
  }
  return succeeded(null);
}

/** Turns down what came with the file, on this machine; the file is not touched. */
export function refuseBrought({ preferences }: ReviewGround, { brought, sheetId }: ReviewedSheet): void {
  refuse(preferences, sheetId, brought);
}
