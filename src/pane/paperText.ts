/** What a paper is called, and what became of it, in words. */
import { reportSheetWords, sampleWords } from '../papers/paperWords';
import type { Words } from '../words/wordsOf';
import type { PaperKind } from './services';
import type { PaperResult } from './state';

const papers: Readonly<Record<PaperKind, { readonly name: string }>> = {
  report: reportSheetWords.report,
  workpaper: reportSheetWords.workpaper,
  tables: reportSheetWords.tables,
  letter: reportSheetWords.letter,
  'roll-up': reportSheetWords.rollUp,
  sample: sampleWords,
};

/** The name that its sheet gets: Chinese, as it stands on the tab. */
export function paperName(kind: PaperKind): string {
  return papers[kind].name;
}

/** What became of a paper, in one sentence that names its sheet. */
export function paperText({ written }: PaperResult, words: Words): string {
  const { name } = written;
  switch (written.state) {
    case 'edited':
      return words.say('paperEdited', { name });
    case 'written':
      return words.say(written.isRenewed ? 'paperRenewed' : 'paperMade', { name });
  }
}
