/** What the command line reviews with: sentences, workbooks, threads; each loaded on first use. Decides nothing. */
import { extname, join } from 'node:path';
import type { CommandHouse } from '../command/house';

export const house: Omit<CommandHouse, 'terminal'> = {
  // As one file, that file is the thread's program as well.
  threadProgram: extname(__filename) === '.ts' ? join(__dirname, 'cliThread.ts') : __filename,
  loadSentences: async () => {
    const words = (await import('../words')).createWords('zh-CN');
    return {
      rubricProblem: (problem) => words.rubricProblemText(problem),
      fault: (fault) => words.faultText(fault),
    };
  },
  loadLetters: async () => ({
    wordDocument: (await import('../file/wordDocument')).wordDocument,
    readTemplate: async (path) => (await import('./letterTemplate')).readLetterTemplate(path),
  }),
  createBook: async () => {
    const [{ createOwnBook }, { nativePacker }] = await Promise.all([
      import('../file/ownBook'),
      import('../file/nativePacker'),
    ]);
    return createOwnBook(nativePacker);
  },
  cleanFile: async (path, target) => (await import('../file/cleanFile')).cleanFile(path, target),
};
