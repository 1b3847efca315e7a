/** The page under test: its services over a workbook in memory, and a language in which every sentence stands in brackets. */
import { passingPreferences } from '../../src/review/memory/preferences';
import { type FileInBatch, holdTogether } from '../../src/review/besideFiles';
import { reviewWorkbook } from '../../src/review/reviewWorkbook';
import { failed, succeeded } from '../../src/port/outcome';
import type { SheetLook } from '../../src/port/sheetLook';
import type { Outcome, Workbook } from '../../src/port/workbook';
import { speaking, workbenchSentences, type WorkbenchSentences } from '../../src/words/workbenchWords';
import type { FileHandles } from '../../src/workbench/handles';
import type {
  BatchTotals,
  OpenBatch,
  OpenedFile,
  ShownWorkbook,
  SummedFile,
  WorkbenchServices,
} from '../../src/workbench/services';
import { nationalHeader } from '../forms/nationalHeader';
import { createMemoryWorkbook } from '../support/memoryWorkbook';

export const say = speaking(
  Object.fromEntries(
    Object.entries(workbenchSentences['zh-CN']).map(([key, text]) => [key, `⟦${text}⟧`]),
  ) as WorkbenchSentences,
);

/** A form of that project: one score is above what its rule gives, one row is left to a person. */
const formRows = (project: string): readonly (readonly (string | number)[])[] => [
  ['2023年度项目支出绩效自评表'],
  ['项目名称', project, '', '实施单位', 'U'],
  nationalHeader,
  ['产出指标', '数量指标', '养护里程', '≥100公里', '80公里', 50, 50, ''],
  ['效益指标', '社会效益指标', '出行条件', '明显改善', '有所改善', 50, 45, ''],
  ['总分', '', '', '', '', 100, 95, ''],
];

export class Services implements WorkbenchServices {
  readonly preferences = passingPreferences();
  readonly onSetting = () => () => undefined;
  readonly downloads: string[] = [];
  readonly reviewed: string[] = [];
  readonly summed: string[] = [];
  shown: Workbook | null = null;
  /** The batch of what is shown. */
  batch: OpenBatch | null = null;
  closed = 0;

  /** @param handles null: a browser without files that can be opened again. */
  constructor(readonly handles: FileHandles | null = null) {}

  open(file: File, stop: AbortSignal): Promise<Outcome<OpenedFile>> {
    if (file.name === 'endless.xlsx') {
      return new Promise((settle) => {
        stop.addEventListener('abort', () => settle(failed({ kind: 'file-too-large', path: file.name })));
      });
    }
    if (!file.name.endsWith('.xlsx')) return Promise.resolve(failed({ kind: 'not-a-workbook', path: file.name }));
    const workbook = createMemoryWorkbook([
      { name: 'SHEET', rows: [[7, { value: 8, formula: '=A1+1' }]] },
      { name: 'EMPTY', rows: [] },
    ]);
    const look: SheetLook = { columnWidths: [], columnWidth: 80, rowHeights: [], cellLooks: [], marks: [] };
    return Promise.resolve(
      succeeded({
        workbook,
        isConverted: false,
        look: () => Promise.resolve(succeeded(look)),
        bytes: () => Promise.resolve(new Uint8Array()),
        close: () => {
          this.closed += 1;
        },
      }),
    );
  }
  sample(): Promise<File> {
    return Promise.resolve(new File(['x'], 'SAMPLE.xlsx'));
  }
  reviewFile({ name }: File) {
    this.reviewed.push(name);
    if (!name.endsWith('.xlsx')) return Promise.resolve(failed({ kind: 'not-a-workbook', path: name } as const));
    if (name === 'damaged.xlsx') {
      const report = failed({ kind: 'file-damaged', path: name, place: 'PLACE' } as const);
      const sheet = { id: 'S', name: 'SHEET', visibility: 'visible', isActive: true } as const;
      return Promise.resolve(succeeded({ sheets: [{ sheet, report }], isCancelled: false }));
    }
    return reviewWorkbook(
      createMemoryWorkbook([
        { name: 'NONE', rows: [] },
        { name: 'FORM', rows: formRows(`P${name}`) },
      ]),
    );
  }
  holdTogether(files: readonly FileInBatch[], onProgress: (done: number) => void, isStopped: () => boolean) {
    return holdTogether(files, () => Promise.resolve({ isOver: () => true }), onProgress, isStopped);
  }
  summary(files: readonly SummedFile[]) {
    this.summed.push(files.map(({ path }) => path).join('+'));
    return Promise.resolve({ name: 'SUM.xlsx', bytes: new Uint8Array() });
  }
  totals(files: readonly SummedFile[]): Promise<BatchTotals> {
    const read = files.filter(({ reviewed }) => reviewed.ok).length;
    return Promise.resolve({
      ...{ forms: read, unread: files.length - read, openCount: 3, openForms: 1, counts: { P0: 4, P1: 5, P2: 6 } },
      ...{ stated: { value: '91.25', forms: read }, reviewed: { value: null, forms: 0 } },
      grades: [{ grade: null, stated: read, reviewed: 0 }],
    });
  }
  showPane(_element: HTMLElement, { batch, workbook }: ShownWorkbook): Promise<() => void> {
    this.shown = workbook;
    this.batch = batch;
    return Promise.resolve(() => undefined);
  }
  cleanCopy(name: string, bytes: Uint8Array) {
    return Promise.resolve({ name: `CLEAN${name}`, bytes });
  }
  download(name: string): void {
    this.downloads.push(name);
  }
}
