/** What jsdom lacks of a browser and Fluent UI or the pane asks for. */
import { configure } from '@testing-library/react';

// Parts of the pane are loaded when they are needed: on a machine with much to do that takes longer than a second.
configure({ asyncUtilTimeout: 4_000 });

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
