/** Keeps the user's settings in the browser. */
import { passingPreferences, type Preferences } from '../review/memory/preferences';

/** The browser's store for this add-in; where it is closed to us, preferences last as long as the pane. */
export function browserPreferences(): Preferences {
  const nameOf = (key: string): string => `zp:${key}`;
  try {
    const store = window.localStorage;
    store.setItem(nameOf('probe'), '');
    store.removeItem(nameOf('probe'));
    return {
      get: (key) => store.getItem(nameOf(key)),
      set: (key, text) => {
        if (text === null) store.removeItem(nameOf(key));
        else store.setItem(nameOf(key), text);
      },
    };
  } catch (error) {
    // Blocked for third parties, or full: known answers of the browser, and nothing that the user can mend here.
    if (error instanceof DOMException) return passingPreferences();
    throw error;
  }
}
