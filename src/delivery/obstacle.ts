/** Something that the person at the terminal can mend; shown as a sentence, without a stack. */
export class Obstacle extends Error {}

/** Runs a command of this folder: an obstacle is one sentence, anything else is a bug with its stack. */
export function runDelivery(command: () => Promise<void>): void {
  command().catch((error: unknown) => {
    console.error(error instanceof Obstacle ? `\n${error.message}\n` : error);
    process.exitCode = 1;
  });
}
