/** Idle time of the page, in turns that nobody notices. */

/** What a turn may take, in milliseconds: a frame has sixteen, and the last step may take as long again. */
const turnLength = 4;

/** The turn that begins now. */
function turnFromNow(): { readonly isOver: () => boolean } {
  const end = performance.now() + turnLength;
  return { isOver: () => performance.now() >= end };
}

/** Waits until the page has nothing else to do; where the browser does not tell, until everything that waits had its turn. */
export function nextIdleTurn(): Promise<ReturnType<typeof turnFromNow>> {
  return new Promise((resolve) => {
    const begin = (): void => resolve(turnFromNow());
    if ('requestIdleCallback' in window) window.requestIdleCallback(begin, { timeout: 1000 });
    else setTimeout(begin, turnLength);
  });
}
