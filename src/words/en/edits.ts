/** Why a cell would be written, in English; scores are explained by their derivations. */
import type { edits as chinese } from '../zh-CN/edits';

export const edits: Readonly<Record<keyof typeof chinese, string>> = {
  note: 'Lost {lost} points ({score} of {weight}) and the reason is empty; a draft with 【需填写】 slots for the unit to fill in.',
  'note-below':
    'Lost {lost} points ({score} of {weight}) and the reason given is questioned; the words stay and a draft with 【需填写】 slots goes below them.',
  'note-renewed':
    'Lost {lost} points ({score} of {weight}); the earlier draft is still open and gets the present figures.',
  total: 'The ticked scores add up to {sum}.',
};
