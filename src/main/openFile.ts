/** Opens a file that a person chose, at the other end of a line, with an end to patience. */
import { limitedLine } from '../file/limitedLine';
import { openRemoteWorkbook, type RemoteWorkbook } from '../file/remoteWorkbook';
import { packageLimit } from '../file/workbookPackage';
import { failed, succeeded } from '../port/outcome';
import type { Outcome } from '../port/workbook';
import { openFileLine } from './fileLine';

/** What one step with a file may take, in milliseconds: a form takes a hundredth of it. */
const patience = 120_000;

/** An open file. */
export interface OpenFile {
  readonly workbook: RemoteWorkbook;
  /** Lets go of it. */
  readonly close: () => void;
}

/**
 * Opens the file; what takes too long, or is stopped, is a fault.
 *
 * @param script of the worker, beside the page.
 */
export async function openFile(file: File, script: string, stop?: AbortSignal): Promise<Outcome<OpenFile>> {
  const { name } = file;
  // Before reading: a file of many gigabytes must not fill the memory to be told that it is too large.
  if (file.size > packageLimit.file) return failed({ kind: 'file-too-large', path: name });
  let bytes: Uint8Array;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch (error) {
    // Moved, held by another program, or a folder: known answers of the browser.
    if (error instanceof DOMException) return failed({ kind: 'file-missing', path: name });
    throw error;
  }
  const { close, line, onBreak } = await openFileLine(script);
  const limited = limitedLine(line, { patience, fault: { kind: 'file-too-large', path: name }, giveUp: close });
  stop?.addEventListener('abort', () => limited.stop());
  if (stop?.aborted) limited.stop();
  const opened = await openRemoteWorkbook(limited, bytes, name, onBreak);
  if (!opened.ok) {
    close();
    return opened;
  }
  return succeeded({ workbook: opened.value, close });
}
