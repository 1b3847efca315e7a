/** Where the rows or the columns of a sheet lie. */

/** Rows or columns one after the other. */
export interface Axis {
  readonly count: number;
  /** Where each begins, in pixels, and, at `count`, where the last one ends. What is hidden begins where it ends. */
  readonly starts: readonly number[];
}

/** The size in pixels from the first to the last, both included. */
export function sizeOf({ starts }: Axis, first: number, last = first): number {
  return (starts[last + 1] ?? 0) - (starts[first] ?? 0);
}
