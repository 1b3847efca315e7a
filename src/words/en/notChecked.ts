/** What of a form could not be reviewed, in English. */
import type { NotChecked } from '../../core/report/notChecked';

export const notChecked: Readonly<Record<NotChecked['because'], string>> = {
  clipped: 'the sheet is too large, only its first part was read',
  displaced: '{count} rows stand beside their header and were not scored',
  unreadable: '{count} rows below a heading that could not be understood were not read',
  'no-points': '{count} rows have neither weight nor score; only targets, actuals and reasons were checked',
  'no-weights':
    '{count} rows have no weight, so that their scores cannot be recomputed; only targets, actuals and reasons were checked',
  'no-scores': 'none of {count} rows has a score, so that neither scores nor total can be checked',
  'no-actuals': 'none of {count} rows has an actual, so that no score can be checked',
  'no-actual-column':
    'the form has no column for actuals; of {count} scores only whether the rule allows them can be checked',
  'none-settled': 'all {count} scores are left to a person; none can be settled by rule',
  execution: 'amounts are missing in the fund block, so that the execution rate and its score cannot be checked',
  'execution-of-nothing':
    'the budget in the fund block is not above zero, so that the execution rate and its score cannot be checked',
  'execution-unfit':
    'the amounts in the fund block do not fit each other (other units, or below zero), so that the execution rate and its score cannot be checked',
};

/** How they are put together in the first line of a form. */
export const inPart = { sentence: 'Reviewed only in part: {parts}.', between: '; ' } as const;
