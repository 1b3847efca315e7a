/** The command line: wires the terminal, and all else once something is to be reviewed. Decides nothing. */
import { runCommand } from '../command/entrance';
import type { Terminal } from '../command/house';

const { stderr, stdout } = process;

const terminal: Terminal = {
  print: (text) => stdout.write(text),
  say: (text) => stderr.write(`${text}\n`),
  draw: stderr.isTTY ? (text) => stderr.write(text) : null,
};

/** Whoever read the output has seen enough, as `head` does: stopped half-way, as by Ctrl-C, and no bug. */
function stopWhenUnread(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
  process.exit(130);
}

async function main(): Promise<void> {
  stdout.on('error', stopWhenUnread);
  process.exitCode = await runCommand(process.argv.slice(2), terminal, async () => (await import('./cliHouse')).house);
}

void main();
