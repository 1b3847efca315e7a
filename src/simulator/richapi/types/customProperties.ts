/** Custom properties of a sheet: texts by key, kept in the file with the sheet. */
import type { ObjectType, Surroundings } from '../excelObject';
import { HostError } from '../hostError';
import { KeyedCollection, keyedCollectionType, KeyedItem, keyedItemType } from './keyedItems';
import type { SheetHandle } from './sheetHandle';

/** The longest key. */
const keyLimit = 255;

export class WorksheetCustomPropertyCollectionObject extends KeyedCollection {
  override readonly type: ObjectType = collectionType;

  constructor(host: Surroundings, handle: SheetHandle) {
    const find = (location: string) => {
      const sheet = host.workbook.sheets.find(({ id }) => id === handle.sheetId);
      if (sheet === undefined) throw new HostError('ItemNotFound', location);
      return sheet;
    };
    super(host, {
      entries: (location) => find(location).customProperties,
      replace: (entries, location) => {
        find(location).customProperties = new Map([...entries].map(([key, value]) => [key, String(value)]));
      },
      check: (key, value, location) => {
        if (key === '' || key.length > keyLimit || typeof value !== 'string') {
          throw new HostError('InvalidArgument', location);
        }
      },
    });
  }

  protected override make(key: string): WorksheetCustomPropertyObject {
    return new WorksheetCustomPropertyObject(this.host, this.store, key);
  }
}

export class WorksheetCustomPropertyObject extends KeyedItem {
  override readonly type: ObjectType = itemType;
}

const collectionType = keyedCollectionType('WorksheetCustomPropertyCollection', '1.12');
const itemType = keyedItemType('WorksheetCustomProperty', '1.12');
