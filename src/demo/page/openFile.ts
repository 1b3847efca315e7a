/** Opens an .xlsx of the person's own, in the browser; the file itself is only read. */
import type { PlainWorkbook } from '../../simulator/model';
import { openXlsx } from '../../simulator/xlsx/openXlsx';

/** The workbook, with the bytes it came from; or one sentence on why there is none. */
export type OwnFile =
  | { readonly ok: true; readonly workbook: PlainWorkbook; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly message: string };

const messages = {
  'not-a-workbook': (name: string) => `“${name}”不是 .xlsx 工作簿，或者已经损坏。请在 Excel 里另存为 .xlsx 再打开。`,
  'file-damaged': (name: string) => `“${name}”已经损坏。请在 Excel 里打开它，让它修复，另存为 .xlsx 再打开。`,
  'file-encrypted': (name: string) => `“${name}”设了打开密码，读不了。请去掉密码另存一份。`,
  'file-too-large': (name: string) => `“${name}”太大，超过了能读的大小。请只留自评表所在的工作表另存一份。`,
} as const;

/** Reads the file. */
export async function openWorkbookFile(file: File): Promise<OwnFile> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const opened = await openXlsx(bytes, file.name);
  if (!opened.ok) return { ok: false, message: messages[opened.problem](file.name) };
  if (opened.workbook.sheets.length === 0) return { ok: false, message: `“${file.name}”里没有工作表。` };
  return { ok: true, workbook: opened.workbook, bytes };
}
