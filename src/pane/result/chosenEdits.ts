/** What would be written if the button were pressed now. */
import { chooseEdits } from '../../core/report/chooseEdits';
import type { Edit } from '../../core/report/edit';
import type { FormReport } from '../../core/report/report';
import { type PaneState, tickedIds } from '../state';

/** The ticked edits, with the total that follows from them. */
export function chosenEdits(state: PaneState, form: FormReport): readonly Edit[] {
  return chooseEdits(form.plan, new Set(tickedIds(state, form)));
}
