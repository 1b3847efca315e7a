/** What the process says to the script that started it. */
import type { FileJson } from './reviewJson';

/** 0: no P0 · 1: some P0 · 2: something could not be read or written · 3: a bug of ours · 130: stopped by Ctrl-C. */
export type ExitCode = 0 | 1 | 2 | 3 | 130;

/** The graver of a code and what one more file says. */
export function withFile(code: 0 | 1 | 2, { fault, sheets }: FileJson): 0 | 1 | 2 {
  if (code === 2 || fault !== null) return 2;
  const isGrave = sheets.some(({ findings }) => findings.some(({ severity }) => severity === 'P0'));
  return isGrave ? 1 : code;
}
