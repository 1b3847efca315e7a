/** What begins anew when another form, or another review of it, is shown. */
import type { FormReport } from '../../core/report/report';
import { isChoice } from '../result/isChoice';
import { type PaneState, shownForm } from '../state';

/** What became of the last writing; it is told until a review is asked for, or another form is shown. */
const nothingWritten = {
  applied: null,
  appliedEdits: [],
  reverted: null,
  unmarked: null,
  rulesLeft: 0,
} as const satisfies Partial<PaneState>;

/** Choices that belong to one form of one review; they begin anew with another. */
export const freshForm = {
  ...nothingWritten,
  severity: null,
  query: '',
  findingIndex: 0,
  openLines: [],
  scoreFilter: 'all',
  scoreIndex: 0,
  unticked: [],
  paper: null,
} as const satisfies Partial<PaneState>;

/** The ids that begin without a tick. */
export function notRecommended(form: FormReport | undefined): readonly string[] {
  return (form?.plan.edits ?? []).flatMap(({ id, recommended }) => (recommended ? [] : [id]));
}

/** What stays unticked after another review; what was not there before, or must be chosen, begins as it would at first. */
export function untickedAgain(state: PaneState, form: FormReport | undefined): readonly string[] {
  const before = new Set(shownForm(state)?.plan.edits.map(({ id }) => id));
  const choices = new Set(form?.plan.edits.flatMap((edit) => (isChoice(edit) ? [edit.id] : [])));
  // What was recommended and is not any more was decided otherwise.
  const ticked = new Set(shownForm(state)?.plan.edits.flatMap(({ id, recommended }) => (recommended ? [id] : [])));
  const fresh = notRecommended(form).filter((id) => !before.has(id) || choices.has(id) || ticked.has(id));
  return [...new Set([...state.unticked, ...fresh])];
}
