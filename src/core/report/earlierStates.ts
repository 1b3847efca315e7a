/** Where forms stood before, known from outside their workbook: from the memory of this machine, or the file of the first round. */
import type { StateDecision } from '../decisions/decision';
import { type FormKey, isEqualForm, isSameForm, printedKey } from '../decisions/formKey';

/** States of forms that are not kept in the workbook. */
export interface EarlierStates {
  readonly states: readonly StateDecision[];
  /**
   * Whether the user named the file that they come from: then what a head leaves out is no difference. Else their keys are
   * prints, and every part must agree.
   */
  readonly isNamed: boolean;
}

/** The state of a form, for the form as it says of itself now; none where it is not among them. */
export function earlierStateOf(key: FormKey, { isNamed, states }: EarlierStates): readonly StateDecision[] {
  const own = isNamed ? key : printedKey(key);
  const equal = states.find(({ form }) => isEqualForm(form, own));
  const known = equal ?? (isNamed ? states.find(({ form }) => isSameForm(form, own)) : undefined);
  return known ? [{ ...known, form: key }] : [];
}
