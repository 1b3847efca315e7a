/** Composition root of the task pane: waits for Excel and gives the pane its workbook. Wires, decides nothing. */
import { browserPreferences } from './browserPreferences';
import { createExcelWorkbook } from './excel/excelWorkbook';
import { whenOfficeIsReady } from './excel/ready';
import { hostTheme } from './excel/theme';
import { mountPane } from './pane/mount';
import { prepareReview, servicesOn } from './paneServices';
import type { Locale } from './words';

/** A day, in milliseconds: assets/boot.js speaks after five seconds, and an Excel that answers later gets its pane. */
const patience = 86_400_000;

/** Office names languages in full, such as "en-GB"; where it names none, the pane speaks Chinese. */
function locale(): Locale {
  const language: unknown = Office.context.displayLanguage;
  const isForeign = typeof language === 'string' && language !== '' && !language.toLowerCase().startsWith('zh');
  return isForeign ? 'en' : 'zh-CN';
}

async function start(): Promise<void> {
  const ready = await whenOfficeIsReady(patience);
  // Outside Excel the page itself says where it belongs. An Excel that is too old says so when it is asked to read.
  if (!ready.ok && ready.fault.kind === 'not-in-excel') return;
  const element = document.getElementById('pane');
  if (!element) throw new Error('The page lacks #pane');
  await mountPane(element, servicesOn(createExcelWorkbook(), browserPreferences()), {
    locale: locale(),
    hostTheme: () => hostTheme()?.isDark ?? null,
  });
  await prepareReview();
}

void start();
