/** The families of layouts by their English names. */
import type { LayoutId } from '../../core/form/form';

export const layouts: Readonly<Record<LayoutId, string>> = {
  national: 'national form',
  'rule-column': 'form with a rule column',
  'weight-first': 'form with weights first',
  'no-weight': 'form without weights',
  flat: 'flat form without levels',
  transfer: 'transfer payment form',
  evaluation: 'evaluation form',
  scorecard: 'scorecard',
  horizontal: 'horizontal form',
  framework: 'common framework form',
  workpaper: 'review workpaper',
  unfamiliar: 'unfamiliar layout',
};
