/** Rows whose target must be met by an actual: what the value checks look at. */
import { amountOf } from '../../form/amountOf';
import type { Form, Indicator } from '../../form/form';
import { isAboutManagement } from './dimensions';
import { ordinary } from './scored';
import { spoken } from './spoken';

function isWeighed({ weight }: Indicator): boolean {
  // Layouts without weights want every target met.
  return weight === null || (amountOf(weight)?.gt(0) ?? false);
}

/** Rows that carry weight, or stand in a layout without weights. */
export function weighed(form: Form): readonly Indicator[] {
  return ordinary(form).filter(isWeighed);
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
