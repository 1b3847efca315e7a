/** A workbook at the other end of a line keeps the promises of the port, too; and what it promises beyond them. */
import { answerCalls } from '../../src/file/calls';
import { openRemoteWorkbook, type RemoteWorkbook } from '../../src/file/remoteWorkbook';
import { createWorkbookCalls, type WorkbookCalls } from '../../src/file/workbookCalls';
import { rawWorkbook } from '../support/rawWorkbook';
import { contractWorkbook } from './contractWorkbook';
import { foreignFormatsIn } from './foreignFormats';
import { openLine, type OpenLine } from './messageLine';
import { describeWorkbookContract, editOf, valueOf } from './workbookContract';

async function openOver(line: OpenLine, bytes: Uint8Array): Promise<RemoteWorkbook> {
  answerCalls<WorkbookCalls>(line.far, createWorkbookCalls());
  // A copy: the line takes the bytes away from here.
  return valueOf(await openRemoteWorkbook(line.near, bytes.slice(), 'contract.xlsx'));
}

let line: OpenLine;
beforeEach(() => {
  line = openLine();
});
afterEach(() => line.close());

describeWorkbookContract('the file adapter at the other end of a line', {
  async open(bytes) {
    const remote = await openOver(line, bytes);
    // The contract asks for formats at once; here they are fetched whenever something was changed.
    let formats = foreignFormatsIn(await remote.bytes());
    const keeping = <Given extends readonly unknown[], Result>(change: (...given: Given) => Promise<Result>) => {
      return async (...given: Given): Promise<Result> => {
        const result = await change(...given);
        formats = foreignFormatsIn(await remote.bytes());
        return result;
      };
    };
    const workbook = { ...remote, apply: keeping(remote.apply), unmark: keeping(remote.unmark) };
    return { workbook, foreignFormats: () => formats, close: () => undefined };
  },
});

test('what cannot be opened is a fault that names the file', async () => {
  answerCalls<WorkbookCalls>(line.far, createWorkbookCalls());
  const opened = await openRemoteWorkbook(line.near, new TextEncoder().encode('no workbook'), '说明.xlsx');
  expect(opened).toEqual({ ok: false, fault: { kind: 'file-without-table', path: '说明.xlsx' } });
});

test('asking what is to be remembered changes nothing: a bug in the answer leaves the file as it was', async () => {
  const remote = await openOver(line, contractWorkbook);
  const [sheet] = valueOf(await remote.sheets());
  const snapshot = valueOf(await remote.read(sheet!.id));
  const text = (): never => {
    throw new Error('a bug of ours');
  };
  const edits = [editOf(snapshot, 'B2', 99)];
  const marks = [{ severity: 'P0' as const, cells: [{ row: 1, column: 1 }] }];
  await expect(remote.apply(sheet!.id, { edits, marks, remember: { key: 'k', text } })).rejects.toThrow(
    'a bug of ours',
  );
  expect(Buffer.from(await remote.bytes()).equals(contractWorkbook)).toBe(true);
});

test('two writes at once are remembered one after the other', async () => {
  const remote = await openOver(line, contractWorkbook);
  const [sheet] = valueOf(await remote.sheets());
  const snapshot = valueOf(await remote.read(sheet!.id));
  const write = (address: string) =>
    remote.apply(sheet!.id, {
      edits: [editOf(snapshot, address, 7)],
      marks: null,
      remember: { key: 'k', text: ({ earlier }) => `${earlier ?? ''}${address};` },
    });
  await Promise.all([write('B2'), write('B5')]);
  expect(valueOf(await remote.recall('k'))).toBe('B2;B5;');
});

test('a bug at the other end is a rejection here, and so is every call once the other end is gone', async () => {
  answerCalls<WorkbookCalls>(line.far, {
    ...createWorkbookCalls(),
    sheets: () => Promise.reject(new Error('broken within')),
  });
  let breakOff: (error: Error) => void = () => undefined;
  const remote = valueOf(
    await openRemoteWorkbook(line.near, contractWorkbook.slice(), 'contract.xlsx', (hear) => {
      breakOff = hear;
    }),
  );
  await expect(remote.sheets()).rejects.toThrow('broken within');
  breakOff(new Error('the worker ended'));
  await expect(remote.read()).rejects.toThrow('the worker ended');
});

describe('how a sheet looks', () => {
  const bytes = rawWorkbook({
    sheets: [
      {
        name: '表',
        xml:
          '<sheetFormatPr defaultColWidth="10" defaultRowHeight="15"/><cols><col min="2" max="3" width="20" customWidth="1"/></cols>' +
          '<sheetData><row r="1" ht="30" customHeight="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="B2"><v>45000</v></c></row></sheetData>',
      },
    ],
  });

  test('widths, heights and marks are known, and marks are gone once they are removed', async () => {
    const remote = await openOver(line, bytes);
    const [sheet] = valueOf(await remote.sheets());
    const marks = [{ severity: 'P1' as const, cells: [{ row: 1, column: 1 }] }];
    valueOf(await remote.apply(sheet!.id, { edits: [], marks }));
    expect(valueOf(await remote.look(sheet!.id))).toEqual({
      columnWidth: 80,
      columnWidths: [{ first: 1, last: 2, width: 160 }],
      rowHeights: [{ row: 0, height: 40 }],
      cellLooks: [],
      marks: [{ severity: 'P1', area: { top: 1, left: 1, bottom: 1, right: 1 } }],
    });
    valueOf(await remote.unmark(sheet!.id));
    expect(valueOf(await remote.look(sheet!.id)).marks).toEqual([]);
  });

  test('a date is shown as a date', async () => {
    const dates = rawWorkbook({
      sheets: [{ name: '表', xml: '<sheetData><row r="1"><c r="A1" s="5"><v>45000</v></c></row></sheetData>' }],
    });
    const remote = await openOver(line, dates);
    expect(valueOf(await remote.read()).text).toEqual([['2023年3月15日']]);
  });
});
