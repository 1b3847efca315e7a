/** The open workbook of Excel as it may go back to the unit: Excel gives the file, the file's room cleans it. */
import { documentBytes, documentName } from '../excel/documentBytes';
import type { CleanFile } from '../pane/services';
import { failed, succeeded } from '../port/outcome';
import type { Outcome } from '../port/workbook';

const loadCleaning = () => import(/* webpackChunkName: "clean" */ '../file/cleanCopy');

/** Makes the copy; what cannot be read as a workbook is a fault. */
export async function cleanCopyOfDocument(): Promise<Outcome<CleanFile>> {
  const read = await documentBytes();
  if (!read.ok) return read;
  const { cleanCopy, cleanName } = await loadCleaning();
  const name = documentName() ?? '自评表.xlsx';
  const copy = cleanCopy(read.value);
  return typeof copy === 'string'
    ? failed({ kind: copy, path: name })
    : succeeded({ name: cleanName(name), bytes: copy.bytes });
}
