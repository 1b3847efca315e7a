/** The demo page: a workbook on the left, the real task pane on the right, and Excel's part played in between. */
import { toA1 } from '../../core/sheet/cellRef';
import { installExcel, type InstalledExcel } from '../../simulator/browser/installExcel';
import { SimulatedWorkbook, type PlainWorkbook } from '../../simulator/model';
import { samples } from '../samples/samples';
import { editableText } from './cellLook';
import { createGrid, type DemoGrid } from './grid';
import { openWorkbookFile } from './openFile';
import { saveCopy } from './saveCopy';
import { makeSplitter } from './splitter';

declare global {
  interface Window {
    /** Called by the pane's page before its office.js runs. */
    installSimulatedExcel?: (target: Window) => void;
    /** For journeys: what is open, as plain data, and a way to open something else. */
    demo?: { readonly workbook: () => PlainWorkbook; readonly open: (plain: PlainWorkbook) => void };
  }
}

function part<T extends HTMLElement>(id: string, kind: new () => T): T {
  const found = document.getElementById(id);
  if (!(found instanceof kind)) throw new Error(`The page lacks #${id}`);
  return found;
}

const pane = part('pane', HTMLIFrameElement);
const picker = part('samples', HTMLSelectElement);
const file = part('file', HTMLInputElement);
const tabs = part('tabs', HTMLDivElement);
const address = part('address', HTMLOutputElement);
const formula = part('formula', HTMLTextAreaElement);
const save = part('save', HTMLButtonElement);
const status = part('status', HTMLOutputElement);

let workbook: SimulatedWorkbook;
/** Of the file that is open; null for a sample. */
let original: Uint8Array | null = null;
let excel: InstalledExcel | null = null;
let grid: DemoGrid | null = null;

const say = (message: string): void => {
  status.textContent = message;
};

/** Shows a workbook and starts the pane anew, as Excel does for every workbook. */
function open(plain: PlainWorkbook, bytes: Uint8Array | null = null): void {
  original = bytes;
  save.disabled = bytes === null;
  save.title = bytes === null ? '示例没有原文件；打开自己的 .xlsx 后可以另存副本' : '原文件不会被改动';
  grid?.dispose();
  excel?.dispose();
  excel = null;
  say('');
  workbook = SimulatedWorkbook.fromPlain(plain);
  document.title = `${plain.name} · 自评复核演示`;
  grid = createGrid(part('sheet', HTMLDivElement), workbook, {
    onEditing: (isEditing) => {
      if (isEditing) excel?.host.startCellEditing();
      else excel?.host.stopCellEditing();
    },
    onMessage: say,
  });
  workbook.onChange(() => drawAround());
  drawAround();
  pane.src = '/pane/taskpane.html';
}

/** Tabs and formula bar follow the workbook. */
function drawAround(): void {
  const { activeSheet, selection } = workbook;
  const anchor = { row: selection.top, column: selection.left };
  address.textContent = toA1(anchor);
  formula.value = activeSheet.kind === 'chart' ? '' : editableText(activeSheet, anchor);
  tabs.replaceChildren(
    ...workbook.sheets
      .filter((sheet) => sheet.visibility === 'visible')
      .map((sheet) => {
        const tab = document.createElement('button');
        tab.type = 'button';
        tab.role = 'tab';
        tab.textContent = sheet.name;
        tab.ariaSelected = String(sheet === activeSheet);
        if (sheet.protection !== null) tab.title = '受保护';
        tab.addEventListener('click', () => workbook.activate(sheet.id));
        return tab;
      }),
  );
}

/** What the address asks for: `sample` by its id; `level`, the highest ExcelApi set of the Excel that is played. */
const asked = new URLSearchParams(window.location.search);

window.installSimulatedExcel = (target) => {
  const level = asked.get('level');
  // Office has a theme of its own; here it follows the system, so that both can be looked at.
  const isDark = window.matchMedia('(prefers-color-scheme: dark)').matches;
  excel = installExcel(target, workbook, { isDark, ...(level === null ? {} : { level }) });
};
window.demo = { workbook: () => workbook.toPlain(), open };

picker.append(...samples.map(({ id, label }) => new Option(label, id)));
picker.addEventListener('change', () => {
  const sample = samples.find(({ id }) => id === picker.value);
  if (sample) open(sample.workbook);
});

file.addEventListener('change', () => {
  const chosen = file.files?.[0];
  // So that choosing the same file once more is a change, too.
  file.value = '';
  if (chosen) void openChosen(chosen);
});

async function openChosen(chosen: File): Promise<void> {
  say(`正在打开 ${chosen.name}…`);
  const opened = await openWorkbookFile(chosen);
  if (opened.ok) open(opened.workbook, opened.bytes);
  else say(opened.message);
}

save.addEventListener('click', () => {
  if (!original) return;
  say('正在生成副本…');
  void saveCopy(original, workbook.toPlain()).then(say);
});

formula.addEventListener('keydown', (event) => {
  if (event.isComposing) return;
  if (event.key === 'Escape') drawAround();
  else if (event.key === 'Enter' && !event.altKey) grid?.enter(formula.value);
  else return;
  event.preventDefault();
  grid?.focus();
});

makeSplitter(part('splitter', HTMLDivElement), part('main', HTMLDivElement));

const first = samples.find(({ id }) => id === asked.get('sample')) ?? samples[0];
if (!first) throw new Error('There is no sample');
picker.value = first.id;
open(first.workbook);
