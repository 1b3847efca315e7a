/** Tells what the user has to choose from what is settled. */
import type { Edit } from '../../core/report/edit';

/** Whether an edit is one of several readings of its row: alternatives, of which at most one is written. */
export function isChoice({ premises }: Pick<Edit, 'premises'>): boolean {
  return premises !== undefined;
}
