/**
 * Puts copies into a folder that the user chose, always under a name that is not there yet. The browser's own dialog for
 * saving is not used: a file that is picked in it is emptied before the page hears of it, and that could be the original
 * (https://github.com/WICG/file-system-access/issues/360).
 */
import type { Refusal } from './fileKinds';
import type { NewFile, TargetFolder } from './handles';

/** A copy that was put there, by the name that it got; or why it was not. */
export type CopyPut = { readonly ok: true; readonly name: string } | { readonly ok: false; readonly refusal: Refusal };

/** So many copies of one file in one folder are tried; nobody wants a hundredth. */
const mostNames = 100;

/** "a.xlsx", then "a (2).xlsx" and so on. */
function numbered(name: string, number: number): string {
  return number === 1 ? name : name.replace(/(?=\.[^.]*$)|$/u, ` (${number})`);
}

async function isThere(folder: TargetFolder, name: string): Promise<boolean> {
  try {
    await folder.getFileHandle(name);
    return true;
  } catch (error) {
    if (error instanceof DOMException && error.name === 'NotFoundError') return false;
    // A folder of that name stands there.
    if (error instanceof DOMException && error.name === 'TypeMismatchError') return true;
    throw error;
  }
}

async function freeName(folder: TargetFolder, name: string): Promise<string | null> {
  for (let number = 1; number <= mostNames; number += 1) {
    const own = numbered(name, number);
    if (!(await isThere(folder, own))) return own;
  }
  return null;
}

async function write(file: NewFile, content: Blob): Promise<void> {
  const writable = await file.createWritable();
  try {
    await writable.write(content);
    await writable.close();
  } catch (error) {
    // What was written so far stands in a file of the browser's, which goes with this.
    await writable.abort().catch(() => undefined);
    throw error;
  }
}

/** What is told of an answer of the browser. */
function refusalOfCopy(error: DOMException | 'names', facts: Refusal['facts']): Refusal {
  switch (error === 'names' ? error : error.name) {
    case 'NotAllowedError':
    case 'SecurityError':
      return { sentence: 'fault-copy-denied', nextStep: 'next-copy-denied', facts };
    case 'NotFoundError':
      return { sentence: 'fault-copy-gone', nextStep: 'next-copy-gone', facts };
    case 'QuotaExceededError':
      return { sentence: 'fault-copy-full', nextStep: 'next-copy-full', facts };
    case 'names':
      return { sentence: 'fault-copy-names', nextStep: 'next-copy-names', facts };
    default:
      return { sentence: 'fault-copy-other', nextStep: 'next-copy-other', facts };
  }
}

/** Takes away what was begun; where that fails as well, it is the failure before that is told of. */
async function takeAway(folder: TargetFolder, name: string): Promise<void> {
  try {
    await folder.removeEntry(name);
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
  }
}

/** Puts the copy there, under its name or one with a number. What was in the folder before stays as it is. */
export async function putCopy(folder: TargetFolder, wanted: string, content: Blob): Promise<CopyPut> {
  const facts = { file: wanted, folder: folder.name };
  let begun: string | null = null;
  try {
    const name = await freeName(folder, wanted);
    if (name === null) return { ok: false, refusal: refusalOfCopy('names', facts) };
    const file = await folder.getFileHandle(name, { create: true });
    // Where another program made it in this very moment, it is not ours.
    if ((await file.getFile()).size > 0) throw new DOMException(name, 'InvalidModificationError');
    begun = name;
    await write(file, content);
    if ((await file.getFile()).size !== content.size) throw new DOMException(name, 'DataError');
    return { ok: true, name };
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    if (begun !== null) await takeAway(folder, begun);
    return { ok: false, refusal: refusalOfCopy(error, facts) };
  }
}
