/** What came of an import and of taking one back, in a sentence. */
import type { Imported } from '../review/importSheets';
import type { ImportTakenBack } from '../review/takeBackImport';
import type { Words } from '../words/wordsOf';

/** What came in. */
export function importedText({ fileName, sheets }: Imported, words: Words): string {
  if (sheets.length === 0) return words.say('importedNone', { file: fileName });
  return words.say('imported', { file: fileName, n: sheets.length });
}

/** What went again, and what stays. */
export function takenBackText({ fileName, sheets }: ImportTakenBack, words: Words): string {
  const removed = sheets.filter(({ outcome }) => outcome === 'removed').length;
  return words.say('importTakenBack', { file: fileName, removed, left: sheets.length - removed });
}
