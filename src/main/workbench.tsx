/** Composition root of the page that needs no spreadsheet program. Wires, decides nothing. */
import { browserPreferences } from './browserPreferences';
import { limitedLine } from '../file/limitedLine';
import { openRemoteWorkbook } from '../file/remoteWorkbook';
import { packageLimit } from '../file/workbookPackage';
import { mountPane } from '../pane/mount';
import { prepareReview, servicesOn } from './paneServices';
import type { Preferences } from '../review/memory/preferences';
import { failed, succeeded } from '../port/outcome';
import { openFileLine } from './workbenchFile';
import { mountWorkbench } from '../workbench/mount';
import type { WorkbenchServices } from '../workbench/services';

/** What one step with a file may take, in milliseconds: a form takes a hundredth of it. */
const patience = 120_000;

const hearing = new Set<() => void>();
const kept = browserPreferences();
const preferences: Preferences = {
  get: (key) => kept.get(key),
  set(key, text) {
    kept.set(key, text);
    for (const hear of hearing) hear();
  },
};

const services: WorkbenchServices = {
  preferences,
  onSetting(hear) {
    hearing.add(hear);
    return () => hearing.delete(hear);
  },
  async open(file, stop) {
    const { name } = file;
    // Before reading: a file of many gigabytes must not fill the memory to be told that it is too large.
    if (file.size > packageLimit.file) return failed({ kind: 'file-too-large', path: name });
    let bytes: Uint8Array;
    try {
      bytes = new Uint8Array(await file.arrayBuffer());
    } catch (error) {
      // Moved, held by another program, or a folder: known answers of the browser.
      if (error instanceof DOMException) return failed({ kind: 'file-missing', path: name });
      throw error;
    }
    const { close, line, onBreak } = await openFileLine();
    const limited = limitedLine(line, { patience, fault: { kind: 'file-too-large', path: name }, giveUp: close });
    stop.addEventListener('abort', () => limited.stop());
    if (stop.aborted) limited.stop();
    const opened = await openRemoteWorkbook(limited, bytes, name, onBreak);
    if (!opened.ok) {
      close();
      return opened;
    }
    const workbook = opened.value;
    return succeeded({
      workbook,
      isConverted: workbook.convertedFrom !== null,
      look: (sheetId) => workbook.look(sheetId),
      showsBareNumbers: () => workbook.showsBareNumbers(),
      bytes: () => workbook.bytes(),
      close,
    });
  },
  async showPane(element, workbook, locale) {
    const takeAway = await mountPane(element, servicesOn(workbook, preferences), { locale });
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
    link.href = URL.createObjectURL(new Blob([new Uint8Array(bytes)]));
    link.download = name;
    link.click();
    // Not at once: a browser may begin to read it only after the click is over.
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  },
};

const element = document.getElementById('workbench');
if (!element) throw new Error('The page lacks #workbench');
mountWorkbench(element, services, navigator.language.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en');
