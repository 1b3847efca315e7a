/** Faults that a test lays in the way of batches: which batch, what happens, and after how many of its actions. */

/** What the faults see of a batch. */
export interface BatchInfo {
  /** From 1; batches that only give references back do not count. */
  readonly number: number;
  /** Whether it changes the workbook: sets a property or calls a method that does. */
  readonly writes: boolean;
  /** Whether the client flagged it as a write, whatever it does. */
  readonly isFlaggedAsWrite: boolean;
  readonly actions: number;
  /** Names of the members that are called, set or opened, as the wire has them. */
  readonly names: readonly string[];
}

/** What goes wrong. */
export type FaultKind =
  /** The user is typing in a cell (transport 5004). */
  | 'cell-editing'
  /** The host refuses the add-in altogether (transport 7000). */
  | 'no-capability'
  /** The connection to the workbook broke (transport 5012). */
  | 'session-lost'
  /** Too many requests (transport 5102). */
  | 'busy'
  /** The request is too large (transport 5103); nothing of it runs. */
  | 'request-too-large'
  /** The answer is too large (transport 5104); everything ran. */
  | 'response-too-large'
  /** No answer ever comes. */
  | 'never-answers'
  /** The answer comes after so many milliseconds. */
  | { readonly slow: number }
  /** An error of the batch itself, such as "AccessDenied" or "ItemNotFound". */
  | { readonly code: string };

/** One fault. */
export interface Fault {
  /** The nth batch from now (1 is the next one), or those that the function picks, such as `({ writes }) => writes`. */
  readonly when: number | ((batch: BatchInfo) => boolean);
  readonly what: FaultKind;
  /** So many actions of the batch run first, and their effects stay; 0 when left out, Infinity for all of them. */
  readonly afterActions?: number;
  /** How often it strikes; once when left out. */
  readonly times?: number;
}

/** The code that the transport answers with. */
export const transportCodes = {
  'cell-editing': 5004,
  'no-capability': 7000,
  'session-lost': 5012,
  busy: 5102,
  'request-too-large': 5103,
  'response-too-large': 5104,
} as const;

/** The faults that wait, in the order they were laid. */
export class Faults {
  private waiting: { readonly fault: Fault; left: number; batches: number }[] = [];

  /** Lays a fault; the returned function takes it away. */
  lay(fault: Fault): () => void {
    const entry = { fault, left: fault.times ?? 1, batches: 0 };
    this.waiting.push(entry);
    return () => {
      this.waiting = this.waiting.filter((other) => other !== entry);
    };
  }

  clear(): void {
    this.waiting = [];
  }

  /** How many faults were laid and have not struck as often as they shall. */
  get pending(): number {
    return this.waiting.length;
  }

  /** The fault that strikes this batch, or null. */
  strike(batch: BatchInfo): Fault | null {
    let struck: Fault | null = null;
    for (const entry of this.waiting) {
      entry.batches += 1;
      const { when } = entry.fault;
      const hits = typeof when === 'number' ? entry.batches >= when : when(batch);
      if (struck === null && hits) {
        struck = entry.fault;
        entry.left -= 1;
      }
    }
    this.waiting = this.waiting.filter(({ left }) => left > 0);
    return struck;
  }
}
