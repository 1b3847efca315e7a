/** Something that is made when it is first asked for, and then stays. */

/** The same promise for everybody who asks. */
export function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | null = null;
  return () => (made ??= make());
}
