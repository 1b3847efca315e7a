/** Executes one batch: resolves object paths, runs the actions in order, stops at the first error. */
import { Arguments } from './arguments';
import {
  ExcelCollection,
  ExcelObject,
  memberName,
  memberOf,
  type Member,
  type Surroundings,
  wireName,
} from './excelObject';
import { HostError } from './hostError';
import {
  actionTypes,
  pathTypes,
  type Action,
  type ArgumentInfo,
  type BatchRequest,
  type BatchResponse,
  type ObjectPath,
} from './protocol';

/** Where the executor finds objects that are not reached from another one. */
export interface Roots {
  readonly root: ExcelObject;
  /** Objects that a page makes by type name, such as the start-up notice of office.js. */
  make(typeName: string): ExcelObject | null;
  /** A kept object; null when its reference was given back. */
  byReference(reference: string): ExcelObject | null;
}

/** Stops a batch after some actions, as if the connection broke there. */
export class Interrupted extends Error {}

/** Runs one batch. */
export class BatchExecutor {
  private readonly resolved = new Map<number, ExcelObject | null>();

  constructor(
    private readonly request: BatchRequest,
    private readonly roots: Roots,
    private readonly host: Surroundings,
  ) {}

  /** Executes the actions; `beforeAction` may throw a HostError or Interrupted instead of letting one run. */
  run(beforeAction: (index: number) => void): BatchResponse {
    const results: { ActionId: number; Value: unknown }[] = [];
    const traces: number[] = [];
    for (const [index, action] of this.request.Actions.entries()) {
      try {
        beforeAction(index);
        results.push({ ActionId: action.Id, Value: this.perform(action) });
        if (action.ActionType === actionTypes.trace) traces.push(action.Id);
      } catch (error) {
        if (!(error instanceof HostError)) throw error;
        return {
          Results: results,
          TraceIds: traces,
          Error: {
            Code: error.code,
            Message: error.message,
            Location: error.location,
            HttpStatusCode: error.status,
            ActionIndex: index,
          },
        };
      }
    }
    return { Results: results, TraceIds: traces };
  }

  private perform(action: Action): unknown {
    if (action.ActionType === actionTypes.trace) return null;
    const object = this.resolve(action.ObjectPathId);
    // Everything that is asked of an object that is not there is answered with null.
    if (object === null) return null;
    switch (action.ActionType) {
      case actionTypes.instantiate:
        return this.identityOf(object);
      case actionTypes.query:
        return this.query(object, action);
      case actionTypes.method: {
        const result = this.call(object, action.Name, action.ArgumentInfo);
        return isObject(result) ? this.identityOf(result) : result;
      }
      case actionTypes.setProperty:
        this.set(object, action);
        return null;
      default:
        throw new HostError('NotImplemented', object.type.name, `Action type ${action.ActionType} is not simulated`);
    }
  }

  private identityOf(object: ExcelObject): Readonly<Record<string, unknown>> {
    const reference = this.host.referenceOf(object);
    return reference === null ? object.identity() : { ...object.identity(), _ReferenceId: reference };
  }

  private set(object: ExcelObject, action: Action): void {
    const name = memberName(action.Name);
    const member = memberOf(object, name);
    const location = `${object.type.name}.${name}`;
    if (member.kind !== 'property' || member.write === null) throw new HostError('InvalidOperation', location);
    this.refuseWhenReadOnly(location);
    member.write(object, this.valuesOf(action.ArgumentInfo)[0], location);
  }

  private call(object: ExcelObject, wireMember: string, info: ArgumentInfo | undefined): ReturnType<Callable> {
    const name = memberName(wireMember);
    const location = `${object.type.name}.${name}`;
    if (name === '_KeepReference') {
      this.host.keep(object);
      return null;
    }
    const member = memberOf(object, name);
    if (member.kind !== 'method') throw new HostError('InvalidOperation', location);
    if (member.writes) this.refuseWhenReadOnly(location);
    return member.call(object, new Arguments(location, this.valuesOf(info)));
  }

  private refuseWhenReadOnly(location: string): void {
    if (this.host.workbook.isReadOnly) throw new HostError('AccessDenied', location);
  }

  private valuesOf(info: ArgumentInfo | undefined): readonly unknown[] {
    const references = info?.ReferencedObjectPathIds ?? [];
    return (info?.Arguments ?? []).map((value, index) => {
      const path = references[index] ?? 0;
      return path === 0 ? value : this.resolve(path);
    });
  }

