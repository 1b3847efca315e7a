/** Lists of texts by key: how settings of a workbook and custom properties of a sheet behave alike. */
import type { Arguments } from '../arguments';
import { ExcelCollection, ExcelObject, typeOf, type ObjectType, type Surroundings, type Wire } from '../excelObject';
import { HostError } from '../hostError';

/** Where the entries live. */
export interface KeyedStore {
  entries(location: string): ReadonlyMap<string, unknown>;
  replace(entries: ReadonlyMap<string, unknown>, location: string): void;
  /** Refuses keys and values that the list does not take. */
  check(key: string, value: unknown, location: string): void;
}

/** Keys are the same whatever their case. */
const storedKey = (entries: ReadonlyMap<string, unknown>, key: string): string | null =>
  [...entries.keys()].find((other) => other.toLowerCase() === key.toLowerCase()) ?? null;

export abstract class KeyedItem extends ExcelObject {
  constructor(
    host: Surroundings,
    readonly store: KeyedStore,
    readonly key: string,
  ) {
    super(host);
  }

  override identity(): Readonly<Record<string, unknown>> {
    return { _Id: this.key };
  }

  read(location: string): Wire {
    const entries = this.store.entries(location);
    if (!entries.has(this.key)) throw new HostError('ItemNotFound', location);
    return (entries.get(this.key) ?? null) as Wire;
  }

  write(value: unknown, location: string): void {
    this.read(location);
    this.store.check(this.key, value, location);
    this.store.replace(new Map(this.store.entries(location)).set(this.key, value), location);
  }

  delete(location: string): void {
    this.read(location);
    const entries = new Map(this.store.entries(location));
    entries.delete(this.key);
    this.store.replace(entries, location);
  }
}

export abstract class KeyedCollection extends ExcelCollection {
  constructor(
    host: Surroundings,
    readonly store: KeyedStore,
  ) {
    super(host);
  }

  protected abstract make(key: string): KeyedItem;

  override items(): readonly KeyedItem[] {
    return [...this.store.entries(this.type.name).keys()].map((key) => this.make(key));
  }

  override item(key: unknown, location: string): KeyedItem {
    const item = typeof key === 'string' ? this.find(key, location) : null;
    if (item === null) throw new HostError('ItemNotFound', location);
    return item;
  }

  find(key: string, location: string): KeyedItem | null {
    const stored = storedKey(this.store.entries(location), key);
    return stored === null ? null : this.make(stored);
  }

  /** Adds an entry, or gives an existing one a new value. */
  add(given: Arguments): KeyedItem {
    const value = given.any(1);
    this.store.check(given.text(0), value, given.location);
    const entries = this.store.entries(given.location);
    const key = storedKey(entries, given.text(0)) ?? given.text(0);
    this.store.replace(new Map(entries).set(key, value), given.location);
    return this.make(key);
  }
}

/** Both kinds of list came with their own set, but with the same members. */
export const keyedItemType = (name: string, since: string): ObjectType =>
  typeOf<KeyedItem>(name, ({ property, action }) => ({
    key: property(since, ({ key }) => key),
    value: property(
      since,
      (item) => item.read(`${name}.value`),
      (item, value, location) => item.write(value, location),
    ),
    _Id: property(since, ({ key }) => key),
    delete: action(since, (item, given) => {
      item.delete(given.location);
      return null;
    }),
  }));

export const keyedCollectionType = (name: string, since: string): ObjectType =>
  typeOf<KeyedCollection>(name, ({ method, action }) => ({
    add: action(since, (items, given) => items.add(given)),
    getCount: method(since, (items) => items.items().length),
    getItem: method(since, (items, given) => items.item(given.text(0), given.location)),
    getItemOrNullObject: method(since, (items, given) => items.find(given.text(0), given.location)),
  }));
