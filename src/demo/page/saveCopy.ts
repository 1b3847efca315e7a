/** Saves a copy of the opened file with what was changed since, as a download. */
import type { PlainWorkbook } from '../../simulator/model';
import { saveXlsx } from '../../simulator/xlsx/saveXlsx';

/** Makes the copy, hands it to the browser, and says in one sentence what came of it. */
export async function saveCopy(original: Uint8Array, workbook: PlainWorkbook): Promise<string> {
  const { bytes, leftOut } = await saveXlsx(original, workbook);
  const name = `${workbook.name.replace(/\.xlsx$/i, '')}（副本）.xlsx`;
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([new Uint8Array(bytes)]));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
  return leftOut.length === 0
    ? `已下载“${name}”。`
    : `已下载“${name}”；${leftOut.length} 处改动没有存进去：${leftOut.slice(0, 5).join('、')}`;
}
