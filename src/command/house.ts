/** What the command line is given by its entrance, because it may not choose it: words, workbooks, its own threads. */
import type { RubricProblem } from '../core/rubric/decoder';
import type { OwnDocument } from '../core/sheet/ownDocument';
import type { LetterFields } from '../papers/letterWords';
import type { HostFault, Outcome } from '../port/workbook';
import type { OwnBook } from '../port/ownBook';

/** Where the command line speaks. */
export interface Terminal {
  /** Standard output: the results. */
  print(text: string): void;
  /** Standard error: what is said about the run; ends the line. */
  say(text: string): void;
  /** Standard error without ending the line, for the progress; null where nobody watches. */
  readonly draw: ((text: string) => void) | null;
}

/** What was left out of a clean copy: conditional formats of ours, texts that were kept, parts of web extensions. */
interface CleanedFile {
  readonly marks: number;
  readonly memories: number;
  readonly webExtensions: number;
}

/** What the first thread says of a rubric, and of a file that it opened itself. */
interface Sentences {
  rubricProblem(problem: RubricProblem): string;
  fault(fault: HostFault): { readonly sentence: string; readonly nextStep: string };
}

/** Somebody's own text of a letter. */
export interface CommandTemplate {
  /** Every line a paragraph; names in 【】 are slots. */
  readonly lines: readonly string[];
  /** Fills the Word file that it came from; null: the lines are the template. */
  readonly fill: ((filled: LetterFields, points: OwnDocument) => Uint8Array) | null;
}

/** What letters are made with. */
interface LetterHouse {
  readonly wordDocument: (document: OwnDocument) => Uint8Array;
  /** A Word file, or the first sheet of a workbook that is one; or the sentence that says why there is none. */
  readonly readTemplate: (path: string) => Promise<CommandTemplate | { readonly problem: string }>;
}

/** What is handed in. */
export interface CommandHouse {
  readonly terminal: Terminal;
  /** Absolute path of the program that a thread runs: it reviews files, and this thread never opens one. */
  readonly threadProgram: string;
  /** Fetched only where the first thread has something to say of a rubric or a file. */
  readonly loadSentences: () => Promise<Sentences>;
  /** A workbook of our own, without sheets yet. */
  /** Fetched only where a letter is wanted. */
  readonly loadLetters: () => Promise<LetterHouse>;
  readonly createBook: () => Promise<OwnBook>;
  /** Makes the clean copy of a file; `target` is written whole, and only where nothing stands yet. */
  readonly cleanFile: (path: string, target: string) => Promise<Outcome<CleanedFile>>;
}
