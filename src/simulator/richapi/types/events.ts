/** What events say about a change, and who hears of it. */
import { toAddress } from '../../model/areas';
import type { Change } from '../../model/workbook';
import type { EventEntry } from '../protocol';
import { eventTypes, workbookTarget } from './eventTypes';
import { valueType, wireValue } from './wireValue';

interface News {
  readonly type: number;
  readonly sheetId: string;
  readonly message: Readonly<Record<string, unknown>>;
}

function newsOf(change: Change, previousSheet: string, saysTrigger: boolean): readonly News[] {
  switch (change.kind) {
    case 'cells': {
      const { sheetId, area, origin, before, after } = change;
      const isOne = area.top === area.bottom && area.left === area.right;
      const details = isOne
        ? {
            valueBefore: wireValue(before),
            valueAfter: wireValue(after),
            valueTypeBefore: valueType(before),
            valueTypeAfter: valueType(after),
          }
        : {};
      const trigger = saysTrigger ? { triggerSource: origin === 'add-in' ? 'ThisLocalAddin' : 'Unknown' } : {};
      const message = {
        changeType: 'RangeEdited',
        source: origin === 'co-author' ? 'Remote' : 'Local',
        worksheetId: sheetId,
        address: toAddress(area),
        ...trigger,
        shiftDirection: 'None',
        ...details,
      };
      return [{ type: eventTypes.changed, sheetId, message }];
    }
    case 'rows-inserted':
    case 'rows-deleted': {
      const { area, kind, origin, sheetId } = change;
      const message = {
        changeType: kind === 'rows-inserted' ? 'RowInserted' : 'RowDeleted',
        source: origin === 'co-author' ? 'Remote' : 'Local',
        worksheetId: sheetId,
        address: toAddress(area),
        ...(saysTrigger ? { triggerSource: origin === 'add-in' ? 'ThisLocalAddin' : 'Unknown' } : {}),
        shiftDirection: kind === 'rows-inserted' ? 'Down' : 'Up',
      };
      return [{ type: eventTypes.changed, sheetId, message }];
    }
    case 'activated':
      return [
        { type: eventTypes.deactivated, sheetId: previousSheet, message: { worksheetId: previousSheet } },
        { type: eventTypes.activated, sheetId: change.sheetId, message: { worksheetId: change.sheetId } },
      ];
    case 'selected': {
      const message = { worksheetId: change.sheetId, address: toAddress(change.area) };
      return [{ type: eventTypes.selectionChanged, sheetId: change.sheetId, message }];
    }
    case 'appearance':
    case 'sheets':
      return [];
  }
}

/** The events of a change for those who listen: to its sheet, or to the whole workbook. */
export function eventsOf(
  change: Change,
  previousSheet: string,
  listens: (type: number, target: string) => boolean,
  saysTrigger: boolean,
): readonly EventEntry[] {
  return newsOf(change, previousSheet, saysTrigger).flatMap(({ type, sheetId, message }) =>
    [sheetId, workbookTarget]
      .filter((target) => listens(type, target))
      .map((target): EventEntry => [65_536, type, target, JSON.stringify(message), 0]),
  );
}
