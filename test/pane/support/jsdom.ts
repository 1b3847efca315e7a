/** What jsdom lacks of a browser and Fluent UI or the pane asks for. */

const none = () => undefined;

/** The system's colour preference as a test wants it. */
export function preferDark(isDark: boolean): void {
  window.matchMedia = (media) =>
    ({ matches: isDark, media, addEventListener: none, removeEventListener: none }) as unknown as MediaQueryList;
}

class NoResize {
  observe = none;
  unobserve = none;
  disconnect = none;
}

preferDark(false);
window.ResizeObserver = NoResize;
