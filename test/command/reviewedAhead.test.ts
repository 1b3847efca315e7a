/** A file of a batch is opened once, and twice only where what stands in another file may change its review. */
import type { YearForm } from '../../src/core/documents/yearForm';
import type { FilesBeside } from '../../src/command/filesBeside';
import { nothingBeside, packBeside } from '../../src/command/filesBeside';
import { gatherBeside, type LookingRunner } from '../../src/command/gatherBeside';
import { packJson } from '../../src/command/packedJson';
import type { FileTask, ReviewedFile } from '../../src/command/reviewedFile';

/** A file that stands for a form, and what is in it. */
interface Given {
  readonly path: string;
  readonly project: string;
  readonly year?: number;
  readonly isReturned?: boolean;
  readonly isBroken?: boolean;
}

const taskOf = ({ path }: Given): FileTask => ({ path, copy: null, withPapers: false });

function resultOf(path: string, message: string): ReviewedFile {
  const sheets = [{ name: message, skipped: null, form: null, findings: [], accepted: [] }];
  return { file: { path, fault: null, sheets, brought: null }, forms: [], written: null };
}

const toldBy = ({ path, project, year }: Given): FilesBeside => ({
  ...nothingBeside,
  yearForms: year === undefined ? [] : [{ file: path, projectName: project, year } as YearForm],
});

/** A thread over these files: what it is asked is listed, and a review says how many forms it was told of. */
function threadOver(files: readonly Given[]): { readonly runner: LookingRunner; readonly asked: string[] } {
  const asked: string[] = [];
  let known = nothingBeside;
  const fileAt = (path: string): Given => {
    const found = files.find((one) => one.path === path);
    if (!found) throw new Error(path);
    return found;
  };
  const review = (path: string): ReviewedFile => resultOf(path, `${known.yearForms.length}`);
  const runner: LookingRunner = {
    look(path) {
      asked.push(`look ${path}`);
      return Promise.resolve(fileAt(path).isBroken ? null : packBeside(toldBy(fileAt(path))));
    },
    reviewAhead({ path }) {
      asked.push(`ahead ${path}`);
      const { isBroken = false, isReturned = false, project } = fileAt(path);
      const told = { beside: packBeside(toldBy(fileAt(path))), projects: [project], isReturned };
      return Promise.resolve(isBroken ? null : { ...told, packed: packJson(review(path)) });
    },
    review({ path }) {
      asked.push(`review ${path}`);
      return Promise.resolve(review(path));
    },
    learn(beside) {
      known = beside;
    },
    stop: () => Promise.resolve(),
  };
  return { runner, asked };
}

/** Runs a batch of these files, and yields what the thread was asked and what became of each file. */
async function batchOf(files: readonly Given[], mayAhead: (path: string) => boolean = () => true) {
  const { asked, runner } = threadOver(files);
  const gathered = await gatherBeside(files.map(taskOf), [], [runner], ({ path }) => mayAhead(path));
  if ('unread' in gathered) throw new Error('there was no first round');
  const skipping = gathered.held.skipping(runner);
  const results: ReviewedFile[] = [];
  for (const file of files) results.push(await skipping.review(taskOf(file)));
  return { asked, told: results.map(({ file: { path, sheets } }) => `${path} ${sheets[0]?.name ?? ''}`) };
}

test('files that have nothing to do with each other are opened once', async () => {
  const files = ['甲', '乙', '丙'].map((project) => ({ path: `${project}.xlsx`, project, year: 2023 }));
  expect(await batchOf(files)).toEqual({
    asked: ['ahead 甲.xlsx', 'ahead 乙.xlsx', 'ahead 丙.xlsx'],
    told: ['甲.xlsx 0', '乙.xlsx 0', '丙.xlsx 0'],
  });
});

test('the forms of one project are reviewed again, with those of the other year, under whatever spelling', async () => {
  const { asked, told } = await batchOf([
    { path: '去年.xlsx', project: '道路养护', year: 2022 },
    { path: '别的.xlsx', project: '食堂经费', year: 2023 },
    { path: '今年.xlsx', project: ' 2023年道路养护', year: 2023 },
    { path: '无年.xlsx', project: '道路养护' },
  ]);
  expect(asked.slice(4)).toEqual(['review 去年.xlsx', 'review 今年.xlsx', 'review 无年.xlsx']);
  expect(told).toEqual(['去年.xlsx 2', '别的.xlsx 0', '今年.xlsx 2', '无年.xlsx 2']);
});

test('a file that holds both years itself is not reviewed again, another one of that project is', async () => {
  const both: Given = { path: '两年.xlsx', project: '道路养护', year: 2022 };
  const files = [both, { path: '别的.xlsx', project: '食堂经费', year: 2023 }];
  const { runner } = threadOver(files);
  const forms = [2022, 2023].map((year) => ({ file: both.path, projectName: both.project, year }) as YearForm);
  const twoYears: LookingRunner = {
    ...runner,
    reviewAhead: async (task) => {
      const ahead = await runner.reviewAhead(task);
      return ahead && task.path === both.path
        ? { ...ahead, beside: packBeside({ ...nothingBeside, yearForms: forms }) }
        : ahead;
    },
  };
  const gathered = await gatherBeside(files.map(taskOf), [], [twoYears], () => true);
  if ('unread' in gathered) throw new Error('there was no first round');
  expect((await gathered.held.skipping(runner).review(taskOf(both))).file.sheets[0]?.name).toBe('0');
  expect(gathered.beside.yearForms).toHaveLength(2);
});

test('a form that came back is reviewed again as soon as any file tells anything', async () => {
  const returned: Given = { path: '送回.xlsx', project: '食堂经费', isReturned: true };
  const alone = await batchOf([returned, { path: '甲.xlsx', project: '道路养护', year: 2023 }]);
  expect(alone.asked).not.toContain('review 送回.xlsx');
  const among = await batchOf([
    returned,
    { path: '甲.xlsx', project: '道路养护', year: 2023 },
    { path: '乙.xlsx', project: '道路养护', year: 2022 },
  ]);
  expect(among.asked).toContain('review 送回.xlsx');
});

test('a file that may not be reviewed ahead, or cannot, is looked through and then reviewed', async () => {
  const files: readonly Given[] = [
    { path: '别份.xlsx', project: '甲', year: 2023 },
    { path: '坏.xlsx', project: '乙', isBroken: true },
    { path: '好.xlsx', project: '丙' },
  ];
  const { asked } = await batchOf(files, (path) => path !== '别份.xlsx');
  expect(asked).toEqual([
    ...['look 别份.xlsx', 'ahead 坏.xlsx', 'look 坏.xlsx', 'ahead 好.xlsx'],
    ...['review 别份.xlsx', 'review 坏.xlsx'],
  ]);
});
