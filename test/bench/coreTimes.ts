/** `npm run bench:core`: what a review costs without a host, as it ships, by processor time; nothing here is asserted. */
import { spawnSync } from 'node:child_process';
import { bundleForNode } from './bundleForNode';
import type { CoreMeasures } from './core';
import type { Spread } from './measure';
import { notebookOf, tableOf } from './notebook';

const { keep, say } = notebookOf('npm run bench:core');
const table = tableOf(say);

const rows = 200;
const fixed = (number: number, places: number): string => number.toFixed(places);

/** The core is measured as it ships, bundled: the tools that run TypeScript directly slow small functions down. */
async function core(): Promise<void> {
  const program = await bundleForNode('./test/bench/core.ts');
  const run = (...words: readonly string[]): string => {
    const { status, stderr, stdout } = spawnSync(process.execPath, [program, ...words], { encoding: 'utf8' });
    if (status !== 0) throw new Error(stderr);
    return stdout;
  };
  const { exponent, sizes, steps } = JSON.parse(run()) as CoreMeasures;
  say(
    `Core, processor time; a form of ${rows} rows, no text twice and no sample like another; median (middle half):\n`,
  );
  table(
    ['step', 'ms', 'JSON.parse of the snapshot, ms', 'ratio'],
    steps.map(({ ratio, step, subject, yardstick }) => [
      step,
      spread(subject, 2),
      spread(yardstick, 3),
      spread(ratio, 1),
    ]),
  );
  const cold = Array.from({ length: 7 }, () => Number(run('cold'))).sort((left, right) => left - right);
  say(
    `Cold, the first review of a process: ${fixed(cold[3] ?? 0, 0)} ms (${fixed(cold[0] ?? 0, 0)}–${fixed(cold[6] ?? 0, 0)}).`,
  );
  const list = sizes.map((size) => `${size.rows} rows ${fixed(size.time, 0)} ms`).join(', ');
  say(`Growth: ${list}; the time grows with the rows to the power of ${fixed(exponent, 2)}.\n`);
}

const spread = ({ high, low, median }: Spread, places: number): string =>
  `${fixed(median, places)} (${fixed(low, places)}–${fixed(high, places)})`;

void core().then(keep);
