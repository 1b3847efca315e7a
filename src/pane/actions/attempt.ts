/** One use of the host that the user waits for, and how long they are left without a word. */
import type { LongTask } from '../state';

/** After how long without an answer the user is told, in seconds; then again each time that it has doubled. */
const patience = 15;

/** One use of the host that the user waits for. */
export class Attempt {
  isAbandoned = false;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private waited = 0;

  constructor(
    readonly task: LongTask,
    private readonly tell: (seconds: number) => void,
  ) {
    this.heard();
  }

  /** The host gave a sign; patience begins anew. */
  heard(): void {
    this.waited = 0;
    this.wait(patience);
  }

  /** Nothing is awaited any more. */
  end(): void {
    clearTimeout(this.timer);
  }

  private wait(seconds: number): void {
    this.end();
    this.timer = setTimeout(() => {
      this.waited += seconds;
      this.tell(this.waited);
      this.wait(this.waited);
    }, seconds * 1000);
  }
}
