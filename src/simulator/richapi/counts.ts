/** What went over the wire, batch by batch. */

/** One batch that was answered, or was to be. */
export interface BatchCount {
  /** From 1; clean-up batches have their own count. */
  readonly number: number;
  readonly actions: number;
  /** Whether it changes the workbook. */
  readonly writes: boolean;
  /** Whether the client flagged it as a write, whatever it does: such a batch costs the user's undo below 1.20. */
  readonly isFlaggedAsWrite: boolean;
  /** UTF-8 bytes of the request's and the answer's JSON. */
  readonly bytesIn: number;
  readonly bytesOut: number;
  /** What was answered: "ok", an error code of the batch, or the code of the transport. */
  readonly outcome: string;
}

/** All batches since the last reset; those that only give references back are counted apart. */
export interface Counts {
  readonly batches: readonly BatchCount[];
  readonly cleanUps: readonly BatchCount[];
  readonly bytesIn: number;
  readonly bytesOut: number;
}

/** Sums up. */
export function countsOf(batches: readonly BatchCount[], cleanUps: readonly BatchCount[]): Counts {
  const sum = (pick: (batch: BatchCount) => number): number => batches.reduce((total, batch) => total + pick(batch), 0);
  return {
    batches,
    cleanUps,
    bytesIn: sum(({ bytesIn }) => bytesIn),
    bytesOut: sum(({ bytesOut }) => bytesOut),
  };
}
