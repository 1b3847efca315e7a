/** When what was drawn last is on the screen. */

/**
 * Resolves once the frame of what was drawn last was handed to the screen, and everything had its turn that waited for
 * that frame as well, a click among it. A page out of sight has no frames, and does not wait for one.
 */
export function painted(): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => void setTimeout(() => setTimeout(resolve));
    if (document.hidden) end();
    else requestAnimationFrame(end);
  });
}
