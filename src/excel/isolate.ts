/** Finds, among many things that are asked for at once, those that make the whole batch fail. */
import { codeOf, isOfConnection } from './faults';

/** What was done, and what could not be; both in the order given. */
export interface Isolated<Item, Done> {
  readonly done: readonly Done[];
  readonly failed: readonly { readonly item: Item; readonly code: string }[];
}

/**
 * Does the work for all items in one go; where Excel fails it, for each half, down to the single ones that fail by
 * themselves. `work` yields one result an item and must be free to be done again. A fault that no half can
 * escape (`isOfAll`; by default one of the connection) is thrown.
 */
export async function isolate<Item, Done>(
  items: readonly Item[],
  work: (items: readonly Item[]) => Promise<readonly Done[]>,
  isOfAll: (code: string) => boolean = isOfConnection,
): Promise<Isolated<Item, Done>> {
  if (items.length === 0) return { done: [], failed: [] };
  const [first] = items;
  // One alone is tried twice: what failed may have been the moment, and nothing else will show it.
  for (let tries = items.length === 1 ? 2 : 1; tries > 0; tries -= 1) {
    try {
      return { done: await work(items), failed: [] };
    } catch (error) {
      const code = codeOf(error);
      if (code === null || isOfAll(code)) throw error;
      if (items.length === 1 && first !== undefined && tries === 1)
        return { done: [], failed: [{ item: first, code }] };
    }
  }
  const middle = Math.ceil(items.length / 2);
  const front = await isolate(items.slice(0, middle), work, isOfAll);
  const back = await isolate(items.slice(middle), work, isOfAll);
  return { done: [...front.done, ...back.done], failed: [...front.failed, ...back.failed] };
}
