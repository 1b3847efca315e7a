/** A batch of files that are reviewed one after the other: which there are, how far each is, and in which order. Pure. */
import type { SessionOrder } from '../pane/session/sessionOrder';
import { inSessionOrder, type SessionRow } from '../pane/session/sessionRows';
import { workbookForms } from '../pane/session/workbookSession';
import type { HostFault } from '../port/workbook';
import type { WorkbookReport } from '../review/reviewWorkbook';
import type { SummedFile } from './services';

/** How far a file is. `read`: it is reviewed; `refused`: it cannot be opened. */
type FileStanding =
  | { readonly kind: 'waiting' | 'reading' }
  | { readonly kind: 'read'; readonly report: WorkbookReport }
  | { readonly kind: 'refused'; readonly fault: HostFault };

/** One file. */
export interface SessionItem {
  readonly id: string;
  readonly name: string;
  /** As it stands: as it was chosen, or with what was changed here. */
  readonly file: File;
  /** Whether something was changed here that is in no saved copy. */
  readonly isUnsaved: boolean;
  readonly standing: FileStanding;
}

const waiting: FileStanding = { kind: 'waiting' };

/** The items with these files after them. */
export function withFiles(items: readonly SessionItem[], files: readonly File[]): readonly SessionItem[] {
  const first = items.length;
  return [
    ...items,
    ...files.map((file, place) => ({
      id: String(first + place),
      name: file.name,
      file,
      isUnsaved: false,
      standing: waiting,
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

/** A row of a file by an id that says of which: "3/sheet-1:0". */
function idInSession(item: string, row: string): string {
  return `${item}/${row}`;
}

/** The rows of all files as they came, under ids of the whole batch. */
export function batchRows(items: readonly SessionItem[]): readonly SessionRow[] {
  return items.flatMap(({ id, standing }) =>
    standing.kind === 'read'
      ? workbookForms({ workbook: standing.report }).map(({ row }) => ({ ...row, id: idInSession(id, row.id) }))
      : [],
  );
}

/** The files with what their reviews came to; null while one of them waits for its own. */
export function summedFiles(items: readonly SessionItem[]): readonly SummedFile[] | null {
  const summed = items.flatMap(({ name, standing }): readonly SummedFile[] => {
    if (standing.kind === 'read') return [{ path: name, reviewed: { ok: true, value: standing.report } }];
    return standing.kind === 'refused' ? [{ path: name, reviewed: { ok: false, fault: standing.fault } }] : [];
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
