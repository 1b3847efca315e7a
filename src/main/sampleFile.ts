/** The sample form as a file, for the page that has no workbook to put it into. */
import { fileOfOwnSheet } from '../file/ownFile';
import { sampleSheet } from '../papers/sampleSheet';

/** The file; it exists in memory only. */
export function sampleFile(): File {
  const sheet = sampleSheet();
  return new File([new Uint8Array(fileOfOwnSheet(sheet))], `${sheet.name}.xlsx`);
}
