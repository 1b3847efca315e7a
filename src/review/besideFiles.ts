/** Holds the forms of the files of a batch against what stands in the other files, in turns that nobody has to wait for. */
import { type Documents, joinDocuments } from '../core/documents/documents';
import { type Elsewhere, elsewhereIn } from '../core/documents/elsewhere';
import { besideForms } from '../core/report/besideForms';
import type { SheetReport } from '../core/report/report';
import type { WaitForIdle } from './ahead';
import type { WorkbookReport } from './reviewWorkbook';

/** A file of a batch that was reviewed by itself. */
export interface FileInBatch {
  /** Unique in the batch. */
  readonly id: string;
  /** By what findings in other files call it. */
  readonly name: string;
  readonly report: WorkbookReport;
}

/** What stands in other files about the forms of a sheet. */
export type ElsewhereFor = (sheet: Pick<SheetReport, 'forms'>) => Documents;

const documentsOf = ({ sheets }: WorkbookReport): Documents =>
  joinDocuments(sheets.flatMap(({ report }) => (report.ok ? [report.value.documents] : [])));

const projectsOf = ({ forms }: Pick<SheetReport, 'forms'>): readonly (string | null)[] =>
  forms.map(({ form }) => form.projectName);

function elsewhereOf(files: readonly FileInBatch[]): Elsewhere {
  return elsewhereIn(files.map(({ id, name, report }) => ({ id, name, documents: documentsOf(report) })));
}

/** What stands in these files, all but the one of that id, about the forms of a sheet. */
function elsewhereFor(files: readonly FileInBatch[], butFile: string): ElsewhereFor {
  const elsewhere = elsewhereOf(files);
  return (sheet) => elsewhere(projectsOf(sheet), butFile);
}

/** What stands in the other files of a batch that goes on being reviewed. */
export interface ElsewhereInBatch {
  readonly elsewhere: ElsewhereFor;
  /** Calls when something that was told is not what stands there now, until the returned function is called. */
  readonly onNews: (hear: () => void) => () => void;
}

/**
 * What stands in these files, all but the one of that id, as they are whenever it is asked for.
 *
 * @param onHeld tells when the files may have changed.
 */
export function elsewhereInBatch(
  files: () => readonly FileInBatch[],
  butFile: string,
  onHeld: (hear: () => void) => () => void,
): ElsewhereInBatch {
  /** By the projects that were asked about: who asked, and what was told last. */
  const told = new Map<string, { readonly sheet: Pick<SheetReport, 'forms'>; readonly found: string }>();
  return {
    elsewhere(sheet) {
      const found = elsewhereFor(files(), butFile)(sheet);
      told.set(JSON.stringify(projectsOf(sheet)), { sheet, found: JSON.stringify(found) });
      return found;
    },
    onNews: (hear) =>
      onHeld(() => {
        const elsewhere = elsewhereFor(files(), butFile);
        if ([...told.values()].some(({ found, sheet }) => JSON.stringify(elsewhere(sheet)) !== found)) hear();
      }),
  };
}

const isNothing = ({ targetTables, yearForms }: Documents): boolean => targetTables.length + yearForms.length === 0;

/** The file with its forms held against what stands elsewhere; the same report where nothing does. */
function held({ id, report }: FileInBatch, elsewhere: Elsewhere): WorkbookReport {
  const own = documentsOf(report);
  const sheets = report.sheets.map((one) => {
    if (!one.report.ok) return one;
    const others = elsewhere(projectsOf(one.report.value), id);
    if (isNothing(others)) return one;
    return {
      ...one,
      report: { ok: true, value: besideForms(one.report.value, joinDocuments([own, others])) } as const,
    };
  });
  return sheets.every((sheet, place) => sheet === report.sheets[place]) ? report : { ...report, sheets };
}

/**
 * The reports of all files, each held against the others, in their order; null where it was stopped. Each file is looked at
 * once, and between files the page has its turn.
 *
 * @param onProgress how many files are done, told at the end of each turn.
 */
export async function holdTogether(
  files: readonly FileInBatch[],
  waitForIdle: WaitForIdle,
  onProgress: (done: number) => void,
  isStopped: () => boolean,
): Promise<readonly WorkbookReport[] | null> {
  const elsewhere = elsewhereOf(files);
  const reports: WorkbookReport[] = [];
  while (reports.length < files.length) {
    const turn = await waitForIdle();
    do {
      if (isStopped()) return null;
      const file = files[reports.length];
      if (file) reports.push(held(file, elsewhere));
    } while (reports.length < files.length && !turn.isOver());
    onProgress(reports.length);
  }
  return reports;
}
