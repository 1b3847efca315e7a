/** A batch of files that are reviewed one after the other: which there are, how far each is, and in which order. Pure. */
import type { SessionOrder } from '../pane/session/sessionOrder';
import { inSessionOrder, type SessionRow } from '../pane/session/sessionRows';
import { workbookForms } from '../pane/session/workbookSession';
import type { FileInBatch } from '../review/besideFiles';
import type { HostFault, Outcome } from '../port/workbook';
import type { WorkbookReport } from '../review/reviewWorkbook';
import type { ChosenFile, FileOrigin } from './places';
import type { SummedFile } from './services';

/** A file that is reviewed. */
interface FileRead {
  readonly kind: 'read';
  /** By itself. */
  readonly report: WorkbookReport;
  /** Held against what stands in the other files: what is shown of it. */
  readonly beside: WorkbookReport;
  /** Whether it was held against the other files as they are now. */
  readonly isHeld: boolean;
}

/** How far a file is. `read`: it is reviewed; `refused`: it cannot be opened. */
type FileStanding =
  | {
      readonly kind: 'waiting';
      /** What it came to before it was changed: shown until it is reviewed anew, so that its place is not lost meanwhile. */
      readonly last: FileRead | null;
    }
  | FileRead
  | { readonly kind: 'refused'; readonly fault: HostFault };

/** One file. */
export interface SessionItem {
  readonly id: string;
  readonly name: string;
  /** Where it lies in the folder that was chosen; its name where it was chosen by itself. */
  readonly path: string;
  /** As it stands: as it was chosen, or with what was changed here. */
  readonly file: File;
  /** Where it was opened, to be opened there again on another visit; null where the browser gives no way. */
  readonly origin: FileOrigin | null;
  /** Whether something was changed here that is in no saved copy. */
  readonly isUnsaved: boolean;
  readonly standing: FileStanding;
}

/** The last that is known of a file; null where nothing is yet, or it cannot be opened. */
function knownOf({ standing }: SessionItem): FileRead | null {
  if (standing.kind === 'waiting') return standing.last;
  return standing.kind === 'read' ? standing : null;
}

/** The items with these files after them. */
export function withFiles(items: readonly SessionItem[], files: readonly ChosenFile[]): readonly SessionItem[] {
  const first = items.length;
  return [
    ...items,
    ...files.map(({ file, origin }, place): SessionItem => ({
      id: String(first + place),
      name: file.name,
      path: origin?.path ?? (file.webkitRelativePath || file.name),
      file,
      origin,
      isUnsaved: false,
      standing: { kind: 'waiting', last: null },
    })),
  ];
}

/** The items with one of them changed. */
export function withItem(
  items: readonly SessionItem[],
  id: string,
  change: Partial<Omit<SessionItem, 'id'>>,
): readonly SessionItem[] {
  return items.map((item) => (item.id === id ? { ...item, ...change } : item));
}

/** The items with one of them changed by the user, to be reviewed anew. */
export function withChanged(
  items: readonly SessionItem[],
  id: string,
  change: Pick<SessionItem, 'file' | 'isUnsaved'>,
): readonly SessionItem[] {
  return items.map((item) =>
    item.id === id ? { ...item, ...change, standing: { kind: 'waiting', last: knownOf(item) } } : item,
  );
}

/** What a review came to. The others are no longer held against all files as they are now. */
export function withReview(
  items: readonly SessionItem[],
  id: string,
  outcome: Outcome<WorkbookReport>,
): readonly SessionItem[] {
  const standing: FileStanding = outcome.ok
    ? { kind: 'read', report: outcome.value, beside: outcome.value, isHeld: false }
    : { kind: 'refused', fault: outcome.fault };
  return items.map((item) => {
    if (item.id === id) return { ...item, standing };
    return item.standing.kind === 'read' ? { ...item, standing: { ...item.standing, isHeld: false } } : item;
  });
}

