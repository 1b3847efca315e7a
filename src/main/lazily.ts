/** Something of which every verb waits until it was fetched. */
import type { Lazily } from '../pane/services';

/**
 * Stands for what `load` fetches, which happens when the first verb of it is called; every verb is then passed on as
 * it was asked. What is in `own` is there at once, and goes before.
 */
export function lazily<Late extends object, Own extends object>(
  load: () => Promise<Late>,
  own: Own,
): Lazily<Late> & Own {
  // A verb stays the same function, for whoever asks whether anything changed.
  const verbs = new Map<string, (...asked: readonly unknown[]) => Promise<unknown>>();
  const verbOf = (name: string): unknown => {
    const known = verbs.get(name);
    if (known) return known;
    const verb = async (...asked: readonly unknown[]): Promise<unknown> => {
      const late = (await load()) as Readonly<Record<string, (...asked: readonly unknown[]) => unknown>>;
      const there = late[name];
      if (!there) throw new Error(`Nobody does ${name}`);
      return there.apply(late, [...asked]);
    };
    verbs.set(name, verb);
    return verb;
  };
  return new Proxy(own, {
    get: (there, name, receiver): unknown =>
      // It is no promise itself, whatever awaits it.
      typeof name === 'symbol' || name === 'then' || Reflect.has(there, name)
        ? Reflect.get(there, name, receiver)
        : verbOf(name),
  }) as Lazily<Late> & Own;
}
