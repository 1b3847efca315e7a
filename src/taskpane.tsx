/** Composition root of the task pane: waits for Excel and gives the pane its workbook. Wires, decides nothing. */
import { createExcelWorkbook } from './excel/excelWorkbook';
import { whenOfficeIsReady } from './excel/ready';
import { hostTheme } from './excel/theme';
import { mountPane } from './pane/mount';
import type { PaneServices } from './pane/services';
import { applyPlan, removeMarks } from './review/applyPlan';
import type { Workbook } from './review/workbook';
import type { Locale } from './words';

/** A day, in milliseconds: assets/boot.js speaks after five seconds, and an Excel that answers later gets its pane. */
const patience = 86_400_000;

/** The core is half of the script and no part of the first paint: it is fetched once the pane stands. */
const loadReview = () => import(/* webpackChunkName: "review" */ './review/reviewSheet');

/** What the pane can have done, on this workbook. */
function servicesOn(workbook: Workbook): PaneServices {
  return {
    capabilities: () => workbook.capabilities(),
    review: async (request) => (await loadReview()).reviewSheet(workbook, request),
    apply: (plan, choice) => applyPlan(workbook, plan, choice),
    unmark: (sheetId) => removeMarks(workbook, sheetId),
    reveal: (sheetId, cell) => workbook.reveal(sheetId, cell),
    watch: (onChange) => workbook.watch(onChange),
  };
}

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
  await mountPane(element, servicesOn(createExcelWorkbook()), {
    locale: locale(),
    hostTheme: () => hostTheme()?.isDark ?? null,
  });
  await loadReview();
}

void start();
