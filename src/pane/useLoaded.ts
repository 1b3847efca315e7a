/** A part of the program that comes as a file of its own. */
import { useEffect, useState } from 'react';
import { useRaise } from './useRaise';

/**
 * What `load` yields, null until it is there; with null instead of `load` nothing is fetched. `load` must stay the
 * same. React's own `lazy` would hold the first result back for 300 ms, because it suspends even when the file has
 * long arrived.
 */
export function useLoaded<Loaded>(load: (() => Promise<Loaded>) | null): Loaded | null {
  const raise = useRaise();
  const [loaded, setLoaded] = useState<{ readonly part: Loaded } | null>(null);
  useEffect(() => {
    if (load) load().then((part) => setLoaded({ part }), raise);
  }, [load, raise]);
  return loaded && loaded.part;
}
