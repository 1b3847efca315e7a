/** A line to a file with an end to patience: what takes too long, or is stopped, is answered with a fault. */
import type { HostFault } from '../port/workbook';
import type { Line } from './calls';

/** What a line over which a file is asked may cost. */
export interface LineLimits {
  /** Milliseconds that one call may take. */
  readonly patience: number;
  /** What a call that took too long, or comes after it, is answered with. */
  readonly fault: HostFault;
  /** Ends the other side for good. */
  readonly giveUp: () => void;
}

/** A line that can be given up, by itself or by the user. */
export interface LimitedLine extends Line {
  stop(): void;
}

/** Calls whose answer is no outcome, and so can only be rejected. */
const plainCalls: ReadonlySet<string> = new Set(['bytes']);

/** The line with limits; the calls are those of `createCaller`. */
export function limitedLine(line: Line, { fault, giveUp, patience }: LineLimits): LimitedLine {
  const waiting = new Map<number, string>();
  let hear: (message: unknown) => void = () => undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isOver = false;

  const refuse = (call: number, name: string): void => {
    if (plainCalls.has(name)) hear({ call, thrown: { message: `the file was given up: ${name}`, stack: '' } });
    else hear({ call, answer: { ok: false, fault } });
  };
  const stop = (): void => {
    if (isOver) return;
    isOver = true;
    clearTimeout(timer);
    giveUp();
    for (const [call, name] of [...waiting]) refuse(call, name);
    waiting.clear();
  };
  /** Patience begins anew with every sign of life. */
  const watch = (): void => {
    clearTimeout(timer);
    if (waiting.size > 0) timer = setTimeout(stop, patience);
  };
  return {
    stop,
    post(message, handedOver) {
      const { call, name } = message as { readonly call: number; readonly name: string };
      if (isOver) {
        queueMicrotask(() => refuse(call, name));
        return;
      }
      waiting.set(call, name);
      if (waiting.size === 1) watch();
      line.post(message, handedOver);
    },
    listen(listener) {
      hear = listener;
      line.listen((message) => {
        if (isOver) return;
        waiting.delete((message as { readonly call: number }).call);
        watch();
        hear(message);
      });
    },
  };
}
