/**
 * What a user likes, kept on their machine across workbooks: settings, fingerprints, the writer of letters, the rule
 * sentences that they wrote themselves, and where forms stand; no word of a form.
 */

/** Small texts by key. A machine that keeps nothing yields null and forgets what it is told. */
export interface Preferences {
  get(key: string): string | null;
  set(key: string, text: string | null): void;
}

/** Preferences that last as long as the pane: for tests, and where the browser keeps nothing. */
export function passingPreferences(): Preferences {
  const texts = new Map<string, string>();
  return {
    get: (key) => texts.get(key) ?? null,
    set: (key, text) => {
      if (text === null) texts.delete(key);
      else texts.set(key, text);
    },
  };
}
