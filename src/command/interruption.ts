/** Ctrl-C: once, and the files at hand are finished; again, and the process ends. */

/** A watch over the key. */
export interface Interruption {
  isStopped(): boolean;
  end(): void;
}

/** A terminal and the programs between may hand on one key press more than once, within this many milliseconds. */
const onePress = 1000;

/** Begins to watch. */
export function watchInterruption(): Interruption {
  let isStopped = false;
  let pressed = 0;
  const onInterrupt = (): void => {
    if (isStopped && Date.now() - pressed > onePress) process.exit(130);
    if (!isStopped) pressed = Date.now();
    isStopped = true;
  };
  process.on('SIGINT', onInterrupt);
  return { isStopped: () => isStopped, end: () => process.off('SIGINT', onInterrupt) };
}
