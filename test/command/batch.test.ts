import { type FileRunner, runBatch } from '../../src/command/batch';
import { type FileTask, refusedFile, type ReviewedFile } from '../../src/command/reviewedFile';

const tasks = (count: number): readonly FileTask[] =>
  Array.from({ length: count }, (_, place) => ({ path: `${place}`, copy: null, withPapers: false }));
const result = ({ path }: FileTask): ReviewedFile => refusedFile(path, 'file-missing', path);

/** A runner that takes as long as it is told, in turns of the event loop. */
function runner(turns: (path: string) => number): FileRunner & { stopped: boolean } {
  return {
    stopped: false,
    async review(task) {
      for (let turn = turns(task.path); turn > 0; turn -= 1) await new Promise((settle) => setImmediate(settle));
      return result(task);
    },
    stop() {
      this.stopped = true;
      return Promise.resolve();
    },
  };
}

test('results are handed on in the order of the files, however long each took', async () => {
  const runners = [runner((path) => (path === '0' ? 500 : 1)), runner(() => 1), runner(() => 2)];
  const order: string[] = [];
  let ahead = 0;
  let most = 0;
  const done = await runBatch({
    tasks: tasks(300),
    runners,
    isStopped: () => false,
    onFinished: () => {
      ahead += 1;
      most = Math.max(most, ahead);
    },
    onNext: ({ file }) => {
      ahead -= 1;
      order.push(file.path);
    },
  });
  expect(done).toBe(300);
  expect(order).toEqual(tasks(300).map(({ path }) => path));
  expect(runners.every(({ stopped }) => stopped)).toBe(true);
  // A slow first file must not let all others pile up in memory.
  expect(most).toBeLessThanOrEqual(16 * 3);
});

test('a stopped batch finishes what it began and begins nothing more', async () => {
  const begun: string[] = [];
  const finished: string[] = [];
  const done = await runBatch({
    tasks: tasks(50),
    runners: [
      {
        review: (task) => {
          begun.push(task.path);
          return Promise.resolve(result(task));
        },
        stop: () => Promise.resolve(),
      },
    ],
    isStopped: () => begun.length === 7,
    onFinished: ({ path }) => finished.push(path),
    onNext: () => undefined,
  });
  expect(done).toBe(7);
  expect(finished).toEqual(begun);
});