  private resolve(id: number): ExcelObject | null {
    const known = this.resolved.get(id);
    if (known !== undefined) return known;
    const path = this.request.ObjectPaths[String(id)];
    if (path === undefined) throw new HostError('InvalidArgument', `ObjectPath ${id}`);
    const object = this.follow(path);
    this.resolved.set(id, object);
    return object;
  }

  private follow(path: ObjectPath): ExcelObject | null {
    switch (path.ObjectPathType) {
      case pathTypes.root:
        return this.roots.root;
      case pathTypes.newObject: {
        const made = this.roots.make(path.Name);
        if (made === null) throw new HostError('ApiNotFound', path.Name, `${path.Name} is not simulated`);
        return made;
      }
      case pathTypes.reference: {
        const kept = this.roots.byReference(path.Name);
        if (kept === null) throw new HostError('InvalidReference', path.Name);
        return kept;
      }
      case pathTypes.nothing:
        return null;
      default:
        return this.step(path);
    }
  }

  /** From a parent to what a property, a method or an indexer of it gives. */
  private step(path: ObjectPath): ExcelObject | null {
    const parent = this.resolve(path.ParentObjectPathId ?? 0);
    if (parent === null) return null;
    const location = `${parent.type.name}.${path.Name === '' ? 'getItem' : memberName(path.Name)}`;
    if (path.ObjectPathType === pathTypes.indexer) {
      if (!(parent instanceof ExcelCollection)) throw new HostError('InvalidOperation', location);
      memberOf(parent, 'getItem');
      return parent.item(this.valuesOf(path.ArgumentInfo)[0] ?? null, location);
    }
    if (path.ObjectPathType === pathTypes.property) {
      const member = memberOf(parent, memberName(path.Name));
      if (member.kind !== 'child') throw new HostError('InvalidOperation', location);
      return member.open(parent);
    }
    const result = this.call(parent, path.Name, path.ArgumentInfo);
    if (result === null || isObject(result)) return result;
    throw new HostError('InvalidOperation', location);
  }

  private query(object: ExcelObject, { QueryInfo: info = {} }: Action): unknown {
    const select = info.Select ?? [];
    if (!(object instanceof ExcelCollection)) return this.read(object, select);
    const skip = info.Skip ?? 0;
    const items = object.items();
    const page = items.slice(skip, info.Top === undefined ? undefined : skip + info.Top);
    return { ...this.identityOf(object), _Items: page.map((item) => this.read(item, select)), Count: items.length };
  }

  /** Reads what is selected ("values", "format/fill/color"); nothing selected means every plain property. */
  private read(object: ExcelObject, select: readonly string[]): Readonly<Record<string, unknown>> {
    const answer: Record<string, unknown> = { ...this.identityOf(object) };
    const nested = new Map<string, string[]>();
    const names = select.length > 0 ? select : plainProperties(object);
    for (const name of names) {
      const [first = '', ...rest] = name.split('/');
      if (first === '$none') continue;
      if (first === '$all') {
        for (const each of plainProperties(object)) answer[wireName(each)] = this.readProperty(object, each);
        continue;
      }
      const key = memberName(first);
      if (rest.length === 0 && memberOf(object, key).kind === 'property') {
        answer[wireName(key)] = this.readProperty(object, key);
      } else nested.set(key, [...(nested.get(key) ?? []), ...(rest.length === 0 ? [] : [rest.join('/')])]);
    }
    for (const [name, inner] of nested) answer[wireName(name)] = this.readChild(object, name, inner);
    return answer;
  }

  private readProperty(object: ExcelObject, name: string): unknown {
    const member = memberOf(object, name);
    if (member.kind !== 'property') throw new HostError('InvalidArgument', `${object.type.name}.${name}`);
    return member.read(object);
  }

  private readChild(object: ExcelObject, name: string, select: readonly string[]): unknown {
    const member = memberOf(object, name);
    if (member.kind !== 'child') throw new HostError('InvalidArgument', `${object.type.name}.${name}`);
    const child = member.open(object);
    if (child === null) return null;
    const inner = select.map((part) => (child instanceof ExcelCollection ? part.replace(/^items\//u, '') : part));
    if (!(child instanceof ExcelCollection)) return this.read(child, inner);
    const items = child.items();
    return {
      ...this.identityOf(child),
      _Items: items.map((item) =>
        this.read(
          item,
          inner.filter((part) => part !== 'items'),
        ),
      ),
      Count: items.length,
    };
  }
}

type Callable = Extract<Member, { kind: 'method' }>['call'];

const isObject = (value: unknown): value is ExcelObject => value instanceof ExcelObject;

function plainProperties(object: ExcelObject): readonly string[] {
  return [...object.type.members]
    .filter(([, member]) => member.kind === 'property' && object.host.supports(member.since))
    .map(([name]) => name);
}
