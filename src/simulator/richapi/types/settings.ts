/** Settings that add-ins keep in the workbook: any JSON value by key. */
import { type ObjectType, type Surroundings } from '../excelObject';
import { HostError } from '../hostError';
import { KeyedCollection, keyedCollectionType, KeyedItem, keyedItemType } from './keyedItems';

/** Larger settings fail in practice, at "one to a few megabytes". */
const sizeLimit = 2_000_000;

export class SettingCollectionObject extends KeyedCollection {
  override readonly type: ObjectType = settingCollectionType;

  constructor(host: Surroundings) {
    super(host, {
      entries: () => host.workbook.settings,
      replace: (entries) => {
        host.workbook.settings = entries;
      },
      check: (key, value, location) => {
        if (key === '' || JSON.stringify(value).length > sizeLimit) {
          throw new HostError('InvalidArgument', location);
        }
      },
    });
  }

  protected override make(key: string): SettingObject {
    return new SettingObject(this.host, this.store, key);
  }
}

export class SettingObject extends KeyedItem {
  override readonly type: ObjectType = settingType;
}

const settingCollectionType = keyedCollectionType('SettingCollection', '1.4');
const settingType = keyedItemType('Setting', '1.4');
