/** The files of a batch in the page: what stands in one is held against the forms of the others, with both places named. */
import { noDocuments } from '../../src/core/documents/documents';
import { elsewhereIn } from '../../src/core/documents/elsewhere';
import { recogniseOwn } from '../../src/papers/ownPaper';
import { elsewhereInBatch, type FileInBatch, holdTogether } from '../../src/review/besideFiles';
import { passingPreferences } from '../../src/review/memory/preferences';
import { createReviewer } from '../../src/review/memory/reviewer';
import { reviewWorkbook, type WorkbookReport } from '../../src/review/reviewWorkbook';
import { createMemoryWorkbook } from '../support/memoryWorkbook';
import { ownSeal } from '../support/ownSeal';
import { approvedTargets, lastYearForm, loweredForm } from '../support/targetsBeside';
import { valueOf } from '../contracts/workbookContract';

type Rows = readonly (readonly (string | number | null)[])[];

const workbookOf = (rows: Rows) => createMemoryWorkbook([{ name: '表', rows }]);

async function fileOf(id: string, rows: Rows, name = `${id}.xlsx`): Promise<FileInBatch> {
  return { id, name, report: valueOf(await reviewWorkbook(workbookOf(rows))) };
}

/** A turn in which one file is looked at. */
const oneEach = () => Promise.resolve({ isOver: () => true });
const never = (): boolean => false;
const ignore = (): void => undefined;
const neverHeld = () => ignore;

const findingsOf = (report: WorkbookReport) =>
  report.sheets.flatMap(({ report: sheet }) =>
    valueOf(sheet).forms.flatMap(({ findings }) =>
      findings.flatMap(({ beside, cells: [cell], check }) => (beside ? [{ check, cell, beside }] : [])),
    ),
  );

async function heldOf(files: readonly FileInBatch[]) {
  return (await holdTogether(files, oneEach, ignore, never))!.map(findingsOf);
}

test('targets and the form of the year before in other files are found, whichever was added first', async () => {
  const form = await fileOf('今年', loweredForm);
  const targets = await fileOf('批复', approvedTargets);
  const before = await fileOf('去年', lastYearForm);
  const own = { row: 3, column: 3 };
  const place = { sheetId: expect.any(String) as string, sheetName: '表', cell: own };
  const lowered = [
    { check: 'targets-as-approved', cell: own, beside: { file: '批复.xlsx', ...place } },
    { check: 'targets-hold-last-year', cell: own, beside: { file: '去年.xlsx', ...place } },
  ];
  for (const order of [
    [form, targets, before],
    [before, targets, form],
  ]) {
    const held = await heldOf(order);
    expect(held[order.indexOf(form)]).toEqual(expect.arrayContaining(lowered));
    expect(held[order.indexOf(targets)]).toEqual([]);
    expect(held[order.indexOf(before)]).toEqual([]);
  }
});

test('once a file has gone nothing of it is left, and a report about which nothing is said is the same', async () => {
  const [form, targets] = [await fileOf('今年', loweredForm), await fileOf('批复', approvedTargets)];
  expect((await heldOf([form, targets]))[0]).not.toEqual([]);
  const [alone] = (await holdTogether([form], oneEach, ignore, never))!;
  expect(alone).toBe(form.report);
});

test('a file is never held against itself, and two of one name are two', async () => {
  const form = await fileOf('1', loweredForm, '报送.xlsx');
  const targets = await fileOf('2', approvedTargets, '报送.xlsx');
  expect((await heldOf([form, { ...form, id: '3' }]))[0]).toEqual([]);
  expect((await heldOf([form, targets]))[0]).toMatchObject([{ beside: { file: '报送.xlsx' } }]);
});

test('the open file is reviewed beside the others as the table shows it, and again as they are then', async () => {
  const [form, targets] = [await fileOf('今年', loweredForm), await fileOf('批复', approvedTargets)];
  let files = [form, targets];
  const { elsewhere } = elsewhereInBatch(() => files, '今年', neverHeld);
  const open = createReviewer(workbookOf(loweredForm), passingPreferences(), recogniseOwn, ownSeal, String, elsewhere);
  const [shown] = (await holdTogether(files, oneEach, ignore, never))!;
  const inTable = valueOf(shown!.sheets[0]!.report).forms[0]!.findings;
  expect(valueOf(await open.review()).forms[0]!.findings).toEqual(inTable);
  expect(valueOf(valueOf(await open.reviewAll(ignore, never)).sheets[0]!.report).forms[0]!.findings).toEqual(inTable);
  files = [form];
  expect(valueOf(await open.review()).forms[0]!.findings.some(({ beside }) => beside)).toBe(false);
});

test('the open file is told once what it was held against is not what stands there now, and of nothing else', async () => {
  const [form, targets] = [await fileOf('今年', loweredForm), await fileOf('批复', approvedTargets)];
  const other = await fileOf(
    '别的',
    loweredForm.map((row) => row.map((cell) => (cell === '农村道路养护' ? '桥梁' : cell))),
  );
  let files = [form];
  const hearing = new Set<() => void>();
  const tellHeld = (): void => hearing.forEach((hear) => hear());
  const batch = elsewhereInBatch(
    () => files,
    '今年',
    (hear) => {
      hearing.add(hear);
      return () => hearing.delete(hear);
    },
  );
  let told = 0;
  const stop = batch.onNews(() => (told += 1));
  const sheet = valueOf(form.report.sheets[0]!.report);
  const now = (then: readonly FileInBatch[]): number => {
    files = [...then];
    tellHeld();
    return told;
  };
  // Nothing was asked for yet, so that nothing is out of date.
  expect(now([form, targets])).toBe(0);
  expect(now([form])).toBe(0);
  batch.elsewhere(sheet);
  expect(now([form, other])).toBe(0);
  expect(now([form, other, targets])).toBe(1);
  batch.elsewhere(sheet);
  expect(now([form, await fileOf('批复', approvedTargets)])).toBe(1);
  stop();
  expect(now([form])).toBe(1);
});

test('it can be stopped, and says how far it is after each turn', async () => {
  const form = await fileOf('今年', loweredForm);
  const files = [form, { ...form, id: '2' }, { ...form, id: '3' }];
  const told: number[] = [];
  const tell = (done: number): void => void told.push(done);
  expect(await holdTogether(files, oneEach, tell, () => told.length === 2)).toBeNull();
  expect(told).toEqual([1, 2]);
});

test('among hundreds of projects a form is held against the documents of its own alone', () => {
  const count = 300;
  const table = (projectName: string) => ({
    ...({
      file: null,
      sheetName: '表',
      sheetId: '1',
      standing: 'approved',
      year: 2023,
      unit: null,
      targets: [],
    } as const),
    projectName,
  });
  const elsewhere = elsewhereIn(
    Array.from({ length: count }, (_, place) => ({
      id: String(place),
      name: `${place}.xlsx`,
      documents: { ...noDocuments, targetTables: [table(`2023年项目${place}`), table(`项目${(place + 1) % count}`)] },
    })),
  );
  for (let place = 0; place < count; place += 1) {
    const found = elsewhere([`项目${place}`, null], String(place));
    expect(found.targetTables.map(({ file }) => file)).toEqual([`${(place + count - 1) % count}.xlsx`]);
  }
});
