/** How Excel's types are declared here: one class per type, its members in a table with the set they came with. */
import type { SimulatedWorkbook } from '../model/workbook';
import type { Arguments } from './arguments';
import { HostError } from './hostError';

/** What members need beyond the object: the workbook, and what belongs to the connection. */
export interface Surroundings {
  readonly workbook: SimulatedWorkbook;
  /** Whether the ExcelApi set is answered. */
  supports(set: string): boolean;
  /** The reference id of an object that outlives the batch; the same id when asked again. */
  keep(object: ExcelObject): string;
  referenceOf(object: ExcelObject): string | null;
  release(reference: string): void;
  releaseAll(): void;
  /** The code with which everything about a sheet's cells fails; null: nothing is wrong with it. */
  failureOf(sheetId: string): string | null;
  /** Starts or stops sending an event type for a target (a sheet's id, or "Workbook"). */
  listen(type: number, target: string, isOn: boolean): void;
}

/** An object of Excel's interface as a batch sees it. */
export abstract class ExcelObject {
  abstract readonly type: ObjectType;

  constructor(readonly host: Surroundings) {}

  /** What identifies the object in answers, beside a kept reference. */
  identity(): Readonly<Record<string, unknown>> {
    return {};
  }

  get workbook(): SimulatedWorkbook {
    return this.host.workbook;
  }
}

/** An object that is a list; its items are answered one by one. */
export abstract class ExcelCollection extends ExcelObject {
  abstract items(): readonly ExcelObject[];
  /** The item that an indexer (`getItem`) names. */
  abstract item(key: unknown, location: string): ExcelObject;
}

/** A value that goes over the wire as it is. */
export type Wire = string | number | boolean | null | readonly unknown[] | { readonly [key: string]: unknown };

interface Declared {
  /** ExcelApi set, such as "1.7". */
  readonly since: string;
  /** Seen in a request of the real client's captures; else how Excel answers is assumed. */
  readonly isSeen: boolean;
}

interface Property extends Declared {
  readonly kind: 'property';
  readonly read: (self: ExcelObject) => Wire;
  readonly write: ((self: ExcelObject, value: unknown, location: string) => void) | null;
}

interface Child extends Declared {
  readonly kind: 'child';
  readonly open: (self: ExcelObject) => ExcelObject | null;
}

export interface Method extends Declared {
  readonly kind: 'method';
  /** Whether it changes the workbook, so that a read-only one refuses it. */
  readonly writes: boolean;
  readonly call: (self: ExcelObject, given: Arguments) => ExcelObject | Wire;
}

export type Member = Property | Child | Method;

/** A type of Excel's interface with what is simulated of it. */
export interface ObjectType {
  readonly name: string;
  readonly members: ReadonlyMap<string, Member>;
}

/** Helpers to declare the members of one class. */
export interface Declare<Self extends ExcelObject> {
  property(
    since: string,
    read: (self: Self) => Wire,
    write?: (self: Self, value: unknown, location: string) => void,
  ): Property;
  child(since: string, open: (self: Self) => ExcelObject | null): Child;
  /** A method that leaves the workbook as it is. */
  method(since: string, call: (self: Self, given: Arguments) => ExcelObject | Wire): Method;
  /** A method that changes the workbook. */
  action(since: string, call: (self: Self, given: Arguments) => ExcelObject | Wire): Method;
  /** Marks a member as seen in real requests. */
  seen<Kind extends Member>(member: Kind): Kind;
}

/**
 * Declares a type. The tables are written for their own class, and are only ever called with objects whose
 * `type` is this one; that is what the casts below rely on.
 */
export function typeOf<Self extends ExcelObject>(
  name: string,
  declare: (helpers: Declare<Self>) => Readonly<Record<string, Member>>,
): ObjectType {
  type Call = (self: ExcelObject, given: Arguments) => ExcelObject | Wire;
  const helpers: Declare<Self> = {
    property: (since, read, write) => ({
      kind: 'property',
      since,
      isSeen: false,
      read: read as Property['read'],
      write: (write as Property['write'] | undefined) ?? null,
    }),
    child: (since, open) => ({ kind: 'child', since, isSeen: false, open: open as Child['open'] }),
    method: (since, call) => ({ kind: 'method', since, isSeen: false, writes: false, call: call as Call }),
    action: (since, call) => ({ kind: 'method', since, isSeen: false, writes: true, call: call as Call }),
    seen: (member) => ({ ...member, isSeen: true }),
  };
  return { name, members: new Map(Object.entries(declare(helpers))) };
}

/** The name of a member as tables have it: the wire says "GetRange", the table "getRange". */
export const memberName = (wireName: string): string =>
  wireName.startsWith('_') ? wireName : wireName.charAt(0).toLowerCase() + wireName.slice(1);

/** The name of a member as the wire has it. */
export const wireName = (name: string): string =>
  name.startsWith('_') ? name : name.charAt(0).toUpperCase() + name.slice(1);

/**
 * Finds a member.
 *
 * @throws HostError ApiNotFound, naming the member, when it is not simulated or newer than the Excel that is simulated.
 */
export function memberOf(object: ExcelObject, name: string): Member {
  const { type } = object;
  const location = `${type.name}.${name}`;
  const member = type.members.get(name);
  if (member === undefined) throw new HostError('ApiNotFound', location, `${location} is not simulated`);
  if (!object.host.supports(member.since)) {
    throw new HostError('ApiNotFound', location, `${location} needs ExcelApi ${member.since}`);
  }
  return member;
}
