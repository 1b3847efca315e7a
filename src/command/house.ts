/** What the command line is given by its entrance, because it may not choose it: words, the engine, its own threads. */
import type { RubricProblem } from '../core/rubric/decoder';
import type { Engine } from './workbook/sheetWriter';

/** Where the command line speaks. */
export interface Terminal {
  /** Standard output: the results. */
  print(text: string): void;
  /** Standard error: what is said about the run; ends the line. */
  say(text: string): void;
  /** Standard error without ending the line, for the progress; null where nobody watches. */
  readonly draw: ((text: string) => void) | null;
}

/** What is handed in. */
export interface CommandHouse {
  readonly terminal: Terminal;
  /** Absolute path of the program that a thread runs: it reviews files, and this thread never opens one. */
  readonly threadProgram: string;
  readonly rubricProblem: (problem: RubricProblem) => string;
  readonly loadEngine: () => Promise<Engine>;
}
