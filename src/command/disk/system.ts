/** What the operating system refuses: told apart from bugs, which throw on. */
import { type Stats, statSync } from 'node:fs';

/** Whether an error comes from the operating system, such as a folder that may not be written to. */
export function isSystemError(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'syscall' in error && 'code' in error;
}

/** What stands at a path; null where there is nothing, or nothing that may be known. */
export function statOf(path: string): Stats | null {
  try {
    return statSync(path);
  } catch (error) {
    if (isSystemError(error)) return null;
    throw error;
  }
}
