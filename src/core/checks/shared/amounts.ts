/** Whether the amounts that an execution rate follows from can be read. */
import type { BudgetBlock } from '../../form/form';

/** False where budget or executed amount of the total line holds an error value or words. */
export function areAmountsReadable({ lines }: BudgetBlock): boolean {
  const whole = lines.find(({ role }) => role === 'total');
  return [whole?.budget, whole?.executed].every(
    (reading) => reading?.kind !== 'error' && reading?.kind !== 'not-a-number',
  );
}
