/** What of a letter is the same for every unit, kept on this machine: who writes, and whom to ask. */
import { type LetterFields, lastingSlots as kept } from '../../papers/letterWords';
import type { Preferences } from '../../review/memory/preferences';

const key = 'letter';

/** What was kept; what cannot be read is nothing. */
export function keptFields(preferences: Preferences): LetterFields {
  let read: unknown;
  try {
    read = JSON.parse(preferences.get(key) ?? '{}');
  } catch {
    return {};
  }
  const fields = (typeof read === 'object' && read !== null ? read : {}) as Readonly<Record<string, unknown>>;
  return Object.fromEntries(kept.flatMap((slot) => (typeof fields[slot] === 'string' ? [[slot, fields[slot]]] : [])));
}

/** Keeps what is the same next time, and no other slot; once all of it is emptied nothing is kept. */
export function keepFields(preferences: Preferences, fields: LetterFields): void {
  const filled = kept.flatMap((slot) => (fields[slot] ? [[slot, fields[slot]] as const] : []));
  preferences.set(key, filled.length === 0 ? null : JSON.stringify(Object.fromEntries(filled)));
}
