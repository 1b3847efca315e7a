/** The port on a workbook that is open at the other end of a line, so that reading and writing never hold the page up. */
import { readOneByOne } from '../port/readOneByOne';
import type { Changes, Outcome, Workbook } from '../port/workbook';
import { succeeded } from '../port/outcome';
import { createCaller, type Line } from './calls';
import type { Opening, PlainChanges, WorkbookCalls } from './workbookCalls';

/** A workbook at the other end. */
export interface RemoteWorkbook extends Workbook, Opening, Pick<WorkbookCalls, 'look' | 'bytes'> {}

/**
 * Opens the bytes at the other end, which keeps them; what cannot be opened is a fault with the path.
 *
 * @param onBreak calls when the other end breaks down: every call is rejected with the error from then on.
 */
export async function openRemoteWorkbook(
  line: Line,
  bytes: Uint8Array,
  path: string,
  onBreak: (hear: (error: Error) => void) => void = () => undefined,
): Promise<Outcome<RemoteWorkbook>> {
  const { breakOff, call } = createCaller<WorkbookCalls>(line);
  onBreak(breakOff);
  const opened = await call('open', bytes, path);
  if (!opened.ok) return opened;

  let last: Promise<unknown> = Promise.resolve();
  /** One change after the other: between the question what to remember and the write, nothing else may change. */
  const inOrder = <T>(change: () => Promise<T>): Promise<T> => {
    const done = last.then(change, change);
    last = done;
    return done;
  };

  /** A function does not travel: what it would be told comes here, and the text that it makes goes there. */
  const plain = async (sheetId: string, { edits, marks, remember }: Changes): Promise<Outcome<PlainChanges>> => {
    if (!remember || edits.length === 0) return succeeded({ edits, marks });
    const asked = await call('moment', sheetId, { edits, marks }, remember.key);
    if (!asked.ok) return asked;
    if (asked.value === null) return succeeded({ edits, marks });
    const text = remember.text(asked.value);
    return succeeded({ edits, marks, remember: { key: remember.key, text } });
  };

  const read: Workbook['read'] = (sheetId) => call('read', sheetId);
  return succeeded({
    ...opened.value,
    capabilities: () => call('capabilities'),
    sheets: () => call('sheets'),
    read,
    readMany: (sheetIds, control) => readOneByOne(read, sheetIds, control),
    apply: (sheetId, changes) =>
      inOrder(async () => {
        const ready = await plain(sheetId, changes);
        return ready.ok ? call('apply', sheetId, ready.value) : ready;
      }),
    writeSheet: (sheet, renew) => inOrder(() => call('writeSheet', sheet, renew)),
    addSheet: (sheet) => inOrder(() => call('addSheet', sheet)),
    removeSheet: (sheetId) => inOrder(() => call('removeSheet', sheetId)),
    unmark: (sheetId) => inOrder(() => call('unmark', sheetId)),
    async reveal(sheetId) {
      const found = await call('look', sheetId);
      return found.ok ? succeeded(null) : found;
    },
    async selection() {
      const sheets = await call('sheets');
      if (!sheets.ok) return sheets;
      const front = sheets.value.find(({ isActive }) => isActive);
      if (!front) throw new Error('a workbook without a sheet in front');
      return succeeded({ sheetId: front.id, cell: { row: 0, column: 0 } });
    },
    watch: () => Promise.resolve(succeeded(() => undefined)),
    recall: (key) => call('recall', key),
    keptKeys: () => call('keptKeys'),
    remember: (key, text) => inOrder(() => call('remember', key, text)),
    look: (sheetId) => call('look', sheetId),
    bytes: () => call('bytes'),
  });
}
