/** Whatever the host does in whichever round trip: the report says what stands, and everything can be taken back. */
import { faults, matrixLines, runMatrix, steps } from './matrix';

test('every fault × every round trip of every step, once, is told as it stands and can be taken back', async () => {
  const trials = await runMatrix('usual', Object.keys(faults), 'sample');
  process.stdout.write(`${matrixLines(trials).join('\n')}\n`);
  expect(new Set(trials.map(({ step }) => step))).toEqual(new Set(Object.keys(steps)));
  expect(new Set(trials.map(({ fault }) => fault))).toEqual(new Set(Object.keys(faults)));
  expect(trials.filter(({ wrong }) => wrong.length > 0)).toEqual([]);
  // Some writes break off in the middle, else nothing was tried: of the sample every third at most.
  expect(trials.filter(({ ending }) => ending === 'broken off').length).toBeGreaterThan(3);
}, 480_000);
