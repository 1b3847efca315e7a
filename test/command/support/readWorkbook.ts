/** A workbook's sheets as the file port reads them, by name. */
import type { Snapshot } from '../../../src/core/sheet/snapshot';
import { openXlsxWorkbook } from '../../../src/file/xlsxWorkbook';

/** @throws Error when the bytes are no workbook. */
export async function readWorkbook(bytes: Uint8Array): Promise<ReadonlyMap<string, Snapshot>> {
  const opened = openXlsxWorkbook(bytes, {
    path: 'summary.xlsx',
  });
  if (!opened.ok) throw new Error(opened.fault.kind);
  const listed = await opened.value.sheets();
  if (!listed.ok) throw new Error(listed.fault.kind);
  const sheets = new Map<string, Snapshot>();
  for (const { id, name } of listed.value) {
    const read = await opened.value.read(id);
    if (!read.ok) throw new Error(read.fault.kind);
    sheets.set(name, read.value);
  }
  return sheets;
}
