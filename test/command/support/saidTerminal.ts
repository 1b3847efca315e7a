/** A terminal that keeps what is said. */
import type { Terminal } from '../../../src/command/house';

export interface SaidTerminal extends Terminal {
  readonly said: string[];
  /** Called before each line is kept. */
  onSay: () => void;
}

export function createTerminal(): SaidTerminal {
  const said: string[] = [];
  const terminal: SaidTerminal = {
    said,
    onSay: () => undefined,
    print: () => undefined,
    say(text) {
      terminal.onSay();
      said.push(text);
    },
    draw: null,
  };
  return terminal;
}
