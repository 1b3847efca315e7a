/** Rows whose target must be met by an actual: what the value checks look at. */
import { amountOf } from '../../form/amountOf';
import type { Form, Indicator } from '../../form/form';
import { isAboutManagement } from './dimensions';
import { spoken } from './spoken';

/** Whether a row within the hundred carries weight, or stands in a layout without weights. */
export function isWeighed({ isAdjustment, weight }: Indicator): boolean {
  // Layouts without weights want every target met.
  return !isAdjustment && (weight === null || (amountOf(weight)?.gt(0) ?? false));
}

/** All rows of the kind. */
export function weighed(form: Form): readonly Indicator[] {
  return form.indicators.filter(isWeighed);
}

/**
 * Rows that need a target of their own. The execution rate is measured by the amounts, and rows about decisions and
 * management, or with a rule text of their own, are judged by that rule.
 */
export function needingTarget(form: Form): readonly Indicator[] {
  return weighed(form).filter(
    (row) => !row.isExecutionRate && !isAboutManagement(row) && !row.misplacedScore && spoken(row.rule) === '',
  );
}

/** Whether a target or an actual says nothing. */
export function isUnsaid(entry: Indicator['target']): boolean {
  return entry !== null && (entry.value.kind === 'blank' || entry.value.kind === 'dash');
}
