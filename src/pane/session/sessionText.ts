/** What a session came to so far, in a sentence. */
import type { Words } from '../../words/wordsOf';
import type { SessionRow } from './sessionRows';

/** How many forms are in each state. */
export function sessionText(rows: readonly SessionRow[], words: Words): string {
  const counts = { unseen: 0, seen: 0, returned: 0, passed: 0 };
  for (const { state } of rows) counts[state ?? 'unseen'] += 1;
  return words.say('sessionCounts', { total: rows.length, ...counts });
}
