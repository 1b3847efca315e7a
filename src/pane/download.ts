/** Gives the user a file through the browser's own way of saving one. */
import type { CleanFile } from './services';

/** How long the browser may take to begin before the file is let go of, in milliseconds. */
const patience = 60_000;

/** Begins the download. */
export function download({ bytes, name }: CleanFile): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([new Uint8Array(bytes)]));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), patience);
}
