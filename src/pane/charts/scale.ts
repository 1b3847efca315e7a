/** The scale of a chart: whole steps that people count in, from zero to a little above the longest bar. */

export interface Scale {
  /** Where the scale ends, in the unit of the bars; above zero. */
  readonly end: number;
  /** The marks above zero, the end among them. */
  readonly ticks: readonly number[];
}

/** A scale has at most so many steps. */
const mostSteps = 5;

/** The scale for bars of at most this length; steps of 1, 2 or 5 and their tens, none below one. */
export function scaleOf(longest: number): Scale {
  const least = Math.max(longest, 1) / mostSteps;
  const ten = 10 ** Math.floor(Math.log10(Math.max(least, 1)));
  const step = [1, 2, 5, 10].map((size) => size * ten).find((size) => size >= least) ?? 10 * ten;
  const count = Math.max(1, Math.ceil(longest / step));
  return { end: count * step, ticks: Array.from({ length: count }, (_, index) => (index + 1) * step) };
}

/** A length as a part of the scale, for the screen; never less than nothing nor more than all of it. */
export function partOf(length: number, end: number): string {
  return `${Math.min(Math.max(length / end, 0), 1) * 100}%`;
}
