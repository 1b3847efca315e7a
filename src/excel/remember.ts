/** Small texts kept in the workbook's settings: they travel with the file and are seen by this add-in only. */
import { failed, succeeded } from '../review/outcome';
import type { Outcome } from '../review/workbook';
import { inExcel } from './inExcel';

const nameOf = (key: string): string => `zp:${key}`;
// Settings are meant for little; beyond this Excel on some platforms drops them without a word.
const mostBytes = 100_000;

/** The text kept under a key, or null. */
export function recallText(key: string): Promise<Outcome<string | null>> {
  return inExcel({ sheet: null }, async (context) => {
    const setting = context.workbook.settings.getItemOrNullObject(nameOf(key));
    setting.load('value');
    await context.sync();
    const value: unknown = setting.isNullObject ? null : setting.value;
    return succeeded(typeof value === 'string' ? value : null);
  });
}

/** Keeps a text, or forgets it with null, and looks whether Excel kept it. */
export function rememberText(key: string, text: string | null): Promise<Outcome<null>> {
  return inExcel({ sheet: null }, async (context) => {
    const { settings } = context.workbook;
    if (text === null) {
      const setting = settings.getItemOrNullObject(nameOf(key));
      setting.load('key');
      await context.sync();
      if (setting.isNullObject) return succeeded(null);
      setting.delete();
      await context.sync();
      return succeeded(null);
    }
    if (new TextEncoder().encode(text).length > mostBytes) return failed({ kind: 'too-large' });
    settings.add(nameOf(key), text);
    const kept = settings.getItemOrNullObject(nameOf(key));
    kept.load('value');
    await context.sync();
    const value: unknown = kept.isNullObject ? null : kept.value;
    return value === text ? succeeded(null) : failed({ kind: 'unexpected', code: 'SettingNotKept' });
  });
}
