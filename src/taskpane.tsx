/** Composition root of the task pane: waits for Excel and gives the pane its workbook. Wires, decides nothing. */
import manifest from '../package.json';
import { createExcelWorkbook } from './excel/excelWorkbook';
import { whenOfficeIsReady } from './excel/ready';
import { hostTheme } from './excel/theme';
import { mountPane } from './pane/mount';
import type { PaneServices } from './pane/services';
import { passingPreferences, type Preferences } from './review/memory/preferences';
import type { Reviewer } from './review/memory/reviewer';
import type { Workbook } from './review/workbook';
import type { Locale } from './words';

/** A day, in milliseconds: assets/boot.js speaks after five seconds, and an Excel that answers later gets its pane. */
const patience = 86_400_000;

/** The core is half of the script and no part of the first paint: it is fetched once the pane stands. */
const loadReview = () => import(/* webpackChunkName: "review" */ './review/memory/reviewer');
const loadWriting = () => import(/* webpackChunkName: "review" */ './review/applyAndRecord');
const loadReverting = () => import(/* webpackChunkName: "review" */ './review/revertApply');

/** The page of a check; all pages come as one file, when the first is asked for. */
async function helpOf(check: string): Promise<string> {
  const page = (await import(
    /* webpackMode: "lazy-once", webpackChunkName: "help", webpackInclude: /README\.md$/ */ `./core/checks/${check}/README.md`
  )) as { readonly default: string };
  return page.default;
}

/** What the pane can have done, on this workbook. */
function servicesOn(workbook: Workbook, preferences: Preferences): PaneServices {
  let made: Promise<Reviewer> | null = null;
  const reviewer = (): Promise<Reviewer> =>
    (made ??= loadReview().then(({ createReviewer }) => createReviewer(workbook, preferences)));
  return {
    version: manifest.version,
    preferences,
    capabilities: () => workbook.capabilities(),
    review: async ({ sheetId }) => (await reviewer()).review(sheetId),
    reviewAll: async (onProgress, isCancelled) => (await reviewer()).reviewAll(onProgress, isCancelled),
    accept: async (sheet, form, finding, reason) => {
      const useCases = await reviewer();
      return reason === null ? useCases.withdraw(sheet, form, finding) : useCases.accept(sheet, form, finding, reason);
    },
    mapColumns: async (sheetId, picks) => (await reviewer()).mapColumns(sheetId, picks),
    useMapping: async (sheetId, mapping) => (await reviewer()).useMapping(sheetId, mapping),
    forgetMapping: async (sheetId, mapping) => (await reviewer()).forgetMapping(sheetId, mapping),
    chooseRubric: async (rubric) => (await reviewer()).chooseRubric(rubric),
    forget: async (sheetId, part) => (await reviewer()).forget(sheetId, part),
    rubrics: async () => (await reviewer()).rubrics(),
    readRubric: async (text) => (await reviewer()).readRubric(text),
    rubricText: async (rubric) => (await reviewer()).rubricText(rubric),
    helpOf,
    apply: async (plan, choice) =>
      (await loadWriting()).applyAndRecord(workbook, plan, choice, new Date().toISOString()),
    listApplied: async () => (await loadReverting()).listApplied(workbook),
    revert: async (entryId) => (await loadReverting()).revertApply(workbook, entryId),
    unmark: (sheetId) => workbook.unmark(sheetId),
    reveal: (sheetId, cell) => workbook.reveal(sheetId, cell),
    selection: () => workbook.selection(),
    watch: (onChange) => workbook.watch(onChange),
  };
}

/** The browser's store for this add-in; where it is closed to us, preferences last as long as the pane. */
function preferences(): Preferences {
  const nameOf = (key: string): string => `zp:${key}`;
  try {
    const store = window.localStorage;
    store.setItem(nameOf('probe'), '');
    store.removeItem(nameOf('probe'));
    return {
      get: (key) => store.getItem(nameOf(key)),
      set: (key, text) => {
        if (text === null) store.removeItem(nameOf(key));
        else store.setItem(nameOf(key), text);
      },
    };
  } catch (error) {
    // Blocked for third parties, or full: known answers of the browser, and nothing that the user can mend here.
    if (error instanceof DOMException) return passingPreferences();
    throw error;
  }
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
  await mountPane(element, servicesOn(createExcelWorkbook(), preferences()), {
    locale: locale(),
    hostTheme: () => hostTheme()?.isDark ?? null,
  });
  await loadReview();
}

void start();
