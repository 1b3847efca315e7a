/**
 * The matrix in a setting where something ails the workbook or its Excel, struck by the faults that break a batch: each
 * fault × round trip once. The whole of it is run by `npm run test:faults`.
 */
import { breaking, matrixLines, runMatrix, steps } from './matrix';

/** Declares the test of a setting. */
export function testMatrixIn(setting: string): void {
  test(`with ${setting}: told as it stands, and can be taken back`, async () => {
    const trials = await runMatrix(setting, breaking, 'sample');
    process.stdout.write(`\n${setting}\n${matrixLines(trials).join('\n')}\n`);
    expect(new Set(trials.map(({ step }) => step))).toEqual(new Set(Object.keys(steps)));
    expect(trials.filter(({ wrong }) => wrong.length > 0)).toEqual([]);
  }, 480_000);
}
