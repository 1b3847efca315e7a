/** A batch as data: how files of one name are told apart, and what is known of a file while it is reviewed anew. */
import { reviewWorkbook, type WorkbookReport } from '../../src/review/reviewWorkbook';
import {
  batchRows,
  filesInOrder,
  filesToHold,
  namesInBatch,
  readFiles,
  type SessionItem,
  summedFiles,
  withChanged,
  withFiles,
  withHeld,
  withReview,
} from '../../src/workbench/session';
import { asTheyCame } from '../../src/pane/session/sessionOrder';
import { succeeded } from '../../src/port/outcome';
import { valueOf } from '../contracts/workbookContract';
import { createMemoryWorkbook } from '../support/memoryWorkbook';
import { lastYearForm, loweredForm } from '../support/targetsBeside';

/** A file, in this folder of the one that was chosen. */
function fileIn(folder: string, name = '自评表.xlsx'): File {
  const file = new File(['x'], name);
  if (folder !== '') Object.defineProperty(file, 'webkitRelativePath', { value: `${folder}/${name}` });
  return file;
}

const itemsOf = (...files: readonly File[]): readonly SessionItem[] =>
  withFiles(
    [],
    files.map((file) => ({ file, origin: null })),
  );

const reviewOf = async (...forms: readonly (typeof lastYearForm)[]): Promise<WorkbookReport> =>
  valueOf(await reviewWorkbook(createMemoryWorkbook(forms.map((rows, place) => ({ name: `表${place + 1}`, rows })))));

test.each([
  ['their names, where those differ', [fileIn('', '甲.xlsx'), fileIn('', '乙.xlsx')], ['甲.xlsx', '乙.xlsx']],
  ['their folders, of one name', [fileIn('甲镇'), fileIn('乙镇')], ['甲镇/自评表.xlsx', '乙镇/自评表.xlsx']],
  ['a number, where nothing else differs', [fileIn(''), fileIn('')], ['自评表.xlsx (1)', '自评表.xlsx (2)']],
  [
    'their names, beside namesakes',
    [fileIn('甲镇'), fileIn('甲镇', '乙.xlsx'), fileIn('乙镇')],
    ['甲镇/自评表.xlsx', '乙.xlsx', '乙镇/自评表.xlsx'],
  ],
])('files are told apart by %s', (_, files, names) => {
  const items = itemsOf(...files);
  const told = namesInBatch(items);
  expect(items.map(({ id }) => told.get(id))).toEqual(names);
});

test('a form is shown with its year and its file, and findings and the summary call the file the same', async () => {
  const waiting = itemsOf(fileIn('今年'), fileIn('去年'));
  const [now, before] = [await reviewOf(loweredForm), await reviewOf(lastYearForm)];
  const items = withReview(withReview(waiting, '0', succeeded(now)), '1', succeeded(before));
  expect(batchRows(items)).toMatchObject([
    { project: '农村道路养护', year: 2023, place: '今年/自评表.xlsx' },
    { project: '农村道路养护', year: 2022, place: '去年/自评表.xlsx' },
  ]);
  const names = ['今年/自评表.xlsx', '去年/自评表.xlsx'];
  expect(readFiles(items).map(({ name }) => name)).toEqual(names);
  const held = withHeld(items, filesToHold(items)!, [now, before]);
  expect(summedFiles(held)?.map(({ path }) => path)).toEqual(names);
});

test('of a file with several forms the sheet is named as well', async () => {
  const items = withReview(itemsOf(fileIn('')), '0', succeeded(await reviewOf(loweredForm, lastYearForm)));
  expect(batchRows(items).map(({ place }) => place)).toEqual(['自评表.xlsx · 表1', '自评表.xlsx · 表2']);
});

test('a file that was changed keeps its place, its name and its documents until it is reviewed anew', async () => {
  const waiting = itemsOf(fileIn('今年'), fileIn('去年'));
  const reports = [await reviewOf(loweredForm), await reviewOf(lastYearForm)] as const;
  const items = withReview(withReview(waiting, '0', succeeded(reports[0])), '1', succeeded(reports[1]));
  const changed = withChanged(items, '1', { file: new File(['y'], '自评表.xlsx'), isUnsaved: true });
  expect(filesInOrder(changed, asTheyCame).map(({ id }) => id)).toEqual(['0', '1']);
  expect(batchRows(changed)).toEqual(batchRows(items));
  expect(readFiles(changed)).toEqual(readFiles(items));
  // Nothing is held against it, or summed up, before it is known as it is now.
  expect([filesToHold(changed), summedFiles(changed)]).toEqual([null, null]);
  const again = withReview(changed, '1', succeeded(reports[0]));
  expect(batchRows(again).map(({ year }) => year)).toEqual([2023, 2023]);
});
