/** Work that can be interrupted: it yields wherever it may wait for its next turn, and nothing of it is known before the end. */
export type Steps<Result> = Generator<undefined, Result, undefined>;

/** Does all of it, or what is left of it, at once. */
export function finish<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
