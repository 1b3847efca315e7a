/** Why a sheet holds no form, and what to do, in English. */
import type { NoForm } from '../../core/form/form';

export const noForm: Readonly<Record<NoForm['kind'], { readonly sentence: string; readonly nextStep: string }>> = {
  empty: { sentence: 'This sheet is empty.', nextStep: 'Open the sheet that holds the form and review again.' },
  'own-paper': {
    sentence: 'This sheet was made by this add-in; it is not a self-evaluation form.',
    nextStep: 'Switch to the sheet that holds the self-evaluation form.',
  },
  sample: {
    sentence: 'This sheet is the sample form of this add-in and is not counted.',
    nextStep: 'Open that sheet and review it to see its result.',
  },
  'other-document': {
    sentence: 'This sheet is "{what}", not a self-evaluation form.',
    nextStep: 'Switch to the sheet that holds the self-evaluation form.',
  },
  'not-filled-in': {
    sentence: 'This form has not been filled in: no row below its header holds an indicator.',
    nextStep: 'Review it once it is filled in; if it is no self-evaluation form, leave it.',
  },
  'no-indicator-table': {
    sentence: 'No indicator table was found on this sheet.',
    nextStep: 'Switch to the form; if this is it, check that its header names columns such as 三级指标, 分值 and 得分.',
  },
};
