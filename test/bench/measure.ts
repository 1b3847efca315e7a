/** Measuring: medians of repeated runs, and ratios between two things measured in turns in the same run. */

function median(samples: readonly number[]): number {
  const sorted = [...samples].sort((left, right) => left - right);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

export interface Ratio {
  /** Medians in milliseconds. */
  readonly subject: number;
  readonly yardstick: number;
  readonly ratio: number;
}

/** Runs both in turns, so that whatever else the machine does meets both alike. */
export function ratioOf(subject: () => unknown, yardstick: () => unknown, runs = 60): Ratio {
  const subjects: number[] = [];
  const yardsticks: number[] = [];
  const timed = (work: () => unknown, samples: number[]): void => {
    const started = performance.now();
    work();
    samples.push(performance.now() - started);
  };
  for (let warmUp = 0; warmUp < 10; warmUp += 1) {
    subject();
    yardstick();
  }
  for (let run = 0; run < runs; run += 1) {
    timed(yardstick, yardsticks);
    timed(subject, subjects);
  }
  const result = { subject: median(subjects), yardstick: median(yardsticks) };
  return { ...result, ratio: result.subject / result.yardstick };
}
