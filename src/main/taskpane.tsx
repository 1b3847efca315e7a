/** Composition root of the task pane: waits for Excel and gives the pane its workbook. Wires, decides nothing. */
import { browserPreferences } from './browserPreferences';
import { lazily } from './lazily';
import { once } from './once';
import { whenOfficeIsReady } from '../excel/ready';
import { hostTheme } from '../excel/theme';
import type { Outcome, Workbook } from '../port/workbook';
import type { FileTables } from '../review/importSheets';
import { preparePane } from '../pane/mount';
import { painted } from '../pane/painted';
import type { CleanFile } from '../pane/services';
import { prepareReview, servicesOn } from './paneServices';
import type { Locale } from '../words';

/** The adapter, fetched when the pane first asks something of the workbook: by then it is drawn. */
const workbook: Workbook = lazily(
  once(async () => (await import(/* webpackChunkName: "excel" */ '../excel/excelWorkbook')).createExcelWorkbook()),
  {},
);
const cleanCopy = async (): Promise<Outcome<CleanFile>> =>
  (await import(/* webpackChunkName: "clean" */ './cleanCopyOfDocument')).cleanCopyOfDocument();
const readTables = async (file: File): Promise<Outcome<FileTables>> =>
  (await import(/* webpackChunkName: "import" */ './readTables')).readTables(file, 'reader.js');

/** A day, in milliseconds: assets/boot.js speaks after five seconds, and an Excel that answers later gets its pane. */
const patience = 86_400_000;

/** Office names languages in full, such as "en-GB"; where it names none, the pane speaks Chinese. */
function locale(): Locale {
  const language: unknown = Office.context.displayLanguage;
  const isForeign = typeof language === 'string' && language !== '' && !language.toLowerCase().startsWith('zh');
  return isForeign ? 'en' : 'zh-CN';
}

async function start(): Promise<void> {
  const element = document.getElementById('pane');
  if (!element) throw new Error('The page lacks #pane');
  // Drawn while Excel gets ready, shown once it is.
  const pane = preparePane(
    element,
    servicesOn(workbook, browserPreferences(), { cleanCopy, readTables, readEarlier: readTables }),
  );
  const ready = await whenOfficeIsReady(patience);
  // Outside Excel the page itself says where it belongs. An Excel that is too old says so when it is asked to read.
  if (!ready.ok && ready.fault.kind === 'not-in-excel') return;
  await pane.show({ locale: locale(), hostTheme: () => hostTheme()?.isDark ?? null });
  // The core is half of the script: it comes after the pane can be seen and pressed.
  await painted();
  await prepareReview();
}

void start();
