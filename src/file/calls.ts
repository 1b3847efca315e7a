/** Calls over a line that carries plain data only, such as the one between a page and its worker. */

/** One end of the line. Messages arrive in the order in which they were posted. */
export interface Line {
  /** `handedOver` moves buffers instead of copying them; they are empty here from then on. */
  post(message: unknown, handedOver?: readonly ArrayBuffer[]): void;
  /** Hears everything from now on; called once per line. */
  listen(hear: (message: unknown) => void): void;
}

/** What a worker, its inside and a message port have in common. */
export interface Post {
  postMessage(message: unknown, handedOver: ArrayBuffer[]): void;
  addEventListener(type: 'message', hear: (event: { readonly data: unknown }) => void): void;
}

/** The line that such a port is an end of. */
export function lineOver(port: Post): Line {
  return {
    post: (message, handedOver = []) => port.postMessage(message, [...handedOver]),
    listen: (hear) => port.addEventListener('message', ({ data }) => hear(data)),
  };
}

/** What can be called, by name: arguments and answers are plain data. */
export type Callable<Calls> = {
  readonly [Name in keyof Calls]: (...given: never[]) => Promise<unknown>;
};

interface Call {
  readonly call: number;
  readonly name: string;
  readonly given: readonly unknown[];
}

type Answer =
  | { readonly call: number; readonly answer: unknown }
  /** A bug on the other end. */
  | { readonly call: number; readonly thrown: { readonly message: string; readonly stack: string } };

/** Buffers of byte arrays are handed over: a workbook is large, and whoever sends it here has no use for it after. */
function buffersOf(values: readonly unknown[]): readonly ArrayBuffer[] {
  return values.flatMap((value) =>
    value instanceof Uint8Array && value.buffer instanceof ArrayBuffer ? [value.buffer] : [],
  );
}

/** Answers the calls that come over the line. */
export function answerCalls<Calls extends Callable<Calls>>(line: Line, calls: Calls): void {
  const answer = async ({ call, given, name }: Call): Promise<void> => {
    try {
      const called = calls[name as keyof Calls] as unknown as (...given: readonly unknown[]) => Promise<unknown>;
      const value = await called(...given);
      line.post({ call, answer: value } satisfies Answer, buffersOf([value]));
    } catch (error) {
      const { message, stack = '' } = error instanceof Error ? error : new Error(String(error));
      line.post({ call, thrown: { message, stack } } satisfies Answer);
    }
  };
  line.listen((message) => void answer(message as Call));
}

/** The end that calls. */
export interface Caller<Calls extends Callable<Calls>> {
  /** @throws (rejects with) Error where the other end threw, or broke down. */
  readonly call: <Name extends keyof Calls & string>(
    name: Name,
    ...given: Parameters<Calls[Name]>
  ) => ReturnType<Calls[Name]>;
  /** The other end is gone: every call that waits, and every later one, is rejected with the error. */
  readonly breakOff: (error: Error) => void;
}

/** Calls what is answered at the other end. */
export function createCaller<Calls extends Callable<Calls>>(line: Line): Caller<Calls> {
  interface Waiting {
    readonly resolve: (value: unknown) => void;
    readonly reject: (error: Error) => void;
  }
  const waiting = new Map<number, Waiting>();
  let calls = 0;
  let broken: Error | null = null;
  line.listen((message) => {
    const answer = message as Answer;
    const one = waiting.get(answer.call);
    waiting.delete(answer.call);
    if ('thrown' in answer) {
      const { message: said, stack } = answer.thrown;
      one?.reject(Object.assign(new Error(said), { stack }));
    } else one?.resolve(answer.answer);
  });
  return {
    call(name, ...given) {
      const answered = new Promise<unknown>((resolve, reject) => {
        if (broken) {
          reject(broken);
          return;
        }
        calls += 1;
        waiting.set(calls, { resolve, reject });
        line.post({ call: calls, name, given } satisfies Call, buffersOf(given));
      });
      return answered as ReturnType<Calls[typeof name]>;
    },
    breakOff(error) {
      broken = error;
      for (const { reject } of waiting.values()) reject(error);
      waiting.clear();
    },
  };
}
