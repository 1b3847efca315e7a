/** Some pieces of work at a time. */

/** Begins the pieces in their order, never more than `most` at once; yields their results in the same order. */
export async function inTurn<T>(most: number, work: readonly (() => Promise<T>)[]): Promise<readonly T[]> {
  const waiting = [...work.entries()];
  const results: T[] = [];
  const worker = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const [place, begin] = next;
      results[place] = await begin();
    }
  };
  await Promise.all(Array.from({ length: most }, worker));
  return results;
}
