/**
 * Measuring: processor time, which other work on the machine lengthens little, of work and yardstick in turns within one
 * run; medians with the middle half of the samples.
 */

/** A quantity as it was sampled. */
export interface Spread {
  readonly median: number;
  /** A quarter of the samples lies below, a quarter above. */
  readonly low: number;
  readonly high: number;
}

/** The middle of the samples and its middle half. */
export function spreadOf(samples: readonly number[]): Spread {
  const sorted = [...samples].sort((left, right) => left - right);
  const at = (part: number): number => sorted[Math.floor((sorted.length - 1) * part)] ?? Number.NaN;
  return { median: at(0.5), low: at(0.25), high: at(0.75) };
}

/** Milliseconds of processor time, all threads of this process together. */
export function processorTime(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { system, user } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** Both in milliseconds. */
export interface Ratio {
  readonly subject: Spread;
  readonly yardstick: Spread;
  readonly ratio: Spread;
}

/**
 * Measures work against a yardstick, each sample with inputs of its own: what is remembered of one sample makes no other
 * cheaper. The yardstick is repeated until it has taken as long as the work, so that both are measured equally well.
 *
 * @param subject does the work of one sample; the first half of the samples only warms up
 */
export function ratioOf(
  subject: (sample: number) => unknown,
  yardstick: (sample: number) => unknown,
  samples: number,
): Ratio {
  const subjects: number[] = [];
  const yardsticks: number[] = [];
  for (let sample = 0; sample < samples; sample += 1) {
    const own = processorTime(() => subject(sample));
    let spent = 0;
    let times = 0;
    while (times === 0 || spent < own) {
      spent += processorTime(() => {
        for (let time = 0; time < 10; time += 1) yardstick(sample);
      });
      times += 10;
    }
    if (sample < samples / 2) continue;
    subjects.push(own);
    yardsticks.push(spent / times);
  }
  const ratios = subjects.map((own, place) => own / (yardsticks[place] ?? Number.NaN));
  return { subject: spreadOf(subjects), yardstick: spreadOf(yardsticks), ratio: spreadOf(ratios) };
}

/** By which power of its size work grows: 1 is in proportion. */
export function exponentOf(small: { size: number; time: number }, large: { size: number; time: number }): number {
  return Math.log(large.time / small.time) / Math.log(large.size / small.size);
}
