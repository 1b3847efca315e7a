/** Whether the workbook is one of Excel 97-2003, in which marks and what is remembered do not outlive saving. */

/** Told by the file's name; a workbook that was never saved has none and is of today's kind. */
export function isCompatibilityMode(): boolean {
  const url: unknown =
    typeof Office === 'undefined' ? null : (Office.context.document as Office.Document | undefined)?.url;
  return typeof url === 'string' && /\.xls$/i.test(url.replace(/[?#].*$/u, ''));
}
