/**
 * The keyboard and the scroll place are never lost: when what has the keyboard goes away, it moves to what took its
 * place, or to the nearest part around it that is still there; and going back to the result finds it as it was left.
 *
 * Parts are named by `data-place`. A name may stand twice: what comes takes over from what goes.
 */
import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import type { KeptFocus } from './KeptFocus';
import { useLoaded } from './useLoaded';

/** Nothing goes away before there is a result. */
const loadKeptFocus = () => import(/* webpackChunkName: "result" */ './KeptFocus');

/**
 * Keeps the keyboard inside `root`, and the place of what scrolls in `screen` while a page stands before the result; from
 * when the first screen is settled.
 */
export function useFocusKept(
  root: RefObject<HTMLElement | null>,
  screen: RefObject<HTMLElement | null>,
  isPage: boolean,
  isSettled: boolean,
): void {
  const part = useLoaded(isSettled ? loadKeptFocus : null);
  const kept = useRef<KeptFocus | null>(null);
  const wasPage = useRef(isPage);
  useEffect(() => {
    if (!part || !root.current || !screen.current) return undefined;
    const made = new part.KeptFocus(root.current, screen.current);
    kept.current = made;
    return made.watch();
  }, [part, root, screen]);
  useLayoutEffect(() => {
    if (isPage === wasPage.current) return;
    wasPage.current = isPage;
    if (isPage) kept.current?.leave();
    else kept.current?.comeBack();
  }, [isPage]);
}
