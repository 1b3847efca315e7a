/** What `getCellProperties` and its like tell: only what was asked for, in the shape it was asked in. */
import type { ModelCell } from '../../model/cell';
import type { Arguments } from '../arguments';
import { HostError } from '../hostError';

type Reading = Properties | string | number | boolean;
interface Properties {
  readonly [name: string]: Reading;
}

const isGroup = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

function pick(asked: unknown, from: Properties, path: string, given: Arguments): Properties {
  if (!isGroup(asked)) given.refuse();
  const picked: Record<string, Reading> = {};
  for (const [name, wanted] of Object.entries(asked)) {
    const found = from[name];
    if (wanted === false || wanted === undefined) continue;
    if (found === undefined) {
      throw new HostError('ApiNotFound', given.location, `${given.location}: ${path}${name} is not simulated`);
    }
    // Asking for a group with true means all of it.
    picked[name] = isGroup(found) && wanted !== true ? pick(wanted, found, `${path}${name}.`, given) : found;
  }
  return picked;
}

/**
 * Of one cell.
 *
 * @throws HostError ApiNotFound naming a property that is not simulated.
 */
export function cellPropertiesOf(cell: ModelCell, address: string, given: Arguments): Properties {
  const known = {
    address,
    format: {
      fill: { color: cell.fill ?? '#FFFFFF' },
      font: { color: cell.fontColour ?? '#000000', bold: cell.isBold, italic: cell.isItalic },
      protection: { locked: cell.isLocked },
    },
  };
  return pick(given.any(0), known, '', given);
}

/**
 * Of one row or column.
 *
 * @throws HostError ApiNotFound naming a property that is not simulated.
 */
export function linePropertiesOf(known: Properties, given: Arguments): Properties {
  return pick(given.any(0), known, '', given);
}
