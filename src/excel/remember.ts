/** Small texts kept in the workbook's settings: they travel with the file and are seen by this add-in only. */
import { failed, succeeded } from '../port/outcome';
import { utf8Length } from '../port/utf8Length';
import type { Outcome } from '../port/workbook';
import { inExcel, writingInExcel } from './inExcel';

const prefix = 'zp:';
const nameOf = (key: string): string => `${prefix}${key}`;
// Settings are meant for little; beyond this Excel on some platforms drops them without a word.
const mostBytes = 100_000;

/** Whether a text is more than is kept. */
export function isTooLong(text: string): boolean {
  return utf8Length(text) > mostBytes;
}

/** Queues the reading of a text; after the sync `recalled` has it. */
export function queueRecall(context: Excel.RequestContext, key: string): Excel.Setting {
  const setting = context.workbook.settings.getItemOrNullObject(nameOf(key));
  setting.load('value');
  return setting;
}

/** The text that was asked for, or null. */
export function recalled(setting: Excel.Setting): string | null {
  const value: unknown = setting.isNullObject ? null : setting.value;
  return typeof value === 'string' ? value : null;
}

/** Queues the keeping of a text. */
export function queueRemember(context: Excel.RequestContext, key: string, text: string): void {
  context.workbook.settings.add(nameOf(key), text);
}

/** The text kept under a key, or null. */
export function recallText(key: string): Promise<Outcome<string | null>> {
  return inExcel({ sheet: null }, async (context) => {
    const setting = queueRecall(context, key);
    await context.sync();
    return succeeded(recalled(setting));
  });
}

/** The keys under which texts are kept. */
export function keptKeys(): Promise<Outcome<readonly string[]>> {
  return inExcel({ sheet: null }, async (context) => {
    const { settings } = context.workbook;
    settings.load('items/key');
    await context.sync();
    const names = settings.items.map(({ key }) => key);
    return succeeded(names.filter((name) => name.startsWith(prefix)).map((name) => name.slice(prefix.length)));
  });
}

/** Keeps a text, or forgets it with null, and looks whether Excel kept it. */
export function rememberText(key: string, text: string | null): Promise<Outcome<null>> {
  return writingInExcel({ sheet: null }, async (context, progress) => {
    if (text === null) {
      const setting = queueRecall(context, key);
      await context.sync();
      if (setting.isNullObject) return succeeded(null);
      setting.delete();
      progress.isWriting = true;
      await context.sync();
      return succeeded(null);
    }
    if (isTooLong(text)) return failed({ kind: 'too-large' });
    queueRemember(context, key, text);
    const kept = queueRecall(context, key);
    progress.isWriting = true;
    await context.sync();
    return recalled(kept) === text ? succeeded(null) : failed({ kind: 'unexpected', code: 'SettingNotKept' });
  });
}
