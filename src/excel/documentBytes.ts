/** The open workbook as a file: what Excel would save, unsaved changes included. */
import { failed, succeeded } from '../port/outcome';
import type { Outcome } from '../port/workbook';

// Office waits for nobody, and a host without the interface may never answer; in milliseconds.
const patience = 60_000;

/**
 * Asks Excel for the file. Some hosts refuse (a workbook under rights management) or never answer: a fault, with its
 * code for the diagnostics.
 */
export async function documentBytes(): Promise<Outcome<Uint8Array>> {
  if (typeof Office === 'undefined') return failed({ kind: 'not-in-excel' });
  let timer: ReturnType<typeof setTimeout> | undefined;
  const silence = new Promise<Outcome<Uint8Array>>((resolve) => {
    timer = setTimeout(() => {
      resolve(failed({ kind: 'busy' }));
    }, patience);
  });
  const read = await Promise.race([readFile(), silence]);
  clearTimeout(timer);
  return read;
}

/** The file's name without its folder; null for a workbook that was never saved. */
export function documentName(): string | null {
  const url: unknown = typeof Office === 'undefined' ? null : Office.context.document.url;
  const last =
    typeof url === 'string'
      ? (url
          .replace(/[?#].*$/u, '')
          .split(/[\\/]/u)
          .pop() ?? '')
      : '';
  if (last === '') return null;
  try {
    return decodeURIComponent(last);
  } catch {
    // A name of the disk may hold a percent sign that encodes nothing.
    return last;
  }
}

async function readFile(): Promise<Outcome<Uint8Array>> {
  const opened = await settled<Office.File>((done) => {
    Office.context.document.getFileAsync(Office.FileType.Compressed, done);
  });
  if (!opened.ok) return opened;
  const file = opened.value;
  try {
    const slices: Uint8Array[] = [];
    for (let index = 0; index < file.sliceCount; index += 1) {
      const slice = await settled<Office.Slice>((done) => {
        file.getSliceAsync(index, done);
      });
      if (!slice.ok) return slice;
      slices.push(Uint8Array.from(slice.value.data as Iterable<number>));
    }
    return succeeded(joined(slices));
  } finally {
    // An open file would keep the next call from opening one.
    file.closeAsync();
  }
}

function joined(slices: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(slices.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const slice of slices) {
    bytes.set(slice, at);
    at += slice.length;
  }
  return bytes;
}

function settled<T>(call: (done: (result: Office.AsyncResult<T>) => void) => void): Promise<Outcome<T>> {
  return new Promise((resolve) => {
    call(({ error, status, value }) => {
      if (status === Office.AsyncResultStatus.Succeeded) resolve(succeeded(value));
      else resolve(failed({ kind: 'unexpected', code: `getFileAsync ${error.code}` }));
    });
  });
}