/** By what each file is told from the others, by its id: its name, of two with one name the path, else the how-manieth it is. */
export function namesInBatch(items: readonly SessionItem[]): ReadonlyMap<string, string> {
  const namesakes = new Map<string, SessionItem[]>();
  for (const item of items) namesakes.set(item.name, [...(namesakes.get(item.name) ?? []), item]);
  return new Map(
    [...namesakes.values()].flatMap((alike) => {
      const areApart = new Set(alike.map(({ path }) => path)).size === alike.length;
      return alike.map((item, place): [string, string] => {
        if (alike.length === 1) return [item.id, item.name];
        return [item.id, areApart ? item.path : `${item.name} (${place + 1})`];
      });
    }),
  );
}

/** The files that were reviewed, each by itself, as it is known last. */
export function readFiles(items: readonly SessionItem[]): readonly FileInBatch[] {
  const names = namesInBatch(items);
  return items.flatMap((item) => {
    const known = knownOf(item);
    return known ? [{ id: item.id, name: names.get(item.id) ?? item.name, report: known.report }] : [];
  });
}

/** The reviewed files, once none is waited for and some are not held against the others; else null. */
export function filesToHold(items: readonly SessionItem[]): readonly FileInBatch[] | null {
  const isWaiting = items.some(({ standing }) => standing.kind === 'waiting');
  const isDue = items.some(({ standing }) => standing.kind === 'read' && !standing.isHeld);
  return isDue && !isWaiting ? readFiles(items) : null;
}

/** The items with these files held against each other. */
export function withHeld(
  items: readonly SessionItem[],
  files: readonly FileInBatch[],
  reports: readonly WorkbookReport[],
): readonly SessionItem[] {
  const held = new Map(files.map(({ report }, place) => [report, reports[place]]));
  return items.map((item) => {
    const beside = item.standing.kind === 'read' ? held.get(item.standing.report) : undefined;
    if (item.standing.kind !== 'read' || !beside) return item;
    return { ...item, standing: { ...item.standing, beside, isHeld: true } };
  });
}

/** A row of a file by an id that says of which: "3/sheet-1:0". */
function idInSession(item: string, row: string): string {
  return `${item}/${row}`;
}

/** The rows of all files as they came, under ids of the whole batch. */
export function batchRows(items: readonly SessionItem[]): readonly SessionRow[] {
  const names = namesInBatch(items);
  return items.flatMap((item) => {
    const { id, name } = item;
    const known = knownOf(item);
    const forms = known ? workbookForms({ workbook: known.beside }) : [];
    const file = names.get(id) ?? name;
    return forms.map(({ row }) => ({
      ...row,
      id: idInSession(id, row.id),
      place: forms.length > 1 ? `${file} · ${row.place}` : file,
    }));
  });
}

/** The files with what their reviews came to; null while one of them is not yet reviewed and held against the others. */
export function summedFiles(items: readonly SessionItem[]): readonly SummedFile[] | null {
  const names = namesInBatch(items);
  const summed = items.flatMap(({ id, name, origin, standing }): readonly SummedFile[] => {
    const path = origin?.path ?? names.get(id) ?? name;
    if (standing.kind === 'read' && !standing.isHeld) return [];
    if (standing.kind === 'read') return [{ path, reviewed: { ok: true, value: standing.beside } }];
    return standing.kind === 'refused' ? [{ path, reviewed: { ok: false, fault: standing.fault } }] : [];
  });
  return summed.length === items.length ? summed : null;
}

/** The file of a row, and the sheet that it stands on. */
export function placeOfRow({ id }: SessionRow): { readonly item: string; readonly sheetId: string } {
  const [item = '', row = ''] = id.split(/\/(.*)/su);
  return { item, sheetId: row.replace(/:\d+$/u, '') };
}

/** The files one after the other, as their forms stand in the table; those without a form are left out. */
export function filesInOrder(items: readonly SessionItem[], order: SessionOrder): readonly SessionItem[] {
  const ids = new Set(inSessionOrder(batchRows(items), order).map((row) => placeOfRow(row).item));
  return [...ids].flatMap((id) => items.find((item) => item.id === id) ?? []);
}
