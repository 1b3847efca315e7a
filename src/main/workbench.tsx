/** Composition root of the page that needs no spreadsheet program. Wires, decides nothing. */
import { browserHandles } from './browserHandles';
import { browserPreferences } from './browserPreferences';
import { nextIdleTurn } from '../pane/idleTurn';
import { mountPane } from '../pane/mount';
import { prepareReview, servicesOn } from './paneServices';
import type { ElsewhereInBatch } from '../review/besideFiles';
import type { Preferences } from '../review/memory/preferences';
import { succeeded } from '../port/outcome';
import type { Outcome } from '../port/workbook';
import type { FileTables } from '../review/importSheets';
import { openFile } from './openFile';
import { mountWorkbench } from '../workbench/mount';
import type { OpenBatch, WorkbenchServices } from '../workbench/services';

const hearing = new Set<() => void>();
const kept = browserPreferences();
const preferences: Preferences = {
  get: (key) => kept.get(key),
  set(key, text) {
    kept.set(key, text);
    for (const hear of hearing) hear();
  },
};

const readEarlier = async (file: File): Promise<Outcome<FileTables>> =>
  (await import(/* webpackChunkName: "import" */ './readTables')).readTables(file, 'worker.js');

const loadSummary = () => import(/* webpackChunkName: "papers" */ './batchSummary');

const loadBeside = () => import(/* webpackChunkName: "review" */ '../review/besideFiles');

/** What stands in the other files of the batch, whenever a sheet of this one is reviewed, and when that has changed. */
const elsewhereIn = async ({ files, id, onHeld }: OpenBatch): Promise<ElsewhereInBatch> =>
  (await loadBeside()).elsewhereInBatch(files, id, onHeld);

const services: WorkbenchServices = {
  preferences,
  onSetting(hear) {
    hearing.add(hear);
    return () => hearing.delete(hear);
  },
  handles: browserHandles(),
  async open(file, stop) {
    const opened = await openFile(file, 'worker.js', stop);
    if (!opened.ok) return opened;
    const { close, workbook } = opened.value;
    return succeeded({
      workbook,
      isConverted: workbook.convertedFrom !== null,
      look: (sheetId) => workbook.look(sheetId),
      bytes: () => workbook.bytes(),
      close,
    });
  },
  async sample() {
    return (await import(/* webpackChunkName: "sample" */ './sampleFile')).sampleFile();
  },
  async reviewFile(file) {
    const opened = await openFile(file, 'worker.js');
    if (!opened.ok) return opened;
    const { close, workbook } = opened.value;
    try {
      return await servicesOn(workbook, preferences).reviewAll(
        () => undefined,
        () => false,
      );
    } finally {
      close();
    }
  },
  summary: async (files) => (await loadSummary()).summaryOf(files, nextIdleTurn),
  totals: async (files) => (await loadSummary()).batchTotals(files, nextIdleTurn),
  holdTogether: async (files, onProgress, isStopped) =>
    (await loadBeside()).holdTogether(files, nextIdleTurn, onProgress, isStopped),
  async showPane(element, { batch, workbook }, locale) {
    const services = servicesOn(workbook, preferences, {
      opensReviewed: batch !== null,
      readEarlier,
      loadElsewhere: batch && (() => elsewhereIn(batch)),
    });
    const takeAway = await mountPane(element, services, { locale });
    void prepareReview();
    return takeAway;
  },
  async cleanCopy(name, bytes) {
    const { cleanCopy, cleanName } = await import(/* webpackChunkName: "clean" */ '../file/cleanCopy');
    const copy = cleanCopy(bytes);
    // It was opened and written by this page, so it is a workbook.
    if (typeof copy === 'string') throw new Error(`an open workbook is ${copy}`);
    return { name: cleanName(name), bytes: copy.bytes };
  },
  download(name, bytes) {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([bytes instanceof File ? bytes : new Uint8Array(bytes)]));
    link.download = name;
    link.click();
    // Not at once: a browser may begin to read it only after the click is over.
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  },
};

const element = document.getElementById('workbench');
if (!element) throw new Error('The page lacks #workbench');
mountWorkbench(element, services, navigator.language.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en');
