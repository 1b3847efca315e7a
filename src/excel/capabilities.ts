/** What this Excel can do, asked once and by its requirement sets, never by its name. */
import type { Capabilities } from '../port/workbook';

/** Whether this Excel has the ExcelApi set, such as "1.13". */
export function isLevelSupported(level: string): boolean {
  return Office.context.requirements.isSetSupported('ExcelApi', level);
}

const levels = Array.from({ length: 30 }, (_, index) => `1.${index + 1}`);

/** Resolves the capabilities; call it once Office is ready. */
export function capabilitiesOfExcel(): Capabilities {
  const { platform, version } = Office.context.diagnostics;
  const highest = levels.filter(isLevelSupported).at(-1) ?? 'none';
  return {
    host: 'excel',
    // Conditional formats over several areas at once.
    canMark: isLevelSupported('1.9'),
    nativeUndo: isLevelSupported('1.20'),
    details: {
      platform: String(platform),
      version,
      excelApi: highest,
      displayLanguage: Office.context.displayLanguage,
    },
  };
}
